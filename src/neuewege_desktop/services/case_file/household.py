"""Everything about one household, for its page."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from neuewege_desktop.base.errors import UserError
from neuewege_desktop.base.i18n import _
from neuewege_desktop.domain.choices.people import FamilyStatus
from neuewege_desktop.domain.choices.work import TaskState
from neuewege_desktop.domain.law import household_type as types
from neuewege_desktop.domain.law.ages import age
from neuewege_desktop.domain.records import KINDS, Record, RecordId
from neuewege_desktop.domain.records.case import Case, CasePhase, Task
from neuewege_desktop.domain.records.household import (
    ApprovalPeriod,
    Household,
    HouseholdAddress,
    Membership,
)
from neuewege_desktop.domain.records.person import Person
from neuewege_desktop.domain.scopes import municipality_of
from neuewege_desktop.services.case_file.conferences import NextConference, next_conference
from neuewege_desktop.services.case_file.events import events
from neuewege_desktop.services.case_file.origins import Origins, origins
from neuewege_desktop.services.case_file.timeline import (
    TimelineLine,
    newest_first,
    told_changes,
)
from neuewege_desktop.services.history import belongings
from neuewege_desktop.services.names import Names
from neuewege_desktop.services.office import Office
from neuewege_desktop.services.places import municipality_named
from neuewege_desktop.store.history import FieldChange, changes_of, latest_changes
from neuewege_desktop.store.provenance import list_days
from neuewege_desktop.store.reader import Reader

P = TypeVar("P", HouseholdAddress, ApprovalPeriod)
_MARRIED = frozenset({FamilyStatus.MARRIED, FamilyStatus.PARTNERSHIP, FamilyStatus.SEPARATED})
LATEST_CHANGES = 100  # told of a long history; older ones on demand
_OPEN = frozenset({TaskState.OPEN, TaskState.IN_PROGRESS})


@dataclass(frozen=True, slots=True)
class Member:
    """A person who belongs to the household, or did; their age on the day, None if unknown."""

    person: Person
    membership: Membership
    age: int | None
    present: bool  # on the day


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseSheet:
    """A case of the household with its phases, oldest first."""

    case: Case
    phases: tuple[CasePhase, ...]
    team: str
    case_manager: str
    deputy: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseholdFile:
    """What the page of a household shows, as it is on the day on which one works.

    `origins` says by record and field whose word a value is, for the household, its members and
    their memberships, its addresses and approvals.
    """

    household: Household
    municipality: str
    type: types.HouseholdType
    members: tuple[Member, ...]  # present ones first, in the order in which they came
    addresses: tuple[HouseholdAddress, ...]  # newest first
    approvals: tuple[ApprovalPeriod, ...]  # newest first
    cases: tuple[CaseSheet, ...]  # newest first
    tasks: tuple[Task, ...]  # open ones, the next due first
    next_conference: NextConference | None
    timeline: tuple[TimelineLine, ...]  # newest first
    origins: Origins


def household_file(
    office: Office, household: RecordId, *, changes: int = LATEST_CHANGES
) -> HouseholdFile:
    """Return everything about a household; UserError if it is gone.

    `changes` bounds the timeline: so many of the latest changes are told, and all events.
    """
    with office.store.reading() as reader:
        found = reader.get(Household, household)
        if found is None:
            raise UserError(_("This household is no longer here."))
        names = Names(reader)
        members = _members(reader, household, office.today)
        names.know(member.person for member in members)
        addresses = _newest(reader.find(HouseholdAddress, household=household))
        approvals = _newest(reader.find(ApprovalPeriod, household=household))
        cases = sorted(reader.find(Case, household=household), key=_opened, reverse=True)
        return HouseholdFile(
            household=found,
            municipality=municipality_named(reader, municipality_of(found.scope)).name,
            type=_type(members, office.today),
            members=members,
            addresses=addresses,
            approvals=approvals,
            cases=tuple(_case_sheet(reader, case, names) for case in cases),
            tasks=_open_tasks(reader, cases),
            next_conference=next_conference(
                reader, office, cases[0] if cases else None, found.scope
            ),
            timeline=newest_first(
                [
                    *_latest(reader, household, changes, names),
                    *events(reader, cases, [member.membership for member in members], names),
                ]
            ),
            origins=_origins(
                reader, [found, *_with_persons(members), *addresses, *approvals], names
            ),
        )


def _opened(case: Case) -> dt.date:
    return case.opened_on


def _with_persons(members: Sequence[Member]) -> Iterator[Record]:
    for member in members:
        yield member.person
        yield member.membership


def _origins(reader: Reader, records: Sequence[Record], names: Names) -> Origins:
    changes = changes_of(reader.connection, [record.id for record in records])
    return origins(changes, list_days(reader.connection), names)


def _latest(
    reader: Reader, household: RecordId, count: int, names: Names
) -> Sequence[TimelineLine]:
    changes = latest_changes(reader.connection, belongings(reader, household), count)
    records = _records(reader, changes)
    names.know(records.values())
    return list(told_changes(changes, records, names))


def _members(reader: Reader, household: RecordId, day: dt.date) -> tuple[Member, ...]:
    memberships = reader.find(Membership, household=household)
    persons = reader.many(Person, [membership.person for membership in memberships])
    members = [
        Member(
            person := persons[membership.person],
            membership,
            age(person.birth_date, day) if person.birth_date else None,
            membership.period.covers(day),
        )
        for membership in memberships
        if membership.person in persons
    ]
    return tuple(sorted(members, key=lambda m: (not m.present, m.membership.period.start)))


def _type(members: Sequence[Member], day: dt.date) -> types.HouseholdType:
    present = [
        types.Member(
            member.membership.role,
            member.person.birth_date,
            member.person.family_status not in _MARRIED,
        )
        for member in members
        if member.present
    ]
    return types.household_type(present, day)


def _newest(records: Sequence[P]) -> tuple[P, ...]:
    return tuple(sorted(records, key=lambda record: (record.period.start, record.id), reverse=True))


def _case_sheet(reader: Reader, case: Case, names: Names) -> CaseSheet:
    phases = sorted(
        reader.find(CasePhase, case=case.id), key=lambda phase: (phase.period.start, phase.id)
    )
    return CaseSheet(
        case=case,
        phases=tuple(phases),
        team=names.of("team", case.team),
        case_manager=names.of("user", case.case_manager),
        deputy=names.of("user", case.deputy),
    )


def _open_tasks(reader: Reader, cases: Sequence[Case]) -> tuple[Task, ...]:
    tasks = reader.find(Task, case=[case.id for case in cases])
    still_open = [task for task in tasks if task.state in _OPEN]
    return tuple(sorted(still_open, key=lambda task: (task.due_on, task.id)))


def _records(reader: Reader, changes: Sequence[FieldChange]) -> Mapping[RecordId, Record]:
    """Return the records that these changes are about, as they are now."""
    by_kind: dict[str, set[RecordId]] = {}
    for change in changes:
        by_kind.setdefault(change.kind, set()).add(change.record)
    return {
        id_: record
        for kind, ids in by_kind.items()
        for id_, record in reader.many(KINDS[kind].record, sorted(ids)).items()
    }
