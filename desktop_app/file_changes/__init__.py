"""What changes a person's files, and takes that back."""
