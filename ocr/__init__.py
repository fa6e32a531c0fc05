"""Scan → pages → text that knows its place on the paper."""
