"""CLAP."""
