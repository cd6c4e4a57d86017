"""The sound that is shown: seen, heard, and its regions."""
