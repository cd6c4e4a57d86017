"""Tags judged one sound after another."""
