"""Backups, and rows out of damaged files."""
