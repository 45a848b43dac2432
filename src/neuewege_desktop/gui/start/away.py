"""A small notice over the window: it locks soon; any key keeps it open."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from neuewege_desktop.base.i18n import ngettext
from neuewege_desktop.gui.kit.text import Text, announce


class AwayNotice(QFrame):
    """Counts the seconds down; whoever comes back closes it by any touch."""

    def __init__(self, parent: QWidget, seconds: int) -> None:
        super().__init__(parent)
        self.setObjectName("toast")
        self._seconds = seconds
        self._text = Text()
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 10, 18, 10)
        row.addWidget(self._text)
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self._count_down)
        self._timer.start()
        self._tell()
        self.adjustSize()
        self.move(max(8, (parent.width() - self.width()) // 2), 56)
        self.show()
        self.raise_()
        announce(self, self._text.text())

    def _count_down(self) -> None:
        self._seconds = max(0, self._seconds - 1)
        self._tell()

    def _tell(self) -> None:
        sentence = ngettext(
            "This window locks in {n} second. Any key keeps it open.",
            "This window locks in {n} seconds. Any key keeps it open.",
            self._seconds,
        )
        self._text.setText(sentence)
