"""A veil over a window while something in front of it has the word."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QHideEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

_VEIL = QColor(9, 16, 22, 110)
_SHADOW = QColor(0, 0, 0, 5)
_REACH, _LAYERS, _DROP = 40, 14, 10  # logical pixels of the shadow around what stands in front
_CORNER = 14


class Scrim(QWidget):
    """Covers a window wholly, also when that changes its size; takes all clicks."""

    clicked = Signal()
    resized = Signal()
    hidden = Signal()  # by whomever

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("scrim")
        self.hide()
        window.installEventFilter(self)

    def cover(self) -> None:
        """Lie over everything in the window."""
        self._stretch()
        self.show()
        self.raise_()

    def _stretch(self) -> None:
        window = self.parentWidget()
        if window is not None:
            self.setGeometry(window.rect())
        self.resized.emit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._stretch()
        return super().eventFilter(watched, event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.clicked.emit()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():  # that would be the window going to the task bar
            self.hidden.emit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), _VEIL)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_SHADOW)
        for child in self.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            frame = QRectF(child.geometry()).translated(0, _DROP)
            for layer in range(_LAYERS):
                reach = _REACH * (layer / _LAYERS) ** 1.5
                corner = _CORNER + reach
                painter.drawRoundedRect(
                    frame.adjusted(-reach, -reach, reach, reach), corner, corner
                )
        painter.end()
