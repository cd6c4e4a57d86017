"""How the projection of the bundled embedder is trained on the corpus."""
