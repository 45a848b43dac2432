"""The main window behind the screen of a conference: it shows nothing while others look on."""

from __future__ import annotations

from PySide6.QtWidgets import QMainWindow, QWidget


def veil(window: QWidget, *, veiled: bool) -> None:
    """Hide what the main window shows, or show it again, as things stand now."""
    middle = window.centralWidget() if isinstance(window, QMainWindow) else None
    if middle is None or middle.isHidden() == veiled:
        return
    middle.setVisible(not veiled)
    show_page = getattr(window, "show_page", None)
    if callable(show_page) and not veiled:
        show_page(getattr(window, "front", ""))  # it heard of no change meanwhile
