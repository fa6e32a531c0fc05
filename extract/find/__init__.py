"""One file finds one thing."""
