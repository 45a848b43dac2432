"""The list of tasks: those of cases and those with municipalities and actors, in one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import sqlalchemy as sa

from neuewege_desktop.domain.choices.work import TaskKind, TaskOrigin, TaskState
from neuewege_desktop.domain.listing import ListKind, TaskRow
from neuewege_desktop.domain.records import Life, RecordId
from neuewege_desktop.domain.scopes import Family, municipality_of
from neuewege_desktop.store import schema
from neuewege_desktop.store.german import finds, in_german_order
from neuewege_desktop.store.lists import columns
from neuewege_desktop.store.lists.asking import AUTHOR, Listing
from neuewege_desktop.store.lists.columns import DAY, filled, in_its_order
from neuewege_desktop.store.reader import Reader

_CASE_TASK, _TOWN_TASK, _CASE, _HOUSEHOLD = (
    schema.TABLES[kind] for kind in ("task", "town_task", "case", "household")
)
_SAME = ("id", "scope", "life", "title", "assignee", "due_on", "state")

# Ids are made so that no two records of any kind share one.
_TASK = sa.union_all(
    sa.select(
        *(_CASE_TASK.c[name] for name in _SAME),
        sa.literal("task").label("kind"),
        _CASE_TASK.c.task,
        _CASE_TASK.c.origin,
        _CASE_TASK.c.case,
    ),
    sa.select(
        *(_TOWN_TASK.c[name] for name in _SAME),
        sa.literal("town_task"),
        sa.null(),
        sa.null(),
        sa.null(),
    ),
).subquery("either_task")
_T = _TASK.c

_MUNICIPALITY = columns.municipality_name(_T.scope)
_ASSIGNEE = columns.user_name(_T.assignee)
_OPEN = _T.state.in_((TaskState.OPEN.value, TaskState.IN_PROGRESS.value))
_TITLE = in_german_order(_T.title)


def _of_household(value: sa.ColumnElement[str]) -> sa.ColumnElement[str]:
    """Return what is true of the household that the task is about."""
    return (
        sa.select(value)
        .join_from(_CASE, _HOUSEHOLD, _HOUSEHOLD.c.id == _CASE.c.household)
        .where(_CASE.c.id == _T.case)
        .correlate(_TASK)
        .scalar_subquery()
    )


_NUMBER = _of_household(_HOUSEHOLD.c.number)
_PSEUDONYM = _of_household(_HOUSEHOLD.c.pseudonym)
_HEAD = columns.head_name(
    sa.select(_CASE.c.household).where(_CASE.c.id == _T.case).correlate(_TASK).scalar_subquery()
)

TASKS = Listing(
    kind=ListKind.TASKS,
    source=_TASK,
    families=(Family.CASE, Family.TOWN),
    words=lambda typed: finds(
        typed, _T.title, _MUNICIPALITY, _ASSIGNEE, _NUMBER, _PSEUDONYM, _HEAD
    ),
    natural=(_T.due_on, _T.id),
    orders={
        "due_on": _T.due_on,
        "title": _TITLE,
        "state": in_its_order(_T.state, TaskState),
        "assignee": in_german_order(_ASSIGNEE),
        "household": filled(_NUMBER),
        "head": in_german_order(_HEAD),
        "municipality": in_german_order(_MUNICIPALITY),
        "task": in_its_order(_T.task, TaskKind),
        "origin": in_its_order(_T.origin, TaskOrigin),
    },
    filters={
        "mine": _T.assignee == AUTHOR,
        "overdue": sa.and_(_OPEN, _T.due_on < DAY),
        "open": _OPEN,
        "done": _T.state == TaskState.DONE.value,
        "follow_ups": _T.task == TaskKind.FOLLOW_UP.value,
    },
)

_ROWS = (
    sa.select(
        _T.id,
        _T.life,
        _T.scope,
        _T.kind,
        _T.title,
        _T.due_on,
        _T.state,
        _T.task,
        _T.origin,
        _ASSIGNEE,
        _MUNICIPALITY,
        _HOUSEHOLD.c.id,
        _HOUSEHOLD.c.number,
        _HOUSEHOLD.c.pseudonym,
        columns.head_name(_HOUSEHOLD.c.id),
    )
    .select_from(
        _TASK.outerjoin(_CASE, _CASE.c.id == _T.case).outerjoin(
            _HOUSEHOLD, _HOUSEHOLD.c.id == _CASE.c.household
        )
    )
    .where(columns.is_asked(_T.id), columns.is_shown(_T.life))
)


def task_rows(reader: Reader, ids: Sequence[RecordId], day: dt.date) -> list[TaskRow]:
    """Return these tasks with their household, its head as of a day, in the order of the ids."""
    rows: dict[RecordId, TaskRow] = {}
    for row in reader.connection.execute(_ROWS, columns.asked(ids, day)):
        id_, life, scope, kind, title, due_on, state, task, origin, *names = row
        assignee, municipality, household_id, household, pseudonym, head = names
        rows[id_] = TaskRow(
            id=id_,
            life=Life(life),
            kind=kind,
            title=title,
            due_on=dt.date.fromisoformat(due_on),
            state=TaskState(state),
            assignee=assignee or "",
            household_id=household_id,
            household=household or "",
            pseudonym=pseudonym or "",
            head=head or "",
            municipality=municipality_of(scope),
            municipality_name=municipality or "",
            task=TaskKind(task) if task else None,
            origin=TaskOrigin(origin) if origin else None,
        )
    return [rows[id_] for id_ in ids if id_ in rows]
