"""When the team last talked about a household: the moment from which to tell what is new."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from neuewege_desktop.domain.choices.work import ItemState, MeetingStatus
from neuewege_desktop.domain.records import RecordId
from neuewege_desktop.domain.records.case import Case
from neuewege_desktop.domain.records.meeting import AgendaItem, Decision, Meeting
from neuewege_desktop.store.history import changes_of
from neuewege_desktop.store.reader import Reader
from neuewege_desktop.store.since import Moment, moment_of

_HELD = frozenset(
    {MeetingStatus.RUNNING, MeetingStatus.DRAFT_MINUTES, MeetingStatus.RELEASED_MINUTES}
)


@dataclass(frozen=True, slots=True)
class LastConference:
    """The conference that last talked about a household, and the moment at which it was done."""

    meeting: Meeting
    moment: Moment


def last_conference_before(
    reader: Reader, household: RecordId, meeting: Meeting
) -> LastConference | None:
    """Return the held conference before `meeting` that last discussed a household, if any did.

    Its moment is the last word written about the household on that day; where the minutes were
    typed later, it is the end of the day.
    """
    cases = [case.id for case in reader.find(Case, household=household)]
    items = reader.find(AgendaItem, case=cases, state=ItemState.DISCUSSED)
    meetings = reader.many(Meeting, sorted({item.meeting for item in items}))
    held = [
        (found, item)
        for item in items
        if (found := meetings.get(item.meeting)) is not None
        and found.status in _HELD
        and _when(found) < _when(meeting)
    ]
    if not held:
        return None
    last, item = max(held, key=lambda talk: _when(talk[0]))
    return LastConference(last, _moment(reader, item, last.day))


def _when(meeting: Meeting) -> tuple[dt.date, dt.time, RecordId]:
    return meeting.day, meeting.start or dt.time(), meeting.id


def _moment(reader: Reader, item: AgendaItem, day: dt.date) -> Moment:
    decisions = [decision.id for decision in reader.find(Decision, item=item.id)]
    written = changes_of(reader.connection, [item.id, *decisions])
    start, end = _midnight(day), _midnight(day + dt.timedelta(1))
    on_the_day = [change for change in written if start <= change.at < end]
    if on_the_day:
        return moment_of(reader.connection, on_the_day[-1].act)
    return Moment(at=end - 1)


def _midnight(day: dt.date) -> int:
    """Return the local midnight before a day, in ms since 1970."""
    return round(dt.datetime.combine(day, dt.time()).timestamp() * 1000)
