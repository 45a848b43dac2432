"""What stands where nothing is: why, and what one can do."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from neuewege_desktop.gui.kit.look.colours import Colour
from neuewege_desktop.gui.kit.look.theme import Theme
from neuewege_desktop.gui.kit.text import Text

_DISC, _SIGN = 76, 32


class EmptyState(QWidget):
    """A sign, a heading, a sentence and the way on."""

    def __init__(self, theme: Theme, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._icon = theme, icon
        self._picture = QLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.title = Text("", "name")
        self.text = Text("", "second", wrap=True)
        for words in (self.title, self.text):
            words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._row = QHBoxLayout()
        self._button: QPushButton | None = None
        column = QVBoxLayout(self)
        column.addStretch(2)
        column.addWidget(self._picture)
        column.addSpacing(8)
        column.addWidget(self.title)
        column.addWidget(self.text)
        column.addSpacing(10)
        column.addLayout(self._row)
        column.addStretch(3)
        theme.changed.connect(self._paint_picture)
        self._paint_picture()

    def tell(self, title: str, text: str, made: QPushButton | None = None) -> None:
        """Say why there is nothing, and offer a button."""
        self.title.setText(title)
        self.text.setText(text)
        if self._button is not None:
            self._row.removeWidget(self._button)
            self._button.deleteLater()
        self._button = made
        if made is not None:
            self._row.addWidget(made, 0, Qt.AlignmentFlag.AlignCenter)

    def _paint_picture(self) -> None:
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(round(_DISC * ratio), round(_DISC * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(Colour.TINT))
        painter.drawEllipse(0, 0, _DISC, _DISC)
        sign = self._theme.pictures.pixmap(
            self._icon, self._theme.code(Colour.ACCENT), _SIGN, ratio
        )
        painter.drawPixmap((_DISC - _SIGN) // 2, (_DISC - _SIGN) // 2, sign)
        painter.end()
        self._picture.setPixmap(pixmap)
