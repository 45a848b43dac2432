"""Colours, fonts, icons and the style sheet: the one place where it is decided how things look."""
