"""Everything the case sheets of some households need, read with one query a kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import TypeVar

from neuewege_desktop.domain.choices.work import TaskState
from neuewege_desktop.domain.records import Record, RecordId
from neuewege_desktop.domain.records.abilities import LanguageSkill, Mobility, Qualification
from neuewege_desktop.domain.records.case import Agreement, Appointment, CasePhase, Task
from neuewege_desktop.domain.records.household import ApprovalPeriod, HouseholdAddress
from neuewege_desktop.domain.records.measure import Participation
from neuewege_desktop.domain.records.meeting import AgendaItem, Decision, Meeting
from neuewege_desktop.domain.records.person import (
    ElbSpell,
    EmploymentSpell,
    SchoolSpell,
    UnemploymentSpell,
)
from neuewege_desktop.services.names import Names
from neuewege_desktop.services.papers.homes import Home
from neuewege_desktop.store.reader import Reader

R = TypeVar("R", bound=Record)
_OPEN = (TaskState.OPEN, TaskState.IN_PROGRESS)


class SheetFacts:
    """Facts of households, their cases and members, by household, case or person."""

    def __init__(self, reader: Reader, homes: Collection[Home], names: Names) -> None:
        households = [home.household.id for home in homes]
        cases = [home.case.id for home in homes if home.case is not None]
        persons = sorted({person.id for home in homes for _m, person in home.members})
        names.know(person for home in homes for _m, person in home.members)
        self.names = names
        self.addresses = grouped(reader.find(HouseholdAddress, household=households), "household")
        self.approvals = grouped(reader.find(ApprovalPeriod, household=households), "household")
        self.phases = grouped(reader.find(CasePhase, case=cases), "case")
        self.appointments = grouped(reader.find(Appointment, case=cases), "case")
        self.agreements = grouped(reader.find(Agreement, case=cases), "case")
        tasks = [task for task in reader.find(Task, case=cases) if task.state in _OPEN]
        self.tasks = grouped(tasks, "case")
        self.receipts = grouped(reader.find(ElbSpell, person=persons), "person")
        self.unemployed = grouped(reader.find(UnemploymentSpell, person=persons), "person")
        self.employed = grouped(reader.find(EmploymentSpell, person=persons), "person")
        self.at_school = grouped(reader.find(SchoolSpell, person=persons), "person")
        self.qualifications = grouped(reader.find(Qualification, person=persons), "person")
        self.languages = grouped(reader.find(LanguageSkill, person=persons), "person")
        self.mobilities = grouped(reader.find(Mobility, person=persons), "person")
        self.participations = grouped(reader.find(Participation, person=persons), "person")
        self.decisions = _decisions(reader, cases)


def grouped(records: Sequence[R], field: str) -> Mapping[RecordId, list[R]]:
    """Return records by what one of their fields points at, oldest first."""
    found: defaultdict[RecordId, list[R]] = defaultdict(list)
    for record in records:
        found[getattr(record, field)].append(record)
    return found


def _decisions(
    reader: Reader, cases: Sequence[RecordId]
) -> Mapping[RecordId, list[tuple[Meeting, Decision]]]:
    """Return by case what conferences decided, with the conference, in no order."""
    items = {item.id: item for item in reader.find(AgendaItem, case=cases)}
    meetings = reader.many(Meeting, sorted({item.meeting for item in items.values()}))
    found: defaultdict[RecordId, list[tuple[Meeting, Decision]]] = defaultdict(list)
    for decision in reader.find(Decision, item=list(items)):
        item = items[decision.item]
        if item.case is not None and item.meeting in meetings:
            found[item.case].append((meetings[item.meeting], decision))
    return found
