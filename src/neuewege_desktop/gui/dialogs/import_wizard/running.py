"""Work that takes a while: what is done, how far it is, and a way to break it off."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from neuewege_desktop.base.i18n import _, ngettext
from neuewege_desktop.gui.dialogs.import_wizard.plan import Progress
from neuewege_desktop.gui.kit.buttons import button
from neuewege_desktop.gui.kit.text import Text, announce

_LOOKS = 100  # ms between two looks at how far it is


class Running(QWidget):
    """Looks at the progress now and then; the worker never has to touch a window."""

    def __init__(self, title: str, beginning: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._beginning = beginning
        self._progress = Progress()
        self.title = Text(title, "heading")
        self.count = Text("", "second")
        self.count.setObjectName("count")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(10)
        self.bar.setAccessibleName(title)
        self.stop = button(_("&Stop"), self.break_off, name="stop")
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOKS)
        self._timer.timeout.connect(self._look)
        column = QVBoxLayout(self)
        column.setContentsMargins(60, 0, 60, 0)
        column.setSpacing(12)
        column.addStretch(2)
        for part in (self.title, self.bar, self.count):
            column.addWidget(part)
        column.addWidget(self.stop, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(3)

    def begin(self, progress: Progress) -> None:
        """Show how far this work is from now on."""
        self._progress = progress
        self.bar.setRange(0, progress.total)
        self.stop.setEnabled(True)
        self._look()
        self._timer.start()
        announce(self, self.title.text())

    def end(self) -> None:
        """Look no more: the work is over."""
        self._timer.stop()

    def break_off(self) -> None:
        """Wish that the work ends; it keeps nothing then."""
        self._progress.cancel.cancel()
        self.stop.setEnabled(False)
        self._look()
        announce(self, self.count.text())

    def _look(self) -> None:
        lines, total = self._progress.lines, self._progress.total
        self.bar.setValue(min(lines, total))
        if self._progress.cancel.wished:
            self.count.setText(_("Is being stopped …"))
        elif not lines:
            self.count.setText(self._beginning)
        elif lines >= total > 0:
            self.count.setText(_("All lines are read. The result is being saved …"))
        else:
            self.count.setText(ngettext("{n} line read", "{n} lines read", lines))
