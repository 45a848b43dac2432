"""The program as a process: what is there before the first window, and a second start."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest
from desks import new_workplace

from neuewege_desktop.gui.start.instance import server_name

CHILD = Path(__file__).with_name("start_child.py")
AT_MOST = 1.0  # s of work: a busy machine is no fault; on a quiet one it takes 0.3 s


def start(profile, *arguments):
    return subprocess.Popen(
        [sys.executable, str(CHILD), str(profile), *map(str, arguments)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "LANG": "de_DE.UTF-8"},
    )


@pytest.fixture
def folder(tmp_path, profile):
    made = tmp_path / "Kommunale Projekte"
    new_workplace(made, profile)
    return made


def test_nothing_heavy_is_there_when_the_unlock_window_is_painted(profile, folder):
    program = start(profile, folder)
    assert program.stdout.readline() == "painted\n"
    start(profile, folder).communicate(timeout=60)
    assert program.communicate(timeout=60)[0] == "hailed\n"
    assert program.returncode == 0


def test_a_second_start_calls_the_first_to_the_front_and_ends_at_once(profile, folder):
    first = start(profile, folder)
    first.stdout.readline()

    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    second = start(profile, folder)
    output, _errors = second.communicate(timeout=60)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)

    assert second.returncode == 0
    assert output == ""
    assert after.ru_utime - before.ru_utime < AT_MOST
    assert first.communicate(timeout=60)[0] == "hailed\n"


def test_a_killed_program_does_not_keep_the_next_from_starting(profile, folder):
    killed = start(profile, folder)
    killed.stdout.readline()
    killed.kill()
    killed.communicate(timeout=60)

    program = start(profile, folder)
    assert program.stdout.readline() == "painted\n"
    start(profile, folder).communicate(timeout=60)
    assert program.communicate(timeout=60)[0] == "hailed\n"


def test_the_name_of_the_listener_tells_no_path(folder):
    assert folder.name not in server_name(folder)
    assert server_name(folder) == server_name(folder / ".." / folder.name)
    assert server_name(folder) != server_name(folder.parent)


@pytest.mark.parametrize("language", ["de", "en"])
def test_help_is_told_in_the_language_one_asks_for(profile, language):
    program = start(profile, "--help", "--language", language)
    output, _errors = program.communicate(timeout=60)
    assert program.returncode == 0
    assert "neuewege-desktop" in output
    assert {"de": "Beispiel", "en": "example"}[language] in output


def test_a_wrong_option_is_wrong_usage(profile):
    program = start(profile, "--gibt-es-nicht")
    program.communicate(timeout=60)
    assert program.returncode == 2


def test_what_is_brought_in_at_the_start_is_not_searched_for_cycles_while_one_works():
    words = "surroundings().import_heavy(); print(gc.get_freeze_count(), len(gc.get_objects()))"
    program = f"import gc; from neuewege_desktop.app import surroundings; {words}"
    told = subprocess.run(
        [sys.executable, "-c", program],
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    spared, searched = map(int, told.stdout.split())
    assert searched < spared / 10
