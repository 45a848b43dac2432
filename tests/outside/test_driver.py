"""The driver itself, tried on a small window that has one of everything."""

from __future__ import annotations

import os
import select
import signal
import sys
from pathlib import Path

import pytest
from desk import Desk, NotSeen

pytestmark = pytest.mark.outside
PROBE = str(Path(__file__).with_name("probe_window.py"))
DRAFT_WITHIN = 1.0  # seconds


@pytest.fixture
def start(desk, tmp_path):
    """Start the probe, again and again if need be, on one folder."""

    def start(**options):
        return desk.start(sys.executable, PROBE, str(tmp_path), **options)

    return start


@pytest.fixture
def window(start):
    return start().window("Prüffenster")


def test_one_types_finds_and_reads_names_of_all_languages(window):
    for name in ("Yılmaz", "Öztürk-Groß", "Łukasz Ñandú", "O'Neill & Söhne, c/o 10 €"):
        window.field("Name").fill(name)
        window.field("Name").expect(text=name)
    window.field("Passwort").type("geheim – ünd läng")
    assert len(window.field("Passwort").text()) == 17
    assert "geheim" not in window.field("Passwort").text()


def test_one_fills_in_every_kind_of_field_and_saves(desk, window):
    save = window.button("Speichern").expect(enabled=False)
    window.field("Name").type("Müller")
    window.field("Gemeinde").expect(
        text="Frankenberg", items=["Frankenberg", "Großalmerode", "Löhne"]
    )
    window.field("Gemeinde").choose("Löhne")
    desk.key("Tab")
    window.field("Geboren am").expect(focused=True).type("24111990")
    window.field("Geboren am").expect(text="24.11.1990")
    window.field("Bemerkung").type("Erste Zeile\nzweite – größer")
    window.field("Bemerkung").expect(text="Erste Zeile\nzweite – größer")
    window.the("check box", "Einverstanden").press()
    window.the("check box", "Einverstanden").expect(checked=True)
    save.press()
    window.the("status bar").expect(text="„Müller“ ist gespeichert", holds="Müller")
    desk.expect_announcement("Müller aus Löhne gespeichert")
    assert desk.announcements() == ["Müller aus Löhne gespeichert"]
    assert desk.announcements() == []


def test_one_reads_and_selects_rows_of_a_long_table(desk, window):
    table = window.table("Haushalte").expect(rows=100_000)
    assert table.read("headers") == ["Haushalt", "Straße", "Mitglieder"]
    assert table.cells(first=99_999) == [["Öztürk-Groß 99999", "Mühlgäßchen 10", "5"]]
    table.select_row(3)
    table.expect(chosen=[3])
    table.cell(1, 0).click()
    table.expect(chosen=[1], focused=True)
    window.field("Filter").type("ö")
    table.expect(rows=100)
    assert table.cells(1, 1) == [["Öztürk-Groß 1000", "Mühlgäßchen 11", "7"]]
    desk.expect_announcement("100 Haushalte")


def test_menus_shortcuts_and_dialogs_open_and_close(desk, start):
    program = start()
    window = program.window("Prüffenster").expect()
    desk.key("ctrl+n")
    dialog = program.dialog("Neuer Haushalt")
    dialog.field("Nummer").expect(focused=True).type("HH-7")
    desk.key("Return")
    dialog.expect_gone()
    window.the("status bar").expect(text="Haushalt ist angelegt")
    window.menu("Datei", "Neuer Haushalt…").press()
    dialog.button("Abbrechen").click()
    dialog.expect_gone()


def test_a_row_is_copied_from_its_context_menu(desk, start):
    program = start()
    table = program.window("Prüffenster").table("Haushalte")
    table.cell(2, 1).click()
    table.cell(2, 1).click(button=3)
    program.the("menu item", "Zeile kopieren").press()
    desk.expect_copied("Öztürk-Groß 2\tMühlgäßchen 3\t3")


def test_a_question_is_answered(start):
    program = start()
    window = program.window("Prüffenster").expect(active=True)
    window.menu("Datei", "Schließen…").press()
    question = program.dialog("Schließen").expect(active=True)
    question.the("label", "Wirklich schließen?").expect()
    question.button("Nein").press()
    question.expect_gone()
    window.menu("Datei", "Schließen…").press()
    question.button("Ja, schließen").press()
    assert program.exit_code() == 0


def test_the_program_ends_by_its_key_and_tells_its_exit_code(start):
    program = start()
    program.window("Prüffenster").expect()
    program.key("ctrl+q")
    assert program.exit_code() == 0


def test_the_focus_goes_round_and_everything_it_meets_has_a_name(desk, window):
    window.field("Name").focus()
    forth = desk.tab_order()
    assert forth[:5] == [
        ("text", "Name"),
        ("password text", "Passwort"),
        ("combo box", "Gemeinde"),
        ("spin button", "Geboren am"),
        ("text", "Bemerkung"),
    ]
    back = desk.tab_order("shift+Tab")
    assert [back[0], *reversed(back[1:])] == forth
    assert desk.nameless() == []


def test_a_button_without_a_name_is_told(desk, window):
    window.item("Weitere").press()
    window.the("list", "Orte").expect(items=["Adorf", "Bad Münder", "Cölbe"], chosen=["Bad Münder"])
    assert len(desk.nameless()) == 1
    assert desk.nameless()[0].startswith("push button")


def test_at_200_percent_the_mouse_still_hits(start):
    window = start(scale=2).window("Prüffenster")
    window.the("check box", "Einverstanden").click()
    window.the("check box", "Einverstanden").expect(checked=True)


def test_what_is_not_there_is_told_with_what_is(desk, window, tmp_path):
    window.expect()
    with pytest.raises(NotSeen, match=r"There is no field “Alter”(?s:.*)text “Name”"):
        window.field("Alter").expect(patience=0.1)
    picture = (tmp_path / "not-seen.png").read_bytes()
    assert picture.startswith(b"\x89PNG")
    with pytest.raises(NotSeen, match="text: 'x' expected, it is ''"):
        window.field("Name").expect(patience=0.1, text="x")


def test_a_program_killed_while_one_types_starts_again_with_what_it_kept(start):
    program = start()
    killed = (
        program.window("Prüffenster")
        .field("Name")
        .type_until_killed("abcdefghij" * 20, pause=0.02, kill_after=1.5)
    )
    assert program.exit_code() == -signal.SIGKILL
    kept = start().window("Prüffenster").field("Name").text()
    assert killed.older_than(0) == killed.typed() != ""
    assert killed.typed().startswith(kept)
    assert kept.startswith(killed.older_than(DRAFT_WITHIN))


def test_to_kill_a_program_harms_none_at_another_desk(start, tmp_path):
    mine = start().window("Prüffenster").expect()
    folder = tmp_path / "other"
    folder.mkdir()
    with Desk.open(folder) as other:
        theirs = other.start(sys.executable, PROBE, str(folder))
        theirs.window("Prüffenster").expect()
        theirs.kill()
        assert theirs.exit_code() == -signal.SIGKILL
    mine.expect()


def living(folder):
    """Return the processes that live in the home of a desk in `folder`."""
    mark = f"HOME={folder}/home".encode()
    return [int(entry.name) for entry in Path("/proc").glob("[0-9]*") if mark in variables(entry)]


def variables(process):
    try:
        return (process / "environ").read_bytes().split(b"\0")
    except OSError:  # it ended meanwhile, or belongs to somebody else
        return []


def ended(process):
    """Wait until a process ends, which is not a child of ours, and tell whether it does."""
    try:
        handle = os.pidfd_open(process)
    except ProcessLookupError:
        return True
    try:
        return bool(select.select([handle], [], [], 20)[0])
    finally:
        os.close(handle)


@pytest.mark.parametrize("end", ["leaving", "killing"])
def test_nothing_stays_behind_whether_one_leaves_or_the_driver_is_killed(
    end, system_with_a_desk, tmp_path
):
    with Desk.open(tmp_path) as desk:
        program = desk.start(sys.executable, PROBE, str(tmp_path))
        program.window("Prüffenster").field("Name").type("ü")
        processes = living(tmp_path)
        assert len(processes) > 5
        if end == "killing":
            desk.driver.kill()
            assert all(ended(process) for process in processes)
    assert living(tmp_path) == []
