"""From a file to the ear."""
