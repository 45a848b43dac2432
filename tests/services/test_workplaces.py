"""A workplace from its creation to its restoring, with real files and a real vault."""

from __future__ import annotations

import datetime as dt
import os
from dataclasses import replace

import pytest

from neuewege_desktop.base.errors import StoreError, UserError
from neuewege_desktop.domain.records.catalogue import Municipality, ProjectMunicipality, User
from neuewege_desktop.domain.records.person import Person, PersonName
from neuewege_desktop.domain.scopes import case_scope
from neuewege_desktop.services.founding import Founding
from neuewege_desktop.services.labels import ActLabel
from neuewege_desktop.services.workplaces import (
    create,
    give_access,
    info,
    office_of,
    recover,
    restore_backup,
    set_password,
    take_access,
    users,
    with_password,
)
from neuewege_desktop.store.backup import backups
from neuewege_desktop.store.vault.passwords import Cost
from neuewege_desktop.store.verify import verify
from neuewege_desktop.store.workplace import Setting, open_workplace, opening

PASSWORD = "fünf Wörter sind ein guter Satz"
DAY = dt.date(2009, 4, 2)
ZWINGENBERG = case_scope("06431022")


class Clock:
    """A clock that is set by the test."""

    def __init__(self):
        self.moment = dt.datetime(2009, 4, 2, 8, tzinfo=dt.UTC)

    def __call__(self):
        self.moment += dt.timedelta(seconds=1)
        return self.moment


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def setting(tmp_path, clock):
    return Setting(
        now=clock,
        random_bytes=os.urandom,
        profile=tmp_path / "profil",
        cost=Cost(memory=65_536, passes=1, lanes=1),
    )


@pytest.fixture
def folder(tmp_path, setting):
    """Create a workplace and close it; its recovery code lies beside it."""
    folder = tmp_path / "buero"
    founding = Founding(name="Kommunalprojekt", user="Anna Berg", day=DAY)
    workplace, code = create(folder, founding, PASSWORD, setting)
    (tmp_path / "code").write_text(code)
    workplace.close()
    return folder


def opened(folder, setting, password=PASSWORD, name=None):
    return opening(folder, setting, with_password(password, name, setting))


def add_person(workplace, last="Täubchen"):
    office = office_of(workplace, DAY)
    with office.store.writing(ActLabel.SAVE, office.author) as writer:
        person = Person(
            id=writer.new_id(),
            scope=ZWINGENBERG,
            name=PersonName(last, "Ulf"),
            birth_date=dt.date(1962, 5, 12),
        )
        writer.add(person)
    return person


def test_a_new_workplace_knows_the_district_and_its_three_pilots(folder, setting):
    with opened(folder, setting) as workplace, workplace.store.reading() as reader:
        municipalities = {found.id: found for found in reader.find(Municipality)}
        taking_part = reader.find(ProjectMunicipality)
        assert len(municipalities) == 22
        assert {municipalities[found.municipality].name for found in taking_part} == {
            "Zwingenberg",
            "Biblis",
            "Grasellenbach",
        }
        assert {(found.period.start, found.period.end) for found in taking_part} == {(DAY, None)}
        assert [user.name for user in reader.find(User)] == ["Anna Berg"]
    assert info(workplace.store).encrypted


def test_the_actor_of_an_act_is_the_user_whose_slot_opened_the_workplace(folder, setting):
    with opened(folder, setting) as workplace:
        petra = give_access(workplace, "Petra Linde", "noch ein langer Satz", DAY)
    with opened(folder, setting, "noch ein langer Satz") as workplace:
        assert workplace.user == petra
        assert office_of(workplace, DAY).author == petra


def test_a_wrong_password_is_refused_and_soon_makes_one_wait(folder, setting, clock):
    for _attempt in range(3):
        with pytest.raises(UserError, match="wrong"), opened(folder, setting, "falsch geraten"):
            pass
    with pytest.raises(UserError, match="seconds"), opened(folder, setting):
        pass
    clock.moment += dt.timedelta(seconds=10)
    with opened(folder, setting) as workplace:
        assert verify(workplace.store.database) == []


def test_two_programs_do_not_use_one_workplace_at_a_time(folder, setting):
    with opened(folder, setting), pytest.raises(StoreError, match="in use"):
        open_workplace(folder, setting, with_password(PASSWORD, None, setting))


def test_a_changed_password_opens_and_the_old_one_does_not(folder, setting):
    with opened(folder, setting) as workplace:
        set_password(workplace, "ein anderer langer Satz", DAY)
    with pytest.raises(UserError), opened(folder, setting):
        pass
    with opened(folder, setting, "ein anderer langer Satz", "Anna Berg") as workplace:
        assert workplace.user is not None


def test_the_code_on_paper_sets_a_new_password_and_is_replaced(folder, setting, tmp_path):
    code = (tmp_path / "code").read_text()
    fresh = recover(folder, code, None, "wieder ein langer Satz", setting, DAY)
    with opened(folder, setting, "wieder ein langer Satz") as workplace:
        assert verify(workplace.store.database) == []
    with pytest.raises(UserError):
        recover(folder, code, None, "und noch ein Satz dazu", setting, DAY)
    assert recover(folder, fresh, "Anna Berg", "und noch ein Satz dazu", setting, DAY) != fresh


def test_access_can_be_given_and_taken_but_the_last_user_stays(folder, setting):
    with opened(folder, setting) as workplace:
        give_access(workplace, "Petra Linde", "noch ein langer Satz", DAY)
        take_access(workplace, "Petra Linde")
        assert [(u.name, u.has_access) for u in users(workplace)] == [
            ("Anna Berg", True),
            ("Petra Linde", False),
        ]
        with pytest.raises(UserError):
            take_access(workplace, "Anna Berg")


def test_closing_makes_one_backup_a_day(folder, setting, clock):
    with opened(folder, setting):
        pass
    assert len(backups(folder)) == 1
    clock.moment += dt.timedelta(days=1)
    with opened(folder, setting):
        pass
    assert len(backups(folder)) == 2


def test_a_restored_workplace_goes_on_under_a_new_number(folder, setting):
    with opened(folder, setting) as workplace:
        before = workplace.store.device
        kept = add_person(workplace)
        workplace.back_up()
        lost = add_person(workplace, "Ohnesorgen")
    restore_backup(folder, None, setting, with_password(PASSWORD, None, setting))
    with opened(folder, setting) as workplace, workplace.store.reading() as reader:
        assert reader.get(Person, kept.id) == kept
        assert reader.get(Person, lost.id) is None
        assert workplace.store.device != before
        assert verify(workplace.store.database) == []


def test_what_was_erased_after_the_backup_is_erased_again_when_it_is_restored(folder, setting):
    with opened(folder, setting) as workplace:
        person = add_person(workplace)
        workplace.back_up()
        with workplace.store.writing(ActLabel.ERASE, workplace.user) as writer:
            writer.erase(person.scope, person.id, "person")
    restore_backup(folder, None, setting, with_password(PASSWORD, None, setting))
    with opened(folder, setting) as workplace:
        with workplace.store.reading() as reader:
            assert reader.get(Person, person.id) is None
        assert verify(workplace.store.database) == []
        assert [kind for _scope, _id, kind in workplace.store.erasures()] == ["person"]


def test_an_old_store_put_back_by_hand_never_uses_its_numbers_twice(folder, setting):
    old = (folder / "bestand.db").read_bytes()
    with opened(folder, setting) as workplace:
        device = workplace.store.device
        add_person(workplace)
    (folder / "bestand.db").write_bytes(old)
    with opened(folder, setting) as workplace:
        assert workplace.store.device != device
        assert workplace.notices
        add_person(workplace)


def test_a_failed_act_leaves_nothing_behind(folder, setting):
    with opened(folder, setting) as workplace:
        entries = info(workplace.store).journal_entries
        with pytest.raises(RuntimeError):
            _break_off(workplace)
        assert info(workplace.store).journal_entries == entries
        assert info(workplace.store).persons == 0
        add_person(workplace)
        assert verify(workplace.store.database) == []


def _break_off(workplace):
    with workplace.store.writing(ActLabel.SAVE, workplace.user) as writer:
        person = Person(
            id=writer.new_id(),
            scope=ZWINGENBERG,
            name=PersonName("Täubchen", "Ulf"),
            birth_date=dt.date(1962, 5, 12),
        )
        writer.add(person, replace(person, id=writer.new_id()))
        raise RuntimeError


def test_an_unencrypted_store_is_not_opened(folder, setting):
    (folder / "bestand.db").write_bytes(b"SQLite format 3\x00" + bytes(4080))
    with pytest.raises(StoreError, match="not encrypted"), opened(folder, setting):
        pass


def test_a_folder_in_use_is_no_place_for_a_new_workplace(folder, setting):
    with pytest.raises(UserError, match="not empty"):
        create(folder, Founding(name="P", user="A", day=DAY), PASSWORD, setting)
