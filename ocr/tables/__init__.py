"""Tables of old encodings."""
