"""Keeping records that somebody edited, if nothing about them is wrong."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from neuewege_desktop.base.errors import UserError
from neuewege_desktop.base.i18n import _
from neuewege_desktop.domain.checks import Problem, problems_of
from neuewege_desktop.domain.records import Record, RecordId
from neuewege_desktop.services.entries.surroundings import Neighbourhood
from neuewege_desktop.services.labels import Nature, label_of
from neuewege_desktop.services.office import Office
from neuewege_desktop.store.reader import Reader
from neuewege_desktop.store.writer import Outcome, Writer

R = TypeVar("R", bound=Record)

NEW: RecordId = 0  # of a record that is not kept yet


class Invalid(UserError):
    """Something is wrong with what was entered; `problems` says it field by field."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        sentences = dict.fromkeys(problem.text for problem in problems if problem.blocks)
        super().__init__("\n".join([_("This cannot be saved yet:"), *sentences]))
        self.problems = tuple(problems)


def check(office: Office, record: Record) -> tuple[Problem, ...]:
    """Return all problems of a record, warnings too: for a form, while somebody types."""
    with office.store.reading() as reader:
        return problems_of(record, Neighbourhood(reader, office.today).context(record))


def save(
    office: Office,
    record: R,
    *,
    before: R | None = None,
    resolves: Iterable[str] = (),
    draft: str | None = None,
) -> Outcome:
    """Keep a new or changed record as one act; Invalid if something about it blocks.

    With `before`, the record as the form opened it, only what differs from that is written: what
    was changed elsewhere meanwhile stays. `resolves` names fields whose conflict is decided.
    `draft` is a place whose draft this act makes needless.
    """
    nature = Nature.ADD if record.id == NEW else Nature.CHANGE
    label = label_of(nature, record.kind.name)
    with office.store.writing(label, office.author) as writer:
        now = _merged(writer, before, record) if before is not None else record
        refuse_blocking(problems_together(writer, office, [now]))
        keep(writer, now, resolves)
        if draft is not None:
            writer.drop_draft(draft)
    return writer.outcome


def save_all(
    office: Office, records: Sequence[Record], label: str, *, draft: str | None = None
) -> Outcome:
    """Keep several records in one act, undone together; Invalid if anything blocks.

    The records may be new, but point only at such as are kept already.
    """
    with office.store.writing(label, office.author) as writer:
        refuse_blocking(problems_together(writer, office, records))
        for record in records:
            keep(writer, record)
        if draft is not None:
            writer.drop_draft(draft)
    return writer.outcome


def refuse_blocking(problems: Sequence[Problem]) -> None:
    """Raise Invalid with all these problems, doubts too, if one of them blocks."""
    if any(problem.blocks for problem in problems):
        raise Invalid(problems)


def problems_together(
    reader: Reader, office: Office, records: Sequence[Record]
) -> tuple[Problem, ...]:
    """Return all problems of records that one act keeps together."""
    beside = Neighbourhood(reader, office.today, records)
    return tuple(
        problem for record in records for problem in problems_of(record, beside.context(record))
    )


def keep(writer: Writer, record: R, resolves: Iterable[str] = ()) -> R:
    """Write a record; a new one gets its id. Return it as it is kept."""
    if record.id == NEW:
        kept = replace(record, id=writer.new_id())
        writer.add(kept)
        return kept
    writer.save(record, resolves)
    return record


def as_it_stands(reader: Reader, record: R) -> R:
    """Return a record as it is kept: the copy in a window may be older. UserError if it is gone."""
    now = reader.get(type(record), record.id)
    if now is None:
        raise UserError(_("This entry was erased meanwhile."))
    return now


def _merged(reader: Reader, before: R, after: R) -> R:
    """Return the record as it stands, with what the form changed."""
    changed = {
        field.name: getattr(after, field.name)
        for field in dataclasses.fields(after)
        if getattr(after, field.name) != getattr(before, field.name)
    }
    return replace(as_it_stands(reader, after), **changed)
