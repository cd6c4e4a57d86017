"""What belongs to one open profile, and `app` puts together."""
