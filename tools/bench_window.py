"""How long one waits for the window: processes of their own, on one invented workplace.

The goals are those for a quiet computer with two cores. On a busy one the time on the clock says
little: the processor time beside it, and the ratio to an empty window of Qt, say more.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from typing_extensions import override

from invented_town import add_households
from invented_work import team_of
from measuring import late, say
from neuewege_desktop.services.founding import Founding
from neuewege_desktop.services.labels import ActLabel
from neuewege_desktop.services.office import Office
from neuewege_desktop.services.workplaces import Setting, create
from neuewege_desktop.store.vault.passwords import Cost
from window_probe import PASSWORD

_CHEAP = Cost(memory=65_536, passes=1, lanes=1)  # the password is not what is measured here
_PROBE = Path(__file__).with_name("window_probe.py")
_STARTS = 7
_WORKS = 3
_MANY = 1_000_000


@dataclass(frozen=True, slots=True)
class Took:
    """Seconds on the clock and of the processor."""

    clock: float
    work: float

    @override
    def __str__(self) -> str:
        return f"{self.clock * 1000:6.0f} ms (processor {self.work * 1000:4.0f} ms)"


def bench_window(folder: Path, households: int) -> None:
    """Measure the start and the list of households, and print what was found and what is wanted."""
    place, profile = folder / "Messung", folder / "profil"
    _furnish(place, profile, households)
    with _screen() as screen:
        say("windows on", f"{screen}, load {os.getloadavg()[0]:.1f}")
        _bench_start(place, profile)
        works = [_run("work", str(place), str(profile))[1] for _work in range(_WORKS)]
    _print_list(works, 250 if households >= _MANY else 100)
    _print_blocks(works)
    _print_memory(works)


def _furnish(place: Path, profile: Path, households: int) -> None:
    today = dt.datetime.now().astimezone().date()

    def furnish(office: Office) -> None:
        with office.store.reading() as reader:
            team = team_of(reader, today)
        with office.store.writing(ActLabel.IMPORT, office.author) as writer:
            add_households(writer, households, team=team)

    setting = Setting(
        now=lambda: dt.datetime.now(dt.UTC),
        random_bytes=os.urandom,
        profile=profile,
        cost=_CHEAP,
    )
    founding = Founding(name="Messung", user="Anna Berg", day=today)
    workplace, _code = create(place, founding, PASSWORD, setting, furnish)
    workplace.store.database.checkpoint()
    workplace.abandon()


@contextmanager
def _screen() -> Iterator[str]:
    """Give a screen that nobody sees: that of Xvfb, else none at all."""
    server = shutil.which("Xvfb")
    if server is None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        yield "no screen (offscreen)"
        return
    ready, told = os.pipe()
    command = [server, "-displayfd", str(told), "-screen", "0", "1920x1080x24", "-nolisten", "tcp"]
    running = subprocess.Popen(command, pass_fds=(told,), stderr=subprocess.DEVNULL)
    os.close(told)
    with os.fdopen(ready, encoding="ascii") as answer:
        os.environ.update(DISPLAY=f":{answer.readline().strip()}", QT_QPA_PLATFORM="xcb")
        try:
            yield "Xvfb"
        finally:
            running.terminate()
            running.wait()


def _run(*arguments: str) -> tuple[float, Mapping[str, Any]]:
    """Return when a probe was started, and what it found."""
    begin = time.monotonic()
    command = [sys.executable, str(_PROBE), *arguments]
    found = subprocess.run(command, stdout=subprocess.PIPE, check=True)
    return begin, json.loads(found.stdout)


# --- the start --------------------------------------------------------------------------------


def _bench_start(place: Path, profile: Path) -> None:
    empty: list[Took] = []
    unlock: list[Took] = []
    window: list[Took] = []
    overview: list[Took] = []
    rows: list[Took] = []
    for number in range(_STARTS + 1):
        begin, found = _run("empty")
        bare = Took(found["painted"][0] - begin, found["painted"][1])
        begin, found = _run("start", str(place), str(profile))
        if number == 0:
            continue  # the first of each warms the disk
        empty.append(bare)
        unlock.append(Took(found["unlock"][0] - begin, found["unlock"][1]))
        window.append(_between(found, "password", "main"))
        overview.append(_between(found, "main", "overview"))
        rows.append(_between(found, "households", "rows"))
    bare = _middle(empty)
    say("an empty window of Qt, from the start", str(bare))
    _judge("unlock window, from the start", _middle(unlock), 400, bare)
    _judge("main window, from the password (cheap key)", _middle(window), 700, bare)
    say("figures of the overview, after that", str(_middle(overview)))
    _judge("page of households, first rows", _middle(rows), 100)


def _between(found: Mapping[str, Any], begin: str, end: str) -> Took:
    return Took(*(late - early for early, late in zip(found[begin], found[end], strict=True)))


def _middle(times: Sequence[Took]) -> Took:
    return Took(
        statistics.median(each.clock for each in times),
        statistics.median(each.work for each in times),
    )


def _judge(what: str, times: Took, goal: int, bare: Took | None = None) -> None:
    ratio = f"  {times.work / bare.work:4.2f} x the empty one" if bare is not None else ""
    met = "met" if times.clock * 1000 <= goal else "missed"
    if met == "missed" and times.work * 1000 <= goal:
        met = "missed on the clock, met by the processor"
    say(what, f"{times}{ratio}  goal {goal} ms: {met}")


# --- the list of households -------------------------------------------------------------------


def _print_list(works: Sequence[Mapping[str, Any]], goal: int) -> None:
    for what, name in (("jump", "jump in the table"), ("end", "to its last row")):
        _judge_late(name, _gathered(works, what), 35)
    for order in ("name", "number", "approved_until", "phase"):
        took = statistics.median(_gathered(works, f"sort {order}"))
        say(f"sorted by {order}, first rows painted", f"{took * 1000:6.0f} ms")
    _judge_late("key to repaint in the search", _gathered(works, "filter"), goal)
    answered, dropped = len(_gathered(works, "filter")), sum(work["dropped"] for work in works)
    say("  keys answered before the next one", f"{answered} of {answered + dropped}")
    took = statistics.median(_gathered(works, "record"))
    say("a record on its own page", f"{took * 1000:6.0f} ms")


def _judge_late(what: str, times: Sequence[float], goal: int) -> None:
    middle, slow = statistics.median(times) * 1000, late(times) * 1000
    met = "met" if slow <= goal else "missed"
    say(what, f"p50 {middle:5.0f} ms  p95 {slow:5.0f} ms  goal {goal} ms: {met}")


def _gathered(works: Sequence[Mapping[str, Any]], what: str) -> list[float]:
    return [took for work in works for took in work[what]]


def _print_blocks(works: Sequence[Mapping[str, Any]]) -> None:
    for what in works[0]["blocks"]:
        longest = [Took(*work["blocks"][what]) for work in works]
        _judge(f"longest block: {what}", _middle(longest), 50)


def _print_memory(works: Sequence[Mapping[str, Any]]) -> None:
    table = statistics.median(work["memory with"] - work["memory without"] for work in works)
    met = "met" if table <= 20 else "missed"
    say("memory of the page with its table", f"{table:6.1f} MiB  goal 20 MiB: {met}")
    whole = statistics.median(work["memory in all"] for work in works)
    say("memory of the whole program, in the end", f"{whole:6.0f} MiB")
