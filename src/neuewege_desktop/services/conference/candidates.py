"""Which households can be put on an agenda by hand, found as one remembers them."""

from __future__ import annotations

from dataclasses import dataclass

from neuewege_desktop.domain.choices.work import ItemState
from neuewege_desktop.domain.finding import Found, FoundKind
from neuewege_desktop.domain.records import RecordId
from neuewege_desktop.domain.records.case import Case
from neuewege_desktop.domain.records.household import Household
from neuewege_desktop.domain.records.meeting import AgendaItem
from neuewege_desktop.domain.scopes import case_scope
from neuewege_desktop.services.conference.reading import needed_meeting
from neuewege_desktop.services.finding import find
from neuewege_desktop.services.office import Office
from neuewege_desktop.store.reader import Reader

_SOUGHT, _SHOWN = 60, 8


@dataclass(frozen=True, slots=True)
class Candidate:
    """A household with an open case that can be added: its name, and what tells it apart."""

    case: RecordId
    title: str
    subtitle: str


def households_to_add(office: Office, meeting: RecordId, text: str) -> list[Candidate]:
    """Return the households of the municipality that fit `text` and can still be added."""
    hits = [
        hit
        for hit in find(office.store, text, office.today, limit=_SOUGHT)
        if hit.kind is FoundKind.HOUSEHOLD
    ]
    with office.store.reading() as reader:
        cases = _open_cases(reader, meeting, hits)
    found = [Candidate(cases[hit.id], hit.title, hit.subtitle) for hit in hits if hit.id in cases]
    return found[:_SHOWN]


def _open_cases(reader: Reader, meeting: RecordId, hits: list[Found]) -> dict[RecordId, RecordId]:
    """Return by household the open case that is not on the agenda yet."""
    found = needed_meeting(reader, meeting)
    here = case_scope(found.ags)
    households = reader.many(Household, [hit.id for hit in hits])
    near = [key for key, household in households.items() if household.scope == here]
    taken = {
        item.case
        for item in reader.find(AgendaItem, meeting=meeting)
        if not item.capped and item.state != ItemState.DROPPED
    }
    return {
        case.household: case.id
        for case in reader.find(Case, household=near)
        if case.closed_on is None and case.id not in taken
    }
