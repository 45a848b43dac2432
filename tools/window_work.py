"""What a user does in the list of households, step by step, and how long it takes each time."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from heartbeat import Heartbeat, Steps, rest
from neuewege_desktop.gui.list_page import ListPage
from window_probe import Painted

_TYPED = ("müller", "täubchen", "schönwein", "jörg", "zwingmann", "übelacker")
_PACE = 0.09  # seconds from key to key
_ORDERS = ("name", "number", "approved_until", "phase")
_SCROLLS = 40
_WALK = 30  # rows
_KEYS = QEvent.Type.KeyPress, QEvent.Type.KeyRelease
_NONE = Qt.KeyboardModifier.NoModifier


def work_with_households(page: ListPage, beat: Heartbeat, values: dict[str, Any]) -> Steps:
    """Do everything once, the list of households being in front."""
    rows = Painted(page.view.viewport())
    yield from _scroll(page, beat, rows, values)
    yield from _sort(page, beat, rows, values)
    yield from _filter(page, beat, rows, values)
    yield from _walk_through(page, beat)
    yield from _open_record(page, beat, values)
    yield from _type_into_form(page, beat)


def _timed(rows: Painted, took: list[float], act: Callable[[], object]) -> Steps:
    begin = time.monotonic()
    ready = rows.again()
    act()
    yield ready
    took.append(rows.at - begin)


def _scroll(page: ListPage, beat: Heartbeat, rows: Painted, values: dict[str, Any]) -> Steps:
    beat.watch("scrolling")
    took: list[float] = values.setdefault("jump", [])
    bar = page.view.verticalScrollBar()
    for number in range(1, _SCROLLS):
        place = bar.maximum() * ((number * 7) % _SCROLLS) // _SCROLLS
        yield from _timed(rows, took, lambda place=place: bar.setValue(place))  # type: ignore[misc]
        yield rest(0.02)
    yield from _timed(rows, values.setdefault("end", []), page.view.scrollToBottom)
    page.view.scrollToTop()
    yield rest(0.2)


def _sort(page: ListPage, beat: Heartbeat, rows: Painted, values: dict[str, Any]) -> Steps:
    beat.watch("sorting")
    for order in (*_ORDERS, _ORDERS[0]):
        counted = Counted(page)
        took: list[float] = values.setdefault(f"sort {order}", [])
        yield from _timed(rows, took, lambda order=order: page.view.sort_by(order))  # type: ignore[misc]
        yield counted.is_there
        yield rest(0.3)


class Counted(QObject):
    """Knows whether all rows of an answer have come."""

    def __init__(self, page: ListPage) -> None:
        super().__init__(page)
        self._is_there = False
        page.table.counted.connect(self._note)

    @Slot(object)
    def _note(self, _count: object) -> None:
        self._is_there = True

    def is_there(self) -> bool:
        """Say whether they have."""
        return self._is_there


class Answers(QObject):
    """Takes the time from a key to the painting of its answer; a newer key drops the one before."""

    def __init__(self, page: ListPage, rows: Painted) -> None:
        super().__init__(page)
        self.took: list[float] = []
        self.dropped = 0
        self._begin: float | None = None
        self._ready: Callable[[], bool] | None = None
        self._painted = (rows, Painted(page.empty))
        self._asked = False
        page.filters.changed.connect(self._note_asked)
        page.table.modelReset.connect(self._note_answer)

    def begin(self) -> None:
        """Note that a key was pressed."""
        self.settle()
        if self._begin is not None:
            self.dropped += 1
        self._begin, self._ready, self._asked = time.monotonic(), None, False

    def settle(self) -> bool:
        """Take the time if the answer is painted; say whether nothing is waited for."""
        if self._begin is not None and self._ready is not None and self._ready():
            at = max(painted.at for painted in self._painted)
            self.took.append(at - self._begin)
            self._begin = None
        return self._begin is None

    @Slot()
    def _note_asked(self) -> None:
        self._asked = True

    @Slot()
    def _note_answer(self) -> None:
        if self._begin is not None and self._asked and self._ready is None:
            again = [painted.again() for painted in self._painted]
            self._ready = lambda: any(ready() for ready in again)


def _filter(page: ListPage, beat: Heartbeat, rows: Painted, values: dict[str, Any]) -> Steps:
    beat.watch("typing in the filter")
    line = page.filters.line
    answers = Answers(page, rows)
    for word in _TYPED:
        line.clear()
        yield rest(0.8)
        for letter in word:
            answers.begin()
            press(line, letter)
            following = rest(_PACE)
            yield lambda following=following: answers.settle() is None or following()  # type: ignore[misc]
        yield answers.settle
    values["filter"] = answers.took
    values["dropped"] = answers.dropped
    line.clear()
    yield rest(1.0)


def press(widget: QWidget, letter: str, key: int = 0) -> None:
    """Press and release a key."""
    for kind in _KEYS:
        QCoreApplication.sendEvent(widget, QKeyEvent(kind, key, _NONE, letter))


def _walk_through(page: ListPage, beat: Heartbeat) -> Steps:
    beat.watch("walking through rows")
    page.view.setFocus()
    for _row in range(_WALK):
        press(page.view, "", Qt.Key.Key_Down)
        yield rest(0.04)
    key = page.view.current_key()
    yield lambda: page.pane.dossier is not None and page.pane.key == key
    yield rest(0.3)


def _open_record(page: ListPage, beat: Heartbeat, values: dict[str, Any]) -> Steps:
    beat.watch("opening a record")
    took: list[float] = values.setdefault("record", [])
    record = Painted(page.full_page.view)
    for _time in range(5):
        begin = time.monotonic()
        press(page.view, "", Qt.Key.Key_Return)
        yield lambda: page.full_page.dossier is not None
        painted = record.again()
        page.full_page.view.update()
        yield painted
        took.append(record.at - begin)
        yield rest(0.3)
        page.close_full()
        yield rest(0.3)
        press(page.view, "", Qt.Key.Key_Down)
        yield rest(0.3)


def _type_into_form(page: ListPage, beat: Heartbeat) -> Steps:
    beat.watch("typing into a form")
    page.edit()
    yield lambda: page.pane.editor is not None
    yield rest(0.3)
    editor = page.pane.editor
    note = editor.form.editor("note").inputs()[0] if editor is not None else None
    for letter in "Die Familie wird zur nächsten Fallkonferenz eingeladen. " * 2:
        if note is not None:
            press(note, letter)
        yield rest(0.05)
    yield rest(0.8)
