"""The keys of the conference screen; buttons name them in their tool tips."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton

from neuewege_desktop.gui.kit.entries import keys_of

KEYS: Mapping[str, tuple[str, ...]] = {
    "finish": ("Ctrl+Return", "Ctrl+Enter"),
    "postpone": ("Ctrl+Shift+P",),
    "drop": ("Ctrl+Shift+E",),
    "reopen": ("Ctrl+Shift+O",),
    "before": ("Ctrl+PgUp",),
    "after": ("Ctrl+PgDown",),
    "people": ("Ctrl+Shift+A",),
    "household": ("Ctrl+N",),
    "topic": ("Ctrl+T",),
    "pause": ("F8",),
    "undo": ("Ctrl+Z",),
    "save": ("Ctrl+S",),
    "around": ("F6",),
    "around-back": ("Shift+F6",),
    "kept": ("Alt+1",),
    "new-date": ("Alt+2",),
    "dropped": ("Alt+3",),
    "in-one-week": ("Ctrl+1",),
    "in-two-weeks": ("Ctrl+2",),
    "next-time": ("Ctrl+3",),
    "larger": ("Ctrl++", "Ctrl+="),
    "smaller": ("Ctrl+-",),
    "usual-size": ("Ctrl+0",),
    "full-screen": ("F11",),
}
"""By what is done: the keys that do it."""


def name_keys(made: QAbstractButton, keys: str) -> None:
    """Say in the tool tip of a button which keys do the same."""
    made.setToolTip(f"{made.accessibleName()} ({'+'.join(keys_of(QKeySequence(keys)))})")
