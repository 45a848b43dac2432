"""German spelling: the words of a text, a dictionary, and a process of its own that looks them up."""
