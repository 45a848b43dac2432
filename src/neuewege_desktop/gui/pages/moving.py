"""A conference that does not stay where it was planned: moved to another day, or cancelled."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtWidgets import QWidget

from neuewege_desktop.base.i18n import N_, _
from neuewege_desktop.domain.checks.problem import Problem
from neuewege_desktop.domain.records.meeting import Meeting
from neuewege_desktop.gui.kit.editors.days import NeededDayEditor, TimeEditor
from neuewege_desktop.gui.kit.form import Field
from neuewege_desktop.gui.kit.room import Room
from neuewege_desktop.gui.pages.asking import asking, asking_for_words
from neuewege_desktop.gui.pages.parts import open_form
from neuewege_desktop.gui.record_editor import Editing
from neuewege_desktop.gui.session import Session
from neuewege_desktop.services.conference.planning import cancel_meeting, move_meeting
from neuewege_desktop.services.entries import check
from neuewege_desktop.services.office import Office
from neuewege_desktop.services.records import needed


@dataclass(frozen=True, slots=True)
class When:
    """The day and the hours of a conference."""

    day: dt.date
    start: dt.time | None
    end: dt.time | None


def open_moving(window: QWidget, session: Session, meeting: int) -> None:
    """Ask to which day and hour a conference shall move; its agenda goes with it."""
    open_form(
        window,
        session,
        _("Move the conference"),
        lambda office: _moving(session.room, needed(office, Meeting, meeting)),
        _("Its agenda goes with it. Please tell the others."),
    )


def open_cancelling(window: QWidget, session: Session, meeting: int) -> None:
    """Ask why a conference is cancelled."""
    open_form(
        window,
        session,
        _("Cancel the conference"),
        lambda office: _cancelling(needed(office, Meeting, meeting)),
    )


def _moving(room: Room, meeting: Meeting) -> Editing:
    """Return the form that moves a conference."""
    fields = (
        Field("day", N_("&Day"), lambda: NeededDayEditor(room), is_needed=True),
        Field("start", N_("&Begins"), TimeEditor, half=True),
        Field("end", N_("&Ends"), TimeEditor, half=True),
    )
    form = asking(
        When(meeting.day, meeting.start, meeting.end),
        fields,
        lambda office, when: move_meeting(office, meeting.id, when.day, when.start, when.end),
        _("&Move the conference"),
    )

    def look(office: Office, when: When) -> Sequence[Problem]:
        return check(office, replace(meeting, day=when.day, start=when.start, end=when.end))

    return replace(form, check=look)


def _cancelling(meeting: Meeting) -> Editing:
    """Return the form that cancels a conference."""
    return asking_for_words(
        N_("&Why is it cancelled?"),
        lambda office, why: cancel_meeting(office, meeting.id, why),
        _("C&ancel the conference"),
        hint=N_("The reason stands at the conference. What was due comes up at the next one."),
        lines=2,
    )
