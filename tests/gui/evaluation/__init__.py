"""The page that says how good it is."""
