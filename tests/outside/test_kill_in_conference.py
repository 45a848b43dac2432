"""Who writes the minutes of a conference and is interrupted loses at most the last second."""

from __future__ import annotations

import random
import signal
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.outside
PROGRAM = str(Path(sys.executable).with_name("neuewege-desktop"))
AT_MOST = 1.0  # seconds of typing that may be lost
PAUSE = 0.05  # seconds between two keys: about as fast as anybody types
SLOW = 90.0  # seconds: what makes the example and encrypts it, on a busy machine
MINUTES = "Die Familie war da und hat den Bescheid vorgelegt. Der Bauhof fragt im Mai nach. " * 4


def open_the_example(desk):
    """Start with the example workplace, and wait until the keyboard reaches it."""
    program = desk.start(PROGRAM, "--demo")
    program.the("check box", "Übersicht").expect(SLOW, focused=True)
    return program


def begin_the_conference(desk, program):
    """Let the agenda be proposed, and begin to hold the conference."""
    desk.key("ctrl+shift+t")
    desk.expect_announcement("Tagesordnung vorgeschlagen", SLOW)
    desk.key("F5")
    program.field("Beginn um").expect(focused=True)
    desk.key("Tab")
    program.button("Besprechung durchführen").expect(focused=True)
    desk.key("Return")
    return program.field("Ergebnis").expect(focused=True)


@pytest.mark.parametrize("run", range(3))
def test_killed_in_the_midst_of_a_conference_the_program_keeps_all_but_the_last_second(desk, run):
    program = open_the_example(desk)
    result = begin_the_conference(desk, program)
    killed_after = random.Random(run).uniform(0.8, 7)
    killed = result.type_until_killed(MINUTES, pause=PAUSE, kill_after=killed_after)
    assert program.exit_code() == -signal.SIGKILL
    program = open_the_example(desk)
    desk.key("F5")
    kept = program.field("Ergebnis").expect(focused=True).text()
    assert killed.typed().startswith(kept)
    assert kept.startswith(killed.older_than(AT_MOST))
