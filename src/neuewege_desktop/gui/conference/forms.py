"""Short forms of a conference: why an item is put off, what comes on the agenda, who is a guest."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QWidget

from neuewege_desktop.base.errors import UserError
from neuewege_desktop.base.i18n import N_, _
from neuewege_desktop.domain.choices.work import AttendanceStatus, MeetingPart
from neuewege_desktop.domain.records import RecordId
from neuewege_desktop.domain.records.meeting import Attendance, Meeting
from neuewege_desktop.gui.conference import acts
from neuewege_desktop.gui.conference.subjects import Subject
from neuewege_desktop.gui.kit.editors.choices import ChoiceEditor, FlagEditor, choice_of
from neuewege_desktop.gui.kit.editors.days import TimeEditor
from neuewege_desktop.gui.kit.editors.texts import LineEditor
from neuewege_desktop.gui.kit.form import Field
from neuewege_desktop.gui.pages.parts import open_form
from neuewege_desktop.gui.record_editor import Editing
from neuewege_desktop.gui.session import Session
from neuewege_desktop.services.conference.agenda import add_household, add_topic, add_town_topic
from neuewege_desktop.services.conference.desk import households_to_add
from neuewege_desktop.services.conference.holding import begin, set_attendance
from neuewege_desktop.services.entries import NEW
from neuewege_desktop.services.office import Office
from neuewege_desktop.services.outcome import Outcome

Keep = Callable[[Office, Any], Outcome]


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something is put off or dropped."""

    why: str = ""


@dataclass(frozen=True, slots=True)
class Hour:
    """When a conference begins."""

    at: dt.time | None


@dataclass(frozen=True, slots=True)
class Addition:
    """What comes on the agenda: a household for a reason, or a topic of one of the parts."""

    case: RecordId | None = None
    part: MeetingPart = MeetingPart.INTERNAL
    text: str = ""


def _form(value: object, fields: Sequence[Field], words: str, keep: Keep) -> Editing:
    """Return a form without a draft: it is filled within seconds."""
    return Editing(
        value=value,
        fields=fields,
        place="",
        record=None,
        check=lambda _office, _value: (),
        save=lambda office, _before, after, _draft: keep(office, after),
        save_words=words,
    )


def ask_to_postpone(
    window: QWidget, session: Session, subject: Subject, then: Callable[[Outcome], object]
) -> None:
    """Ask why an item is put off; at the third time the reason must not be missing."""
    editing = _form(
        Reason(),
        (Field("why", N_("&Why?"), LineEditor),),
        _("&Postpone"),
        lambda office, reason: acts.postpone(office, subject, reason.why),
    )
    hint = _("It comes back at the next conference, more urgent than today.")
    open_form(window, session, _("Postpone the item"), lambda _office: editing, hint, then)


def ask_to_drop(
    window: QWidget, session: Session, subject: Subject, then: Callable[[Outcome], object]
) -> None:
    """Ask why an item is dropped."""
    editing = _form(
        Reason(),
        (Field("why", N_("&Why?"), LineEditor, is_needed=True),),
        _("&Drop"),
        lambda office, reason: acts.drop(office, subject, reason.why),
    )
    hint = _("It is not talked about today and comes up again next time.")
    open_form(window, session, _("Drop the item"), lambda _office: editing, hint, then)


def ask_for_household(window: QWidget, session: Session, meeting: RecordId) -> None:
    """Ask which household comes on the agenda of a conference that is being held, and why."""

    def make(office: Office) -> Editing:
        cases = households_to_add(office, meeting)
        if not cases:
            raise UserError(_("All households of this municipality are on the agenda already."))
        return _form(
            Addition(case=cases[0][0]),
            (
                Field("case", N_("Hou&sehold"), lambda: ChoiceEditor(cases)),
                Field("text", N_("&Why?"), LineEditor, is_needed=True),
            ),
            _("&Put on the agenda"),
            lambda office, made: add_household(office, meeting, made.case, made.text),
        )

    open_form(window, session, _("Put a household on the agenda"), make)


def ask_for_topic(window: QWidget, session: Session, meeting: RecordId, part: MeetingPart) -> None:
    """Ask for a topic of the team, or one with the municipality."""

    def keep(office: Office, made: Addition) -> Outcome:
        add = add_town_topic if made.part is MeetingPart.TOWN else add_topic
        return add(office, meeting, made.text)

    editing = _form(
        Addition(part=part),
        (
            Field(
                "text", N_("&Topic"), LineEditor, N_("Without names of clients."), is_needed=True
            ),
            Field("part", N_("Pa&rt"), choice_of(MeetingPart)),
        ),
        _("&Put on the agenda"),
        keep,
    )
    open_form(window, session, _("Put a topic on the agenda"), lambda _office: editing)


def ask_for_guest(window: QWidget, session: Session, meeting: Meeting, part: MeetingPart) -> None:
    """Ask who else is there."""
    guest = Attendance(
        id=NEW,
        scope=meeting.scope,
        meeting=meeting.id,
        status=AttendanceStatus.PRESENT,
        external=True,
        part=part,
    )
    fields = (
        Field("guest", N_("&Name"), LineEditor, is_needed=True),
        Field("part", N_("Pa&rt"), choice_of(MeetingPart), half=True),
        Field("start", N_("&From"), TimeEditor, half=True),
        Field("external", "", lambda: FlagEditor(_("From outside of the Jobcenter"))),
    )
    editing = _form(guest, fields, _("&Enter"), set_attendance)
    open_form(window, session, _("Enter a guest"), lambda _office: editing)


def ask_to_begin(
    window: QWidget, session: Session, meeting: RecordId, then: Callable[[Outcome], object]
) -> None:
    """Ask when the conference begins: now, unless somebody says otherwise."""
    editing = _form(
        Hour(this_minute(session)),
        (Field("at", N_("&Begins at"), TimeEditor),),
        _("&Hold the conference"),
        lambda office, hour: begin(office, meeting, _needed(hour)),
    )
    hint = _("Whoever was invited counts as present until you say otherwise.")
    open_form(window, session, _("Hold the case conference"), lambda _office: editing, hint, then)


def this_minute(session: Session) -> dt.time:
    """Return the time of the day, as it is written into minutes."""
    return session.room.now().time().replace(second=0, microsecond=0)


def _needed(hour: Hour) -> dt.time:
    if hour.at is None:
        raise UserError(_("Please type the time as 14:00."))
    return hour.at
