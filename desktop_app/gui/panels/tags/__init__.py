"""The tags of the selected sounds, what stands in their files, and all tags there are."""
