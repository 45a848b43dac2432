"""Planning conferences: out of a series or by hand, moved, cancelled."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from neuewege_desktop.base.errors import UserError
from neuewege_desktop.base.i18n import _
from neuewege_desktop.domain.choices.work import (
    AttendanceStatus,
    MeetingPart,
    MeetingStatus,
    StaffFunction,
)
from neuewege_desktop.domain.conference.series import conference_days
from neuewege_desktop.domain.records import Life, RecordId
from neuewege_desktop.domain.records.catalogue import Municipality, Team, TeamMember
from neuewege_desktop.domain.records.meeting import (
    AgendaItem,
    Attendance,
    Meeting,
    MeetingSeries,
    TownItem,
)
from neuewege_desktop.domain.scopes import town_scope
from neuewege_desktop.services.conference.due import AHEAD
from neuewege_desktop.services.conference.reading import needed_meeting
from neuewege_desktop.services.entries.saving import (
    NEW,
    keep,
    problems_together,
    refuse_blocking,
)
from neuewege_desktop.services.labels import ActLabel
from neuewege_desktop.services.office import Office
from neuewege_desktop.services.places import municipality_named
from neuewege_desktop.store.reader import Reader
from neuewege_desktop.store.writer import Outcome, Writer

PLANNED_AHEAD = dt.timedelta(weeks=8)


def save_series(office: Office, series: MeetingSeries) -> Outcome:
    """Keep a new or changed series and plan its next conferences, in one act.

    What was planned out of the series before follows the change: it goes to the new hour and place,
    or is taken back where the series no longer meets. A conference that somebody moved, convened or
    put something on stays as it is.
    """
    until = office.today + PLANNED_AHEAD
    with office.store.writing(ActLabel.SERIES, office.author) as writer:
        refuse_blocking(problems_together(writer, office, [series]))
        before = writer.get(MeetingSeries, series.id) if series.id != NEW else None
        kept = keep(writer, series)
        if before is not None:
            _follow(writer, office.today, before, kept)
            writer.flush()
        _plan(writer, office, kept, until)
    return writer.outcome


def _follow(writer: Writer, today: dt.date, before: MeetingSeries, after: MeetingSeries) -> None:
    """Bring untouched conferences of a series from what it was to what it is."""
    town = _town_of(writer, after)
    old, new = _meeting_of(before, town), _meeting_of(after, town)
    planned = [
        meeting
        for meeting in writer.find(Meeting, series=after.id, status=MeetingStatus.PLANNED)
        if meeting.day >= today and meeting.start == old.start and not _has_agenda(writer, meeting)
    ]
    last = max((meeting.day for meeting in planned), default=today)
    old_days = set(conference_days(before, today, last))
    new_days = set(conference_days(after, today, last))
    for meeting in planned:
        if meeting.day in new_days:
            writer.save(replace(meeting, start=new.start, end=new.end, place=new.place))
        elif meeting.day in old_days:
            writer.save(replace(meeting, life=Life.WITHDRAWN))
            for invited in writer.find(Attendance, meeting=meeting.id):
                writer.save(replace(invited, life=Life.WITHDRAWN))


def _has_agenda(reader: Reader, meeting: Meeting) -> bool:
    return bool(
        reader.find(AgendaItem, meeting=meeting.id) or reader.find(TownItem, meeting=meeting.id)
    )


def plan_series(office: Office, series: RecordId, until: dt.date) -> Outcome:
    """Plan the conferences of a series that are missing from today to a day."""
    with office.store.writing(ActLabel.SERIES, office.author) as writer:
        found = writer.get(MeetingSeries, series)
        if found is None:
            raise UserError(_("This series of conferences is no longer here."))
        _plan(writer, office, found, until)
    return writer.outcome


def plan_ahead(writer: Writer, office: Office, series: RecordId | None) -> None:
    """Plan, within an act, the conferences of a series that the next weeks still lack."""
    found = writer.get(MeetingSeries, series) if series is not None else None
    if found is not None:
        _plan(writer, office, found, office.today + PLANNED_AHEAD)


def _plan(writer: Writer, office: Office, series: MeetingSeries, until: dt.date) -> None:
    town = _town_of(writer, series)
    for day in missing_days(series, writer.find(Meeting, ags=town.ags), office.today, until):
        _add(writer, replace(_meeting_of(series, town), day=day))


def missing_days(
    series: MeetingSeries, known: Sequence[Meeting], today: dt.date, until: dt.date
) -> Iterator[dt.date]:
    """Yield the days of a series for which no conference is among the known ones of its town.

    One that was moved within its week, or cancelled, is not missing.
    """
    taken = {meeting.day for meeting in known}
    weeks = {m.day.isocalendar()[:2] for m in known if m.series == series.id}
    for day in conference_days(series, today, until):
        if day not in taken and day.isocalendar()[:2] not in weeks:
            yield day


def _town_of(reader: Reader, series: MeetingSeries) -> Municipality:
    team = reader.get(Team, series.team)
    town = reader.get(Municipality, team.municipality) if team is not None else None
    if town is None:
        raise UserError(_("The team of this series is no longer here. Please choose another one."))
    return town


def _meeting_of(series: MeetingSeries, town: Municipality) -> Meeting:
    begin = dt.datetime.combine(series.period.start, series.start)
    end = begin + dt.timedelta(minutes=series.duration_min)
    return Meeting(
        id=NEW,
        scope=town_scope(town.ags),
        series=series.id,
        ags=town.ags,
        day=series.period.start,
        start=series.start,
        end=end.time() if end.date() == begin.date() else None,
        place=series.place,
    )


def plan_meeting(office: Office, meeting: Meeting, *, draft: str | None = None) -> Outcome:
    """Plan a conference by hand; the team of the municipality is asked to come."""
    with office.store.writing(ActLabel.CONFERENCE, office.author) as writer:
        refuse_blocking(problems_together(writer, office, [meeting]))
        _add(writer, meeting)
        if draft is not None:
            writer.drop_draft(draft)
    return writer.outcome


def plan_on(office: Office, ags: str, day: dt.date) -> tuple[RecordId, bool]:
    """Return the conference of a municipality on a day, and whether it was planned just now.

    A new one is held when and where its series is. UserError for an unknown municipality.
    """
    with office.store.reading() as reader:
        town = municipality_named(reader, ags)
        found = reader.find(Meeting, ags=ags, day=day)
        series = [
            s for s in reader.find(MeetingSeries, scope=town_scope(ags)) if s.period.covers(day)
        ]
    there = [meeting.id for meeting in found if meeting.status != MeetingStatus.CANCELLED]
    if there:
        return there[0], False
    if series:
        meeting = replace(_meeting_of(series[-1], town), series=None, day=day)
    else:
        meeting = Meeting(id=NEW, scope=town_scope(ags), ags=ags, day=day)
    [planned] = plan_meeting(office, meeting).records["meeting"]
    return planned, True


def _add(writer: Writer, meeting: Meeting) -> None:
    members = list(_team_on(writer, meeting.ags, meeting.day))
    named = replace(
        meeting,
        chair=meeting.chair or _first(members, StaffFunction.LEAD),
        minute_taker=meeting.minute_taker or _first(members, StaffFunction.ASSISTANT),
    )
    kept = keep(writer, named)
    for user in dict.fromkeys(member.user for member in members if not member.deputy):
        invited = Attendance(
            id=writer.new_id(),
            scope=kept.scope,
            meeting=kept.id,
            user=user,
            status=AttendanceStatus.INVITED,
            part=MeetingPart.INTERNAL,
        )
        writer.add(invited)


def _team_on(reader: Reader, ags: str, day: dt.date) -> Iterator[TeamMember]:
    town = municipality_named(reader, ags)
    teams = [team.id for team in reader.find(Team, municipality=town.id)]
    for member in reader.find(TeamMember, team=teams):
        if member.period.covers(day):
            yield member


def _first(members: Iterable[TeamMember], function: StaffFunction) -> RecordId | None:
    """Return who has this function in the team: leads chair, assistants take the minutes."""
    return next((m.user for m in members if m.function == function and not m.deputy), None)


def move_meeting(
    office: Office, meeting: RecordId, day: dt.date, start: dt.time | None, end: dt.time | None
) -> Outcome:
    """Move a conference that was not held yet to another day or hour; its agenda goes with it."""
    with office.store.writing(ActLabel.MOVED, office.author) as writer:
        found = _still_ahead(writer, meeting)
        moved = replace(found, day=day, start=start, end=end)
        refuse_blocking(problems_together(writer, office, [moved]))
        writer.save(moved)
    return writer.outcome


def cancel_meeting(office: Office, meeting: RecordId, reason: str) -> Outcome:
    """Cancel a conference that was not held yet; what was due comes up at the next one."""
    if not reason.strip():
        raise UserError(_("Please say why the conference is cancelled."))
    with office.store.writing(ActLabel.CANCELLED, office.author) as writer:
        found = _still_ahead(writer, meeting)
        cancelled = replace(found, status=MeetingStatus.CANCELLED, cancelled_because=reason)
        writer.save(cancelled)
    return writer.outcome


def _still_ahead(reader: Reader, meeting: RecordId) -> Meeting:
    found = needed_meeting(reader, meeting)
    if found.status not in AHEAD:
        raise UserError(
            _("This conference has begun or was cancelled already. It stays on its day.")
        )
    return found
