"""What a person set stays set; whatever has become of the file, the program starts."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace

import pytest

from neuewege_desktop.base.errors import StoreError
from neuewege_desktop.services.settings import (
    FILE,
    MOST_RECENT,
    Scheme,
    Settings,
    load_settings,
    save_settings,
    with_recent,
    without_recent,
)

CHOSEN = Settings(
    language="en",
    scheme=Scheme.DARK,
    scale=150,
    lock_minutes=10,
    check_spelling=False,
    recent=("/laptop/biblis",),
)


def kept(folder, **values):
    (folder / FILE).write_text(json.dumps(values))
    return load_settings(folder)


def test_what_a_person_set_is_there_at_the_next_start(tmp_path):
    profile = tmp_path / "never" / "used"
    assert load_settings(profile) == Settings()
    save_settings(profile, CHOSEN)
    assert load_settings(profile) == CHOSEN


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe\x00",
        b"{",
        b"[]",
        b'{"scale": 1e400}',
        b'{"scale": NaN}',
        b"[" * 100_000,
        b'{"a":' * 50_000,
        b'{"language": "' + b"x" * 200_000 + b'"}',
    ],
)
def test_a_damaged_file_is_as_good_as_none(tmp_path, content):
    (tmp_path / FILE).write_bytes(content)
    assert load_settings(tmp_path) == Settings()


def test_a_folder_in_place_of_the_file_is_as_good_as_none(tmp_path):
    (tmp_path / FILE).mkdir()
    assert load_settings(tmp_path) == Settings()


def test_a_damaged_file_gives_way_to_the_one_before(tmp_path):
    save_settings(tmp_path, CHOSEN)
    save_settings(tmp_path, replace(CHOSEN, scale=200))
    (tmp_path / FILE).write_bytes(b"{")
    assert load_settings(tmp_path) == CHOSEN


def test_what_makes_no_sense_is_as_usual_and_the_rest_counts(tmp_path):
    assert kept(tmp_path, language="xx", scheme=7, scale=[], lock_minutes=True, recent="x") == (
        Settings()
    )
    assert kept(tmp_path, language="de", scheme="neon").language == "de"


@pytest.mark.parametrize(("given", "taken"), [(-5, 1), (0, 1), (1, 1), (15, 15), (10**15, 15)])
def test_nobody_can_leave_the_program_open_for_hours(tmp_path, given, taken):
    assert kept(tmp_path, lock_minutes=given).lock_minutes == taken


@pytest.mark.parametrize(("given", "taken"), [(1, 100), (126, 125), (190, 200), (5000, 200)])
def test_a_size_is_one_that_the_windows_were_tried_in(tmp_path, given, taken):
    assert kept(tmp_path, scale=given).scale == taken


def test_what_a_newer_program_keeps_there_is_not_lost(tmp_path):
    settings = kept(tmp_path, scale=125, tomorrow={"deep": [1, None]})
    save_settings(tmp_path, replace(settings, scale=100))
    assert json.loads((tmp_path / FILE).read_text())["tomorrow"] == {"deep": [1, None]}


def test_the_workplace_opened_last_stands_first_and_once(tmp_path):
    settings = Settings()
    for name in "abcdefghijab":
        settings = with_recent(settings, tmp_path / name)
    assert settings.recent[:3] == tuple(str(tmp_path / name) for name in "baj")
    assert len(settings.recent) == MOST_RECENT
    fewer = without_recent(settings, tmp_path / "b")
    assert fewer.recent == settings.recent[1:]
    save_settings(tmp_path, fewer)
    assert load_settings(tmp_path) == fewer


def test_only_whole_places_count_as_recent(tmp_path):
    places = ["relative", "", 3, "/with\0nothing", str(tmp_path), str(tmp_path), "/" + "x" * 9999]
    assert kept(tmp_path, recent=places).recent == (str(tmp_path),)


def test_settings_that_cannot_be_kept_say_so(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError):
        save_settings(tmp_path / "file", Settings())


@pytest.mark.parametrize("module", ["settings", "passphrases"])
def test_the_unlock_window_need_not_wait_for_sql(module):
    asked = (
        f"import sys, neuewege_desktop.services.{module}\n"
        "print(sorted({'sqlalchemy', 'sqlcipher3', 'PySide6', 'babel'} & sys.modules.keys()))"
    )
    answer = subprocess.run(
        [sys.executable, "-c", asked], capture_output=True, text=True, check=True
    )
    assert answer.stdout == "[]\n"
