"""A word on a coloured ground with a sign, as in the tables."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from neuewege_desktop.gui.kit.cells import Cell
from neuewege_desktop.gui.kit.look.colours import Colour, Tone
from neuewege_desktop.gui.kit.look.theme import Theme


class Chip(QWidget):
    """Shows a cell as a chip."""

    def __init__(self, theme: Theme, cell: Cell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._cell = theme, cell
        self.setAccessibleName(cell.text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        left = 28 if self._cell.icon else 11
        return QSize(self._metrics_width() + left + 12, 24)

    def _metrics_width(self) -> int:
        font = self.font()
        font.setPixelSize(12)
        font.setBold(True)
        self.setFont(font)
        return self.fontMetrics().horizontalAdvance(self._cell.text)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tone = self._cell.tone
        ground = Colour.QUIET_GROUND if tone is Tone.PLAIN else tone.ground
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(ground))
        painter.drawRoundedRect(QRectF(self.rect()), 12, 12)
        left = 11
        if self._cell.icon:
            code = self._theme.code(tone.text)
            pixmap = self._theme.pictures.pixmap(
                self._cell.icon, code, 14, self.devicePixelRatioF()
            )
            painter.drawPixmap(9, 5, pixmap)
            left = 28
        painter.setPen(self._theme.colour(tone.text))
        painter.drawText(
            self.rect().adjusted(left, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self._cell.text
        )
        painter.end()
