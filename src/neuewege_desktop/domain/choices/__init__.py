"""Closed lists of codes: the code is stored and exchanged, the label is shown."""
