"""Folders, indexing, embedders, and what goes wrong with them."""
