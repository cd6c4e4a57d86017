"""Words without sounds, for the side of the bundled embedder that reads."""
