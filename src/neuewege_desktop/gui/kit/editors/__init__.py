"""Editors: one for each kind of value, from a text to a period."""
