"""What comes of a series: on which days its team meets next, and on which it does not, and why."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from neuewege_desktop.base.i18n import _
from neuewege_desktop.domain.choices.work import MeetingStatus
from neuewege_desktop.domain.conference.series import skipped_days
from neuewege_desktop.domain.records import RecordId
from neuewege_desktop.domain.records.catalogue import Municipality, Team
from neuewege_desktop.domain.records.meeting import Meeting, MeetingSeries
from neuewege_desktop.domain.scopes import town_scope
from neuewege_desktop.domain.values import Period
from neuewege_desktop.services.conference.due import AHEAD
from neuewege_desktop.services.conference.planning import PLANNED_AHEAD, missing_days
from neuewege_desktop.services.entries.saving import NEW
from neuewege_desktop.services.names import Names
from neuewege_desktop.services.office import Office
from neuewege_desktop.services.records import needed
from neuewege_desktop.store.reader import Reader

_USUAL_START = dt.time(9)


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesLine:
    """A series with the name of its place, its next days, and those left out with the reason."""

    record: MeetingSeries
    place: str
    ahead: tuple[dt.date, ...]
    left_out: tuple[tuple[dt.date, str], ...]
    missing: int  # days of the next weeks for which no conference is planned yet


def series_lines(reader: Reader, today: dt.date) -> tuple[SeriesLine, ...]:
    """Return all series as they go on from today, oldest first."""
    names, until = Names(reader), today + PLANNED_AHEAD
    meetings = reader.find(Meeting)
    lines = []
    for series in reader.find(MeetingSeries):
        own = [m for m in meetings if m.series == series.id and m.day >= today]
        cancelled = [
            (meeting.day, meeting.cancelled_because or _("cancelled"))
            for meeting in own
            if meeting.status == MeetingStatus.CANCELLED
        ]
        line = SeriesLine(
            record=series,
            place=names.of("place", series.place),
            ahead=tuple(sorted(meeting.day for meeting in own if meeting.status in AHEAD)),
            missing=len(list(missing_days(series, _of_town(meetings, series), today, until))),
            left_out=tuple(sorted([*skipped_days(series, today, until), *cancelled])),
        )
        lines.append(line)
    return tuple(lines)


def _of_town(meetings: Sequence[Meeting], series: MeetingSeries) -> list[Meeting]:
    return [meeting for meeting in meetings if meeting.scope == series.scope]


def new_series(office: Office, team: RecordId) -> MeetingSeries:
    """Return a series of a team as its form begins: on today's weekday, from today on."""
    found = needed(office, Team, team)
    town = needed(office, Municipality, found.municipality)
    return MeetingSeries(
        id=NEW,
        scope=town_scope(town.ags),
        team=team,
        weekday=office.today.weekday(),
        start=_USUAL_START,
        max_items=found.max_items,
        period=Period(office.today),
    )
