"""While a document is being made: how far it is, and a way to stop."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from neuewege_desktop.base.formats import grouped
from neuewege_desktop.base.i18n import _
from neuewege_desktop.gui.kit.buttons import button
from neuewege_desktop.gui.kit.text import Text, announce
from neuewege_desktop.gui.preview.paper import Making

_LOOKS = 100  # ms between two looks at how far it is


class MakingView(QWidget):
    """Looks at the progress now and then; the worker never has to touch a window."""

    stopped = Signal()

    def __init__(self, making: Making, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._making = making
        title = _("The document is being prepared …")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(10)
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(title)
        self._count = Text("", "second")
        self.stop = button(_("S&top"), self.stopped.emit, name="stop")
        column = QVBoxLayout(self)
        column.setContentsMargins(60, 0, 60, 0)
        column.setSpacing(12)
        column.addStretch(2)
        for part in (Text(title, "heading", wrap=True), self._bar, self._count):
            column.addWidget(part)
        column.addWidget(self.stop, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(3)
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOKS)
        self._timer.timeout.connect(self._look)
        self._timer.start()
        announce(self, title)

    def end(self) -> None:
        """Look no more: the document is there, or will never be."""
        self._timer.stop()

    def _look(self) -> None:
        done, total = self._making.done, self._making.total
        self._bar.setRange(0, total)
        self._bar.setValue(min(done, total))
        if total:
            words = _("{done} of {total}")
            self._count.setText(words.format(done=grouped(done), total=grouped(total)))
