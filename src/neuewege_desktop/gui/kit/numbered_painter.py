"""Paints the rows of a numbered list: number, title, reasons below it, state at the right."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from neuewege_desktop.gui.kit.cells import Cell
from neuewege_desktop.gui.kit.look.colours import Colour, Tone
from neuewege_desktop.gui.kit.look.theme import Theme
from neuewege_desktop.gui.kit.numbered_rows import GROUP, ROW, Index, NumberedRow

_EDGE, _NUMBER, _GAP = 14, 30, 16
_ABOVE, _BELOW, _TITLE, _GROUP = 10, 11, 20, 34
_CHIP, _CHIP_GAP, _CHIP_ROOM = 22, 6, 24  # of a chip: height, distance, what is no text
_SIGN = 13
_BIG, _USUAL, _SMALL = 14, 13, 12  # pixels
_WIDEST_ASIDE = 0.45  # of the row, for state and minutes
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_WRAPPED = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


class NumberedPainter(QStyledItemDelegate):
    """Draws a row in one piece; it is as high as its lines need."""

    def __init__(self, theme: Theme, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = index.data(ROW)
        width = self._view.viewport().width()
        if not isinstance(row, NumberedRow):
            return QSize(width, _TITLE)
        font: QFont = option.font
        lines = sum(_height(font, line, self._text_width(width, row, font)) for line in row.lines)
        group = _GROUP if index.data(GROUP) else 0
        return QSize(120, group + _ABOVE + _TITLE + lines + _BELOW)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, group = index.data(ROW), index.data(GROUP)
        if not isinstance(row, NumberedRow):
            return
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if group:
            self._paint_group(painter, QRect(rect.left(), rect.top(), rect.width(), _GROUP), group)
            rect = rect.adjusted(0, _GROUP, 0, 0)
        self._paint_ground(painter, rect, state)
        self._paint_row(painter, rect.adjusted(_EDGE, _ABOVE, -_EDGE, 0), row)
        painter.restore()

    def _text_width(self, width: int, row: NumberedRow, font: QFont) -> int:
        """Return the room of what stands left of the state."""
        aside = min(_aside_width(font, row), int(width * _WIDEST_ASIDE))
        return max(60, width - 2 * _EDGE - _NUMBER - (aside + _GAP if aside else 0))

    def _paint_group(self, painter: QPainter, rect: QRect, group: str) -> None:
        inner = rect.adjusted(_EDGE, 8, -_EDGE, 0)
        painter.setFont(_sized(painter.font(), _SMALL, QFont.Weight.DemiBold))
        painter.setPen(self._theme.colour(Colour.THIRD))
        painter.drawText(inner, _LEFT, group)

    def _paint_ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        selected = bool(state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(rect, self._theme.colour(Colour.SELECTED))
            bar = QRect(rect.left(), rect.top(), 3, rect.height())
            painter.fillRect(bar, self._theme.colour(Colour.ACCENT))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, self._theme.colour(Colour.HOVER))
        painter.setPen(self._theme.colour(Colour.LINE))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())

    def _paint_row(self, painter: QPainter, rect: QRect, row: NumberedRow) -> None:
        font = QFont(painter.font())
        text = self._text_width(rect.width() + 2 * _EDGE, row, font)
        self._paint_aside(painter, QRect(rect.left(), rect.top(), rect.width(), _TITLE), row)
        painter.setFont(_sized(font, _BIG, QFont.Weight.DemiBold))
        painter.setPen(self._theme.colour(Colour.ACCENT))
        head = QRect(rect.left(), rect.top(), _NUMBER - 8, _TITLE)
        painter.drawText(head, _RIGHT, row.number)
        head = QRect(rect.left() + _NUMBER, rect.top(), text, _TITLE)
        self._paint_head(painter, head, row, font)
        painter.setFont(_sized(font, _USUAL, QFont.Weight.Normal))
        painter.setPen(self._theme.colour(Colour.SECOND))
        top = head.bottom() + 1
        for line in row.lines:
            height = _height(font, line, text)
            painter.drawText(QRect(head.left(), top, text, height), _WRAPPED, line)
            top += height

    def _paint_head(self, painter: QPainter, rect: QRect, row: NumberedRow, font: QFont) -> None:
        title = _sized(font, _BIG, QFont.Weight.Medium if row.is_quiet else QFont.Weight.DemiBold)
        title.setStrikeOut(row.is_struck)
        metrics = QFontMetrics(title)
        painter.setFont(title)
        quiet = row.is_quiet or row.is_struck
        painter.setPen(self._theme.colour(Colour.SECOND if quiet else Colour.TEXT))
        shown = metrics.elidedText(row.title, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, _LEFT, shown)
        rest = rect.adjusted(metrics.horizontalAdvance(shown) + 10, 1, 0, 0)
        small = _sized(font, _SMALL, QFont.Weight.Normal)
        painter.setFont(small)
        painter.setPen(self._theme.colour(Colour.THIRD))
        second = QFontMetrics(small).elidedText(
            row.second, Qt.TextElideMode.ElideRight, max(0, rest.width())
        )
        painter.drawText(rest, _LEFT, second)

    def _paint_aside(self, painter: QPainter, rect: QRect, row: NumberedRow) -> None:
        """Paint chips from the right, and the minutes before them."""
        font = QFont(painter.font())
        right = rect.right()
        for chip in reversed(row.chips):
            width = _chip_width(font, chip)
            self._paint_chip(painter, QRectF(right - width, rect.top() - 1, width, _CHIP), chip)
            right -= width + _CHIP_GAP
        painter.setFont(_sized(font, _SMALL, QFont.Weight.Normal))
        painter.setPen(self._theme.colour(Colour.SECOND))
        painter.drawText(
            QRect(rect.left(), rect.top(), right - rect.left(), _TITLE), _RIGHT, row.aside
        )
        painter.setFont(font)

    def _paint_chip(self, painter: QPainter, box: QRectF, chip: Cell) -> None:
        ground = Colour.QUIET_GROUND if chip.tone is Tone.PLAIN else chip.tone.ground
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(ground))
        painter.drawRoundedRect(box, _CHIP / 2, _CHIP / 2)
        left = 11
        if chip.icon:
            ratio = painter.device().devicePixelRatioF()
            code = self._theme.code(chip.tone.text)
            pixmap = self._theme.pictures.pixmap(chip.icon, code, _SIGN, ratio)
            painter.drawPixmap(int(box.left()) + 9, int(box.top()) + 5, pixmap)
            left = 27
        painter.setFont(_sized(painter.font(), _SMALL, QFont.Weight.DemiBold))
        painter.setPen(self._theme.colour(chip.tone.text))
        painter.drawText(box.adjusted(left, 0, 0, 0), _LEFT, chip.text)


def _sized(font: QFont, size: int, weight: QFont.Weight) -> QFont:
    made = QFont(font)
    made.setPixelSize(size)
    made.setWeight(weight)
    made.setFeature(QFont.Tag("tnum"), 1)
    return made


def _height(font: QFont, line: str, width: int) -> int:
    metrics = QFontMetrics(_sized(font, _USUAL, QFont.Weight.Normal))
    return metrics.boundingRect(QRect(0, 0, width, 0), _WRAPPED, line).height() + 1


def _chip_width(font: QFont, chip: Cell) -> int:
    metrics = QFontMetrics(_sized(font, _SMALL, QFont.Weight.DemiBold))
    sign = 16 if chip.icon else 0
    return metrics.horizontalAdvance(chip.text) + _CHIP_ROOM + sign


def _aside_width(font: QFont, row: NumberedRow) -> int:
    metrics = QFontMetrics(_sized(font, _SMALL, QFont.Weight.Normal))
    chips = sum(_chip_width(font, chip) + _CHIP_GAP for chip in row.chips)
    return chips + metrics.horizontalAdvance(row.aside)
