"""What somebody does who writes the minutes of a conference, step by step."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QApplication

from heartbeat import Heartbeat, Steps, rest
from neuewege_desktop.domain.choices.work import PromiseOutcome
from neuewege_desktop.gui.conference.subjects import Subject
from neuewege_desktop.gui.conference.window import ConferenceWindow
from window_probe import Painted
from window_work import press

if TYPE_CHECKING:
    from neuewege_desktop.gui.window.main_window import MainWindow

_PACE = 0.06  # seconds from key to key
_MINUTES = (
    "Frau Täubchen hat den Termin am Montag wahrgenommen und die Unterlagen der Hausverwaltung "
    "vorgelegt. Die Kinderbetreung ist bis zu den Sommerferien gesichert, danach hilft die "
    "Großmutter. Der Bauhof könnte ab Mai einen Platz anbieten; Herr Weiß fragt im Rathaus nach. "
    "Er ruft sie zurück. Das Gespräch über die Weiterbewiligung führt die Leistungsabteilung. Die "
    "Familie wird in drei Wochen wieder besprochen."
)
_DECIDED = "Unterlagen der Hausverwaltung nachreichen"
_DECISIONS, _FINISHED = 3, 5


def hold_conference(window: MainWindow, beat: Heartbeat, values: dict[str, Any]) -> Steps:
    """Do everything once; a conference has begun and waits to be gone on with."""
    watched: list[str] = values.setdefault("conference", [])

    def watch(what: str) -> None:
        beat.watch(what)
        watched.append(what)

    watch("opening the conference")
    begin = time.monotonic()
    window.actions_table["hold"].trigger()
    yield lambda: _screen() is not None
    screen = _screen()
    if screen is None:
        raise LookupError("the screen of the conference")
    yield lambda: screen.view is not None
    yield from _painted(screen, begin, values.setdefault("screen of the conference", []))
    yield rest(0.5)
    watch("typing minutes")
    yield from _type_minutes(screen)
    watch("noting what was typed")
    yield lambda: _subject(screen).item.discussion == _MINUTES
    yield rest(0.5)
    watch("adding a decision")
    yield from _decide(screen)
    watch("finishing an item")
    yield from _finish(screen)
    watch("going through the items")
    yield from _go_through(screen, values.setdefault("another item in front", []))


def _screen() -> ConferenceWindow | None:
    shown = QApplication.topLevelWidgets()
    return next((each for each in shown if isinstance(each, ConferenceWindow)), None)


def _subject(screen: ConferenceWindow) -> Subject:
    if screen.view is None or screen.view.subject is None:
        raise LookupError("no item is in front")
    return screen.view.subject


def _painted(screen: ConferenceWindow, begin: float, took: list[float]) -> Steps:
    item = screen.areas.item.viewport()
    painted = Painted(item)
    ready = painted.again()
    item.update()
    yield ready
    took.append(painted.at - begin)


def _type_minutes(screen: ConferenceWindow) -> Steps:
    text = screen.areas.item.result.text
    for letter in _MINUTES:
        press(text, letter)
        yield rest(_PACE)
    yield rest(1.0)  # the last draft, and the last words of the spelling


def _decide(screen: ConferenceWindow) -> Steps:
    for number in range(1, _DECISIONS + 1):
        entry = screen.areas.item.entry
        if entry is None:
            raise LookupError("no line for decisions")
        editor = entry.form.editor("text")
        editor.show_value("")
        for letter in _DECIDED:
            press(editor.inputs()[0], letter)
            yield rest(_PACE)
        entry.add_button.click()
        yield lambda number=number: len(_subject(screen).decided) >= number  # type: ignore[misc]
        yield rest(0.3)


def _finish(screen: ConferenceWindow) -> Steps:
    for _item in range(_FINISHED):
        subject = _subject(screen)
        for owed in range(len(subject.promises), 0, -1):
            screen.areas.item.promises.answer_first(PromiseOutcome.KEPT)
            yield lambda owed=owed: len(_subject(screen).promises) < owed  # type: ignore[misc]
        screen.areas.foot.finish.click()
        yield lambda key=subject.key: _subject(screen).key != key  # type: ignore[misc]
        yield rest(0.3)


def _go_through(screen: ConferenceWindow, took: list[float]) -> Steps:
    """Go from the first item to the last one, and back."""
    stops = screen.view.stops if screen.view is not None else ()
    screen.go_to(stops[0].key)
    yield lambda: _subject(screen).key == stops[0].key
    steps = [(screen.areas.foot.after, stop.key) for stop in stops[1:]]
    steps += [(screen.areas.foot.before, stop.key) for stop in stops[-2::-1]]
    for button, key in steps:
        begin = time.monotonic()
        button.click()
        yield lambda key=key: _subject(screen).key == key  # type: ignore[misc]
        yield from _painted(screen, begin, took)
        yield rest(0.2)
