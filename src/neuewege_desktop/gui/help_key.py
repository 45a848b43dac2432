"""F1 in windows of their own; the main window has it as an action."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from neuewege_desktop.gui.kit.look.theme import Theme


def offer_help(window: QWidget, theme: Theme, key: str = "") -> None:
    """Let F1 open a page of help beside this window: that of `key`, or of the page behind it."""

    def show() -> None:
        from neuewege_desktop.gui.help_window import show_help

        show_help(window, theme, key or _page_behind(window))

    QShortcut(QKeySequence(QKeySequence.StandardKey.HelpContents), window, show)


def _page_behind(window: QWidget) -> str:
    """Return the page that is in front in the main window under a dialog."""
    parent = window.parentWidget()
    front = getattr(parent.window(), "front", None) if parent is not None else None
    return front if isinstance(front, str) else "overview"
