"""Digits that a pen or a typewriter put between the printed words of a form, read as a distribution over strings."""
