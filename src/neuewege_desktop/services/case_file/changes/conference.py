"""When the team last talked about a household: the moment from which to tell what is new."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from neuewege_desktop.domain.records import RecordId
from neuewege_desktop.domain.records.case import Case
from neuewege_desktop.domain.records.meeting import Decision, Meeting
from neuewege_desktop.services.conference.facts import HELD
from neuewege_desktop.store.conferences import last_discussion
from neuewege_desktop.store.history import changes_of
from neuewege_desktop.store.reader import Reader
from neuewege_desktop.store.since import Moment, moment_of


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
    found = last_discussion(reader, cases, meeting, HELD)
    last = reader.get(Meeting, found[0]) if found is not None else None
    if found is None or last is None:
        return None
    return LastConference(last, _moment(reader, found[1], last.day))


def _moment(reader: Reader, item: RecordId, day: dt.date) -> Moment:
    decisions = [decision.id for decision in reader.find(Decision, item=item)]
    written = changes_of(reader.connection, [item, *decisions])
    start, end = _midnight(day), _midnight(day + dt.timedelta(1))
    on_the_day = [change for change in written if start <= change.at < end]
    if on_the_day:
        return moment_of(reader.connection, on_the_day[-1].act)
    return Moment(at=end - 1)


def _midnight(day: dt.date) -> int:
    """Return the local midnight before a day, in ms since 1970."""
    return round(dt.datetime.combine(day, dt.time()).timestamp() * 1000)
