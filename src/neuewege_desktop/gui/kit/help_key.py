"""F1 in windows of their own; the main window has it as an action."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from neuewege_desktop.gui.kit.look.theme import Theme


def offer_help(window: QWidget, theme: Theme, key: str) -> None:
    """Let F1 open the page of help named by `key`, beside this window."""

    def show() -> None:
        from neuewege_desktop.gui.dialogs.help import show_help

        show_help(window, theme, key)

    QShortcut(QKeySequence(QKeySequence.StandardKey.HelpContents), window, show)
