"""Tables of old encodings, and of what stands together in administrative Vietnamese."""
