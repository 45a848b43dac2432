"""The screen of a case conference: what is talked about, and its minutes while people talk (5.3)."""

from __future__ import annotations

from neuewege_desktop.gui.conference.opening import open_conference

__all__ = ["open_conference"]
