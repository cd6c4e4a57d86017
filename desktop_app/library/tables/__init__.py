"""What the tables hold, and how it is asked for."""
