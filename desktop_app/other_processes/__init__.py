"""One process writes a profile; how others reach it, and what they may ask."""
