"""Who starts the program a second time gets the window that is open already."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from desks import PASSWORD
from seats import found

pytestmark = pytest.mark.outside
PROGRAM = str(Path(sys.executable).with_name("neuewege-desktop"))


def test_a_second_start_brings_the_first_to_the_front_and_ends(desk, tmp_path):
    folder = tmp_path / "Kommunalprojekt"
    found(folder).close()
    first = desk.start(PROGRAM, str(folder))
    first.field("Passwort").type(PASSWORD)
    first.key("Return")
    window = first.window("Kommunalprojekt – Neue Wege").expect(60, active=True)
    other = desk.start(PROGRAM, str(tmp_path / "gibt es nicht"))
    other.window("Neue Wege").expect(active=True)
    window.expect(active=False)
    second = desk.start(PROGRAM, str(folder))
    assert second.exit_code() == 0
    window.expect(active=True)
    first.key("ctrl+q")
    assert first.exit_code() == 0
