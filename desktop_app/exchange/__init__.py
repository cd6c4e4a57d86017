"""What people said leaves the library in files, and comes back."""
