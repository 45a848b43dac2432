"""Filling a freshly founded workplace with example data."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable

from neuewege_desktop.domain.records import Record, RecordId
from neuewege_desktop.domain.records.catalogue import Project
from neuewege_desktop.services.demo.cases import CaseMaker, DemoCase
from neuewege_desktop.services.demo.conferences import ConferenceMaker
from neuewege_desktop.services.demo.people import Inventor
from neuewege_desktop.services.demo.towns import furnish_towns
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
    """
    chance = random.Random(seed)  # noqa: S311 - example data, no secret
    with store.writing(ActLabel.DEMO, author) as writer:
        released = _write(writer, day, households, chance, progress)
    with store.writing(ActLabel.DEMO, author) as writer:
        for record in released:
            writer.finalise(record)


def _write(
    writer: Writer,
    day: dt.date,
    households: int,
    chance: random.Random,
    progress: Callable[[int], None] | None,
) -> list[Record]:
    towns = furnish_towns(writer, day)
    writer.flush()
    project = writer.find(Project)[0].id
    inventor = Inventor(chance, day)
    makers = [CaseMaker(writer, town, project, day, chance, inventor) for town in towns]
    cases: list[list[DemoCase]] = [[] for _town in towns]
    numbers = _pseudonym_numbers(households, chance)
    for number in range(households):
        place = number % len(towns)
        short = towns[place].municipality.short
        pseudonym = f"{short}-{numbers[number]:03d}"
        cases[place].append(makers[place].make(number, pseudonym))
        if (number + 1) % _FLUSHED == 0:
            writer.flush()
            if progress is not None:
                progress(number + 1)
    released: list[Record] = []
    for town, weekday, known in zip(towns, _WEEKDAYS, cases, strict=True):
        conferences = ConferenceMaker(writer, town, day)
        conferences.make(weekday, known)
        released += conferences.released
    return released


def _pseudonym_numbers(households: int, chance: random.Random) -> list[int]:
    """Return a number for each household in random order, with room left between them."""
    largest = 999
    while households > largest // 2:
        largest = largest * 10 + 9
    return chance.sample(range(1, largest + 1), households)
