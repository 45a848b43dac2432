"""Where one is in the wizard: the steps as numbers on a line, and in words for whoever listens."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from neuewege_desktop.base.i18n import _
from neuewege_desktop.gui.kit.look.colours import Colour
from neuewege_desktop.gui.kit.look.theme import Theme
from neuewege_desktop.gui.kit.text import announce

_HEIGHT, _DISC, _GAP, _RULE, _NEXT = 34, 24, 9, 28, 12  # logical pixels


class Steps(QWidget):
    """Steps that are done bear a tick, the current one the accent."""

    def __init__(self, theme: Theme, names: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._names = theme, list(names)
        self._current = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)
        self.show_step(0)

    def show_step(self, current: int) -> None:
        """Be at a step, and say so."""
        moved, self._current = current != self._current, current
        words = _("Step {number} of {count}: {name}").format(
            number=current + 1, count=len(self._names), name=self._names[current]
        )
        self.setAccessibleName(words)
        self.update()
        if moved:
            announce(self, words)

    @override
    def sizeHint(self) -> QSize:
        return QSize(320, _HEIGHT)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(_DISC * len(self._names) + 240, _HEIGHT)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, fits = 0.0, self._fits()
        for position, name in enumerate(self._names):
            if position:
                painter.setPen(QPen(self._theme.colour(Colour.EDGE), 1))
                painter.drawLine(int(left), _HEIGHT // 2, int(left) + _RULE, _HEIGHT // 2)
                left += _RULE + _GAP
            self._paint_disc(painter, QRectF(left, (_HEIGHT - _DISC) / 2, _DISC, _DISC), position)
            left += _DISC + _GAP
            if fits or position == self._current:
                left += self._paint_name(painter, left, position, name) + _NEXT

    def _paint_disc(self, painter: QPainter, disc: QRectF, position: int) -> None:
        is_current, is_done = position == self._current, position < self._current
        ground = Colour.ACCENT if is_current else Colour.TINT if is_done else Colour.QUIET_GROUND
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(ground))
        painter.drawEllipse(disc)
        if is_done:
            ratio, code = self.devicePixelRatioF(), self._theme.code(Colour.ACCENT)
            tick = self._theme.pictures.pixmap("check", code, 14, ratio)
            painter.drawPixmap(disc.adjusted(5, 5, -5, -5), tick, QRectF(tick.rect()))
            return
        painter.setFont(self._font(bold=True))
        painter.setPen(self._theme.colour(Colour.ON_ACCENT if is_current else Colour.QUIET))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(position + 1))

    def _fits(self) -> bool:
        """Say whether there is room for all names; otherwise the current one stands alone."""
        words = QFontMetrics(self._font(bold=True))
        names = sum(words.horizontalAdvance(name) + _NEXT for name in self._names)
        rules = (len(self._names) - 1) * (_RULE + _GAP)
        return names + rules + len(self._names) * (_DISC + _GAP) <= self.width()

    def _paint_name(self, painter: QPainter, left: float, position: int, name: str) -> int:
        is_current = position == self._current
        font = self._font(bold=is_current)
        width = QFontMetrics(font).horizontalAdvance(name)
        painter.setFont(font)
        painter.setPen(self._theme.colour(Colour.TEXT if is_current else Colour.SECOND))
        box = QRectF(left, 0, width + 2, _HEIGHT)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, name)
        return width

    def _font(self, *, bold: bool) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(13)
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        return font
