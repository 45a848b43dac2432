"""The screen of a conference laid out: the list, the item, its case sheet, a bar over and under."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from neuewege_desktop.gui.conference.bars import FootBar, HeadBar
from neuewege_desktop.gui.conference.item_view import ItemView
from neuewege_desktop.gui.conference.large_type import large_type, stepped, usual_size
from neuewege_desktop.gui.conference.side import Side
from neuewege_desktop.gui.conference.stop_list import StopList
from neuewege_desktop.gui.kit.empty_state import EmptyState
from neuewege_desktop.gui.kit.look.colours import Colour
from neuewege_desktop.gui.kit.notice import Notice
from neuewege_desktop.gui.kit.tab_order import tab_stops
from neuewege_desktop.gui.session import Session

_LEAST_LIST = 180  # logical pixels
_LIST, _SIDE = 0.17, 0.30  # of the width, besides the item


class Areas(QWidget):
    """Places everything, in letters of one size; F6 goes round."""

    def __init__(self, session: Session, acts: Mapping[str, Callable[[], object]]) -> None:
        super().__init__()
        self.setObjectName("conference")
        self._theme = session.room.theme
        self._size: int | None = None  # of the letters, once somebody chose one
        self._in_use: tuple[int, bool] | None = None  # the size and the scheme
        self.head = HeadBar(self._theme, acts)
        self.foot = FootBar(self._theme, acts)
        self.stops = StopList(self._theme)
        self.item = ItemView(session)
        self.side = Side(self._theme)
        self.veil = EmptyState(self._theme, "eye-off")
        self.pages = QStackedWidget()
        self.pages.addWidget(self.item)
        self.pages.addWidget(self.veil)
        self.notice = Notice(self._theme)
        self._lay_out()
        self._theme.changed.connect(self._set_type)

    def _lay_out(self) -> None:
        told = QHBoxLayout()
        told.setContentsMargins(14, 8, 14, 0)
        told.addWidget(self.notice)
        middle = QHBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(self.stops)
        middle.addWidget(self.pages, 1)
        middle.addWidget(self.side)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addLayout(told)
        column.addLayout(middle, 1)
        column.addWidget(self.foot)

    # --- size and letters -----------------------------------------------------------------------

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.head.fit(self.width())
        self.stops.setFixedWidth(max(round(self.width() * _LIST), _LEAST_LIST))
        self.side.setFixedWidth(round(self.width() * _SIDE))
        self._set_type()

    def step_type(self, steps: int) -> None:
        """Make all letters larger or smaller; no step leads back to the usual size."""
        base = self._size or usual_size(self.width())
        self._size = stepped(base, steps) if steps else None
        self._set_type()

    def _set_type(self) -> None:
        base = self._size or usual_size(self.width())
        if (base, self._theme.is_dark) != self._in_use:
            self._in_use = (base, self._theme.is_dark)
            colours = {colour.value: self._theme.code(colour) for colour in Colour}
            self.setStyleSheet(large_type(base, colours))
            self.head.fit(self.width())

    # --- the keyboard ---------------------------------------------------------------------------

    def go_around(self, step: int) -> None:
        """Give the keyboard to the next area: the bar, the list, the item, the case sheet."""
        areas = [self.head, self.stops, self.pages, self.side, self.foot]
        focus = self.window().focusWidget()
        here = next((place for place, area in enumerate(areas) if _holds(area, focus)), 0)
        for turn in range(1, len(areas) + 1):
            area = areas[(here + step * turn) % len(areas)]
            found = [area] if area is self.stops else list(tab_stops(area))
            if found:
                found[0].setFocus(Qt.FocusReason.ShortcutFocusReason)
                return


def _holds(area: QWidget, widget: QWidget | None) -> bool:
    return widget is not None and (area is widget or area.isAncestorOf(widget))
