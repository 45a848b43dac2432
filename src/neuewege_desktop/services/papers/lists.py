"""D12 and the list of households as papers, of one municipality or of all."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence

from neuewege_desktop.base.formats import sort_key
from neuewege_desktop.base.i18n import _
from neuewege_desktop.domain.choices.papers import PaperKind, Variant
from neuewege_desktop.domain.listing import HouseholdRow, ListKind, Query, TaskRow
from neuewege_desktop.domain.records import RecordId
from neuewege_desktop.domain.records.household import Membership
from neuewege_desktop.domain.records.person import Person
from neuewege_desktop.reports.documents.household_list import (
    HouseholdLine,
    HouseholdList,
    household_list,
)
from neuewege_desktop.reports.documents.task_list import TaskLine, TaskList, TasksOf, task_list
from neuewege_desktop.services.office import Office
from neuewege_desktop.services.papers.issuing import Paper, issue_of
from neuewege_desktop.services.places import municipality_named
from neuewege_desktop.store.lists import household_rows, keys, task_rows
from neuewege_desktop.store.reader import Reader


def task_list_paper(office: Office, ags: str | None, at: dt.datetime) -> Paper:
    """Return what is open on the day of the office, grouped by who is responsible."""
    with office.store.reading() as reader:
        where, identifier = _where(reader, ags)
        query = _query(office, ags, frozenset({"open"}))
        rows = task_rows(reader, keys(reader, ListKind.TASKS, query), office.today)
        value = TaskList(
            day=office.today, where=where, identifier=identifier, groups=tuple(_groups(rows))
        )
        issue = issue_of(reader, office, at, legal_date=office.today)
    return Paper(kind=PaperKind.TASKS, variant=Variant.INTERNAL, document=task_list(value, issue))


def household_list_paper(office: Office, ags: str | None, at: dt.datetime) -> Paper:
    """Return the households of the day of the office, in the order of their names."""
    with office.store.reading() as reader:
        where, identifier = _where(reader, ags)
        ids = keys(reader, ListKind.HOUSEHOLDS, _query(office, ags, frozenset()))
        rows = household_rows(reader, ids, office.today)
        secret = _secret(reader)
        value = HouseholdList(
            day=office.today,
            where=where,
            identifier=identifier,
            lines=tuple(_line(row, is_secret=row.id in secret) for row in rows),
        )
        issue = issue_of(reader, office, at, legal_date=office.today)
    document = household_list(value, issue)
    return Paper(kind=PaperKind.HOUSEHOLDS, variant=Variant.INTERNAL, document=document)


def _query(office: Office, ags: str | None, filters: frozenset[str]) -> Query:
    return Query(day=office.today, municipality=ags or "", filters=filters, author=office.author)


def _where(reader: Reader, ags: str | None) -> tuple[str, str]:
    """Return the municipality in words, and how papers of it are filed."""
    if ags is None:
        return _("All municipalities"), _("all")
    town = municipality_named(reader, ags)
    return town.name, town.short


def _groups(rows: Sequence[TaskRow]) -> Iterable[TasksOf]:
    """Return the tasks by name of who is responsible; those of nobody come last."""
    found: defaultdict[str, list[TaskRow]] = defaultdict(list)
    for row in rows:
        found[row.assignee].append(row)
    for name in sorted(found, key=lambda name: (not name, sort_key(name))):
        tasks = sorted(found[name], key=lambda row: (row.due_on, row.id))
        yield TasksOf(name=name, tasks=tuple(map(_task, tasks)))


def _task(row: TaskRow) -> TaskLine:
    return TaskLine(
        due_on=row.due_on,
        number=row.household,
        head=row.head,
        title=row.title,
        kind=row.task.label if row.task else _("with the municipality"),
        origin=row.origin.label if row.origin else _("conference"),
        municipality=row.municipality_name,
    )


def _secret(reader: Reader) -> set[RecordId]:
    """Return the households somebody of whom has a block on disclosure."""
    persons = [person.id for person in reader.find(Person, secrecy_block=True)]
    return {found.household for found in reader.find(Membership, person=persons)}


def _line(row: HouseholdRow, *, is_secret: bool) -> HouseholdLine:
    address = ", ".join(filter(None, (row.street, row.town)))
    return HouseholdLine(
        number=row.number,
        head=row.head,
        type=row.type.label,
        members=row.members,
        address=_("disclosure blocked") if is_secret else address,
        municipality=row.municipality_name,
        phase=row.phase.label if row.phase else "",
        case_manager=row.case_manager,
        approved_until=row.approved_until,
    )
