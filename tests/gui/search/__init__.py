"""Searching: the line, what it finds, and why."""
