"""Going back to a backup, also on a new laptop with nothing but a stick and the code on paper."""

from __future__ import annotations

import os
import shutil

import pytest
from stores import add_person

from neuewege_desktop.base.errors import StoreError, UserError
from neuewege_desktop.domain.records.person import Person
from neuewege_desktop.services.founding import Founding
from neuewege_desktop.services.labels import ActLabel
from neuewege_desktop.services.workplaces import (
    create,
    restore_backup,
    set_password,
    with_password,
    with_recovery_code,
)
from neuewege_desktop.store.backup import backups
from neuewege_desktop.store.layout import BACKUPS, STORE
from neuewege_desktop.store.restoring import SET_ASIDE, restore
from neuewege_desktop.store.vault.passwords import Cost
from neuewege_desktop.store.verify import verify
from neuewege_desktop.store.workplace import Setting, opening

PASSWORD = "fünf Wörter sind ein guter Satz"


@pytest.fixture
def setting(clock):
    cost = Cost(memory=65_536, passes=1, lanes=1)
    return Setting(now=clock, random_bytes=os.urandom, cost=cost)


@pytest.fixture
def folder(tmp_path, setting):
    """Create a workplace with one person and one backup; its recovery code lies beside it."""
    founding = Founding(name="Kommunalprojekt", user="Anna Berg", day=setting.now().date())
    workplace, code = create(tmp_path / "buero", founding, PASSWORD, setting)
    (tmp_path / "code").write_text(code)
    add_person(workplace.store, "Täubchen")
    workplace.close()
    return tmp_path / "buero"


def unlock(setting, password=PASSWORD):
    return with_password(password, None, setting)


def names(folder, setting, password=PASSWORD):
    """Return the last names of the persons in a workplace that is sound."""
    with opening(folder, setting, unlock(setting, password)) as workplace:
        assert verify(workplace.store.database) == []
        with workplace.store.reading() as reader:
            return [person.name.last for person in reader.find(Person)]


def test_a_stick_and_the_code_on_paper_are_enough_on_a_new_laptop(folder, setting, tmp_path):
    stick = tmp_path / "stick"
    shutil.copytree(backups(folder)[0].folder, stick)
    code = (tmp_path / "code").read_text()
    shutil.rmtree(folder)
    new = tmp_path / "neuer-laptop"
    restore(new, stick, setting, with_recovery_code(code), ActLabel.RESTORE).close()
    assert names(new, setting) == ["Täubchen"]


def test_what_was_replaced_is_set_aside(folder, setting):
    with opening(folder, setting, unlock(setting)) as workplace:
        add_person(workplace.store, "Ohnesorgen")
    present = (folder / STORE).read_bytes()
    restore_backup(folder, None, setting, unlock(setting))
    assert (folder / f"{SET_ASIDE}.db").read_bytes() == present
    assert names(folder, setting) == ["Täubchen"]


def test_a_backup_can_be_chosen_by_its_name(folder, setting, clock):
    first = backups(folder)[0].name
    clock.moment = clock.moment.replace(day=3)
    with opening(folder, setting, unlock(setting)) as workplace:
        add_person(workplace.store, "Ohnesorgen")
    assert len(backups(folder)) == 2
    restore_backup(folder, first, setting, unlock(setting))
    assert names(folder, setting) == ["Täubchen"]


def test_a_name_that_no_backup_has_is_answered_with_those_there_are(folder, setting):
    with pytest.raises(UserError, match=backups(folder)[0].name):
        restore_backup(folder, "gestern", setting, unlock(setting))


def test_a_damaged_backup_is_refused_and_the_workplace_stays_as_it_is(folder, setting):
    with opening(folder, setting, unlock(setting)) as workplace:
        add_person(workplace.store, "Ohnesorgen")
    copy = backups(folder)[0].folder / STORE
    broken = bytearray(copy.read_bytes())
    broken[len(broken) // 2] ^= 1
    copy.write_bytes(broken)
    with pytest.raises(StoreError, match="damaged or not complete"):
        restore_backup(folder, None, setting, unlock(setting))
    assert names(folder, setting) == ["Täubchen", "Ohnesorgen"]
    assert not (folder / f"{SET_ASIDE}.db").exists()


def test_a_backup_without_its_vault_is_refused(folder, setting):
    (backups(folder)[0].folder / "tresor.json").unlink()
    with pytest.raises(StoreError):
        restore_backup(folder, None, setting, unlock(setting))
    assert names(folder, setting) == ["Täubchen"]


def test_a_password_changed_since_the_backup_stays_in_force(folder, setting, clock):
    with opening(folder, setting, unlock(setting)) as workplace:
        set_password(workplace, "ein anderer langer Satz", clock().date())
    restore_backup(folder, None, setting, unlock(setting))
    with pytest.raises(UserError, match="wrong"):
        names(folder, setting)
    assert names(folder, setting, "ein anderer langer Satz") == ["Täubchen"]


def test_nothing_is_restored_while_the_workplace_is_open(folder, setting):
    with (
        opening(folder, setting, unlock(setting)),
        pytest.raises(StoreError, match="in use"),
    ):
        restore_backup(folder, None, setting, unlock(setting))


def test_a_restored_workplace_makes_backups_again(folder, setting, clock):
    restore_backup(folder, None, setting, unlock(setting))
    clock.moment = clock.moment.replace(day=4)
    assert names(folder, setting) == ["Täubchen"]
    newest = backups(folder)[0]
    assert newest.made.day == 4
    restore(folder, folder / BACKUPS / newest.name, setting, unlock(setting), "restore").close()
    assert names(folder, setting) == ["Täubchen"]
