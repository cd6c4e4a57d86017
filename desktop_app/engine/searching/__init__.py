"""Sounds found by words, examples and filters."""
