"""How good the bundled embedder is: what it is asked, what is right, and the figures with their intervals."""
