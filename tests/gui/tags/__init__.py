"""Tags, CatIDs and notes of sounds; what stands in their files."""
