"""Lists: SQL finds, filters and sorts; rows are filled in page by page.

`keys` gives the ids of a list in order, all of them or one page; `rows` fills in what a page
shows, as it was on the day asked for. One module for each kind of list.
"""

from __future__ import annotations

import datetime as dt
from array import array
from collections.abc import Callable, Mapping, Sequence

from neuewege_desktop.domain.listing import ListKind, Query, Row
from neuewege_desktop.domain.records import RecordId
from neuewege_desktop.store.lists import asking
from neuewege_desktop.store.lists.actors import ACTORS, actor_rows
from neuewege_desktop.store.lists.asking import Listing
from neuewege_desktop.store.lists.households import HOUSEHOLDS, household_rows
from neuewege_desktop.store.lists.measures import MEASURES, measure_rows
from neuewege_desktop.store.lists.meetings import MEETINGS, meeting_rows
from neuewege_desktop.store.lists.persons import PERSONS, person_rows
from neuewege_desktop.store.lists.tasks import TASKS, task_rows
from neuewege_desktop.store.reader import Reader

__all__ = [
    "LISTS",
    "actor_rows",
    "count",
    "household_rows",
    "keys",
    "measure_rows",
    "meeting_rows",
    "person_rows",
    "rows",
    "task_rows",
]

LISTS: Mapping[ListKind, Listing] = {
    listing.kind: listing for listing in (HOUSEHOLDS, PERSONS, MEASURES, MEETINGS, TASKS, ACTORS)
}
_ROWS: Mapping[ListKind, Callable[[Reader, Sequence[RecordId], dt.date], Sequence[Row]]] = {
    ListKind.HOUSEHOLDS: household_rows,
    ListKind.PERSONS: person_rows,
    ListKind.MEASURES: measure_rows,
    ListKind.MEETINGS: meeting_rows,
    ListKind.TASKS: task_rows,
    ListKind.ACTORS: actor_rows,
}


def keys(
    reader: Reader, kind: ListKind, query: Query, *, limit: int | None = None, offset: int = 0
) -> array[int]:
    """Return the ids of a list in the order asked for, all of them or one page."""
    return asking.keys(reader, LISTS[kind], query, limit, offset)


def count(reader: Reader, kind: ListKind, query: Query) -> int:
    """Return how many rows a list has."""
    return asking.count(reader, LISTS[kind], query)


def rows(reader: Reader, kind: ListKind, ids: Sequence[RecordId], day: dt.date) -> list[Row]:
    """Return these records as they were on a day, in the order of the ids.

    What has left the lists since the ids were asked for is missing.
    """
    return list(_ROWS[kind](reader, ids, day))
