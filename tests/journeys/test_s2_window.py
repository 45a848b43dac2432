"""S2 through the window: Monday's conference from the agenda to a correction, by keyboard alone."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from colleagues import (
    ANNA,
    CTRL,
    MAURER,
    MONDAY,
    PEOPLE,
    SHIFT,
    TIM,
    Colleague,
    found_office,
    number_of,
    secrets,
)
from PySide6.QtCore import Qt
from test_conference import DECIDED, ORDER

from neuewege_desktop.base.i18n import use_language
from neuewege_desktop.domain.choices.papers import Variant
from neuewege_desktop.domain.choices.work import (
    AttendanceStatus,
    GuestBasis,
    ItemState,
    MeetingStatus,
    TaskKind,
)
from neuewege_desktop.domain.records.case import Task
from neuewege_desktop.domain.records.catalogue import User
from neuewege_desktop.domain.records.meeting import AgendaItem, Meeting
from neuewege_desktop.domain.records.minutes import GuestClearance
from neuewege_desktop.gui.application import Application
from neuewege_desktop.gui.conference.guest_question import GuestQuestion
from neuewege_desktop.gui.conference.window import ConferenceWindow
from neuewege_desktop.gui.meetings.doubts_dialog import DoubtsDialog
from neuewege_desktop.services.conference.minutes import as_issued, issued_papers
from neuewege_desktop.services.conference.reading import conference_file

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
Key = Qt.Key
INTERNAL, PSEUDONYM, MUNICIPALITY = "intern", "pseudonymisiert", "für die Gemeinde"
GUEST, LIAISON, TOPIC = "Bernd Kling, Schuldnerberatung", "Eva Brandt, Rathaus", "Plätze am Bauhof"
WHO = dict.fromkeys(DECIDED, MAURER) | {"Z04": TIM, "Z05": TIM}
SAID = {
    "Z03": "Herr Gündoğdu will in die Pflege; die Nachweise bringt er am Freitag mit.",
    "Z06": "Frau Hallstein war krank. Erreichbar ist sie unter 06251 7070506.",
    "Z04": "Der Antrag liegt noch in der Küche am Kirchplatz 4.",
    "Z01": "Die Mutter (geboren am 01.03.1970) kommt in der nächsten Woche.",
    "Z07": "László kennt den Bauhof. Seine Nummer dort war 427D000707.",
    "Z05": "Nichts Neues. Auch bei 43102BG0000705 ist alles unverändert.",
}


@pytest.fixture(scope="session")
def application():
    return Application.instance() or Application(["neuewege-desktop"])


@pytest.fixture
def log_in(application, tmp_path):
    """Return how somebody of the team comes in front of the program at an hour."""
    application.speak("de")
    folder, profile = tmp_path / "Kommunalprojekt", tmp_path / "profil"
    found_office(folder, profile)
    yield lambda name, at: Colleague(application, folder, profile, name, at)
    use_language("en", Path())


# --- the agenda ------------------------------------------------------------------------------


def propose(tim, day):
    """Plan a conference and let its agenda be proposed."""
    tim.hit(Key.Key_5, CTRL)
    tim.press_button("new")
    tim.choose("ags", "Zwingenberg")
    tim.fill("day", f"{day:%d.%m.%Y}")
    tim.fill("start", "14:00")
    tim.fill("end", "15:30")
    tim.save()
    tim.hit(Key.Key_T, CTRL | SHIFT)
    assert tim.main.front == "agenda"


def set_agenda(tim):
    propose(tim, MONDAY)
    assert [row.second for row in tim.rows] == list(map(number_of, ORDER))
    first = tim.rows[0]
    assert first.title == "Gündoğdu, Emre"
    assert first.lines == ("Überprüfung Eingliederungsvereinbarung fällig am 13.04.2009",)
    tim.turn_to("Teil B")
    tim.hit(Key.Key_Insert)
    tim.fill("text", TOPIC)
    tim.save()
    tim.turn_to("Wer kommt")
    tim.hit(Key.Key_Insert)
    tim.fill("guest", LIAISON)
    tim.fill("start", "15:00")
    tim.save()
    assert [row.title for row in tim.rows] == [ANNA, TIM, MAURER, LIAISON]


def show_agenda(tim, reader):
    """Open the agenda for a kind of reader by the menu of its page; return what one reads."""
    tim.press_button("more")
    tim.choose_in_menu("Drucken …")
    tim.choose_in_menu(reader)
    title, text = tim.read_paper()
    assert title.startswith("Vorschau: Tagesordnung der Fallbesprechung")
    return text


def read_agendas(tim):
    internal = show_agenda(tim, INTERNAL)
    places = [internal.index(", ".join(PEOPLE[name][:2])) for name in ORDER]
    assert places == sorted(places)
    assert TOPIC in internal
    for_town = show_agenda(tim, MUNICIPALITY)
    assert TOPIC in for_town
    assert found_in(for_town) == []
    assert "ZW-" not in for_town


def found_in(text):
    """Return what in a text tells who one of the nine households is."""
    flat = " ".join(text.split())
    return sorted(secret for secret in secrets() if secret in flat)


# --- the conference --------------------------------------------------------------------------


def begin(tim):
    tim.now = tim.now.replace(hour=14, minute=0)
    tim.hit(Key.Key_F5)
    assert tim.reads("Wer eingeladen war, gilt als anwesend")
    tim.hit(Key.Key_Return, CTRL)
    assert isinstance(tim.window, ConferenceWindow)


def talk(tim, name):
    """Write down what is said and decided about a household, and conclude it."""
    kind, words, due = DECIDED[name]
    tim.type(SAID[name])
    tim.choose("decision", kind.label)
    tim.choose("responsible", WHO[name])
    tim.fill("text", words)
    tim.fill("due_on", f"{due:%d.%m.%Y}")
    tim.hit(Key.Key_Return)
    assert tim.reads(words)
    tim.hit(Key.Key_Return, CTRL)


def postpone(tim, why):
    tim.hit(Key.Key_P, CTRL | SHIFT)
    assert tim.reads("Er kommt in der nächsten Besprechung wieder")
    tim.fill("why", why)
    tim.hit(Key.Key_Return, CTRL)


def let_a_guest_in(tim):
    """Enter somebody from outside in part A, and look away from the question first."""
    tim.hit(Key.Key_A, CTRL | SHIFT)
    tim.press_button("newGuest")
    tim.fill("guest", GUEST)
    tim.hit(Key.Key_Return, CTRL)
    tim.hit(Key.Key_Escape)
    assert isinstance(tim.window, GuestQuestion)
    assert tim.reads(f"Externe anwesend: {GUEST}.")
    tim.hit(Key.Key_Escape)
    assert tim.reads("Der Haushalt bleibt verdeckt, bis die Frage zum Gast beantwortet ist.")
    assert found_in(tim.said()) == []
    tim.press_button("question")
    tim.press_button("pseudonym")
    assert tim.reads("Das Fallblatt bleibt verdeckt, solange der Gast im Raum ist.")
    assert found_in(tim.said()) == []
    tim.tab_to("discussion")


def send_the_guest_out(tim):
    assert isinstance(tim.window, GuestQuestion)
    tim.press_button("left")
    assert tim.reads("Jankowski, Bożena")


def hold_part_a(tim):
    for name in ORDER:
        if name == "Z04":
            let_a_guest_in(tim)
        if name == "Z01":
            send_the_guest_out(tim)
        if name == "Z02":
            postpone(tim, "Unterlagen fehlen")
        else:
            talk(tim, name)


def hold_part_b(tim):
    tim.now = tim.now.replace(hour=15)
    assert tim.reads(TOPIC)
    assert found_in(tim.said()) == []
    tim.type("Drei Plätze sind frei.")
    tim.hit(Key.Key_Return, CTRL)
    tim.now = tim.now.replace(minute=30)
    tim.hit(Key.Key_Space)  # the keyboard is at the end of the conference
    assert tim.reads("Bitte lesen Sie die Beschlüsse vor")
    assert "EGV neu vereinbaren" not in tim.said()  # the town hall looks on
    tim.press_button("endConference")
    assert tim.main.front == "minutes"


def check_what_is_kept(tim):
    [meeting] = tim.of(Meeting)
    assert (meeting.start, meeting.end) == (dt.time(14), dt.time(15, 30))
    lines = conference_file(tim.office, meeting.id).items
    states = {line.name: line.item.state for line in lines}
    assert states.pop(number_of("Z02")) is ItemState.POSTPONED
    assert set(states.values()) == {ItemState.DISCUSSED}
    assert [line.item.discussion for line in lines] == [SAID.get(name, "") for name in ORDER]
    names = {user.id: user.name for user in tim.of(User)}
    made = [task for task in tim.of(Task) if task.decision is not None]
    tasks = {(t.title, t.due_on, names[t.assignee]) for t in made if t.task == TaskKind.TASK}
    assert tasks == {(words, due, WHO[name]) for name, (_kind, words, due) in DECIDED.items()}
    [follow_up] = (task for task in made if task.task == TaskKind.FOLLOW_UP)
    assert follow_up.due_on == dt.date(2009, 5, 11)
    bases = [clearance.basis for clearance in tim.of(GuestClearance)]
    assert sorted(bases) == sorted([GuestBasis.PSEUDONYM, GuestBasis.LEFT])


# --- the minutes -----------------------------------------------------------------------------


def check_the_minutes(tim):
    assert [row.title for row in tim.rows] == [
        "Waren alle Eingeladenen da? Bitte tragen Sie es ein."
    ]
    tim.hit(Key.Key_Return)
    assert tim.reads(LIAISON)
    tim.choose("status", AttendanceStatus.PRESENT.label)
    tim.save()
    tim.press_button("check")
    assert tim.reads("Geprüft von Tim Weber.")
    assert tim.reads("Wer das Protokoll geführt hat, gibt es nicht selbst frei.")
    assert not tim.see("release")


def release(anna):
    anna.hit(Key.Key_P, CTRL | SHIFT)
    anna.press_button("release")
    assert anna.reads("Protokoll freigeben?")
    anna.hit(Key.Key_Return)
    assert anna.reads("Darf das außerhalb des Teams gelesen werden?")
    assert confirm(anna) == len(SAID)
    assert anna.reads("Freigegeben und nicht mehr änderbar.")
    assert anna.of(Meeting)[0].status == MeetingStatus.RELEASED_MINUTES


def confirm(anna):
    """Confirm line by line what is printed for others; return how many there were."""
    count = 0
    while isinstance(anna.window, DoubtsDialog):
        assert found_in(anna.window.printed.value()) == []
        anna.press_button("act")
        count += 1
    return count


def read_minutes(anna, reader):
    anna.turn_to("Ausgegeben")
    anna.go_to_row(reader)
    anna.hit(Key.Key_Return)
    title, text = anna.read_paper()
    assert title.startswith("Vorschau: Protokoll der Fallbesprechung")
    return text


def read_what_was_issued(anna):
    internal = read_minutes(anna, INTERNAL)
    assert all(", ".join(PEOPLE[name][:2]) in internal for name in ORDER)
    assert f"Gast im Raum: {GUEST} – unter Pseudonym beraten" in internal
    hidden = read_minutes(anna, PSEUDONYM)
    assert "ZW-43" in hidden
    assert "EGV neu vereinbaren" in hidden
    assert found_in(hidden) == []
    for_town = read_minutes(anna, MUNICIPALITY)
    assert "Drei Plätze sind frei." in for_town
    assert "ZW-" not in for_town
    assert found_in(for_town) == []


def look_into_the_files(anna):
    """Look for what no reader from outside may find; each file is tagged and has a title."""
    for paper in issued_papers(anna.office, anna.of(Meeting)[0].id):
        with pdfium.PdfDocument(as_issued(anna.office, paper)) as document:
            assert pdfium.raw.FPDFCatalog_IsTagged(document)
            told = document.get_metadata_dict()
            assert paper.title.startswith(told["Title"])
            pages = [page.get_textpage().get_text_bounded() for page in document]
        is_for_the_team = paper.variant == Variant.INTERNAL
        assert bool(found_in("\n".join([*pages, *told.values()]))) is is_for_the_team


def correct(anna):
    anna.turn_to("Teil A")
    anna.hit(Key.Key_Return)  # what is released opens no form
    assert anna.window is anna.main
    anna.go_to_row("Hallstein")
    anna.press_button("correct")
    anna.fill("now", "Neuer Termin am 30.04.2009.")
    anna.fill("reason", "Tag verwechselt")
    anna.save()
    confirm(anna)
    corrected = anna.go_to_row("Hallstein")
    assert corrected.lines == (
        SAID["Z06"],
        "Berichtigung 1: Neuer Termin am 30.04.2009. (Grund: Tag verwechselt)",
    )
    anna.turn_to("Ausgegeben")
    assert [row.second for row in anna.rows if "Berichtigung 1" in row.title] == [
        INTERNAL,
        PSEUDONYM,
    ]


def look_at_next_week(tim):
    propose(tim, MONDAY + dt.timedelta(7))
    row = tim.go_to_row(number_of("Z02"))
    assert "Schon einmal vertagt" in row.lines
    assert [chip.text for chip in row.chips] == ["sehr dringend"]
    meeting = max(tim.of(Meeting), key=lambda found: found.day)
    items = [item for item in tim.of(AgendaItem) if item.meeting == meeting.id]
    assert [item.priority for item in items if item.id == row.key] == [1]


def test_the_team_holds_its_conference_and_the_postponed_household_comes_first(log_in):
    tim = log_in(TIM, MONDAY)
    set_agenda(tim)
    read_agendas(tim)
    begin(tim)
    hold_part_a(tim)
    hold_part_b(tim)
    check_what_is_kept(tim)
    check_the_minutes(tim)
    tim.leave()
    anna = log_in(ANNA, MONDAY.replace(hour=16))
    release(anna)
    read_what_was_issued(anna)
    look_into_the_files(anna)
    correct(anna)
    look_into_the_files(anna)
    anna.leave()
    tim = log_in(TIM, MONDAY + dt.timedelta(7))
    look_at_next_week(tim)
    tim.leave()
