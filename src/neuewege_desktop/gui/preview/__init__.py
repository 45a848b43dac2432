"""A document as it will be printed: looked at, searched, read out, printed, saved as PDF."""
