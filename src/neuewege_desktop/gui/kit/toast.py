"""The message bar: what was just done, and a way back. It goes by itself; the menu keeps undo."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from neuewege_desktop.gui.kit.buttons import button
from neuewege_desktop.gui.kit.text import Text, announce

STAYS = 8_000  # ms


class Toast(QFrame):
    """A sentence over the lower edge of a window, with one button at most."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("toast")
        self.text = Text()
        self._act: Callable[[], object] | None = None
        self.button = button("", self._answer, parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 10, 8)
        row.setSpacing(14)
        row.addWidget(self.text)
        row.addWidget(self.button)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(STAYS)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def tell(self, text: str, act_text: str = "", act: Callable[[], object] | None = None) -> None:
        """Show a sentence for a while and read it out."""
        self.text.setText(text)
        self._act = act
        self.button.setText(act_text)
        self.button.setVisible(act is not None)
        self.adjustSize()
        self.place()
        self.show()
        self.raise_()
        self._timer.start()
        announce(self, text)

    def place(self) -> None:
        """Stand in the middle above the lower edge of the window."""
        parent = self.parentWidget()
        if parent is not None:
            left = (parent.width() - self.width()) // 2
            self.move(max(8, left), parent.height() - self.height() - 44)

    def _answer(self) -> None:
        self.hide()
        if self._act is not None:
            self._act()
