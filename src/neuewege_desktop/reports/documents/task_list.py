"""D12: open tasks and follow-ups, grouped by who is responsible, the next due first (6.4)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from neuewege_desktop.base.formats import long_date
from neuewege_desktop.base.i18n import _, ngettext
from neuewege_desktop.reports.documents.conference import NOTHING
from neuewege_desktop.reports.documents.issue import Issue, document
from neuewege_desktop.reports.model import (
    Align,
    Block,
    Column,
    Document,
    Heading,
    Paragraph,
    Role,
    Row,
    Table,
    Text,
    free,
    strong,
    text,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskLine:
    """A task or follow-up: when it is due, for whom it is, where it comes from."""

    due_on: dt.date
    number: str
    head: str
    title: str
    kind: str
    origin: str
    municipality: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TasksOf:
    """The tasks of one member of staff; of nobody yet if the name is empty."""

    name: str
    tasks: tuple[TaskLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskList:
    """Who has what to do on a day; `where` is the municipality, or all of them in words."""

    day: dt.date
    where: str
    identifier: str
    groups: tuple[TasksOf, ...]


def task_list(value: TaskList, issue: Issue) -> Document:
    """Return the list, landscape; it never leaves the team."""
    return document(
        issue,
        kind=_("Task list"),
        title=text(_("Tasks and follow-ups")),
        lead=text(_("{where} · as of {day}").format(where=value.where, day=long_date(value.day))),
        identifier=value.identifier,
        blocks=_blocks(value),
        landscape=True,
    )


def _blocks(value: TaskList) -> Iterator[Block]:
    if not value.groups:
        yield Paragraph(text(_("Nothing is open.")), Role.MUTED)
    for group in value.groups:
        name = group.name or _("Nobody is responsible yet")
        yield Heading(text(f"{name}: {_summary(group.tasks, value.day)}"))
        yield _table(group, value.day)


def _summary(tasks: Sequence[TaskLine], day: dt.date) -> str:
    overdue = sum(task.due_on < day for task in tasks)
    count = ngettext("{n} open", "{n} open", len(tasks))
    late = ngettext("{n} overdue", "{n} overdue", overdue)
    return f"{count}, {late}" if overdue else count


def _table(group: TasksOf, day: dt.date) -> Table:
    return Table(
        (
            Column(_("Due on"), mm=24),
            Column(_("Days overdue"), mm=20, align=Align.RIGHT),
            Column(_("BG number"), mm=34),
            Column(_("Household"), 2.4),
            Column(_("Task"), 4.4, names_row=True),
            Column(_("Kind"), mm=27),
            Column(_("Origin"), mm=27),
        ),
        tuple(Row(_cells(task, day)) for task in group.tasks),
        _("The tasks of {name}, the next due first").format(name=group.name or NOTHING),
    )


def _cells(task: TaskLine, day: dt.date) -> tuple[Text, ...]:
    late = (day - task.due_on).days
    return (
        text(long_date(task.due_on)),
        (strong(str(late)),) if late > 0 else (),
        text(task.number or NOTHING),
        text(task.head or task.municipality),
        free(task.title),
        text(task.kind),
        text(task.origin),
    )
