"""The sounds that the bundled embedder is trained and judged on: whose they are and what they are called."""
