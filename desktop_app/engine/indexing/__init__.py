"""The library kept up to date."""
