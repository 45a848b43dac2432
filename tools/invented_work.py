"""What a team of the Jobcenter does with an invented household: its case, address, approval."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import dataclass

from neuewege_desktop.domain.choices.work import Phase
from neuewege_desktop.domain.records import Record, RecordId
from neuewege_desktop.domain.records.case import Case, CasePhase, Task
from neuewege_desktop.domain.records.catalogue import Project, User
from neuewege_desktop.domain.records.household import (
    ApprovalPeriod,
    Household,
    HouseholdAddress,
)
from neuewege_desktop.domain.values import Period, PostalAddress
from neuewege_desktop.store.reader import Reader
from neuewege_desktop.store.writer import Writer

_PHASES = tuple(Phase)[:-1]
_STREETS = ("Am Damm", "Bachgasse", "Güterweg", "Kirchstraße", "Neue Straße", "Wormser Straße")


@dataclass(frozen=True, slots=True)
class Team:
    """Who works in the invented town, and in which project."""

    project: RecordId
    user: RecordId
    day: dt.date


def team_of(reader: Reader, day: dt.date) -> Team:
    """Return the team of a workplace that was founded."""
    return Team(reader.find(Project)[0].id, reader.find(User)[0].id, day)


def work_on(writer: Writer, home: Household, team: Team, chance: random.Random) -> list[Record]:
    """Return address and approval of a household; of most also the case, with a task for some."""
    begin = team.day - dt.timedelta(days=chance.randrange(30, 180))
    street = f"{chance.choice(_STREETS)} {chance.randrange(1, 120)}"
    records: list[Record] = [
        HouseholdAddress(
            id=writer.new_id(),
            scope=home.scope,
            household=home.id,
            address=PostalAddress(street, "64673", "Zwingenberg"),
            ags=home.scope.partition(":")[2],
            period=Period(begin),
        ),
        ApprovalPeriod(
            id=writer.new_id(),
            scope=home.scope,
            household=home.id,
            period=Period(begin, begin + dt.timedelta(days=chance.randrange(180, 360))),
        ),
    ]
    if chance.random() < 0.7:
        records += _case(writer, home, team, begin, chance)
    return records


def _case(
    writer: Writer, home: Household, team: Team, begin: dt.date, chance: random.Random
) -> list[Record]:
    case = Case(
        id=writer.new_id(),
        scope=home.scope,
        household=home.id,
        project=team.project,
        case_manager=team.user if chance.random() < 0.3 else None,
        opened_on=begin,
    )
    phase = CasePhase(
        id=writer.new_id(),
        scope=home.scope,
        case=case.id,
        phase=chance.choice(_PHASES),
        period=Period(begin),
    )
    if chance.random() > 0.02:
        return [case, phase]
    task = Task(
        id=writer.new_id(),
        scope=home.scope,
        case=case.id,
        title="Vermittlungsvorschlag besprechen",
        assignee=team.user,
        due_on=team.day + dt.timedelta(days=chance.randrange(-20, 60)),
    )
    return [case, phase, task]
