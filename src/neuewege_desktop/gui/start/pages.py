"""One page after the other in a card that scrolls when the screen is small."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget


class Pages(QFrame):
    """Shows one page at a time."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 2, 2, 2)
        column.addWidget(self._area)

    def show_page(self, page: QWidget) -> None:
        """Show another page; the one before is returned to whoever made it."""
        self._area.takeWidget()
        page.setObjectName("content")
        self._area.setWidget(page)
        page.show()
        self._area.verticalScrollBar().setValue(0)
