"""A scan as a two-layer PDF/A-2b: the original page to look at, the text that was read under it to search and copy."""
