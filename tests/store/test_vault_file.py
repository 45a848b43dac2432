"""The vault on disk: copies, damage, and attempts that have to wait."""

from __future__ import annotations

import json
from functools import partial

import pytest
from vaults import ANNA, new_vault

from neuewege_desktop.base.errors import StoreError
from neuewege_desktop.store.files import backup_path
from neuewege_desktop.store.layout import STORE, VAULT
from neuewege_desktop.store.vault.access import advance, unlock_password, unlock_recovery
from neuewege_desktop.store.vault.failures import (
    DamagedVault,
    NewerVault,
    NotEnoughMemory,
    TamperedVault,
    Throttled,
    WrongPassword,
)
from neuewege_desktop.store.vault.vault_file import VaultFile

NOW = 1_238_659_200
YEAR = 365 * 24 * 3600


@pytest.fixture
def made():
    return new_vault()


@pytest.fixture
def folder(tmp_path, made):
    """A workplace folder whose store begins, as SQLCipher writes it, with the vault's salt."""
    folder = tmp_path / "buero"
    folder.mkdir()
    (folder / STORE).write_bytes(made[0].db_salt + b"encrypted pages")
    return folder


@pytest.fixture
def file(folder, tmp_path, made):
    file = VaultFile(folder / VAULT, tmp_path / "profil")
    file.write(made[0])
    return file


def right(vault):
    return unlock_password(vault, ANNA.password)


def wrong(_vault):
    raise WrongPassword


def failing(times, file, now=NOW):
    for _attempt in range(times):
        with pytest.raises(WrongPassword):
            file.unlocking(wrong, now)


def test_what_was_written_is_read_and_only_the_owner_may_read_it(file, made):
    assert file.read() == made[0]
    assert file.path.stat().st_mode & 0o077 == 0


def test_the_vault_before_a_change_stays_beside_it(file, made):
    vault, keys, _code = made
    file.write(advance(vault, keys))
    assert file.read().generation == 2
    assert VaultFile(backup_path(file.path), None).read() == vault


DAMAGES = [b"", b"{", b"\xff" * 2000]


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_vault_is_replaced_by_the_one_before_it(folder, made, damage):
    vault, keys, _code = made
    alone = VaultFile(folder / VAULT, None)
    for state in (vault, advance(vault, keys)):
        alone.write(state)
    alone.path.write_bytes(damage)
    assert alone.read() == vault


@pytest.mark.parametrize("damage", DAMAGES)
def test_the_newest_copy_is_taken_so_that_a_changed_password_stays_changed(file, made, damage):
    vault, keys, _code = made
    file.write(advance(vault, keys))
    file.path.write_bytes(damage)
    assert file.read() == advance(vault, keys)


def test_a_damaged_vault_is_kept_and_does_not_spoil_the_good_copy(file, made):
    vault, keys, _code = made
    file.write(advance(vault, keys))
    file.path.write_bytes(b"half a vault")
    opened, _unlocked = file.unlocking(right, NOW)
    file.write(advance(opened, keys))
    kept = [path for path in file.path.parent.iterdir() if path.read_bytes() == b"half a vault"]
    assert len(kept) == 1
    assert VaultFile(backup_path(file.path), None).read().id == vault.id


def test_every_damaged_vault_is_kept(file, made):
    for damage in (b"first", b"second"):
        file.path.write_bytes(damage)
        file.write(made[0])
    kept = {path.read_bytes() for path in file.path.parent.iterdir()}
    assert {b"first", b"second"} <= kept


def test_a_workplace_that_lost_its_vault_is_opened_with_the_copy_in_the_profile(file, made):
    vault, _keys, code = made
    backup_path(file.path).unlink(missing_ok=True)
    file.path.unlink()
    assert file.read() == vault
    assert unlock_recovery(file.read(), code).user is None


def test_the_copy_of_another_workplace_is_never_taken_for_ones_own(file, folder):
    backup_path(file.path).unlink(missing_ok=True)
    file.path.unlink()
    (folder / STORE).write_bytes(b"another workplace's store")
    with pytest.raises(StoreError):
        file.read()
    assert not file.path.exists()


def test_a_vault_of_a_newer_program_is_neither_read_around_nor_written_over(file, made):
    newer = file.path.read_bytes().replace(b'"v": 1', b'"v": 2')
    file.path.write_bytes(newer)
    with pytest.raises(NewerVault):
        file.read()
    with pytest.raises(NewerVault):
        file.write(made[0])
    assert file.path.read_bytes() == newer


def test_a_profile_that_cannot_be_written_does_not_stop_the_work(folder, tmp_path, made):
    (tmp_path / "profil").write_text("a file where the folder should be")
    file = VaultFile(folder / VAULT, tmp_path / "profil")
    file.write(made[0])
    assert file.read() == made[0]


def test_the_first_two_failures_cost_no_time_and_the_third_makes_one_wait(file):
    failing(3, file)
    with pytest.raises(Throttled) as waiting:
        file.unlocking(right, NOW + 1)
    assert waiting.value.seconds == 4
    vault, unlocked = file.unlocking(right, NOW + 5)
    assert (unlocked.user, vault.throttle.fails, file.read().throttle.fails) == (ANNA.user, 0, 0)


def test_an_attempt_counts_before_it_is_made_so_that_a_kill_takes_nothing_back(file):
    def killed(_vault):
        assert file.read().throttle.fails == 1
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        file.unlocking(killed, NOW)
    assert file.read().throttle.fails == 1


def test_waiting_does_not_count_as_failing(file):
    failing(3, file)
    for _attempt in range(9):
        with pytest.raises(Throttled):
            file.unlocking(right, NOW + 1)
    assert file.read().throttle.fails == 3


def test_a_clock_set_back_by_a_year_keeps_nobody_out_for_longer_than_the_wait(file):
    failing(3, file)
    with pytest.raises(Throttled):
        file.unlocking(right, NOW - YEAR)
    _vault, unlocked = file.unlocking(right, NOW - YEAR + 5)
    assert unlocked.user == ANNA.user


def test_a_clock_set_back_forgets_no_failure(file):
    failing(3, file)
    with pytest.raises(Throttled):
        file.unlocking(right, NOW - YEAR)
    failing(1, file, NOW - YEAR + 5)
    with pytest.raises(Throttled) as waiting:
        file.unlocking(right, NOW - YEAR + 5)
    assert waiting.value.seconds == 10


@pytest.mark.parametrize("failure", [NotEnoughMemory, TamperedVault, partial(DamagedVault, "ct")])
def test_what_is_not_the_users_fault_does_not_make_the_user_wait(file, failure):
    def unlucky(_vault):
        raise failure()

    failing(2, file)
    for _attempt in range(5):
        with pytest.raises(StoreError):
            file.unlocking(unlucky, NOW)
    assert file.read().throttle.fails == 2


def test_counting_failures_leaves_the_seal_and_the_copy_before_it_alone(file, made):
    vault, keys, _code = made
    file.write(advance(vault, keys))
    before = backup_path(file.path).read_bytes()
    failing(2, file)
    assert backup_path(file.path).read_bytes() == before
    assert unlock_password(file.read(), ANNA.password).keys == keys


def test_nothing_in_the_file_names_a_person(file):
    text = json.dumps(json.loads(file.path.read_bytes())).casefold()
    assert "anna" not in text
    assert "berg" not in text
