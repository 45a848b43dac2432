"""Numbers below each other, each with its words and a bar: read as text, compared at a glance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from neuewege_desktop.base.formats import grouped
from neuewege_desktop.gui.kit.look.colours import Colour
from neuewege_desktop.gui.kit.look.theme import Theme
from neuewege_desktop.gui.kit.text import Text

_HEIGHT = 10


@dataclass(frozen=True, slots=True)
class Amount:
    """One number and what it counts; `note` says more about it."""

    words: str
    number: int
    note: str = ""

    @property
    def spoken(self) -> str:
        """Return the line in words."""
        said = f"{self.words}: {grouped(self.number)}"
        return f"{said} ({self.note})" if self.note else said


class Bars(QWidget):
    """The longest bar belongs to the largest number."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(9)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)

    def show_amounts(self, amounts: Sequence[Amount]) -> None:
        """Show other numbers."""
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        largest = max((amount.number for amount in amounts), default=0) or 1
        for row, amount in enumerate(amounts):
            number = Text(grouped(amount.number), "value")
            number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self._grid.addWidget(_words(amount), row, 0)
            self._grid.addWidget(_Bar(self._theme, amount.number / largest), row, 1)
            self._grid.addWidget(number, row, 2)


def _words(amount: Amount) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(1)
    column.addWidget(Text(amount.words, wrap=True))
    if amount.note:
        column.addWidget(Text(amount.note, "hint", wrap=True))
    return made


class _Bar(QWidget):
    """A bar that fills a share of its width; decoration beside the number."""

    def __init__(self, theme: Theme, share: float) -> None:
        super().__init__()
        self._theme, self._share = theme, share
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    @override
    def sizeHint(self) -> QSize:
        return QSize(120, _HEIGHT)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        whole = QRectF(0, 0, self.width(), _HEIGHT)
        radius = _HEIGHT / 2
        painter.setBrush(self._theme.colour(Colour.QUIET_GROUND))
        painter.drawRoundedRect(whole, radius, radius)
        if self._share > 0:
            painter.setBrush(self._theme.colour(Colour.ACCENT))
            filled = QRectF(0, 0, max(_HEIGHT, self.width() * self._share), _HEIGHT)
            painter.drawRoundedRect(filled, radius, radius)
        painter.end()
