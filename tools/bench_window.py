"""How long one waits for the window: its start, and the list of households."""

from __future__ import annotations

import statistics
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from invented_town import add_households
from invented_work import team_of
from measuring import say
from neuewege_desktop.services.labels import ActLabel
from neuewege_desktop.services.office import Office
from probes import (
    Took,
    gathered,
    hidden_screen,
    judge,
    judge_blocks,
    judge_late,
    make_workplace,
    middle,
    probe,
)

_STARTS = 7
_WORKS = 3
_MANY = 1_000_000


def bench_window(folder: Path, households: int) -> None:
    """Measure the start and the list of households, and print what was found and what is wanted."""
    say("households", str(households))
    place, profile = folder / "Messung", folder / "profil"
    make_workplace(place, profile, lambda office: _furnish(office, households))
    with hidden_screen():
        _bench_start(place, profile)
        works = [probe("work", str(place), str(profile))[1] for _work in range(_WORKS)]
    _print_list(works, 250 if households >= _MANY else 100)
    judge_blocks(works)
    _print_memory(works)


def _furnish(office: Office, households: int) -> None:
    with office.store.reading() as reader:
        team = team_of(reader, office.today)
    with office.store.writing(ActLabel.IMPORT, office.author) as writer:
        add_households(writer, households, team=team)


# --- the start --------------------------------------------------------------------------------


def _bench_start(place: Path, profile: Path) -> None:
    empty: list[Took] = []
    unlock: list[Took] = []
    window: list[Took] = []
    overview: list[Took] = []
    rows: list[Took] = []
    for number in range(_STARTS + 1):
        begin, found = probe("empty")
        bare = Took(found["painted"][0] - begin, found["painted"][1])
        begin, found = probe("start", str(place), str(profile))
        if number == 0:
            continue  # the first of each warms the disk
        empty.append(bare)
        unlock.append(Took(found["unlock"][0] - begin, found["unlock"][1]))
        window.append(_between(found, "password", "main"))
        overview.append(_between(found, "main", "overview"))
        rows.append(_between(found, "households", "rows"))
    bare = middle(empty)
    say("an empty window of Qt, from the start", str(bare))
    judge("unlock window, from the start", middle(unlock), 400, bare)
    judge("main window, from the password (cheap key)", middle(window), 700, bare)
    say("figures of the overview, after that", str(middle(overview)))
    judge("page of households, first rows", middle(rows), 100)


def _between(found: Mapping[str, Any], begin: str, end: str) -> Took:
    return Took(*(late - early for early, late in zip(found[begin], found[end], strict=True)))


# --- the list of households -------------------------------------------------------------------


def _print_list(works: Sequence[Mapping[str, Any]], goal: int) -> None:
    for what, name in (("jump", "jump in the table"), ("end", "to its last row")):
        judge_late(name, gathered(works, what), 35)
    for order in ("name", "number", "approved_until", "phase"):
        took = statistics.median(gathered(works, f"sort {order}"))
        say(f"sorted by {order}, first rows painted", f"{took * 1000:6.0f} ms")
    judge_late("key to repaint in the search", gathered(works, "filter"), goal)
    answered, dropped = len(gathered(works, "filter")), sum(work["dropped"] for work in works)
    say("  keys answered before the next one", f"{answered} of {answered + dropped}")
    took = statistics.median(gathered(works, "record"))
    say("a record on its own page", f"{took * 1000:6.0f} ms")


def _print_memory(works: Sequence[Mapping[str, Any]]) -> None:
    table = statistics.median(work["memory with"] - work["memory without"] for work in works)
    met = "met" if table <= 20 else "missed"
    say("memory of the page with its table", f"{table:6.1f} MiB  goal 20 MiB: {met}")
    whole = statistics.median(work["memory in all"] for work in works)
    say("memory of the whole program, in the end", f"{whole:6.0f} MiB")
