"""Answers as people read them in a terminal; the JSON of the same answers is made elsewhere."""
