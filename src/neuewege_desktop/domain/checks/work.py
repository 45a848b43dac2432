"""Rules for cases, measures, conferences, tasks, actors and staff (2.3, 2.7–2.13)."""

from __future__ import annotations

from collections.abc import Iterator

from neuewege_desktop.base.i18n import _
from neuewege_desktop.domain.checks.problem import Context, Problem, missing, negative, postal
from neuewege_desktop.domain.choices.work import ParticipationState, TaskState
from neuewege_desktop.domain.conference.series import day_warning
from neuewege_desktop.domain.records.case import AgendaFlag, Case, Task
from neuewege_desktop.domain.records.catalogue import Team, TeamMember, User
from neuewege_desktop.domain.records.measure import Measure, MeasureRun, Participation
from neuewege_desktop.domain.records.meeting import Meeting, MeetingSeries, TownItem, TownTask
from neuewege_desktop.domain.records.town import Actor, Place

_WEEK_HOURS = 60
_LONGEST = 480  # minutes


def case(record: Case, _context: Context) -> Iterator[Problem]:
    """Yield what is wrong with a case: whoever closes it says why, and not before it was opened."""
    if record.closed_on is None:
        return
    if record.closed_on < record.opened_on:
        yield Problem("closed_on", _("The case was opened later. Please correct the day."))
    if record.close_reason is None:
        yield Problem("close_reason", _("Please say why the case is closed."))


def task(record: Task, _context: Context) -> Iterator[Problem]:
    """Yield what is wrong with a task."""
    yield from missing(record.title, "title", _("Please say what is to be done."))
    yield from negative(record.remind_days_before, "remind_days_before")
    if record.decision is not None and record.state == TaskState.DROPPED:
        yield from missing(record.result, "result", _("Please say why the decision drops."))


def town_task(record: TownTask, _context: Context) -> Iterator[Problem]:
    """Yield what is wrong with a task with the municipality."""
    yield from missing(record.title, "title", _("Please say what is to be done."))


def agenda_flag(record: AgendaFlag, _context: Context) -> Iterator[Problem]:
    """Yield what is wrong with a note for the agenda: it says why (rule R20)."""
    yield from missing(record.text, "text", _("Please say why the case should be talked about."))


def measure(record: Measure, _context: Context) -> Iterator[Problem]:
    """Yield what is wrong with a measure."""
    yield from missing(record.name, "name", _("Please enter the name of the measure."))
    if not record.instrument_version:
        yield Problem("instrument_version", _("Please choose the instrument of the measure."))


def measure_run(record: MeasureRun, _context: Context) -> Iterator[Problem]:
    """Yield what is wrong with a run of a measure."""
    yield from negative(record.places_total, "places_total")
    yield from negative(record.places_reserved, "places_reserved")
    if record.places_total is not None and 0 <= record.places_total < record.places_reserved:
        yield Problem(
            "places_reserved",
            _("More places are reserved than there are. Please check both numbers."),
            blocks=False,
        )
    if record.hours_week is not None and not 0 <= record.hours_week <= _WEEK_HOURS:
        yield Problem("hours_week", _("A week has 0 to 60 hours here. Please correct the number."))


def participation(record: Participation, _context: Context) -> Iterator[Problem]:
    """Yield what is wrong with a participation: one that ended has a result."""
    if record.state == ParticipationState.ENDED and record.result_code is None:
        yield Problem("result_code", _("Please say how the participation ended."))


def meeting(record: Meeting, context: Context) -> Iterator[Problem]:
    """Yield what is wrong with a case conference."""
    if record.ags not in context.municipalities:
        yield Problem("ags", _("Please choose the municipality from the list."))
    if record.start is not None and record.end is not None and record.end < record.start:
        yield Problem("end", _("The conference ends before it begins. Please correct one time."))
    if warning := day_warning(record.day):
        yield Problem("day", warning, blocks=False)


def meeting_series(record: MeetingSeries, _context: Context) -> Iterator[Problem]:
    """Yield what is wrong with a series of case conferences."""
    if not 0 < record.duration_min <= _LONGEST:
        yield Problem("duration_min", _("A conference takes 1 to 480 minutes. Please correct it."))
    elif record.town_min > record.duration_min:
        yield Problem("town_min", _("Part B is longer than the conference. Please shorten it."))
    if record.max_items < 1:
        yield Problem(
            "max_items", _("An agenda holds one household at least. Please correct the number.")
        )


def town_item(record: TownItem, _context: Context) -> Iterator[Problem]:
    """Yield what is wrong with a topic with the municipality."""
    yield from missing(record.topic, "topic", _("Please enter the topic."))


def actor(record: Actor, _context: Context) -> Iterator[Problem]:
    """Yield what is wrong with a local actor."""
    yield from missing(record.name, "name", _("Please enter the name."))
    yield from postal(record.address)


def place(record: Place, _context: Context) -> Iterator[Problem]:
    """Yield what is wrong with a place."""
    yield from missing(record.name, "name", _("Please enter the name."))
    yield from postal(record.address)


def user(record: User, _context: Context) -> Iterator[Problem]:
    """Yield what is wrong with a member of staff."""
    yield from missing(record.name, "name", _("Please enter the name."))


def team(record: Team, _context: Context) -> Iterator[Problem]:
    """Yield what is wrong with a team."""
    yield from missing(record.name, "name", _("Please enter the name of the team."))
    if record.max_items < 1:
        yield Problem(
            "max_items", _("An agenda holds one household at least. Please correct the number.")
        )


def team_member(record: TeamMember, _context: Context) -> Iterator[Problem]:
    """Yield what is wrong with a membership in a team."""
    if not record.user:
        yield Problem("user", _("Please choose who works in the team."))
