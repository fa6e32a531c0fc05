"""What does not add up in one decision, by what is looked at; extract/checks.py puts it together."""
