"""Lists as a person asks for them: households, persons, measures, meetings, tasks, actors."""

from __future__ import annotations

import datetime as dt
from array import array
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from neuewege_desktop.base.cancelling import Cancel
from neuewege_desktop.base.formats import sort_key
from neuewege_desktop.domain.listing import (
    HouseholdRow,
    ListKind,
    MeasureRow,
    MeetingRow,
    PersonRow,
    Query,
    Row,
)
from neuewege_desktop.domain.records import RecordId
from neuewege_desktop.domain.records.catalogue import Municipality, ProjectMunicipality
from neuewege_desktop.services.places import municipality_named
from neuewege_desktop.store.lists import (
    count,
    household_rows,
    keys,
    measure_rows,
    meeting_rows,
    person_rows,
    rows,
)
from neuewege_desktop.store.reader import Reader
from neuewege_desktop.store.store import Store


def list_keys(
    store: Store,
    kind: ListKind,
    query: Query,
    *,
    limit: int | None = None,
    cancel: Cancel | None = None,
) -> array[int]:
    """Return the ids of a list in the order asked for, all of them or the first ones.

    Raises Cancelled as soon as `cancel` is wished for, from whichever thread.
    """
    with store.reading(cancel) as reader:
        return keys(reader, kind, query, limit=limit)


def list_count(store: Store, kind: ListKind, query: Query, *, cancel: Cancel | None = None) -> int:
    """Return how many rows a list has. Raises Cancelled as `list_keys` does."""
    with store.reading(cancel) as reader:
        return count(reader, kind, query)


def list_rows(store: Store, kind: ListKind, ids: Sequence[RecordId], day: dt.date) -> list[Row]:
    """Return these records as they were on a day, in the order of the ids.

    What has left the lists since the ids were asked for is missing.
    """
    with store.reading() as reader:
        return rows(reader, kind, ids, day)


def municipalities_of(store: Store, day: dt.date) -> list[tuple[str, str]]:
    """Return key (AGS) and name of the municipalities that take part on a day, by name."""
    with store.reading() as reader:
        taking_part = {
            found.municipality
            for found in reader.find(ProjectMunicipality)
            if found.period.covers(day)
        }
        municipalities = reader.many(Municipality, sorted(taking_part)).values()
    named = [(municipality.ags, municipality.name) for municipality in municipalities]
    return sorted(named, key=lambda found: sort_key(found[1]))


def list_households(store: Store, query: Query) -> list[HouseholdRow]:
    """Return the households that are there on the day, in German order of their names."""
    with _answering(store, query) as reader:
        return household_rows(reader, keys(reader, ListKind.HOUSEHOLDS, query), query.day)


def list_persons(store: Store, query: Query) -> list[PersonRow]:
    """Return the persons, with their household of the day, in German order of their names."""
    with _answering(store, query) as reader:
        return person_rows(reader, keys(reader, ListKind.PERSONS, query), query.day)


def list_measures(store: Store, query: Query) -> list[MeasureRow]:
    """Return the measures with those who take part on the day, in order of their names."""
    with _answering(store, query) as reader:
        return measure_rows(reader, keys(reader, ListKind.MEASURES, query), query.day)


def list_meetings(store: Store, query: Query) -> list[MeetingRow]:
    """Return the case conferences in order of their days."""
    with _answering(store, query) as reader:
        return meeting_rows(reader, keys(reader, ListKind.MEETINGS, query), query.day)


@contextmanager
def _answering(store: Store, query: Query) -> Iterator[Reader]:
    """Give a reader; UserError if the district has no such municipality."""
    with store.reading() as reader:
        if query.municipality:
            municipality_named(reader, query.municipality)
        yield reader
