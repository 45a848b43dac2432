"""Whom words may mean: clients, addresses and telephones of the whole workplace, asked by words.

The full-text index is asked for the words of a text, so that a paper of a page costs the same in a
large workplace as in a small one. Whoever was put away or handed over has a name too.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator
from typing import NamedTuple

import sqlalchemy as sa

from neuewege_desktop.domain.records import Life, RecordId
from neuewege_desktop.store import schema
from neuewege_desktop.store.reader import Reader
from neuewege_desktop.store.rows import in_chunks

_ERASED = Life.ERASED.value
_PERSON, _HOUSEHOLD, _MEMBERSHIP, _ADDRESS = (
    schema.TABLES[kind].c for kind in ("person", "household", "membership", "household_address")
)
_AT_ONCE = 200  # words in one question to the index


class PersonWords(NamedTuple):
    """What tells who a person is."""

    id: RecordId
    last: str
    first: str
    client_number: str
    birth_date: dt.date | None


def persons_called(reader: Reader, words: Collection[str]) -> Iterator[PersonWords]:
    """Yield the persons who have one of these folded words as name or number."""
    yield from _persons(reader, sorted(_hits(reader, "person", words)))


def persons_born_on(reader: Reader, days: Collection[dt.date]) -> Iterator[PersonWords]:
    """Yield the persons born on one of these days."""
    born = [day.isoformat() for day in days]
    query = sa.select(_PERSON.id).where(_PERSON.birth_date.in_(born), _PERSON.life != _ERASED)
    yield from _persons(reader, list(reader.connection.scalars(query)) if born else [])


def _persons(reader: Reader, ids: Collection[RecordId]) -> Iterator[PersonWords]:
    p = _PERSON
    query = sa.select(p.id, p.name_last, p.name_first, p.client_number, p.birth_date)
    for chunk in in_chunks(sorted(ids)):
        for id_, last, first, number, birth in reader.connection.execute(
            query.where(p.id.in_(list(chunk)), p.life != _ERASED)
        ):
            born = dt.date.fromisoformat(birth) if birth else None
            yield PersonWords(id_, last or "", first or "", number or "", born)


def _hits(reader: Reader, kind: str, words: Collection[str]) -> set[RecordId]:
    search = sa.table(f"{kind}_search", sa.column("rowid", sa.Integer), sa.column("words"))
    found: set[RecordId] = set()
    asked = sorted(words)
    for start in range(0, len(asked), _AT_ONCE):
        quoted = " OR ".join(f'"{word}"' for word in asked[start : start + _AT_ONCE])
        query = sa.select(search.c.rowid).where(search.c.words.op("MATCH")(quoted))
        found.update(reader.connection.scalars(query))
    return found


def households_numbered(reader: Reader, words: Collection[str]) -> dict[str, str]:
    """Return BG numbers and pseudonyms, each with the pseudonym, of households so numbered.

    Of a number or pseudonym of several words, one is enough to be found here.
    """
    h = _HOUSEHOLD
    found: dict[str, str] = {}
    for chunk in in_chunks(sorted(_hits(reader, "household", words))):
        query = sa.select(h.number, h.pseudonym).where(h.id.in_(list(chunk)), h.life != _ERASED)
        for number, pseudonym in reader.connection.execute(query):
            found |= {name: pseudonym for name in (number, pseudonym) if name}
    return found


def homes_of(reader: Reader, persons: Collection[RecordId]) -> dict[RecordId, frozenset[str]]:
    """Return by person the pseudonyms of the households they belong to, or did."""
    query = sa.select(_MEMBERSHIP.person, _HOUSEHOLD.pseudonym).join_from(
        schema.TABLES["membership"],
        schema.TABLES["household"],
        _HOUSEHOLD.id == _MEMBERSHIP.household,
    )
    found: dict[RecordId, frozenset[str]] = {}
    for chunk in in_chunks(sorted(persons)):
        for person, pseudonym in reader.connection.execute(
            query.where(_MEMBERSHIP.person.in_(list(chunk)))
        ):
            found[person] = found.get(person, frozenset()) | {pseudonym}
    return found


def streets(reader: Reader) -> frozenset[str]:
    """Return every street a household lives in, or did, with its numbers."""
    query = sa.select(_ADDRESS.address_street).where(_ADDRESS.life != _ERASED).distinct()
    return frozenset(filter(None, reader.connection.scalars(query)))


def towns(reader: Reader) -> dict[str, str]:
    """Return every place of an address with the key (AGS) of its municipality."""
    query = sa.select(_ADDRESS.address_town, _ADDRESS.ags).where(_ADDRESS.life != _ERASED)
    rows = reader.connection.execute(query.distinct())
    return {town: ags for town, ags in rows if town}


def phones(reader: Reader) -> frozenset[str]:
    """Return the digits of every telephone number of a client."""
    query = sa.select(_PERSON.phone).where(_PERSON.phone != "", _PERSON.life != _ERASED)
    numbers = reader.connection.scalars(query)
    return frozenset("".join(filter(str.isdigit, number)) for number in numbers)
