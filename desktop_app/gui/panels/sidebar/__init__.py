"""Folders and collections."""
