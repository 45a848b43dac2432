"""Who is interrupted while typing, by whatever it is, loses at most the last second."""

from __future__ import annotations

import random
import signal
import sys
from pathlib import Path

import pytest
from desks import PASSWORD
from seats import TODAY, found, take_in

from neuewege_desktop.services.workplaces import office_of

pytestmark = pytest.mark.outside
PROGRAM = str(Path(sys.executable).with_name("neuewege-desktop"))
AT_MOST = 1.0  # seconds of typing that may be lost
PAUSE = 0.05  # seconds between two keys: about as fast as anybody types
NOTE = "Herr Testmann hat heute angerufen und von seiner neuen Stelle erzaehlt. " * 4


@pytest.fixture
def folder(tmp_path):
    """Return a workplace with one household."""
    folder = tmp_path / "Kommunalprojekt"
    workplace = found(folder)
    take_in(office_of(workplace, TODAY), "Testmann")
    workplace.close()
    return folder


def open_the_note(desk, folder):
    """Start, unlock, and go on editing the household; return the program and its note."""
    program = desk.start(PROGRAM, str(folder), variables={"PYTHONFAULTHANDLER": "1"})
    program.field("Passwort").type(PASSWORD)
    program.key("Return")
    program.the("check box", "Übersicht").expect(60, focused=True)
    program.key("ctrl+2")
    program.table("Haushalte").expect(rows=1, chosen=[0], focused=True)
    program.the("label", "Testmann, Karl").expect()
    program.key("F2")
    program.field("BG-Nummer").expect(focused=True)
    return program, program.field("Notiz")


@pytest.mark.parametrize("run", range(5))
def test_killed_while_one_types_the_program_keeps_all_but_the_last_second(desk, folder, run):
    program, note = open_the_note(desk, folder)
    killed_after = random.Random(run).uniform(0.8, 4)
    killed = note.type_until_killed(NOTE, pause=PAUSE, kill_after=killed_after)
    assert program.exit_code() == -signal.SIGKILL
    _program, note = open_the_note(desk, folder)
    kept = note.text()
    assert killed.typed().startswith(kept)
    assert kept.startswith(killed.older_than(AT_MOST))
