"""How long the window is not there for its user while minutes are written in a conference."""

from __future__ import annotations

import datetime as dt
import statistics
from pathlib import Path

from full_agenda import full_agenda
from measuring import late, say
from neuewege_desktop.services.conference.holding import begin
from neuewege_desktop.services.demo import make_demo
from neuewege_desktop.services.office import Office
from probes import gathered, hidden_screen, judge_blocks, make_workplace, probe

HOUSEHOLDS, ON_THE_AGENDA = 2_000, 20
AGS = "06431022"
TWO = dt.time(14)
HOLDINGS = 3


def bench_conference(folder: Path) -> None:
    """Hold a conference of 20 households in a workplace of 2 000; the goal stands beside."""
    found = []
    with hidden_screen():
        for number in range(HOLDINGS):  # each begins with all items open
            place, profile = folder / f"Fallkonferenz {number}", folder / f"profil-{number}"
            make_workplace(place, profile, _furnish)
            found.append(probe("hold", str(place), str(profile))[1])
    say("conference", f"{ON_THE_AGENDA} of {HOUSEHOLDS} households")
    for what in ("screen of the conference", "another item in front"):
        times = gathered(found, what)
        usual, slow = statistics.median(times) * 1000, late(times) * 1000
        say(f"{what}, painted", f"p50 {usual:5.0f} ms  p95 {slow:5.0f} ms")
    judge_blocks(found, found[0]["conference"])


def _furnish(office: Office) -> None:
    make_demo(office.store, office.author, day=office.today, households=HOUSEHOLDS)
    begin(office, full_agenda(office, AGS, office.today, ON_THE_AGENDA), TWO)
