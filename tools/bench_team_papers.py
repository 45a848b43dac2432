"""How fast the papers of the team are made: minutes, and the folder for twenty households."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import partial

from bench_paper import ROUNDS, cpu
from full_agenda import full_agenda
from measuring import say, seconds
from neuewege_desktop.domain.choices.papers import Variant
from neuewege_desktop.domain.choices.work import MeetingStatus
from neuewege_desktop.domain.records.meeting import Meeting
from neuewege_desktop.services.demo import make_demo
from neuewege_desktop.services.office import Office
from neuewege_desktop.services.papers.folders import folder_paper
from neuewege_desktop.services.papers.issuing import Paper
from neuewege_desktop.services.papers.minutes import minutes_paper

AGS = "06431022"
MONDAY = dt.date(2009, 4, 20)
AT = dt.datetime.fromisoformat("2009-04-20T14:05")
HOUSEHOLDS, IN_FOLDER = 240, 20
MINUTES_GOAL, FOLDER_GOAL = 0.5, 3.0


def bench_team_papers(empty: Office, unit: float) -> None:
    """Measure minutes in units of `unit` seconds, and the folder in seconds; goals beside."""
    office = replace(empty, today=MONDAY)
    make_demo(office.store, office.author, day=MONDAY, households=HOUSEHOLDS)
    with office.store.reading() as reader:
        held = [
            m for m in reader.find(Meeting, ags=AGS) if m.status == MeetingStatus.RELEASED_MINUTES
        ]
    for variant in Variant:
        minutes = minutes_paper(office, held[-1].id, variant, AT)
        drawn = cpu(minutes.content, ROUNDS)
        gathered = cpu(partial(minutes_paper, office, held[-1].id, variant, AT), ROUNDS)
        say(
            f"minutes, {variant.letter}",
            f"{drawn / unit:6.2f} units (goal {MINUTES_GOAL:g})  "
            f"gathered {gathered * 1000:5.0f} ms",
        )
    bench_folder(office)
    office.store.close()


def bench_folder(office: Office) -> None:
    """Measure the folder from the key to the file."""
    meeting = full_agenda(office, AGS, MONDAY, IN_FOLDER)
    made: list[Paper] = []
    gathered = seconds(lambda: made.append(folder_paper(office, meeting, AT)))
    drawn = seconds(lambda: made[0].content())
    say(
        f"folder for {IN_FOLDER} households",
        f"{gathered + drawn:6.2f} s (goal {FOLDER_GOAL:g}), of it gathered {gathered:.2f} s",
    )
