"""The screen of a case conference: one item at a time, its minutes while people talk (5.3)."""

from __future__ import annotations

from neuewege_desktop.gui.conference.opening import open_conference

__all__ = ["open_conference"]
