"""The sounds that the bundled embedder is trained and judged on: whose they are, what they are called, where they are."""
