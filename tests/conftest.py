"""What holds for every test."""

from __future__ import annotations

from hypothesis import settings

# A busy machine is not a fault of the program: no example has to be fast.
settings.register_profile("house", parent=settings(), deadline=None)
settings.load_profile("house")
