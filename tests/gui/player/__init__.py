"""The player and the waveform."""
