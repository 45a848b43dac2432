"""The forms around an agenda: how long an item takes, and who comes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from neuewege_desktop.base.errors import UserError
from neuewege_desktop.base.i18n import N_, _
from neuewege_desktop.domain.choices.work import AttendanceStatus, MeetingPart
from neuewege_desktop.domain.records.meeting import AgendaItem, Attendance, Meeting, TownItem
from neuewege_desktop.gui.kit.editors.choices import ChoiceEditor, Option, choice_of
from neuewege_desktop.gui.kit.editors.days import TimeEditor
from neuewege_desktop.gui.kit.editors.texts import LineEditor, NumberEditor
from neuewege_desktop.gui.kit.form import Field
from neuewege_desktop.gui.pages.asking import asking
from neuewege_desktop.gui.record_editor import Editing
from neuewege_desktop.services.conference.agenda import set_minutes
from neuewege_desktop.services.conference.holding import set_attendance
from neuewege_desktop.services.entries import NEW
from neuewege_desktop.services.office import Office
from neuewege_desktop.services.outcome import Outcome
from neuewege_desktop.services.project import staff_names


@dataclass(frozen=True, slots=True)
class Minutes:
    """How long an item shall take."""

    minutes: int


def minutes_form(item: AgendaItem | TownItem) -> Editing:
    """Return the form for how long an item shall take."""
    field = Field("minutes", N_("Planned &minutes"), lambda: NumberEditor(empty=1), is_needed=True)
    return asking(
        Minutes(item.planned_min),
        (field,),
        lambda office, value: set_minutes(office, item, value.minutes),
        _("&Save"),
    )


def new_guest(meeting: Meeting) -> Attendance:
    """Return a guest who is still to be named; guests come to part B."""
    return Attendance(
        id=NEW,
        scope=meeting.scope,
        meeting=meeting.id,
        status=AttendanceStatus.INVITED,
        external=True,
        part=MeetingPart.TOWN,
    )


def new_colleague(meeting: Meeting) -> Attendance:
    """Return a colleague who is still to be chosen."""
    return Attendance(
        id=NEW,
        scope=meeting.scope,
        meeting=meeting.id,
        status=AttendanceStatus.INVITED,
        part=MeetingPart.INTERNAL,
    )


def attendance_form(office: Office, attendance: Attendance) -> Editing:
    """Return the form for somebody who is asked to come, or was there."""
    fields = (
        *_who(office, attendance),
        Field("status", N_("S&tatus"), choice_of(AttendanceStatus), half=True),
        Field("part", N_("&Part"), choice_of(MeetingPart), half=True),
        Field("start", N_("F&rom"), TimeEditor, half=True),
        Field("end", N_("&Until"), TimeEditor, half=True),
    )
    return asking(attendance, fields, _keep_attendance, _("&Save"))


def _keep_attendance(office: Office, attendance: Attendance) -> Outcome:
    if attendance.user is None and not attendance.external:
        raise UserError(_("Please choose who it is."))
    return set_attendance(office, attendance)


def _who(office: Office, attendance: Attendance) -> Sequence[Field]:
    if attendance.external:
        hint = N_("First and last name, and where the person comes from.")
        return (Field("guest", N_("&Name of the guest"), LineEditor, hint, is_needed=True),)
    if attendance.id != NEW:
        return ()
    options: list[Option] = [(None, "–"), *staff_names(office)]
    return (Field("user", N_("&Who"), lambda: ChoiceEditor(options), is_needed=True),)
