"""A day until which something is done, with the days one mostly means at a key each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtWidgets import QPushButton, QWidget

from neuewege_desktop.base.formats import long_date
from neuewege_desktop.base.i18n import _
from neuewege_desktop.gui.kit.buttons import button
from neuewege_desktop.gui.kit.editors.days import DayEditor
from neuewege_desktop.gui.kit.flow import FlowLayout
from neuewege_desktop.gui.kit.room import Room

_WEEK = dt.timedelta(weeks=1)
_WIDE = 170  # logical pixels: a day in large type, and the sign of the calendar


class DueDay(DayEditor):
    """A day, or nothing; the buttons beside it count from the day of the conference."""

    def __init__(self, room: Room, day: dt.date, next_day: dt.date) -> None:
        super().__init__(room)
        self.line.setMaximumWidth(_WIDE)
        beside = QWidget()
        flow = FlowLayout(beside, gap=6)
        flow.setContentsMargins(0, 2, 0, 2)
        self.quick: list[QPushButton] = []
        for name, words, choice in (
            ("inOneWeek", _("+1 week"), day + _WEEK),
            ("inTwoWeeks", _("+2 weeks"), day + 2 * _WEEK),
            ("nextConference", _("next conference"), next_day),
        ):
            made = self._quick(name, words, choice)
            self.quick.append(made)
            flow.addWidget(made)
        self.row.addWidget(beside, 2)

    def _quick(self, name: str, words: str, day: dt.date) -> QPushButton:
        made = button(words, self._choosing(day), name=name)
        made.setProperty("chip", True)
        made.setAccessibleDescription(long_date(day))
        return made

    def _choosing(self, day: dt.date) -> Callable[[], None]:
        def choose() -> None:
            self.line.setText(long_date(day))
            self.edited.emit()

        return choose
