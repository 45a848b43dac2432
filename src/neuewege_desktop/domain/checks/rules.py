"""Which rules hold for which kind of record."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from neuewege_desktop.domain.checks import clients, members, work
from neuewege_desktop.domain.checks.problem import Context, Problem
from neuewege_desktop.domain.records import Record

_Rule = Callable[[Any, Context], Iterator[Problem]]

RULES: Mapping[str, _Rule] = {
    "household": clients.household,
    "person": clients.person,
    "household_address": clients.address,
    "approval_period": clients.approval,
    "membership": members.membership,
    "case": work.case,
    "task": work.task,
    "town_task": work.town_task,
    "agenda_flag": work.agenda_flag,
    "measure": work.measure,
    "measure_run": work.measure_run,
    "participation": work.participation,
    "meeting": work.meeting,
    "meeting_series": work.meeting_series,
    "town_item": work.town_item,
    "actor": work.actor,
    "place": work.place,
    "user": work.user,
    "team": work.team,
    "team_member": work.team_member,
}


def problems_of(record: Record, context: Context) -> tuple[Problem, ...]:
    """Return everything that is wrong or doubtful about a record; kinds without rules are right."""
    rule = RULES.get(record.kind.name)
    return tuple(rule(record, context)) if rule else ()
