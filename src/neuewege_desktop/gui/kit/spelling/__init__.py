"""Doubtful words in fields of text: marked while one writes, and mended from a list."""
