"""A person is reminded of the backup before it is too late."""

from __future__ import annotations

import datetime as dt
import os

import pytest

from neuewege_desktop.services.care import backup_is_due, backups_of, last_backup
from neuewege_desktop.services.founding import Founding
from neuewege_desktop.services.workplaces import create
from neuewege_desktop.store.vault.passwords import Cost
from neuewege_desktop.store.workplace import Setting

MONDAY = dt.datetime(2009, 4, 20, 8, tzinfo=dt.UTC)


@pytest.fixture
def workplace(tmp_path):
    setting = Setting(
        now=lambda: MONDAY,
        random_bytes=os.urandom,
        cost=Cost(memory=65_536, passes=1, lanes=1),
    )
    founding = Founding(name="Kommunalprojekt", user="Anna Berg", day=MONDAY.date())
    made, _code = create(tmp_path / "buero", founding, "fünf Wörter sind ein guter Satz", setting)
    yield made
    made.abandon()


def test_without_any_backup_one_is_due_after_the_first_week(workplace):
    assert last_backup(workplace) is None
    assert backups_of(workplace.folder) == []
    assert not backup_is_due(workplace, MONDAY)
    assert backup_is_due(workplace, MONDAY + dt.timedelta(days=7, seconds=1))


def test_a_backup_lasts_a_week(workplace):
    first = workplace.back_up()
    second = workplace.back_up()
    assert backups_of(workplace.folder) == [second, first]
    assert last_backup(workplace) == second
    assert not backup_is_due(workplace, second.made + dt.timedelta(days=7))
    assert backup_is_due(workplace, second.made + dt.timedelta(days=7, seconds=1))
