"""Paints the rows of tables: two lines a cell, chips, initials; the same in every list."""

from __future__ import annotations

import zlib
from functools import lru_cache

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from neuewege_desktop.gui.kit.cells import Cell, Shape
from neuewege_desktop.gui.kit.look.colours import BADGES, Colour, Tone
from neuewege_desktop.gui.kit.look.theme import Theme

Index = QModelIndex | QPersistentModelIndex
CELL = int(Qt.ItemDataRole.UserRole)
ROW_HEIGHT = 52
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
_CENTRE = Qt.AlignmentFlag.AlignCenter


@lru_cache(maxsize=64)
def _font(base: str, size: int, weight: int) -> tuple[QFont, QFontMetrics]:
    """Return a font and its measures; making them for each cell would cost most of the painting."""
    font = QFont()
    font.fromString(base)
    font.setPixelSize(size)
    font.setWeight(QFont.Weight(weight))
    font.setFeature(QFont.Tag("tnum"), 1)
    return font, QFontMetrics(font)


class RowPainter(QStyledItemDelegate):
    """Draws a cell that the model gives as a value; asks for nothing else."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(80, ROW_HEIGHT)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell = index.data(CELL)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selected = bool(state & QStyle.StateFlag.State_Selected)
        self._paint_ground(painter, rect, state, first=_is_first(option), selected=selected)
        if isinstance(cell, Cell):
            base = option.font.toString()
            inner = rect.adjusted(14, 0, -10, -1)
            if cell.shape is Shape.CHIP:
                self._paint_chip(painter, inner, cell, base)
            elif cell.shape is Shape.BADGE:
                self._paint_badge(painter, inner, cell, base)
            else:
                number = index.data(int(Qt.ItemDataRole.TextAlignmentRole)) == int(_RIGHT)
                strong = _is_first(option)
                self._paint_text(painter, inner, cell, base, (strong, number, selected))
        painter.restore()

    def _paint_ground(
        self,
        painter: QPainter,
        rect: QRect,
        state: QStyle.StateFlag,
        *,
        first: bool,
        selected: bool,
    ) -> None:
        if selected:
            painter.fillRect(rect, self._theme.colour(Colour.SELECTED))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, self._theme.colour(Colour.HOVER))
        if selected and first:
            bar = QRect(rect.left(), rect.top(), 3, rect.height())
            painter.fillRect(bar, self._theme.colour(Colour.ACCENT))
        painter.setPen(self._theme.colour(Colour.LINE))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())

    def _paint_text(
        self,
        painter: QPainter,
        rect: QRect,
        cell: Cell,
        base: str,
        how: tuple[bool, bool, bool],
    ) -> None:
        strong, number, selected = how
        align = _RIGHT if number else _LEFT
        left = rect.left()
        if cell.icon:
            self._paint_sign(painter, QRectF(left, rect.center().y() - 7, 15, 15), cell)
            rect = rect.adjusted(23, 0, 0, 0)
        weight = QFont.Weight.DemiBold if strong else QFont.Weight.Normal
        font, metrics = _font(base, 13, weight.value)
        painter.setFont(font)
        # One line alone takes the tone; with two lines the second one does.
        painter.setPen(self._theme.colour(cell.tone.text if not cell.second else Tone.PLAIN.text))
        if not cell.second:
            painter.drawText(rect, align, _cut(metrics, cell.text, rect.width()))
            return
        upper = QRect(rect.left(), rect.top() + 8, rect.width(), 18)
        painter.drawText(upper, align, _cut(metrics, cell.text, rect.width()))
        font, metrics = _font(base, 12, QFont.Weight.Normal.value)
        painter.setFont(font)
        plain = Colour.SECOND if selected else Colour.THIRD
        tone = plain if cell.tone is Tone.PLAIN else cell.tone.text
        painter.setPen(self._theme.colour(tone))
        lower = upper.translated(0, 18)
        painter.drawText(lower, align, _cut(metrics, cell.second, rect.width()))

    def _paint_sign(self, painter: QPainter, rect: QRectF, cell: Cell) -> None:
        colour = Colour.THIRD if cell.tone is Tone.PLAIN else cell.tone.text
        ratio = painter.device().devicePixelRatioF()
        pixmap = self._theme.pictures.pixmap(
            cell.icon, self._theme.code(colour), round(rect.width()), ratio
        )
        painter.drawPixmap(rect, pixmap, QRectF(pixmap.rect()))

    def _paint_chip(self, painter: QPainter, rect: QRect, cell: Cell, base: str) -> None:
        font, metrics = _font(base, 12, QFont.Weight.DemiBold.value)
        space = 26 if cell.icon else 11
        text = _cut(metrics, cell.text, rect.width() - space - 11)
        width = metrics.horizontalAdvance(text) + space + 11
        box = QRectF(rect.left() - 2, rect.center().y() - 11, width, 23)
        painter.setPen(Qt.PenStyle.NoPen)
        ground = Colour.QUIET_GROUND if cell.tone is Tone.PLAIN else cell.tone.ground
        painter.setBrush(self._theme.colour(ground))
        painter.drawRoundedRect(box, 11.5, 11.5)
        if cell.icon:
            self._paint_sign(painter, QRectF(box.left() + 9, box.top() + 5, 13, 13), cell)
        painter.setFont(font)
        painter.setPen(self._theme.colour(cell.tone.text))
        painter.drawText(box.adjusted(space, 0, 0, 0), _LEFT, text)

    def _paint_badge(self, painter: QPainter, rect: QRect, cell: Cell, base: str) -> None:
        if not cell.text:
            return
        box = QRectF(rect.left(), rect.center().y() - 13, 26, 26)
        badge = BADGES[zlib.crc32(cell.text.encode()) % len(BADGES)]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(badge))
        painter.drawEllipse(QPointF(box.center()), 13.0, 13.0)
        font, _metrics = _font(base, 11, QFont.Weight.Bold.value)
        painter.setFont(font)
        painter.setPen(self._theme.colour(Colour.SURFACE))
        painter.drawText(box, _CENTRE, cell.text[0].upper())
        font, metrics = _font(base, 13, QFont.Weight.Normal.value)
        painter.setFont(font)
        painter.setPen(self._theme.colour(Colour.TEXT))
        words = rect.adjusted(35, 0, 0, 0)
        painter.drawText(words, _LEFT, _cut(metrics, cell.text, words.width()))


def _cut(metrics: QFontMetrics, text: str, width: int) -> str:
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)


def _is_first(option: QStyleOptionViewItem) -> bool:
    position = option.viewItemPosition
    kinds = QStyleOptionViewItem.ViewItemPosition
    return bool(position in (kinds.Beginning, kinds.OnlyOne))
