"""The keys of the conference screen: they are bound, named in tool tips and listed from here."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton

from neuewege_desktop.base.i18n import N_
from neuewege_desktop.gui.kit.entries import keys_of


@dataclass(frozen=True, slots=True)
class KeySpec:
    """What is done, under its code and in words, and the keys that do it."""

    code: str
    words: str
    keys: tuple[str, ...]


KEYS: tuple[KeySpec, ...] = (
    KeySpec("finish", N_("Conclude the item and go to the next one"), ("Ctrl+Return",)),
    KeySpec("postpone", N_("Postpone the item"), ("Ctrl+Shift+P",)),
    KeySpec("drop", N_("Drop the item"), ("Ctrl+Shift+E",)),
    KeySpec("reopen", N_("Take the item up again"), ("Ctrl+Shift+O",)),
    KeySpec("after", N_("Next item"), ("Ctrl+PgDown",)),
    KeySpec("before", N_("Item before"), ("Ctrl+PgUp",)),
    KeySpec("kept", N_("The first promise was kept"), ("Alt+1",)),
    KeySpec("new-date", N_("The first promise gets a new date"), ("Alt+2",)),
    KeySpec("dropped", N_("The first promise drops"), ("Alt+3",)),
    KeySpec("in-one-week", N_("To be done in one week"), ("Ctrl+1",)),
    KeySpec("in-two-weeks", N_("To be done in two weeks"), ("Ctrl+2",)),
    KeySpec("next-time", N_("To be done until the next conference"), ("Ctrl+3",)),
    KeySpec("people", N_("Who is there?"), ("Ctrl+Shift+A",)),
    KeySpec("household", N_("Put a household on the agenda"), ("Ctrl+N",)),
    KeySpec("topic", N_("Put a topic on the agenda"), ("Ctrl+T",)),
    KeySpec("pause", N_("Stop the watch, or let it go on"), ("F8",)),
    KeySpec("undo", N_("Take the last thing back"), ("Ctrl+Z",)),
    KeySpec("save", N_("Save the result now"), ("Ctrl+S",)),
    KeySpec("around", N_("To the next area"), ("F6",)),
    KeySpec("around-back", N_("To the area before"), ("Shift+F6",)),
    KeySpec("larger", N_("Larger letters"), ("Ctrl++",)),
    KeySpec("smaller", N_("Smaller letters"), ("Ctrl+-",)),
    KeySpec("usual-size", N_("Letters of the usual size"), ("Ctrl+0",)),
    KeySpec("full-screen", N_("Full screen"), ("F11",)),
)
"""Beside these, Escape leads back to the overview."""

ALSO: tuple[tuple[str, str], ...] = (("finish", "Ctrl+Enter"), ("larger", "Ctrl+="))
"""Keys that do the same on other keyboards: the block of digits, plus without Shift."""


def name_keys(made: QAbstractButton, keys: str) -> None:
    """Say in the tool tip of a button which keys do the same."""
    made.setToolTip(f"{made.accessibleName()} ({'+'.join(keys_of(QKeySequence(keys)))})")
