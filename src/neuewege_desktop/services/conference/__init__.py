"""The case conference: planned, put on an agenda, held, written down, released (2.13, 5.1–5.3)."""
