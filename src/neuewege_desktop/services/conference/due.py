"""The next agenda of a municipality: which households are due and why (5.2). Stores nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import TypeVar

from neuewege_desktop.domain.agenda.meeting import Thresholds
from neuewege_desktop.domain.agenda.proposal import AgendaProposal, due_items
from neuewege_desktop.domain.agenda.reason import Rule
from neuewege_desktop.domain.agenda.rules import RULES, rules_named
from neuewege_desktop.domain.choices.work import (
    MeetingStatus,
)
from neuewege_desktop.domain.records import Life, Record
from neuewege_desktop.domain.records.case import (
    Case,
)
from neuewege_desktop.domain.records.catalogue import Municipality, Team
from neuewege_desktop.domain.records.household import Household
from neuewege_desktop.domain.records.meeting import Meeting
from neuewege_desktop.domain.scopes import municipality_of
from neuewege_desktop.services.catalogue import terms
from neuewege_desktop.services.conference.facts import Shelf, case_facts, is_open
from neuewege_desktop.services.places import municipality_named
from neuewege_desktop.store.conferences import first_meeting
from neuewege_desktop.store.reader import Reader
from neuewege_desktop.store.store import Store

R = TypeVar("R", bound=Record)
_DAY, _WEEK = dt.timedelta(days=1), dt.timedelta(days=7)
AHEAD = frozenset({MeetingStatus.PLANNED, MeetingStatus.CONVENED})


def propose_agenda(
    store: Store, ags: str, day: dt.date, rules: Iterable[str] = ()
) -> tuple[AgendaProposal, ...]:
    """Return all due households of a municipality for a meeting on `day`, in order.

    `rules` limits the proposal to these codes. UserError for an unknown rule or municipality.
    """
    chosen = rules_named(rules) or RULES
    with store.reading() as reader:
        return due_on(reader, ags, day, chosen)


def due_on(
    reader: Reader, ags: str, day: dt.date, rules: Sequence[Rule] = RULES
) -> tuple[AgendaProposal, ...]:
    """Return all due households of a municipality for a meeting on `day`, in order."""
    limits, facts = _limits(reader, ags), case_facts(reader, ags, day)
    return due_items(facts, day, next_day(reader, ags, day), limits, terms(), rules)


def next_day(reader: Reader, ags: str, day: dt.date) -> dt.date:
    """Return the day of the meeting after the one on `day`; a week later where none is planned."""
    on_that_day = reader.find(Meeting, ags=ags, day=day)
    found = first_meeting(reader, ags, day + _DAY, AHEAD) if on_that_day else None
    meeting = reader.get(Meeting, found) if found is not None else None
    return meeting.day if meeting is not None else day + _WEEK


def proposal_for(reader: Reader, case: Case, day: dt.date) -> AgendaProposal | None:
    """Return why one case is due for a meeting on `day`, None if it is not."""
    household = reader.get(Household, case.household)
    if household is None or household.life != Life.LIVE or not is_open(case, day):
        return None
    facts = Shelf(reader, case.scope, day, case).about(case, household)
    ags = municipality_of(case.scope)
    frame = (day, next_day(reader, ags, day), _limits(reader, ags), terms())
    return next(iter(due_items([facts], *frame)), None)


def _limits(reader: Reader, ags: str) -> Thresholds:
    municipality = municipality_named(reader, ags)
    teams = reader.find(Team, municipality=municipality.id)
    return Thresholds(max_items=teams[0].max_items) if teams else Thresholds()


def municipality_name(store: Store, ags: str) -> str:
    """Return the name of a municipality; UserError if there is none with this key."""
    with store.reading() as reader:
        found: Municipality = municipality_named(reader, ags)
        return found.name
