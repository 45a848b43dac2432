"""What is computed of records for lists: sort keys and folded words for the search.

Done for the touched records in the transaction of the act; never journaled.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from neuewege_desktop.base.formats import fold, sort_key
from neuewege_desktop.domain.records import Life
from neuewege_desktop.store import schema
from neuewege_desktop.store.rows import in_chunks

_PAPERS = ("issued_paper", "issued_town_paper")
_LIVE = Life.LIVE.value
_PERSON = schema.TABLES["person"]
_HOUSEHOLD = schema.TABLES["household"]
_MEMBERSHIP = schema.TABLES["membership"]
_ADDRESS = schema.TABLES["household_address"]


def refresh(connection: sa.Connection, touched: Mapping[str, Collection[int]]) -> None:
    """Bring sort keys and search words of these records, by kind, up to date."""
    persons = set(touched.get("person", ()))
    if persons:
        _refresh_persons(connection, persons)
    for kind in _PAPERS:
        if kind in touched:
            _forget_papers(connection, kind)
    households = set(touched.get("household", ()))
    households |= _owners(connection, _MEMBERSHIP, "id", touched.get("membership", ()))
    households |= _owners(connection, _ADDRESS, "id", touched.get("household_address", ()))
    households |= _owners(connection, _MEMBERSHIP, "person", persons)
    if households:
        _refresh_households(connection, households)


def _forget_papers(connection: sa.Connection, kind: str) -> None:
    """Leave no bytes of an erased paper."""
    paper = schema.TABLES[kind].c
    erased = sa.select(paper.id).where(paper.life == Life.ERASED.value)
    connection.execute(sa.delete(schema.archived).where(schema.archived.c.record.in_(erased)))


def _owners(
    connection: sa.Connection, table: sa.Table, column: str, ids: Iterable[int]
) -> set[int]:
    query = sa.select(table.c.household).where(
        table.c[column].in_(sa.bindparam("ids", expanding=True)), table.c.household.is_not(None)
    )
    return {
        household
        for chunk in in_chunks(sorted(ids))
        for (household,) in connection.execute(query, {"ids": list(chunk)})
    }


def _refresh_persons(connection: sa.Connection, persons: set[int]) -> None:
    p = _PERSON.c
    query = sa.select(p.id, p.life, p.name_last, p.name_first, p.client_number, p.birth_date).where(
        p.id.in_(sa.bindparam("ids", expanding=True))
    )
    for chunk in in_chunks(sorted(persons)):
        keys: list[Any] = []
        words: dict[int, str] = {}
        for row in connection.execute(query, {"ids": list(chunk)}):
            if row.life == Life.ERASED.value:
                keys.append((None, row.id))
                continue
            keys.append((sort_key(f"{row.name_last} {row.name_first}"), row.id))
            words[row.id] = _words(row.name_last, row.name_first, row.client_number, row.birth_date)
        connection.exec_driver_sql("UPDATE person SET sort_key = ? WHERE id = ?", keys)
        _index(connection, "person", chunk, words)


def _refresh_households(connection: sa.Connection, households: set[int]) -> None:
    for chunk in in_chunks(sorted(households)):
        members = _members(connection, chunk)
        streets = _streets(connection, chunk)
        h = _HOUSEHOLD.c
        query = sa.select(h.id, h.life, h.number, h.pseudonym).where(h.id.in_(chunk))
        keys: list[Any] = []
        words: dict[int, str] = {}
        for row in connection.execute(query):
            if row.life == Life.ERASED.value:
                keys.append((None, row.id))
                continue
            people = members[row.id]
            head = next(iter(people), ("", "", ""))
            keys.append((sort_key(f"{head[0]} {head[1]} {row.number}"), row.id))
            names = [word for person in people for word in person]
            words[row.id] = _words(row.number, row.pseudonym, *names, *streets[row.id])
        connection.exec_driver_sql("UPDATE household SET sort_key = ? WHERE id = ?", keys)
        _index(connection, "household", chunk, words)


def _members(
    connection: sa.Connection, households: Sequence[int]
) -> Mapping[int, list[tuple[str, str, str]]]:
    """Return name and number of the members of each household, its head first."""
    m, p = _MEMBERSHIP.c, _PERSON.c
    query = (
        sa.select(m.household, p.name_last, p.name_first, p.client_number, p.life)
        .join(_PERSON, p.id == m.person)
        .where(m.household.in_(households), m.life == _LIVE)
        .order_by(m.household, m.role != "HEAD", m.period_end.is_not(None), m.id)
    )
    found: dict[int, list[tuple[str, str, str]]] = defaultdict(list)
    for household, last, first, number, life in connection.execute(query):
        if life == _LIVE:  # asked here: in the query it would lure the planner to read all persons
            found[household].append((last, first, number))
    return found


def _streets(connection: sa.Connection, households: Sequence[int]) -> Mapping[int, list[str]]:
    a = _ADDRESS.c
    query = sa.select(a.household, a.address_street, a.address_town)
    found: dict[int, list[str]] = defaultdict(list)
    for household, street, town in connection.execute(
        query.where(a.household.in_(households), a.life == _LIVE)
    ):
        found[household] += [street or "", town or ""]
    return found


def _words(*texts: str | None) -> str:
    return " ".join(fold(text) for text in texts if text)


def _index(
    connection: sa.Connection, kind: str, records: Sequence[int], words: Mapping[int, str]
) -> None:
    table = f"{kind}_search"
    delete: list[Any] = [(record,) for record in records]
    connection.exec_driver_sql(f"DELETE FROM {table} WHERE rowid = ?", delete)
    lines = list(words.items())
    if lines:
        connection.exec_driver_sql(f"INSERT INTO {table} (rowid, words) VALUES (?, ?)", lines)


def forget_erased(connection: sa.Connection) -> None:
    """Drop what the search index still keeps of erased records in old segments."""
    for kind in schema.SEARCHES:
        connection.exec_driver_sql(f"INSERT INTO {kind}_search ({kind}_search) VALUES ('optimize')")
