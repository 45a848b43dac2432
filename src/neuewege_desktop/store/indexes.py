"""Light indexes of all clients, for finding again whom a list means."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from sys import intern
from typing import NamedTuple

import sqlalchemy as sa

from neuewege_desktop.domain.records import Life, RecordId
from neuewege_desktop.store import schema
from neuewege_desktop.store.reader import Reader

_COUNTING = (Life.LIVE.value, Life.ARCHIVED.value)


class PersonEntry(NamedTuple):
    """What tells a person from others."""

    id: RecordId
    scope: str
    client_number: str
    last: str
    first: str
    birth_date: dt.date | None


class HouseholdEntry(NamedTuple):
    """What tells a household from others."""

    id: RecordId
    scope: str
    number: str
    life: Life


def persons(reader: Reader) -> Iterator[PersonEntry]:
    """Yield all persons that count, of every municipality."""
    p = schema.TABLES["person"].c
    query = sa.select(p.id, p.scope, p.client_number, p.name_last, p.name_first, p.birth_date)
    for id_, scope, number, last, first, birth in reader.connection.execute(
        query.where(p.life.in_(_COUNTING))
    ):
        born = dt.date.fromisoformat(birth) if birth else None
        yield PersonEntry(id_, intern(scope), number, last, first, born)


def households(reader: Reader) -> Iterator[HouseholdEntry]:
    """Yield all households that count, of every municipality."""
    h = schema.TABLES["household"].c
    query = sa.select(h.id, h.scope, h.number, h.life).where(h.life.in_(_COUNTING))
    for id_, scope, number, life in reader.connection.execute(query):
        yield HouseholdEntry(id_, intern(scope), number, Life(life))


def pseudonyms(reader: Reader) -> set[str]:
    """Return every pseudonym ever given: none is used twice, whatever became of its household."""
    query = sa.select(schema.TABLES["household"].c.pseudonym)
    return {found for found in reader.connection.scalars(query) if found}
