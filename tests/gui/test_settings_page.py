"""Somebody arranges the program, the team and the project; with the keyboard alone, in German."""

from __future__ import annotations

import pytest
from at_work import USER, clerk_at_work, made_office
from desks import PASSWORD, focusable, setting
from PySide6.QtCore import Qt

from neuewege_desktop.domain.records.catalogue import Team
from neuewege_desktop.domain.records.town import Place
from neuewege_desktop.services.project import project_view
from neuewege_desktop.services.settings import Scheme, load_settings
from neuewege_desktop.services.workplaces import opening, users, with_password

LOOK, USERS, TOWNS, TEAMS, PLACES, WORKPLACE = range(6)
OTHERS = "noch ein guter Satz mit Worten"


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    folder = tmp_path_factory.mktemp("vorlage")
    return made_office(folder / "buero", folder / "profil")


@pytest.fixture
def clerk(application, profile, office, tmp_path):
    with clerk_at_work(application, profile, office, tmp_path / "buero") as found:
        yield found


def find(clerk, kind):
    with clerk.main.session.office.store.reading() as reader:
        return reader.find(kind)


# --- look and language --------------------------------------------------------------------------


def test_colours_change_at_once_and_stay(clerk, profile, application):
    clerk.go_to("settings")
    clerk.choose("scheme", "dunkel")
    assert application.theme.is_dark
    clerk.choose("scheme", "hell")
    assert not application.theme.is_dark
    assert load_settings(profile).scheme is Scheme.LIGHT


def test_a_new_size_comes_with_a_new_login(clerk, profile):
    clerk.go_to("settings")
    clerk.choose("scale", "150 %")
    assert load_settings(profile).scale == 150
    assert clerk.reads("Die neue Größe gilt nach erneutem Anmelden.")
    clerk.choose("scale", "100 %")
    assert not clerk.reads("Die neue Größe gilt nach erneutem Anmelden.")


def test_the_program_locks_after_the_minutes_that_one_chose(clerk, profile):
    clerk.go_to("settings")
    clerk.choose("lockMinutes", "nach 10 Minuten")
    assert load_settings(profile).lock_minutes == 10


def test_the_language_changes_in_the_whole_window(clerk, profile, application):
    clerk.go_to("settings")
    clerk.choose("language", "English")
    clerk.rest()
    assert load_settings(profile).language == "en"
    assert clerk.main.menuBar().actions()[0].text() == "&File"
    assert clerk.main.front == "settings"
    application.speak("de")


# --- users --------------------------------------------------------------------------------------


def test_a_colleague_gets_a_password_of_their_own(clerk, profile):
    clerk.go_to("settings", USERS)
    clerk.press_button("newColleague")
    clerk.fill("name", "Karl Neumann")
    clerk.tab_to("offered")
    clerk.press(Qt.Key.Key_Down)
    clerk.fill("password", OTHERS)
    clerk.fill("repeated", OTHERS)
    clerk.press_button("act")
    assert clerk.reads("Das neue Passwort öffnet ab jetzt diesen Arbeitsplatz.")
    assert clerk.reads("Karl Neumann")
    workplace = clerk.main.session.workplace
    workplace.close()
    unlock = with_password(OTHERS, "Karl Neumann", setting(profile))
    with opening(workplace.folder, setting(profile), unlock) as again:
        assert [line.name for line in users(again) if line.has_access] == [USER, "Karl Neumann"]


def test_nobody_gets_access_without_a_name(clerk):
    clerk.go_to("settings", USERS)
    clerk.press_button("newColleague")
    clerk.press_button("act")
    assert clerk.reads("Bitte geben Sie den Namen ein.")


def test_access_is_taken_away_after_a_question(clerk):
    clerk.go_to("settings", USERS)
    clerk.press_button("newColleague")
    clerk.fill("name", "Karl Neumann")
    clerk.press_button("act")
    workplace = clerk.main.session.workplace
    key = next(line.id for line in users(workplace) if line.name == "Karl Neumann")
    clerk.press_button(f"take-{key}")
    assert clerk.reads("Karl Neumann den Zugang entziehen?")
    clerk.press(Qt.Key.Key_Space)
    clerk.rest()
    assert clerk.reads("Karl Neumann hat keinen Zugang mehr.")
    assert [line.name for line in users(workplace) if line.has_access] == [USER]


def test_a_wrong_old_password_changes_nothing(clerk):
    clerk.go_to("settings", USERS)
    clerk.press_button(f"password-{clerk.main.session.workplace.user}")
    clerk.fill("oldPassword", "geraten")
    clerk.press_button("act")
    assert clerk.reads("Das ist nicht Ihr Passwort. Bitte tippen Sie es noch einmal.")
    clerk.fill("oldPassword", PASSWORD)
    clerk.press_button("act")
    assert clerk.reads("Ihr Passwort wurde geändert.")


def test_a_new_recovery_code_counts_once_it_was_typed_from_paper(clerk):
    clerk.go_to("settings", USERS)
    before = clerk.main.session.workplace.vault.recovery_slots
    clerk.press_button("newCode")
    assert not clerk.find("act").isEnabled()
    clerk.fill("typedCode", clerk.window._code.lower())
    clerk.fill("password", PASSWORD)
    clerk.press_button("act")
    assert clerk.reads("Der neue Wiederherstellungscode gilt ab jetzt.")
    assert clerk.main.session.workplace.vault.recovery_slots != before


# --- the project --------------------------------------------------------------------------------


def test_a_municipality_joins_and_leaves(clerk):
    clerk.go_to("settings", TOWNS)
    clerk.press_button("join")
    clerk.tab_to("ags")
    clerk.type("Lorsch")
    clerk.press_button("save")
    view = project_view(clerk.main.session.office)
    joined = next(line for line in view.towns if line.name == "Lorsch")
    clerk.press_button(f"leave-{joined.record.id}")
    clerk.press_button("save")
    view = project_view(clerk.main.session.office)
    left = next(line for line in view.towns if line.name == "Lorsch")
    assert left.record.period.end == clerk.main.room.today()


def test_a_team_talks_about_fewer_households(clerk):
    team = find(clerk, Team)[0]
    clerk.go_to("settings", TEAMS)
    clerk.press_button(f"team-{team.id}")
    clerk.fill("max_items", "0")
    clerk.press_button("save")
    assert clerk.reads("Eine Tagesordnung fasst mindestens eine")
    clerk.fill("max_items", "8")
    clerk.press_button("save")
    assert clerk.reads("Höchstens 8 Haushalte je Besprechung")


def test_somebody_is_taken_into_a_team(clerk):
    team = find(clerk, Team)[0]
    clerk.go_to("settings", TEAMS)
    clerk.press_button(f"newMember-{team.id}")
    clerk.press_button("save")
    assert clerk.reads("Bitte wählen Sie, wer im Team arbeitet.")
    clerk.choose("user", "Jens Roth")
    clerk.choose("function", "Arbeitgeberservice")
    clerk.press_button("save")
    view = project_view(clerk.main.session.office)
    members = next(line.members for line in view.teams if line.record.id == team.id)
    assert "Jens Roth" in [name for _member, name in members]


def test_a_place_is_added_with_its_municipality(clerk):
    clerk.go_to("settings", PLACES)
    clerk.press_button("newPlace")
    clerk.fill("name", "Bürgerhaus")
    clerk.choose("scope", "Zwingenberg")
    clerk.press_button("save")
    assert clerk.reads("Bürgerhaus")
    made = next(place for place in find(clerk, Place) if place.name == "Bürgerhaus")
    assert made.scope == "town:06431022"


# --- the workplace ------------------------------------------------------------------------------


def test_the_workplace_is_checked_while_one_goes_on_working(clerk):
    clerk.go_to("settings", WORKPLACE)
    assert clerk.reads("6 Haushalte")
    clerk.press_button("check")
    assert clerk.reads("Der Arbeitsplatz wird geprüft …")
    assert clerk.main.focusWidget().objectName() == "stopCheck"
    clerk.wait(lambda: clerk.reads("Alles ist in Ordnung."))


def test_everything_that_can_be_reached_has_a_name(clerk):
    for leaf in range(6):
        clerk.go_to("settings", leaf)
        page = clerk.main.page("settings")
        nameless = [w for w in focusable(page) if not (w.accessibleName() or _text(w))]
        assert nameless == []


def _text(widget):
    return widget.text() if hasattr(widget, "text") else ""
