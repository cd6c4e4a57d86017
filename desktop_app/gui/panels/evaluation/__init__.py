"""How well tags do on sounds that are labelled already."""
