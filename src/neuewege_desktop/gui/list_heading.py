"""The head of a list's page: its name, how many there are, and the button for a new one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from neuewege_desktop.base.i18n import _
from neuewege_desktop.gui.kit.buttons import primary, with_icon
from neuewege_desktop.gui.kit.look.theme import Theme
from neuewege_desktop.gui.kit.text import Text
from neuewege_desktop.gui.listing import Listing


class ListHeading(QWidget):
    """Names a list and counts it."""

    new_wanted = Signal()

    def __init__(self, theme: Theme, listing: Listing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.count = Text("", "second")
        self.count.setObjectName("count")
        new_button = primary(_(listing.new_text), self.new_wanted.emit, name="new")
        with_icon(new_button, theme, "plus")
        if not listing.new_text:
            new_button.hide()
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(Text(_(listing.title), "title"))
        words.addWidget(self.count)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(words, 1)
        layout.addWidget(new_button, 0, Qt.AlignmentFlag.AlignVCenter)
