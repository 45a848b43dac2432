"""Editors for days, times and periods: typed as people type them, or chosen in a calendar."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCalendarWidget,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QWidget,
    QWidgetAction,
)
from typing_extensions import override

from neuewege_desktop.base.errors import UserError
from neuewege_desktop.base.formats import long_date, read_day
from neuewege_desktop.base.i18n import _
from neuewege_desktop.domain.values import Period
from neuewege_desktop.gui.kit.editors.editor import Editor, Unreadable
from neuewege_desktop.gui.kit.editors.texts import LineEditor
from neuewege_desktop.gui.kit.room import Room
from neuewege_desktop.gui.kit.text import Text


class DayEditor(LineEditor):
    """A day: 1.2.2009, 1.2.09, 01022009, or today; empty where it may be unknown.

    Alt+Down opens the calendar; so does the sign in the field, for the mouse.
    """

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent, hint=_("dd.mm.yyyy"))
        self._room = room
        icon = room.theme.icon("calendar-days")
        calendar = self.line.addAction(icon, QLineEdit.ActionPosition.TrailingPosition)
        calendar.setToolTip(_("Choose in the calendar (Alt+Down)"))
        calendar.triggered.connect(self._choose)
        shortcut = QShortcut(QKeySequence("Alt+Down"), self.line, self._choose)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        self.line.setMinimumWidth(116)
        self.line.editingFinished.connect(self._tidy)

    @override
    def show_value(self, value: Any) -> None:
        super().show_value(long_date(value) if value else "")

    @override
    def value(self) -> Any:
        text = self.line.text().strip()
        if not text:
            return None
        day = read_day(text, self._room.today())
        if day is None:
            raise Unreadable(_("This is no day of the calendar. Please type it as 20.04.2009."))
        return day

    def _tidy(self) -> None:
        day = read_day(self.line.text().strip(), self._room.today())
        if day is not None:
            self.line.setText(long_date(day))

    def _choose(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar = QCalendarWidget(menu)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers)
        calendar.setAccessibleName(_("Calendar"))
        shown = read_day(self.line.text().strip(), self._room.today()) or self._room.today()
        calendar.setSelectedDate(QDate(shown.year, shown.month, shown.day))
        calendar.activated.connect(self._take)
        calendar.clicked.connect(self._take)
        calendar.activated.connect(menu.close)
        calendar.clicked.connect(menu.close)
        action = QWidgetAction(menu)
        action.setDefaultWidget(calendar)
        menu.addAction(action)
        menu.popup(self.line.mapToGlobal(self.line.rect().bottomLeft()))
        calendar.setFocus()

    def _take(self, day: QDate) -> None:
        self.line.setText(long_date(dt.date(day.year(), day.month(), day.day())))
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)
        self.edited.emit()


class NeededDayEditor(DayEditor):
    """A day that may not be missing."""

    @override
    def value(self) -> Any:
        day = super().value()
        if day is None:
            raise Unreadable(_("Please enter a day, for example 20.04.2009."))
        return day


class TimeEditor(LineEditor):
    """A time of the day: 9, 9:30, 0930; or nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, hint=_("hh:mm"))

    @override
    def show_value(self, value: Any) -> None:
        super().show_value(value.isoformat("minutes") if value else "")

    @override
    def value(self) -> Any:
        text = self.line.text().strip().removesuffix("Uhr").strip().replace(".", ":")
        if not text:
            return None
        hours, _colon, minutes = text.partition(":")
        if ":" not in text and len(text) > 2:
            hours, minutes = text[:-2], text[-2:]
        try:
            return dt.time(int(hours), int(minutes or 0))
        except ValueError:
            raise Unreadable(_("Please type the time as 14:00.")) from None


class NeededTimeEditor(TimeEditor):
    """A time of the day that may not be missing."""

    @override
    def value(self) -> Any:
        time = super().value()
        if time is None:
            raise Unreadable(_("Please enter a time, for example 14:00."))
        return time


class PeriodEditor(Editor):
    """From a day to a day; without an end it goes on."""

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.start, self.end = DayEditor(room), DayEditor(room)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.start, 1)
        row.addWidget(Text(_("to"), "second"))
        row.addWidget(self.end, 1)
        for editor in (self.start, self.end):
            editor.edited.connect(self.edited)
        self.end.line.setPlaceholderText(_("open"))
        self.setFocusProxy(self.start)

    @override
    def inputs(self) -> Sequence[QWidget]:
        return (self.start.line, self.end.line)

    @override
    def set_name(self, name: str) -> None:
        self.start.set_name(_("{field}: from").format(field=name))
        self.end.set_name(_("{field}: to").format(field=name))

    @override
    def set_read_only(self) -> None:
        self.start.set_read_only()
        self.end.set_read_only()

    @override
    def show_value(self, value: Any) -> None:
        self.start.show_value(value.start if value else None)
        self.end.show_value(value.end if value else None)

    @override
    def value(self) -> Any:
        start, end = self.start.value(), self.end.value()
        if start is None:
            raise Unreadable(_("Please enter the first day, for example 20.04.2009."))
        try:
            return Period(start, end)
        except UserError as wrong:
            raise Unreadable(str(wrong)) from wrong

    @override
    def typed(self) -> list[str]:
        return [*self.start.typed(), *self.end.typed()]

    @override
    def retype(self, texts: Sequence[str]) -> None:
        start, end = texts
        self.start.retype([start])
        self.end.retype([end])
