"""Folders: walked, watched, compared."""
