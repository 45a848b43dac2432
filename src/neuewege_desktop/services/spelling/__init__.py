"""German spelling: the words of a text, a dictionary, and how another process is asked."""
