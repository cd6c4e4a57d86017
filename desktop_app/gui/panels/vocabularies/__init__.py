"""Vocabularies, and the editor."""
