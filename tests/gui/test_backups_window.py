"""Backing up and going back from the window; with the keyboard alone, in German."""

from __future__ import annotations

import datetime as dt

import pytest
from at_work import clerk_at_work, made_office
from desks import PASSWORD, setting

from neuewege_desktop.domain.records.catalogue import User
from neuewege_desktop.gui.backing_up import backup_reminder
from neuewege_desktop.services.care import backups_of
from neuewege_desktop.services.entries import NEW, save
from neuewege_desktop.services.workplaces import opening, users, with_password


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "buero"


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    folder = tmp_path_factory.mktemp("vorlage")
    return made_office(folder / "buero", folder / "profil")


@pytest.fixture
def clerk(application, profile, office, folder):
    with clerk_at_work(application, profile, office, folder) as found:
        yield found


@pytest.fixture
def exits(clerk):
    codes = []
    clerk.desktop.ended.connect(codes.append)
    return codes


def do(clerk, code):
    clerk.main.actions_table[code].trigger()
    clerk.rest()


def test_backing_up_takes_one_key_in_the_menu(clerk, folder):
    do(clerk, "backup")
    assert clerk.reads("Der Arbeitsplatz wurde gesichert")
    assert len(backups_of(folder)) == 1


def test_without_a_backup_the_window_says_what_to_do(clerk):
    do(clerk, "restore")
    assert clerk.reads("Es gibt noch keine Sicherung.")


def test_one_goes_back_to_a_backup_and_logs_in_anew(clerk, folder, profile, exits):
    do(clerk, "backup")
    save(clerk.main.session.office, User(id=NEW, scope="shared", name="Erst später da"))
    do(clerk, "restore")
    clerk.press_button("restore-0")
    assert clerk.reads("2. Der Arbeitsplatz wird geschlossen")
    clerk.fill("password", PASSWORD)
    clerk.press_button("act")
    clerk.wait(lambda: exits == [0])
    assert len(backups_of(folder)) == 2
    unlock = with_password(PASSWORD, None, setting(profile))
    with opening(folder, setting(profile), unlock) as again:
        assert "Erst später da" not in [line.name for line in users(again)]


def test_a_wrong_password_goes_back_to_nothing(clerk, folder, exits):
    do(clerk, "backup")
    do(clerk, "restore")
    clerk.press_button("restore-0")
    clerk.press_button("act")
    assert clerk.reads("Bitte geben Sie Ihr Passwort ein.")
    clerk.fill("password", "geraten")
    clerk.press_button("act")
    assert clerk.reads("Das ist nicht Ihr Passwort.")
    assert len(backups_of(folder)) == 1
    assert exits == []


def test_a_damaged_backup_is_said_before_one_logs_in_anew(clerk, folder, profile, exits):
    do(clerk, "backup")
    (backups_of(folder)[0].folder / "angaben.json").write_text("{}")
    do(clerk, "restore")
    clerk.press_button("restore-0")
    clerk.fill("password", PASSWORD)
    clerk.press_button("act")
    clerk.wait(lambda: clerk.reads("ist beschädigt oder unvollständig"))
    assert exits == []
    clerk.window.reject()
    clerk.wait(lambda: exits == [0])
    unlock = with_password(PASSWORD, None, setting(profile))
    with opening(folder, setting(profile), unlock) as again:
        assert users(again)


def test_the_reminder_names_the_day_of_the_last_backup(clerk):
    workplace, now = clerk.main.session.workplace, clerk.main.room.now()
    later = now + dt.timedelta(days=8)
    assert backup_reminder(workplace, now) is None
    nothing = "Von diesem Arbeitsplatz gibt es noch keine Sicherung."
    assert backup_reminder(workplace, later) == nothing
    made = workplace.back_up().made.astimezone(now.tzinfo)
    said = backup_reminder(workplace, later)
    assert said is not None
    assert f"{made.day:02d}.{made.month:02d}.{made.year}" in said


def test_the_evaluation_is_read_out_as_text(clerk):
    clerk.go_to("evaluation")
    said = clerk.main.page("evaluation").accessibleDescription()
    assert "Haushalte: 6" in said
    assert "Biblis: 2 (" in said
    assert "Alleinstehend" in said
