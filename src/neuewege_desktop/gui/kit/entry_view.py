"""The list of `Entry` lines, painted in one piece: groups, signs, and keys as caps."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from neuewege_desktop.base.i18n import _
from neuewege_desktop.gui.kit.entries import ENTRY, HEADING, Entry, EntryModel, Keys
from neuewege_desktop.gui.kit.look.colours import Colour
from neuewege_desktop.gui.kit.look.theme import Theme

Index = QModelIndex | QPersistentModelIndex
ROW, HEADING_ROW = 40, 30
_EDGE, _SIGN, _GAP = 14, 18, 14
_CAP, _CAP_PADDING, _CAP_GAP = 20, 6, 4
_MOST_OF_TEXT = 0.62  # of the line, where second words stand beside it
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
_CENTRE = Qt.AlignmentFlag.AlignCenter


class EntryView(QListView):
    """Shows lines to choose from; the current one is marked also while the focus is elsewhere."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = EntryModel(self)
        self.setModel(self.lines)
        self.setItemDelegate(EntryPainter(theme, self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        theme.changed.connect(self.viewport().update)

    def show_entries(self, entries: list[Entry]) -> None:
        """Show these lines; the first one becomes the current one."""
        self.lines.show(entries)
        self.scrollToTop()
        if entries:
            self.setCurrentIndex(self.lines.index(0))

    def current(self) -> Entry | None:
        """Return the current line."""
        index = self.currentIndex()
        return self.lines.entries[index.row()] if index.isValid() else None

    def step(self, lines: int) -> Entry | None:
        """Make another line the current one, as far as there are lines; return it."""
        last = len(self.lines.entries) - 1
        if last < 0:
            return None
        row = min(max(self.currentIndex().row() + lines, 0), last)
        self.setCurrentIndex(self.lines.index(row))
        if row == 0:
            self.scrollToTop()  # with the name of its group
        return self.current()

    def page(self) -> int:
        """Return how many lines fit."""
        return max(1, self.viewport().height() // ROW - 1)

    def wanted_height(self) -> int:
        """Return how high all lines are together."""
        headings = sum(
            bool(self.lines.index(row).data(HEADING)) for row in range(self.lines.rowCount())
        )
        return self.lines.rowCount() * ROW + headings * HEADING_ROW


class EntryPainter(QStyledItemDelegate):
    """Draws a line, and over the first one of a group its name."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, ROW + (HEADING_ROW if index.data(HEADING) else 0))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry, heading = index.data(ENTRY), index.data(HEADING)
        if not isinstance(entry, Entry):
            return
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if heading:
            upper = QRect(rect.left() + _EDGE, rect.top() + 3, rect.width() - _EDGE, HEADING_ROW)
            self._write(painter, upper, heading, (11, QFont.Weight.DemiBold, Colour.THIRD), _LEFT)
            rect = rect.adjusted(0, HEADING_ROW, 0, 0)
        selected = bool(state & QStyle.StateFlag.State_Selected)
        self._paint_ground(painter, rect, state, selected=selected)
        self._paint_line(painter, rect.adjusted(_EDGE, 0, -_EDGE, 0), entry, selected=selected)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, rect: QRect, state: QStyle.StateFlag, *, selected: bool
    ) -> None:
        hovered = state & QStyle.StateFlag.State_MouseOver
        if not (selected or hovered):
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(Colour.SELECTED if selected else Colour.HOVER))
        painter.drawRoundedRect(QRectF(rect).adjusted(0, 1, 0, -1), 8, 8)

    def _paint_line(self, painter: QPainter, rect: QRect, entry: Entry, *, selected: bool) -> None:
        colour = Colour.ACCENT if selected else Colour.SECOND
        if entry.icon:
            top = rect.center().y() - _SIGN // 2 + 1
            pixmap = self._theme.pictures.pixmap(
                entry.icon, self._theme.code(colour), _SIGN, painter.device().devicePixelRatioF()
            )
            painter.drawPixmap(rect.left(), top, pixmap)
            rect = rect.adjusted(_SIGN + _GAP, 0, 0, 0)
        rect = self._paint_keys(painter, rect, entry.keys)
        share = _MOST_OF_TEXT if entry.second else 1
        room = QRect(rect.left(), rect.top(), int(rect.width() * share), rect.height())
        look = (
            13,
            QFont.Weight.Medium if selected else QFont.Weight.Normal,
            Colour.ACCENT if selected else Colour.TEXT,
        )
        used = self._write(painter, room, entry.text, look, _LEFT)
        if entry.second:
            rest = rect.adjusted(used + 16, 0, 0, 0)
            second = Colour.SECOND if selected else Colour.THIRD
            self._write(painter, rest, entry.second, (12, QFont.Weight.Normal, second), _RIGHT)

    def _paint_keys(self, painter: QPainter, rect: QRect, keys: tuple[Keys, ...]) -> QRect:
        """Paint combinations from the right; return the room that is left."""
        metrics = QFontMetrics(self._font(painter, 11, QFont.Weight.Medium))
        right = rect.right()
        for place, combination in enumerate(reversed(keys)):
            if place:
                between = rect.adjusted(0, 0, right - rect.right() - _CAP_GAP, 0)
                look = (11, QFont.Weight.Normal, Colour.THIRD)
                right -= self._write(painter, between, _("or"), look, _RIGHT) + 3 * _CAP_GAP
            for name in reversed(combination):
                width = max(_CAP, metrics.horizontalAdvance(name) + 2 * _CAP_PADDING)
                cap = QRectF(right - width, rect.center().y() - _CAP / 2 + 0.5, width, _CAP)
                painter.setPen(QPen(self._theme.colour(Colour.LINE), 1))
                painter.setBrush(self._theme.colour(Colour.RAISED))
                painter.drawRoundedRect(cap, 5, 5)
                look = (11, QFont.Weight.Medium, Colour.SECOND)
                self._write(painter, cap.toRect(), name, look, _CENTRE)
                right = int(cap.left()) - _CAP_GAP
        right -= 2 * _CAP_GAP if keys else 0
        return QRect(rect.left(), rect.top(), right - rect.left(), rect.height())

    def _write(
        self,
        painter: QPainter,
        rect: QRect,
        text: str,
        look: tuple[int, QFont.Weight, Colour],
        place: Qt.AlignmentFlag,
    ) -> int:
        """Write a text, cut to its room; return its width."""
        size, weight, colour = look
        font = self._font(painter, size, weight)
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.setFont(font)
        painter.setPen(self._theme.colour(colour))
        painter.drawText(rect, place, shown)
        return metrics.horizontalAdvance(shown)

    @staticmethod
    def _font(painter: QPainter, size: int, weight: QFont.Weight) -> QFont:
        font = QFont(painter.font())
        font.setPixelSize(size)
        font.setWeight(weight)
        return font
