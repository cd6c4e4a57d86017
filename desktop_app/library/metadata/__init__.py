"""What other programs wrote into audio files, and what a person wants written there."""
