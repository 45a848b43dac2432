"""Gives fields of text their spell-check."""

from __future__ import annotations

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from neuewege_desktop.gui.kit.spelling.checker import SpellChecker
from neuewege_desktop.gui.kit.spelling.marks import Marks
from neuewege_desktop.gui.kit.spelling.mending import Mending


def attach_spelling(edit: QPlainTextEdit, checker: SpellChecker) -> None:
    """Mark the doubtful words of a field, and offer others by its context menu and F7."""
    Mending(edit, checker, Marks(edit, checker))


def attach_to_texts(form: QWidget, checker: SpellChecker | None) -> None:
    """Check the spelling in all fields of several lines that a form has; None: in none."""
    if checker is not None:
        for edit in form.findChildren(QPlainTextEdit):
            attach_spelling(edit, checker)
