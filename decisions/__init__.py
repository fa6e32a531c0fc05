"""The vocabulary: what a scan, a text, a fact, a decision and a relation are. Standard library only."""
