"""Scenario S1 from the command line: a list with faulty lines comes in."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

SAMPLES = Path(__file__).parents[1] / "data/samples"
OPEN = ("--password-file", "passwort")
AS_OF = ("--as-of", "2009-04-02")
FIRST = {
    "households": {"new": 2, "changed": 0, "unchanged": 0},
    "persons": {"new": 3, "changed": 0, "unchanged": 0},
}
AGAIN = {
    "households": {"new": 0, "changed": 0, "unchanged": 2},
    "persons": {"new": 0, "changed": 0, "unchanged": 3},
}


@pytest.fixture
def liste(workplace, tmp_path):
    """Lay the list of the scenario beside the workplace."""
    shutil.copy(SAMPLES / "s1_faulty_cp1252.csv", tmp_path / "liste.csv")


def take_in(neuewege, *more, **how):
    return neuewege("import", "buero", "liste.csv", *AS_OF, *OPEN, *more, **how)


def test_good_lines_enter_and_faulty_ones_end_the_command_with_three(neuewege, liste):
    answer = take_in(neuewege, "--json")
    assert answer.code == 3
    report = answer.document
    assert {name: report[name] for name in FIRST} == FIRST
    assert [error["line"] for error in report["errors"]] == [5, 6, 7, 8]
    assert (report["absent"], report["ignored_columns"]) == ([], [])
    households = neuewege("list", "households", "buero", *AS_OF, *OPEN, "--json").document
    assert [(row["household"], row["type"], row["members"]) for row in households] == [
        ("43102BG0000102", "SINGLE_PARENT", 2),
        ("43102BG0000101", "SINGLE", 1),
    ]
    assert all(row["pseudonym"].startswith("ZW-") for row in households)


def test_the_same_list_again_changes_nothing(neuewege, liste):
    take_in(neuewege)
    entries = neuewege("workplace", "info", "buero", *OPEN, "--json").document
    report = take_in(neuewege, "--json").document
    assert {name: report[name] for name in AGAIN} == AGAIN
    assert neuewege("workplace", "info", "buero", *OPEN, "--json").document == entries


def test_a_trial_says_the_same_and_stores_nothing(neuewege, liste):
    trial = take_in(neuewege, "--dry-run", "--json")
    assert trial.code == 3
    assert neuewege("workplace", "info", "buero", *OPEN, "--json").document["households"] == 0
    assert trial.document == take_in(neuewege, "--json").document


def test_names_are_said_on_a_terminal_only(neuewege, liste):
    piped = take_in(neuewege, "--dry-run")
    assert "427D000101" in piped.out
    assert "Testmann" not in piped.out + piped.err
    assert "Testmann" not in take_in(neuewege, "--dry-run", "--json").out
    assert "Testmann, Karl" in take_in(neuewege, "--dry-run", terminal=True).out


def test_an_import_is_one_act_and_taken_back_whole(neuewege, liste):
    take_in(neuewege)
    assert neuewege("undo", "buero", *OPEN, "--json").document["undone"] == "import"
    counts = neuewege("workplace", "info", "buero", *OPEN, "--json").document
    assert (counts["households"], counts["persons"]) == (0, 0)
    assert neuewege("workplace", "verify", "buero", *OPEN).code == 0


def test_what_came_in_is_on_the_next_agenda_and_in_the_history(neuewege, liste):
    take_in(neuewege)
    conference = ("--municipality", "06431022", "--date", "2009-04-20")
    due = neuewege("agenda", "buero", *conference, *OPEN, "--json").document
    assert {item["household"] for item in due} == {"43102BG0000101", "43102BG0000102"}
    assert all("R01" in item["rules"] for item in due)
    history = neuewege("history", "buero", "43102BG0000102", *OPEN, "--json").document
    assert {line["act"] for line in history} == {history[0]["act"]}


def test_a_file_that_is_no_list_is_refused_with_a_sentence(neuewege, workplace, tmp_path):
    (tmp_path / "liste.csv").write_bytes(b"%PDF-1.4\n")
    refused = take_in(neuewege, "--json")
    assert (refused.code, refused.out) == (1, "")
    assert refused.err.strip()
    assert take_in(neuewege, "--dry-run").code == 1


def test_a_missing_list_is_named(neuewege, workplace):
    refused = take_in(neuewege)
    assert refused.code == 1
    assert "liste.csv" in refused.err
