"""Lists as a person asks for them: households, persons, measures, case conferences."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from neuewege_desktop.domain.listing import (
    HouseholdRow,
    MeasureRow,
    MeetingRow,
    PersonRow,
    Query,
)
from neuewege_desktop.services.places import municipality_named
from neuewege_desktop.store.lists import (
    household_rows,
    keys,
    measure_rows,
    meeting_rows,
    person_rows,
)
from neuewege_desktop.store.reader import Reader
from neuewege_desktop.store.store import Store


def list_households(store: Store, query: Query) -> list[HouseholdRow]:
    """Return the households that are there on the day, in German order of their names."""
    with _answering(store, query) as reader:
        return household_rows(reader, keys(reader, "household", query), query.day)


def list_persons(store: Store, query: Query) -> list[PersonRow]:
    """Return the persons, with their household of the day, in German order of their names."""
    with _answering(store, query) as reader:
        return person_rows(reader, keys(reader, "person", query), query.day)


def list_measures(store: Store, query: Query) -> list[MeasureRow]:
    """Return the measures with those who take part on the day, in order of their names."""
    with _answering(store, query) as reader:
        return measure_rows(reader, query)


def list_meetings(store: Store, query: Query) -> list[MeetingRow]:
    """Return the case conferences in order of their days."""
    with _answering(store, query) as reader:
        return meeting_rows(reader, query)


@contextmanager
def _answering(store: Store, query: Query) -> Iterator[Reader]:
    """Give a reader; UserError if the district has no such municipality."""
    with store.reading() as reader:
        if query.municipality:
            municipality_named(reader, query.municipality)
        yield reader
