"""Sound files, from bytes to samples."""
