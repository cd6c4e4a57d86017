"""The two database files and their connections; files that are replaced whole."""
