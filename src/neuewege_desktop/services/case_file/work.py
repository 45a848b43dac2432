"""A measure with its runs, a local actor, a task: what their detail panes show."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from neuewege_desktop.base.errors import UserError
from neuewege_desktop.base.i18n import _
from neuewege_desktop.domain.law.places import PlaceTaken, free_places
from neuewege_desktop.domain.records import RecordId
from neuewege_desktop.domain.records.case import Case, Task
from neuewege_desktop.domain.records.catalogue import InstrumentVersion
from neuewege_desktop.domain.records.measure import Measure, MeasureRun, Participation
from neuewege_desktop.domain.records.meeting import TownTask
from neuewege_desktop.domain.records.person import Person
from neuewege_desktop.domain.records.town import Actor
from neuewege_desktop.domain.scopes import municipality_of
from neuewege_desktop.services.names import Names
from neuewege_desktop.services.office import Office
from neuewege_desktop.services.places import municipality_named


@dataclass(frozen=True, slots=True)
class RunLine:
    """A run, and how many of its places are free on the day; None where they are not counted."""

    run: MeasureRun
    free: int | None


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody takes part, or did."""

    participation: Participation
    person: Person


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureFile:
    """Everything about a measure; runs and participants with the newest first."""

    measure: Measure
    municipality: str
    instrument: str
    law: str
    provider: str
    runs: tuple[RunLine, ...]
    participants: tuple[Participant, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorFile:
    """A local actor with the measures it provides and what is to be done with it."""

    actor: Actor
    municipality: str
    measures: tuple[Measure, ...]
    tasks: tuple[TownTask, ...]  # the next due first


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskFile:
    """A task, whom it is about and whose it is."""

    task: Task | TownTask
    assignee: str
    household: RecordId | None = None
    household_name: str = ""
    decision: str = ""  # the text of the decision it came from
    result: str = ""


def measure_file(office: Office, measure: RecordId) -> MeasureFile:
    """Return everything about a measure; UserError if it is gone."""
    with office.store.reading() as reader:
        found = reader.get(Measure, measure)
        if found is None:
            raise UserError(_("This measure is no longer here."))
        names = Names(reader)
        version = reader.get(InstrumentVersion, found.instrument_version)
        runs = reader.find(MeasureRun, measure=measure)
        participations = reader.find(Participation, run=[run.id for run in runs])
        persons = reader.many(Person, [p.person for p in participations])
        return MeasureFile(
            measure=found,
            municipality=municipality_named(reader, municipality_of(found.scope)).name,
            instrument=names.of("instrument_version", found.instrument_version),
            law=version.law if version else "",
            provider=names.of("actor", found.provider),
            runs=tuple(
                RunLine(run, _free(run, participations, office.today))
                for run in sorted(runs, key=lambda run: run.period.start, reverse=True)
            ),
            participants=tuple(
                Participant(p, persons[p.person])
                for p in sorted(participations, key=lambda p: p.period.start, reverse=True)
                if p.person in persons
            ),
        )


def _free(run: MeasureRun, episodes: Sequence[Participation], day: dt.date) -> int | None:
    if run.places_total is None:
        return None
    taken = [PlaceTaken(found.state, found.period) for found in episodes if found.run == run.id]
    return free_places(run.period, run.places_total, taken, day)


def actor_file(office: Office, actor: RecordId) -> ActorFile:
    """Return everything about a local actor; UserError if it is gone."""
    with office.store.reading() as reader:
        found = reader.get(Actor, actor)
        if found is None:
            raise UserError(_("This actor is no longer here."))
        tasks = reader.find(TownTask, actor=actor)
        return ActorFile(
            actor=found,
            municipality=municipality_named(reader, municipality_of(found.scope)).name,
            measures=tuple(reader.find(Measure, scope=found.scope, provider=actor)),
            tasks=tuple(sorted(tasks, key=lambda task: (task.due_on, task.id))),
        )


def task_file(office: Office, task: RecordId) -> TaskFile:
    """Return everything about a task; UserError if it is gone."""
    with office.store.reading() as reader:
        found = reader.get(Task, task)
        if found is None:
            raise UserError(_("This task is no longer here."))
        names = Names(reader)
        case = reader.get(Case, found.case) if found.case is not None else None
        return TaskFile(
            task=found,
            assignee=names.of("user", found.assignee),
            household=case.household if case else None,
            household_name=names.of("case", found.case),
            decision=names.of("decision", found.decision),
            result=found.result,
        )


def town_task_file(office: Office, task: RecordId) -> TaskFile:
    """Return everything about a task with a municipality or actor; UserError if it is gone."""
    with office.store.reading() as reader:
        found = reader.get(TownTask, task)
        if found is None:
            raise UserError(_("This task is no longer here."))
        return TaskFile(task=found, assignee=Names(reader).of("user", found.assignee))
