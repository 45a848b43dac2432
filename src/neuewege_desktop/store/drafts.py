"""What is being typed: kept at most a second behind the keyboard, encrypted, on this laptop only.

Neither journaled nor exchanged. Saving or erasing the record clears its drafts.
"""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa

from neuewege_desktop.domain.records import RecordId
from neuewege_desktop.store import schema
from neuewege_desktop.store.engine import Database


@dataclass(frozen=True, slots=True)
class Draft:
    """A text not yet saved: where it was typed, by whom, when (ms since 1970)."""

    place: str
    author: RecordId
    record: RecordId | None
    at: int
    text: str


def keep_draft(database: Database, draft: Draft) -> None:
    """Keep a draft; the one before it at the same place and by the same person goes."""
    line = (draft.place, draft.author, draft.record, draft.at, draft.text)
    with database.write() as connection:
        connection.exec_driver_sql(
            "INSERT OR REPLACE INTO draft (place, author, record, at, text) VALUES (?, ?, ?, ?, ?)",
            line,
        )


def drafts_of(database: Database, author: RecordId) -> list[Draft]:
    """Return what somebody typed and did not save, latest first."""
    d = schema.draft.c
    query = sa.select(d.place, d.author, d.record, d.at, d.text).where(d.author == author)
    with database.read() as connection:
        return [Draft(*row) for row in connection.execute(query.order_by(d.at.desc()))]


def draft_at(database: Database, place: str, author: RecordId) -> Draft | None:
    """Return what somebody typed at a place and did not save."""
    d = schema.draft.c
    query = sa.select(d.place, d.author, d.record, d.at, d.text)
    with database.read() as connection:
        found = connection.execute(query.where(d.place == place, d.author == author)).first()
    return Draft(*found) if found is not None else None


def drop_draft(database: Database, place: str, author: RecordId) -> None:
    """Forget a draft that its author gave up."""
    with database.write() as connection:
        statement = "DELETE FROM draft WHERE place = ? AND author = ?"
        connection.exec_driver_sql(statement, (place, author))
