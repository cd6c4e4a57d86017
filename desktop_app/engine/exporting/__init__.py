"""Embeddings in a file for other programs."""
