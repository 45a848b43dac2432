"""Runs processes that are measured, on a screen that nobody sees, and judges what they found.

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
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from typing_extensions import override

from measuring import late, say
from neuewege_desktop.services.founding import Founding
from neuewege_desktop.services.office import Office
from neuewege_desktop.services.workplaces import Setting, create
from neuewege_desktop.store.vault.passwords import Cost
from window_probe import PASSWORD

_CHEAP = Cost(memory=65_536, passes=1, lanes=1)  # the password is not what is measured here
_PROBE = Path(__file__).with_name("window_probe.py")
_BLOCK_GOAL = 50  # ms


@dataclass(frozen=True, slots=True)
class Took:
    """Seconds on the clock and of the processor."""

    clock: float
    work: float

    @override
    def __str__(self) -> str:
        return f"{self.clock * 1000:6.0f} ms (processor {self.work * 1000:4.0f} ms)"


def middle(times: Sequence[Took]) -> Took:
    """Return the medians."""
    return Took(
        statistics.median(each.clock for each in times),
        statistics.median(each.work for each in times),
    )


def make_workplace(place: Path, profile: Path, furnish: Callable[[Office], None]) -> None:
    """Make a workplace of today that a probe can open, with whatever `furnish` puts in."""
    setting = Setting(
        now=lambda: dt.datetime.now(dt.UTC),
        random_bytes=os.urandom,
        profile=profile,
        cost=_CHEAP,
    )
    today = dt.datetime.now().astimezone().date()
    founding = Founding(name="Messung", user="Anna Berg", day=today)
    workplace, _code = create(place, founding, PASSWORD, setting, furnish)
    workplace.store.database.checkpoint()
    workplace.abandon()


@contextmanager
def hidden_screen() -> Iterator[None]:
    """Give a screen that nobody sees: that of Xvfb, else none at all; say which."""
    server = shutil.which("Xvfb")
    if server is None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        _say_screen("no screen (offscreen)")
        yield
        return
    ready, told = os.pipe()
    command = [server, "-displayfd", str(told), "-screen", "0", "1920x1080x24", "-nolisten", "tcp"]
    running = subprocess.Popen(command, pass_fds=(told,), stderr=subprocess.DEVNULL)
    os.close(told)
    with os.fdopen(ready, encoding="ascii") as answer:
        os.environ.update(DISPLAY=f":{answer.readline().strip()}", QT_QPA_PLATFORM="xcb")
        try:
            _say_screen("Xvfb")
            yield
        finally:
            running.terminate()
            running.wait()


def _say_screen(name: str) -> None:
    say("windows on", f"{name}, load {os.getloadavg()[0]:.1f}")


def probe(*arguments: str) -> tuple[float, Mapping[str, Any]]:
    """Return when a probe was started, and what it found."""
    begin = time.monotonic()
    command = [sys.executable, str(_PROBE), *arguments]
    found = subprocess.run(command, stdout=subprocess.PIPE, check=True)
    return begin, json.loads(found.stdout)


# --- what was found ---------------------------------------------------------------------------


def gathered(works: Sequence[Mapping[str, Any]], what: str) -> list[float]:
    """Return the times of this name in all processes."""
    return [took for work in works for took in work[what]]


def judge(what: str, times: Took, goal: int, bare: Took | None = None) -> None:
    """Say how long something took, whether that is short enough (ms), and the ratio to `bare`."""
    ratio = f"  {times.work / bare.work:4.2f} x the empty one" if bare is not None else ""
    met = "met" if times.clock * 1000 <= goal else "missed"
    if met == "missed" and times.work * 1000 <= goal:
        met = "missed on the clock, met by the processor"
    say(what, f"{times}{ratio}  goal {goal} ms: {met}")


def judge_late(what: str, times: Sequence[float], goal: int) -> None:
    """Say how long something took each time, and whether that is mostly short enough (ms)."""
    usual, slow = statistics.median(times) * 1000, late(times) * 1000
    met = "met" if slow <= goal else "missed"
    say(what, f"p50 {usual:5.0f} ms  p95 {slow:5.0f} ms  goal {goal} ms: {met}")


def judge_blocks(works: Sequence[Mapping[str, Any]], watched: Sequence[str] = ()) -> None:
    """Say how long the window was not there for its user at most, in whatever was `watched`."""
    for what in watched or works[0]["blocks"]:
        longest = [Took(*work["blocks"][what]) for work in works]
        judge(f"longest block: {what}", middle(longest), _BLOCK_GOAL)
