"""Whoever changes who may open the workplace shows first that they are who they are."""

from __future__ import annotations

import datetime as dt
import itertools
import os
from dataclasses import replace

import pytest

from neuewege_desktop.base.errors import StoreError, UserError
from neuewege_desktop.domain.records.catalogue import User
from neuewege_desktop.services.access import (
    NotYourPassword,
    change_own_password,
    offer_recovery_code,
    prove_password,
    replace_recovery_code,
)
from neuewege_desktop.services.care import (
    backup_lines,
    backups_of,
    find_problems,
    go_back_to,
    prepare_going_back,
)
from neuewege_desktop.services.entries import save
from neuewege_desktop.services.founding import Founding
from neuewege_desktop.services.workplaces import (
    Throttled,
    create,
    give_access,
    office_of,
    opening,
    recover,
    users,
    with_password,
)
from neuewege_desktop.store.vault.passwords import Cost
from neuewege_desktop.store.workplace import Setting

MONDAY = dt.datetime(2009, 4, 20, 8, tzinfo=dt.UTC)
TODAY = MONDAY.date()
MINE, NEW, OTHERS = (
    "fünf Wörter sind ein Satz",
    "sechs neue Wörter sind besser",
    "Tims eigener Satz",
)
_minutes = itertools.count()
SETTING = Setting(
    now=lambda: MONDAY + dt.timedelta(minutes=next(_minutes)),
    random_bytes=os.urandom,
    cost=Cost(memory=65_536, passes=1, lanes=1),
)


@pytest.fixture
def made(tmp_path):
    founding = Founding(name="Kommunalprojekt", user="Anna Berg", day=TODAY)
    return create(tmp_path / "buero", founding, MINE, SETTING)


@pytest.fixture
def workplace(made):
    yield made[0]
    made[0].abandon()


def test_a_password_is_changed_by_whoever_knows_the_old_one(workplace):
    with pytest.raises(NotYourPassword, match="not your password"):
        change_own_password(workplace, "geraten", NEW, TODAY)
    change_own_password(workplace, MINE, NEW, TODAY)
    assert prove_password(workplace, NEW).user == workplace.opened_by.user


def test_the_password_of_a_colleague_is_not_mine(workplace):
    give_access(workplace, "Tim Weber", OTHERS, TODAY)
    with pytest.raises(NotYourPassword):
        prove_password(workplace, OTHERS)


def test_guessing_my_password_at_my_unlocked_desk_has_to_wait(workplace):
    workplace.setting = replace(SETTING, now=lambda: MONDAY)
    for _attempt in range(3):
        with pytest.raises(NotYourPassword):
            prove_password(workplace, "geraten")
    with pytest.raises(Throttled, match="try again in 5 seconds"):
        prove_password(workplace, MINE)


def test_the_new_recovery_code_opens_and_the_old_one_no_more(made):
    workplace, old = made
    code = offer_recovery_code(workplace)
    replace_recovery_code(workplace, code, TODAY)
    workplace.close()
    with pytest.raises(UserError, match="replaced since"):
        recover(workplace.folder, old, None, NEW, SETTING, TODAY)
    recover(workplace.folder, code, None, NEW, SETTING, TODAY)


def test_going_back_keeps_today_as_a_backup_and_todays_password(made):
    workplace, _code = made
    first = workplace.back_up()
    save(office_of(workplace, TODAY), User(id=0, scope="shared", name="Erst später da"))
    change_own_password(workplace, MINE, NEW, TODAY)
    for _more in range(4):  # enough that the first backup would have to go
        last = workplace.back_up(spared=first.name)
    go_back_to(workplace, first, prepare_going_back(workplace, first, NEW))
    assert backups_of(workplace.folder)[0].made > last.made
    with opening(workplace.folder, SETTING, with_password(NEW, None, SETTING)) as again:
        assert [line.name for line in users(again)] == ["Anna Berg"]
        assert find_problems(again) == []


def test_a_damaged_backup_changes_nothing(made):
    workplace, _code = made
    backup = workplace.back_up()
    (backup.folder / "angaben.json").write_text("{}")
    with pytest.raises(StoreError, match="damaged"):
        go_back_to(workplace, backup, prove_password(workplace, MINE))
    with opening(workplace.folder, SETTING, with_password(MINE, None, SETTING)) as again:
        assert find_problems(again) == []


def test_a_backup_tells_its_size(workplace):
    backup = workplace.back_up()
    line = backup_lines(workplace.folder)[0]
    assert line.backup == backup
    assert line.size > 10_000
