"""The list of sounds."""
