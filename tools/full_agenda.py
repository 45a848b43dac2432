"""A conference with as many households as one wants to measure, whatever its hours allow."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from neuewege_desktop.domain.records import RecordId
from neuewege_desktop.domain.records.meeting import AgendaItem
from neuewege_desktop.services.conference.planning import plan_on
from neuewege_desktop.services.conference.proposing import propose
from neuewege_desktop.services.labels import ActLabel
from neuewege_desktop.services.office import Office


def full_agenda(office: Office, ags: str, day: dt.date, households: int) -> RecordId:
    """Plan a conference at which the first so many of the proposed households come up."""
    meeting, _new = plan_on(office, ags, day)
    propose(office, meeting)
    with office.store.writing(ActLabel.SAVE, office.author) as writer:
        for number, item in enumerate(writer.find(AgendaItem, meeting=meeting)):
            writer.save(replace(item, capped=number >= households))
    return meeting
