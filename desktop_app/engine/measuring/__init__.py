"""What is measured of a sound: what is wrong with it, and what a musician asks for."""
