"""Copies that can be relied on: read back before they count, refused when anything is wrong."""

from __future__ import annotations

import datetime as dt
import json
import shutil

import pytest
from stores import KEY, add_person, store_in

from neuewege_desktop.base.errors import StoreError
from neuewege_desktop.store.backup import DESCRIPTION, back_up, backups, check_backup
from neuewege_desktop.store.layout import BACKUPS, STORE
from neuewege_desktop.store.vault.keys import Keys

KEYS = Keys(b"\x07" * 32)
NOW = dt.datetime(2009, 11, 20, 16, 30, tzinfo=dt.UTC)
YESTERDAY = NOW - dt.timedelta(days=1)
PAGE = 4096
SALT = 16  # the first bytes of the file, which a raw key with its own salt never looks at


@pytest.fixture
def store(tmp_path):
    store = store_in(tmp_path)
    add_person(store)
    yield store
    store.database.close()


def copy_of(store, now=NOW):
    return back_up(store.database, KEYS, KEY, store.database.path.parent, now)


def check(folder):
    check_backup(folder, folder / STORE, KEYS, KEY)


def test_a_backup_is_whole_and_says_when_it_was_made(store):
    backup = copy_of(store)
    check(backup.folder)
    assert backup.made == NOW
    assert backups(store.database.path.parent) == [backup]
    assert {path.name for path in backup.folder.iterdir()} == {STORE, DESCRIPTION}


def test_a_backup_holds_what_is_not_yet_written_into_the_file_itself(store):
    backup = copy_of(store, YESTERDAY)
    add_person(store, "Ohnesorgen")
    later = copy_of(store)
    heads = [json.loads((b.folder / DESCRIPTION).read_bytes())["heads"] for b in (backup, later)]
    assert [next(iter(head.values()))[0] for head in heads] == [1, 2]


def test_two_backups_in_one_second_do_not_replace_each_other(store):
    first, second = copy_of(store), copy_of(store)
    assert first.name < second.name
    check(second.folder)


def test_one_wrong_byte_in_any_page_is_found(store):
    folder = copy_of(store).folder
    sound = (folder / STORE).read_bytes()
    for page in range(0, len(sound), PAGE):
        broken = bytearray(sound)
        broken[page + SALT + page // PAGE * 37 % (PAGE - SALT)] ^= 1
        (folder / STORE).write_bytes(broken)
        with pytest.raises(StoreError, match="damaged or not complete"):
            check(folder)
    (folder / STORE).write_bytes(sound)
    check(folder)


def test_a_backup_cut_short_is_found(store):
    folder = copy_of(store).folder
    sound = (folder / STORE).read_bytes()
    for size in (0, PAGE, len(sound) // PAGE // 2 * PAGE, len(sound) - PAGE, len(sound) - 1):
        (folder / STORE).write_bytes(sound[:size])
        with pytest.raises(StoreError):
            check(folder)


def test_the_store_of_another_backup_under_this_description_is_found(store):
    older = copy_of(store, YESTERDAY)
    add_person(store, "Ohnesorgen")
    newer = copy_of(store)
    shutil.copy(older.folder / STORE, newer.folder / STORE)
    with pytest.raises(StoreError, match=newer.name):
        check(newer.folder)


@pytest.mark.parametrize("content", ["", "{}", "[]", '{"heads": {}, "mac": "00"}', "\x00" * 9])
def test_a_description_that_was_changed_is_found(store, content):
    folder = copy_of(store).folder
    (folder / DESCRIPTION).write_text(content)
    with pytest.raises(StoreError, match="damaged or not complete"):
        check(folder)


def test_a_backup_that_cannot_be_made_leaves_the_older_ones_alone(store, tmp_path):
    older = copy_of(store)
    store.database.checkpoint()
    store.database.close()
    broken = bytearray((tmp_path / STORE).read_bytes())
    broken[len(broken) // 2] ^= 1
    (tmp_path / STORE).write_bytes(broken)
    with pytest.raises(StoreError):
        copy_of(store)
    assert backups(tmp_path) == [older]
    assert [path.name for path in (tmp_path / BACKUPS).iterdir()] == [older.name]
    check(older.folder)


def test_what_a_crash_left_unfinished_is_no_backup(store, tmp_path):
    (tmp_path / BACKUPS).mkdir()
    (tmp_path / BACKUPS / "2009-11-19T163000.teil").mkdir()
    (tmp_path / BACKUPS / "Urlaubsfotos").mkdir()
    assert backups(tmp_path) == []
    backup = copy_of(store)
    assert backups(tmp_path) == [backup]


def test_the_copies_of_seven_days_four_weeks_and_three_months_are_kept(store, tmp_path):
    (tmp_path / BACKUPS).mkdir()
    for days in range(1, 200):
        moment = NOW - dt.timedelta(days=days)
        (tmp_path / BACKUPS / moment.strftime("%Y-%m-%dT%H%M%S")).mkdir()
    copy_of(store)
    kept = [NOW.date() - backup.made.date() for backup in backups(tmp_path)]
    assert [age.days for age in kept] == [0, 1, 2, 3, 4, 5, 6, 12, 19, 20, 51]
    # Seven days; the Sundays of the weeks before; the last days of October and September.


def test_no_copy_is_kept_longer_than_ninety_days_but_the_newest(store, tmp_path):
    old = copy_of(store, NOW - dt.timedelta(days=400))
    assert backups(tmp_path) == [old]
    new = copy_of(store)
    assert backups(tmp_path) == [new]
