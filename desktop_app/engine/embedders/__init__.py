"""What every embedder is, and what to know before trusting one."""
