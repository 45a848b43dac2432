"""An administrator and a workplace: create, look after, passwords, users, backups."""

from __future__ import annotations

import stat

import pytest

from neuewege_desktop.store.schema import VERSION

OPEN = ("--password-file", "passwort")


def test_a_new_workplace_shows_its_recovery_code_once(neuewege, tmp_path):
    (tmp_path / "passwort").write_text("fünf Wörter sind ein guter Satz\n", encoding="utf-8")
    made = neuewege("workplace", "create", "buero", "--name", "Bergstraße", *OPEN, "--json")
    assert made.code == 0
    assert made.document["user"] == "Administration"
    assert len(made.document["recovery_code"].split("-")) == 8
    assert made.err == ""


def test_a_recovery_code_is_written_into_a_file_of_ones_own(workplace, tmp_path):
    assert stat.S_IMODE((tmp_path / "code").stat().st_mode) == 0o600
    assert len((tmp_path / "code").read_text().strip()) == 39


def test_no_file_is_overwritten_by_a_recovery_code(neuewege, workplace, tmp_path):
    before = (tmp_path / "code").read_text()
    creation = ("workplace", "create", "anderes", "--name", "B", *OPEN, "--recovery-file", "code")
    refused = neuewege(*creation)
    assert (refused.code, refused.out) == (1, "")
    assert "“code”" in refused.err
    assert (tmp_path / "code").read_text() == before
    assert not (tmp_path / "anderes").exists()


def test_a_creation_that_is_refused_leaves_nothing(neuewege, workplace, tmp_path):
    creation = ("workplace", "create", "anderes", "--name", "B", *OPEN)
    refused = neuewege(*creation, "--municipality", "00000000", "--recovery-file", "anderer-code")
    assert refused.code == 1
    assert "00000000" in refused.err
    assert not (tmp_path / "anderes").exists()
    assert not (tmp_path / "anderer-code").exists()


def test_a_folder_in_use_is_not_taken(neuewege, workplace):
    refused = neuewege("workplace", "create", "buero", "--name", "B", *OPEN)
    assert refused.code == 1
    assert "not empty" in refused.err


def test_a_demo_workplace_is_filled_and_the_same_seed_fills_it_alike(neuewege, workplace):
    demo = ("--name", "B", "--demo", "--households", 9, "--seed", 7, "--date", "2009-04-20")
    answers = []
    for folder in ("eins", "zwei"):
        assert neuewege("workplace", "create", folder, *demo, *OPEN).code == 0
        asked = ("--as-of", "2009-04-20", *OPEN, "--json")
        answers.append(neuewege("list", "persons", folder, *asked).document)
    assert answers[0] == answers[1]
    assert neuewege("workplace", "info", "zwei", *OPEN, "--json").document["households"] == 9
    meetings = neuewege("list", "meetings", "zwei", *OPEN, "--json").document
    assert {meeting["municipality"] for meeting in meetings} == {"06431022", "06431003", "06431009"}


def test_numbers_of_invented_households_need_a_demo(neuewege, tmp_path):
    for number in ("--households", "--seed"):
        assert neuewege("workplace", "create", "neu", "--name", "B", number, 4).code == 2
    assert not (tmp_path / "neu").exists()


def test_a_weak_password_is_taken_with_a_warning(neuewege, tmp_path):
    (tmp_path / "passwort").write_text("kurz", encoding="utf-8")
    made = neuewege("workplace", "create", "buero", "--name", "B", *OPEN, "--json")
    assert made.code == 0
    assert "too short" in made.err


def test_info_counts_what_is_there(neuewege, workplace):
    assert neuewege("workplace", "info", "buero", *OPEN, "--json").document == {
        "schema": VERSION,
        "households": 0,
        "persons": 0,
        "measures": 0,
        "meetings": 0,
        "journal_entries": 1,
        "conflicts": 0,
        "encrypted": True,
    }


def test_a_sound_workplace_is_said_to_be_sound(neuewege, workplace):
    checked = neuewege("workplace", "verify", "buero", *OPEN, "--json")
    assert (checked.code, checked.document) == (0, {"ok": True, "problems": []})


@pytest.mark.parametrize("page", [0, 20])
def test_damage_is_told_and_ends_with_one(neuewege, workplace, page):
    damaged = bytearray((workplace / "bestand.db").read_bytes())
    damaged[page * 4096 + 100] ^= 255
    (workplace / "bestand.db").write_bytes(damaged)
    checked = neuewege("workplace", "verify", "buero", *OPEN, "--json")
    assert checked.code == 1
    assert not checked.document["ok"]
    assert checked.document["problems"]


def test_a_changed_password_opens_and_the_old_one_is_refused(neuewege, workplace, tmp_path):
    (tmp_path / "neu").write_text("noch ein langer Satz zum Merken\n", encoding="utf-8")
    changed = neuewege("workplace", "password", "buero", *OPEN, "--new-password-file", "neu")
    assert (changed.code, changed.err) == (0, "")
    assert neuewege("workplace", "info", "buero", "--password-file", "neu").code == 0
    assert neuewege("workplace", "info", "buero", *OPEN).code == 1


def test_the_recovery_code_sets_a_password_and_is_replaced(neuewege, workplace, tmp_path):
    (tmp_path / "neu").write_text("noch ein langer Satz zum Merken\n", encoding="utf-8")
    files = ("--recovery-file", "code", "--new-password-file", "neu")
    recovered = neuewege("workplace", "recover", "buero", *files, "--json")
    assert recovered.code == 0
    assert recovered.document["recovery_code"] != (tmp_path / "code").read_text().strip()
    assert neuewege("workplace", "info", "buero", "--password-file", "neu").code == 0
    assert neuewege("workplace", "recover", "buero", *files).code == 1


def test_a_colleague_gets_access_acts_under_their_name_and_loses_it(neuewege, workplace, tmp_path):
    (tmp_path / "neu").write_text("noch ein langer Satz zum Merken\n", encoding="utf-8")
    added = neuewege("user", "add", "buero", "Petra Linde", *OPEN, "--new-password-file", "neu")
    assert added.code == 0
    hers = ("--user", "Petra Linde", "--password-file", "neu")
    listed = neuewege("user", "list", "buero", *hers, "--json").document
    assert [(user["name"], user["has_access"]) for user in listed] == [
        ("Administration", True),
        ("Petra Linde", True),
    ]
    assert all(isinstance(user["id"], str) for user in listed)
    assert neuewege("user", "remove", "buero", "Petra Linde", *OPEN).code == 0
    assert neuewege("user", "list", "buero", *hers).code == 1


def test_a_user_cannot_remove_themselves(neuewege, workplace):
    refused = neuewege("user", "remove", "buero", "Administration", *OPEN)
    assert refused.code == 1
    assert "yourself" in refused.err


def test_a_workplace_goes_back_to_its_newest_backup(neuewege, workplace, tmp_path):
    (tmp_path / "neu").write_text("noch ein langer Satz zum Merken\n", encoding="utf-8")
    made = neuewege("workplace", "backup", "buero", *OPEN, "--json").document
    assert (tmp_path / made["path"]).is_dir()
    neuewege("user", "add", "buero", "Petra Linde", *OPEN, "--new-password-file", "neu")
    restored = neuewege("workplace", "restore", "buero", *OPEN, "--json")
    assert (restored.code, restored.document) == (0, {"backup": made["backup"]})
    listed = neuewege("user", "list", "buero", *OPEN, "--json").document
    assert [user["name"] for user in listed] == ["Administration"]
    assert neuewege("workplace", "verify", "buero", *OPEN).code == 0


def test_an_unknown_backup_is_refused_with_the_names_of_the_others(neuewege, workplace):
    made = neuewege("workplace", "backup", "buero", *OPEN, "--json").document
    refused = neuewege("workplace", "restore", "buero", "gestern", *OPEN)
    assert refused.code == 1
    assert made["backup"] in refused.err
