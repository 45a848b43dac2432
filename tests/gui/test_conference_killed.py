"""Who is interrupted while minutes are typed, by whatever it is, loses the last second at most."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from conference_child import RESULT
from conference_seats import TWO, furnished, planned
from nine_households import MEETING
from seats import open_again

from neuewege_desktop.services.conference.holding import begin, draft_place
from neuewege_desktop.services.conference.reading import conference_file
from neuewege_desktop.services.drafts import draft_at
from neuewege_desktop.services.workplaces import office_of

CHILD = Path(__file__).with_name("conference_child.py")
AT_MOST = 1.0  # seconds of typing that may be lost


@pytest.fixture
def held(tmp_path):
    """Return the folder of a workplace and the conference that is being held in it."""
    folder = tmp_path / "Kommunalprojekt"
    workplace = furnished(folder)
    office = office_of(workplace, MEETING)
    meeting = planned(office)
    begin(office, meeting, TWO)
    workplace.close()
    return folder, meeting


def type_until_killed(folder, profile, meeting, letters):
    """Let somebody type so many letters, then kill the program; return how old each letter is."""
    program = subprocess.Popen(
        [sys.executable, str(CHILD), str(folder), str(profile), str(meeting)],
        stdout=subprocess.PIPE,
        text=True,
        env={
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "PYTHONPATH": os.pathsep.join(sys.path),
        },
    )
    with program:
        assert program.stdout.readline() == "ready\n"
        typed = []
        for _letter in range(letters):
            assert program.stdout.readline() == "typed\n"
            typed.append(time.monotonic())
        program.kill()
    now = time.monotonic()
    return [now - at for at in typed]


def kept_of(folder, meeting):
    """Return what is left of the first item: its draft, or what was noted."""
    workplace = open_again(folder)
    office = office_of(workplace, MEETING)
    item = conference_file(office, meeting).items[0].item
    draft = draft_at(office, draft_place(item))
    workplace.abandon()
    return json.loads(draft.text)["discussion"][0] if draft else item.discussion


@pytest.mark.parametrize("run", range(3))
def test_killed_while_minutes_are_typed_the_program_keeps_all_but_the_last_second(
    held, profile, run
):
    folder, meeting = held
    letters = random.Random(run).randrange(25, 90)
    ages = type_until_killed(folder, profile, meeting, letters)
    kept = kept_of(folder, meeting)
    older = sum(age >= AT_MOST for age in ages)
    assert RESULT.startswith(kept)
    assert len(kept) >= older
