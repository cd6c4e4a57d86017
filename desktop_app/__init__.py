"""Earmark: tag and search your own sound library in plain words, on your own machine, offline."""

__version__ = "0.1.0"
