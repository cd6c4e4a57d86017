"""The search line, and what narrows or mixes a search."""
