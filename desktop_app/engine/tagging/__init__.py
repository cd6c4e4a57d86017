"""Tags by score, overruled by what people said."""
