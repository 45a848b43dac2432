"""Who is interrupted while a conference is held loses at most the last second of its minutes."""

from __future__ import annotations

import random
import signal
import sys
from pathlib import Path

import pytest
from conference_seats import TWO, furnished, planned
from desks import PASSWORD
from nine_households import MEETING

from neuewege_desktop.services.conference.holding import begin
from neuewege_desktop.services.workplaces import office_of

pytestmark = pytest.mark.outside
PROGRAM = str(Path(sys.executable).with_name("neuewege-desktop"))
AT_MOST = 1.0  # seconds of typing that may be lost
PAUSE = 0.05  # seconds between two keys: about as fast as anybody types
RESULT = "Herr Probst hat angerufen und von seiner neuen Stelle erzaehlt. " * 4


@pytest.fixture
def folder(tmp_path):
    """Return the workplace of scenario S2; its conference is being held."""
    folder = tmp_path / "Kommunalprojekt"
    workplace = furnished(folder)
    office = office_of(workplace, MEETING)
    begin(office, planned(office), TWO)
    workplace.close()
    return folder


def sit_down(desk, folder):
    """Start, unlock, and go to the conference; return the program and the text of its result."""
    program = desk.start(PROGRAM, str(folder), variables={"PYTHONFAULTHANDLER": "1"})
    program.field("Passwort").type(PASSWORD)
    program.key("Return")
    program.the("check box", "Übersicht").expect(60, focused=True)
    program.key("F5")
    result = program.field("Ergebnis")
    result.expect(60, focused=True)
    return program, result


@pytest.mark.parametrize("run", range(3))
def test_killed_in_a_conference_the_program_keeps_all_but_the_last_second(desk, folder, run):
    program, result = sit_down(desk, folder)
    killed_after = random.Random(run).uniform(0.8, 4)
    killed = result.type_until_killed(RESULT, pause=PAUSE, kill_after=killed_after)
    assert program.exit_code() == -signal.SIGKILL
    _program, result = sit_down(desk, folder)
    kept = result.text()
    assert killed.typed().startswith(kept)
    assert kept.startswith(killed.older_than(AT_MOST))
