"""Vocabularies as files."""
