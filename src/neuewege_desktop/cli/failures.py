"""How the program ends."""

from __future__ import annotations

DONE = 0
REFUSED = 1  # and 2, wrong usage, is Click's own
WITH_FAULTY_LINES = 3
INTERRUPTED = 130
