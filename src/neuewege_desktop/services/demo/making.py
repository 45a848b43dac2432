"""Filling a freshly founded workplace with example data."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable, Sequence

from neuewege_desktop.domain.records import Record, RecordId
from neuewege_desktop.domain.records.catalogue import Project
from neuewege_desktop.domain.scopes import case_scope, town_scope
from neuewege_desktop.services.demo.cases import CaseMaker, DemoCase
from neuewege_desktop.services.demo.conferences import TALKED_ABOUT, ConferenceMaker
from neuewege_desktop.services.demo.days import Days
from neuewege_desktop.services.demo.people import Inventor
from neuewege_desktop.services.demo.scribe import Scribe
from neuewege_desktop.services.demo.stories import STORIES
from neuewege_desktop.services.demo.towns import DemoTown, furnish_towns
from neuewege_desktop.services.labels import ActLabel
from neuewege_desktop.store.store import Store
from neuewege_desktop.store.writer import Writer

HOUSEHOLDS = 60
_FLUSHED = 1000  # households gathered before they are written
_WEEKDAYS = (0, 1, 3)  # each pilot meets on another day


def make_demo(
    store: Store,
    author: RecordId,
    *,
    day: dt.date,
    households: int = HOUSEHOLDS,
    seed: int = 1,
    progress: Callable[[int], None] | None = None,
) -> None:
    """Invent the pilots' households and conferences as they stand on `day`.

    The same seed, day and number make the same people. `progress` is told the households so far.
    All of it is one act; a second one freezes the released minutes, which must be written by then.
    """
    days = Days(day, random.Random(seed))  # noqa: S311 - example data, no secret
    with store.writing(ActLabel.DEMO, author) as writer:
        towns = list(furnish_towns(writer, day, households))
        writer.flush()
        known = _fill(writer, towns, days, households, progress)
        released = _meet(writer, towns, day, known)
    with store.writing(ActLabel.DEMO, author) as writer:
        for record in released:
            writer.finalise(record)


def _fill(
    writer: Writer,
    towns: Sequence[DemoTown],
    days: Days,
    households: int,
    progress: Callable[[int], None] | None,
) -> list[list[DemoCase]]:
    """Write the households, spread over the towns; return the cases to talk about in each."""
    project = writer.find(Project)[0].id
    inventor = Inventor(days)
    makers = [
        CaseMaker(Scribe(writer, case_scope(town.municipality.ags)), town, project, days, inventor)
        for town in towns
    ]
    known: list[list[DemoCase]] = [[] for _town in towns]
    numbers = _pseudonym_numbers(households, days.chance)
    for number in range(households):
        place, story = number % len(towns), STORIES[number % len(STORIES)]
        pseudonym = f"{towns[place].municipality.short}-{numbers[number]:03d}"
        case = makers[place].make(number + 1, pseudonym, story)
        if story.talks and len(known[place]) < TALKED_ABOUT:
            known[place].append(case)
        if (number + 1) % _FLUSHED == 0:
            writer.flush()
            if progress is not None:
                progress(number + 1)
    if progress is not None and households % _FLUSHED:
        progress(households)
    return known


def _meet(
    writer: Writer, towns: Sequence[DemoTown], day: dt.date, known: Sequence[Sequence[DemoCase]]
) -> list[Record]:
    """Write the conferences of the towns; return the records of the released minutes."""
    released: list[Record] = []
    for town, weekday, cases in zip(towns, _WEEKDAYS, known, strict=True):
        ags = town.municipality.ags
        in_town, in_case = Scribe(writer, town_scope(ags)), Scribe(writer, case_scope(ags))
        conferences = ConferenceMaker(in_town, in_case, town, day)
        conferences.make(weekday, cases)
        released += conferences.released
    return released


def _pseudonym_numbers(households: int, chance: random.Random) -> list[int]:
    """Return a number for each household in random order, with room left between them."""
    largest = 999
    while households > largest // 2:
        largest = largest * 10 + 9
    return chance.sample(range(1, largest + 1), households)
