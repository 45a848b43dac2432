"""How any list is asked: which records it holds, in which order, and how many there are."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from neuewege_desktop.domain.listing import ARCHIVED, FILTERS, ListKind, Query
from neuewege_desktop.domain.records import Life
from neuewege_desktop.domain.scopes import Family
from neuewege_desktop.store.german import words_of
from neuewege_desktop.store.lists.columns import LIVE
from neuewege_desktop.store.reader import Reader

AUTHOR = sa.bindparam("author", type_=sa.Integer)
_MANY = 8_000  # hits: where looking each up and walking the index cost the same (tools/bench.py)

Text = sa.ColumnElement[str]
Condition = sa.ColumnElement[bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """What SQL has to know to answer one kind of list.

    `natural` is the order without any choice and behind every other; `orders` have what is sorted
    by for each column; `filters` are conditions by code. Words are sought by `words` in a small
    list, or in the search index of the kind of record `indexed`. `on_the_day` holds for live
    records only: what was put away is shown whatever the day.
    """

    kind: ListKind
    source: sa.FromClause
    families: tuple[Family, ...]
    natural: tuple[sa.ColumnElement[Any], ...]
    orders: Mapping[str, sa.ColumnElement[Any]]
    filters: Mapping[str, Condition]
    words: Callable[[str], Condition] | None = None
    indexed: str = ""
    on_the_day: Condition | None = None


def keys(
    reader: Reader, listing: Listing, query: Query, limit: int | None, offset: int
) -> array[int]:
    """Return the ids of a list in order, all of them or one page."""
    record = listing.source.c.id
    statement = sa.select(record).select_from(listing.source).where(*_conditions(listing, query))
    hits = _hits(listing, query)
    if hits is not None:
        # A few hits are looked up by their ids and sorted. For many, the sorted index is walked
        # and each record asked for among them until the page is full: no index can find `id + 0`.
        few = _is_few(reader, hits)
        statement = statement.where((record if few else record + 0).in_(hits))
    statement = statement.order_by(*_order(listing, query)).limit(limit).offset(offset)
    return array("q", reader.connection.scalars(statement, _told(query)))


def count(reader: Reader, listing: Listing, query: Query) -> int:
    """Return how many rows a list has."""
    record = listing.source.c.id
    statement = sa.select(sa.func.count(record)).select_from(listing.source)
    statement = statement.where(*_conditions(listing, query))
    hits = _hits(listing, query)
    if hits is not None:
        statement = statement.where(record.in_(hits))
    return reader.connection.scalars(statement, _told(query)).one()


def _told(query: Query) -> Mapping[str, object]:
    return {"day": query.day.isoformat(), "author": query.author}


def _conditions(listing: Listing, query: Query) -> list[Condition]:
    columns = listing.source.c
    put_away = ARCHIVED in query.filters
    conditions = [columns.life == (Life.ARCHIVED.value if put_away else LIVE)]
    if listing.on_the_day is not None and not put_away:
        conditions.append(listing.on_the_day)
    if query.municipality:
        scopes = [f"{family}:{query.municipality}" for family in listing.families]
        # Not `IN` where one is enough: the index by which the list is sorted begins with it.
        one = len(scopes) == 1
        conditions.append(columns.scope == scopes[0] if one else columns.scope.in_(scopes))
    if query.search and listing.words:
        conditions.append(listing.words(query.search))
    return [*conditions, *_narrowed(listing, query)]


def _narrowed(listing: Listing, query: Query) -> list[Condition]:
    groups: defaultdict[str, list[Condition]] = defaultdict(list)
    for narrowing in FILTERS[listing.kind]:
        if narrowing.code in query.filters and narrowing.code != ARCHIVED:
            groups[narrowing.group].append(listing.filters[narrowing.code])
    return [sa.or_(*alternatives) for alternatives in groups.values()]


def _order(listing: Listing, query: Query) -> list[sa.ColumnElement[Any]]:
    if not query.order or query.order == next(iter(listing.orders)):
        return [c.desc() if query.descending else c for c in listing.natural]
    chosen = listing.orders[query.order]
    # What is not known stands at the end in both directions.
    return [sa.nulls_last(chosen.desc() if query.descending else chosen.asc()), *listing.natural]


def match_of(text: str) -> str:
    """Return the full-text condition for what a person typed: each word begins a word.

    What was typed is quoted, so that no sign in it is ever taken for a command of the search.
    """
    return " ".join(f'"{word}"*' for word in words_of(text))


def _hits(listing: Listing, query: Query) -> sa.Select[int] | None:
    """Return the ids of the records with these words; in one go, not row by row."""
    words = match_of(query.search) if listing.indexed else ""
    if not words:
        return None
    search = sa.table(
        f"{listing.indexed}_search", sa.column("rowid", sa.Integer), sa.column("words")
    )
    return sa.select(search.c.rowid).where(search.c.words.op("MATCH")(words))


def _is_few(reader: Reader, hits: sa.Select[int]) -> bool:
    some = sa.select(sa.func.count()).select_from(hits.limit(_MANY).subquery())
    return reader.connection.scalars(some).one() < _MANY
