"""Decisions on paper, made: form, fonts, handwriting, seal, damage; page and truth follow from one draft."""
