"""The screen of a case conference and its dialogs, each with the way to it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from dialogs_of_the_program import View
from neuewege_desktop.domain.choices.work import (
    AttendanceStatus,
    DecisionKind,
    MeetingPart,
    MeetingStatus,
    PromiseOutcome,
)
from neuewege_desktop.domain.records.meeting import AgendaItem, Attendance, Meeting
from neuewege_desktop.gui.conference.forms import (
    ask_for_guest,
    ask_for_household,
    ask_for_topic,
    ask_to_begin,
    ask_to_drop,
    ask_to_postpone,
)
from neuewege_desktop.gui.conference.window import ConferenceWindow
from neuewege_desktop.services.conference.agenda import add_town_topic
from neuewege_desktop.services.conference.deciding import decide, new_decision
from neuewege_desktop.services.conference.holding import begin, note, set_attendance
from neuewege_desktop.services.conference.proposing import propose
from neuewege_desktop.services.conference.reading import ConferenceFile, conference_file
from neuewege_desktop.services.entries import NEW
from neuewege_desktop.services.office import Office
from neuewege_desktop.services.records import all_of
from scene import Scene

_TWO = dt.time(14)
_TOPICS = ("Plätze am Bauhof im Sommer", "Raum für die Sprechstunde im Rathaus")
_NOTED = (
    "Termin am 15.04. nicht wahrgenommen, kein Anruf. Frau Linde hat die neue Nummer; die "
    "Schwester könnte auf das Kind aufpassen."
)
_GUEST = "Karin Stein, Gemeinde Zwingenberg"


def _meeting(office: Office) -> Meeting:
    """Return the conference that is being held; the next one begins if none is."""
    found = sorted(all_of(office, Meeting), key=lambda each: (each.day, each.id))
    for meeting in found:
        if meeting.status is MeetingStatus.RUNNING:
            return meeting
    ahead = next(each for each in found if each.status is MeetingStatus.PLANNED)
    propose(office, ahead.id)
    for topic in _TOPICS:
        add_town_topic(office, ahead.id, topic)
    begin(office, ahead.id, _TWO)
    item = conference_file(office, ahead.id).items[0].item
    note(office, item, _NOTED)
    _decide(office, item, ahead.day)
    return replace(ahead, status=MeetingStatus.RUNNING)


def _decide(office: Office, item: AgendaItem, day: dt.date) -> None:
    made = new_decision(item, DecisionKind.INVITE, office.author)
    words = "Erneut einladen, mit Hinweis auf die Rechtsfolgen"
    decide(office, item, replace(made, text=words, due_on=day + dt.timedelta(days=4)))


def _screen(scene: Scene) -> ConferenceWindow:
    main = scene.main
    _set_guest(main.session.office, there=False)
    screen = ConferenceWindow(main.session, _meeting(main.session.office).id, main)
    screen.resize(scene.size)
    screen.show()
    screen.activateWindow()
    scene.settle()
    return screen


def _set_guest(office: Office, *, there: bool) -> None:
    """Let the guest be there, or be gone."""
    meeting = _meeting(office)
    known = [each for each in all_of(office, Attendance) if each.guest == _GUEST]
    guest = Attendance(
        id=NEW,
        scope=meeting.scope,
        meeting=meeting.id,
        guest=_GUEST,
        status=AttendanceStatus.PRESENT,
        external=True,
        part=MeetingPart.INTERNAL,
    )
    status = AttendanceStatus.PRESENT if there else AttendanceStatus.EXCUSED
    if there or known:
        set_attendance(office, replace(known[0] if known else guest, status=status))


def _file(screen: ConferenceWindow) -> ConferenceFile:
    return conference_file(screen.session.office, screen.meeting)


def _part_b(scene: Scene) -> QWidget:
    screen = _screen(scene)
    screen.go_to(_file(screen).town_items[0].item.id)
    return screen


def _promise(scene: Scene) -> QWidget:
    """Show an item at which a promise waits, and is to be moved."""
    screen = _screen(scene)
    line = next((each for each in _file(screen).items if each.promises), None)
    if line is not None:
        screen.go_to(line.item.id)
        scene.settle()
        screen.areas.item.promises.answer_first(PromiseOutcome.NEW_DATE)
    return screen


def _guest(scene: Scene) -> QWidget:
    screen = _screen(scene)
    _set_guest(screen.session.office, there=True)
    screen.refresh()
    return scene.dialog(screen)


def _hidden(scene: Scene) -> QWidget:
    screen = _screen(scene)
    _set_guest(screen.session.office, there=True)
    screen.refresh()
    scene.dialog(screen).close()
    return screen


def _dialog(open_it: Callable[[ConferenceWindow], object]) -> Callable[[Scene], QWidget]:
    def show(scene: Scene) -> QWidget:
        screen = _screen(scene)
        open_it(screen)
        return scene.dialog(screen)

    return show


def _postpone(screen: ConferenceWindow) -> None:
    if screen.areas.item.subject is not None:
        ask_to_postpone(screen, screen.session, screen.areas.item.subject, lambda _outcome: None)


def _drop(screen: ConferenceWindow) -> None:
    if screen.areas.item.subject is not None:
        ask_to_drop(screen, screen.session, screen.areas.item.subject, lambda _outcome: None)


def _begin(screen: ConferenceWindow) -> None:
    ask_to_begin(screen, screen.session, screen.meeting, lambda _outcome: None)


def _add_guest(screen: ConferenceWindow) -> None:
    ask_for_guest(screen, screen.session, _file(screen).meeting, MeetingPart.INTERNAL)


CONFERENCE: tuple[View, ...] = (
    View("conference", _screen),
    View("conference-part-b", _part_b),
    View("conference-promise", _promise),
    View("conference-guest", _guest),
    View("conference-hidden", _hidden),
    View("conference-attendance", _dialog(lambda screen: screen.talk.people())),
    View("conference-new-guest", _dialog(_add_guest)),
    View("conference-end", _dialog(lambda screen: screen.talk.end())),
    View("conference-begin", _dialog(_begin)),
    View("conference-postpone", _dialog(_postpone)),
    View("conference-drop", _dialog(_drop)),
    View(
        "conference-household",
        _dialog(lambda screen: ask_for_household(screen, screen.session, screen.meeting)),
    ),
    View(
        "conference-topic",
        _dialog(
            lambda screen: ask_for_topic(
                screen, screen.session, screen.meeting, MeetingPart.INTERNAL
            )
        ),
    ),
)
