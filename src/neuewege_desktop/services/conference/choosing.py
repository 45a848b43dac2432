"""Which conference is meant where nobody chose one."""

from __future__ import annotations

import datetime as dt

from neuewege_desktop.domain.choices.work import MeetingStatus
from neuewege_desktop.domain.records.meeting import Meeting
from neuewege_desktop.services.conference.due import AHEAD
from neuewege_desktop.services.office import Office


def next_conference(office: Office) -> Meeting | None:
    """Return the next conference that was not held yet, from today on; None if none is planned."""
    ahead = [found for found in _all(office) if found.status in AHEAD and found.day >= office.today]
    return min(ahead, key=_when, default=None)


def conference_to_hold(office: Office) -> Meeting | None:
    """Return the conference that is being held, else the next one."""
    running = [found for found in _all(office) if found.status == MeetingStatus.RUNNING]
    return max(running, key=_when, default=None) or next_conference(office)


def minutes_to_finish(office: Office) -> list[Meeting]:
    """Return the conferences whose minutes are still a draft, oldest first."""
    drafts = [found for found in _all(office) if found.status == MeetingStatus.DRAFT_MINUTES]
    return sorted(drafts, key=_when)


def latest_minutes(office: Office) -> Meeting | None:
    """Return the conference whose minutes one would look at: the oldest draft, else the latest."""
    drafts = minutes_to_finish(office)
    if drafts:
        return drafts[0]
    released = [f for f in _all(office) if f.status == MeetingStatus.RELEASED_MINUTES]
    return max(released, key=_when, default=None)


def _all(office: Office) -> list[Meeting]:
    with office.store.reading() as reader:
        return reader.find(Meeting)


def _when(meeting: Meeting) -> tuple[dt.date, dt.time, int]:
    return meeting.day, meeting.start or dt.time(), meeting.id
