"""Numbered SQL steps; frozen in time, they know nothing of the program."""
