"""A conference from its plan to a file on paper, in German, by what one is told of the screen."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from desks import PASSWORD
from seats import TODAY, found, take_in

from neuewege_desktop.services.workplaces import office_of

pytestmark = pytest.mark.outside
PROGRAM = str(Path(sys.executable).with_name("neuewege-desktop"))
SLOW = 60.0  # seconds: what encrypts or makes paper, on a busy machine
PEOPLE = ("Öztürk, Kim", "Testmann, Kim", "Probst-Muster, Kim")
INVITE = "Zum Erstgespräch einladen"


@pytest.fixture
def folder(tmp_path):
    """Return a workplace with three households, new in the project."""
    folder = tmp_path / "Kommunalprojekt"
    workplace = found(folder)
    for number, name in enumerate(PEOPLE, 1):
        last, first = name.split(", ")
        take_in(office_of(workplace, TODAY), last, first, number=f"43102BG000010{number}")
    workplace.close()
    return folder


class Tim:
    """Sits at the desk, sees nothing of the screen, and has no mouse."""

    def __init__(self, desk, folder):
        self.desk = desk
        self.program = desk.start(PROGRAM, str(folder), variables={"PYTHONFAULTHANDLER": "1"})
        self.is_in("password text", "Passwort").type(PASSWORD)
        self.press("Return")
        self.is_in("check box", "Übersicht")

    def press(self, *combinations):
        for combination in combinations:
            self.desk.key(combination)

    def hears(self, text):
        self.desk.expect_announcement(text, SLOW)

    def is_in(self, role, name):
        """Wait until the keyboard is there."""
        return self.program.the(role, name).expect(SLOW, focused=True)

    def sees(self, title):
        """Wait until a dialog is in front, and return it."""
        return self.program.dialog(f"{title} — Neue Wege").expect(SLOW, active=True)

    def reads(self, words):
        self.program.the("label", words).expect(SLOW)

    def goes_to(self, role, name):
        """Press Tab until the keyboard is there."""
        for _press in range(60):
            if self.desk.focused() == (role, name):
                return
            self.press("Tab")
        raise AssertionError(f"no way to {name} by Tab")


@pytest.fixture
def tim(desk, folder):
    return Tim(desk, folder)


def plan_for_today(tim):
    tim.press("ctrl+5")
    tim.goes_to("push button", "Neue Fallbesprechung")
    tim.press("space")
    form = tim.sees("Neue Fallbesprechung")
    form.field("Gemeinde").choose("Zwingenberg")
    form.field("Tag").fill(f"{dt.datetime.now().astimezone():%d.%m.%Y}")
    form.field("Beginn").fill("08:00")
    tim.press("ctrl+s")
    tim.hears("Besprechung geplant")


def propose_the_agenda(tim):
    tim.press("ctrl+shift+t")
    tim.hears("Tagesordnung vorgeschlagen")
    items = tim.is_in("list", "Teil A, intern").read("items")
    assert len(items) == len(PEOPLE)
    for number, (item, name) in enumerate(zip(items, PEOPLE, strict=True), 1):
        assert item.startswith(f"{number}. {name}, 43102BG000010{number}, Neu im Projekt seit")


def hold(tim):
    tim.press("F5")
    tim.sees("Fallbesprechung halten")
    tim.press("ctrl+Return")
    tim.hears("Öztürk, Kim")
    tim.is_in("text", "Ergebnis").type("Hat sich beim Sportverein beworben.")
    assert tim.desk.nameless() == []
    tim.program.field("Beschluss").choose("einladen")
    tim.program.field("Was zu tun ist").fill(INVITE)
    tim.press("ctrl+1")  # in one week
    tim.press("Return")
    tim.hears("Beschluss festgehalten")
    tim.press("ctrl+Return")
    tim.hears("Testmann, Kim")
    tim.press("ctrl+shift+p")
    tim.sees("Punkt vertagen")
    tim.is_in("text", "Warum?").type("Unterlagen fehlen")
    tim.press("ctrl+Return")
    tim.hears("Probst-Muster, Kim")
    tim.is_in("text", "Ergebnis").type("Alles läuft wie vereinbart.")
    tim.press("ctrl+Return")
    tim.hears("Alle Punkte sind erledigt. Sie können die Besprechung beenden.")


def end(tim):
    tim.press("space")  # the keyboard is at the end of the conference
    tim.sees("Besprechung beenden")
    tim.reads(INVITE)
    tim.press("alt+b")
    tim.is_in("list", "Was noch fehlt")
    heard = tim.desk.announcements()
    for act, times in (("Punkt beraten", 2), ("Punkt vertagt", 1), ("Besprechung beendet", 1)):
        assert heard.count(act) == times


def check_and_release(tim):
    tim.press("Return")
    tim.sees("Fallbesprechung ändern")
    tim.is_in("combo box", "Protokoll").choose("Tim Weber")
    tim.press("ctrl+s")
    tim.is_in("push button", "Protokoll prüfen")
    tim.press("space")
    tim.is_in("push button", "Freigeben")
    tim.press("space")
    tim.sees("Protokoll freigeben?")
    tim.press("Return")
    tim.hears("Protokoll freigegeben")
    tim.is_in("list", "Teil A, intern")
    tim.reads("Freigegeben und nicht mehr änderbar.")


def open_what_was_issued(tim):
    tim.press("ctrl+Tab", "ctrl+Tab", "ctrl+Tab")
    tim.is_in("push button", "Öffnen und drucken …")
    tim.press("space")
    tim.program.the("filler", "Seite 1 von 2").expect(SLOW, focused=True)
    assert tim.desk.nameless() == []


def save_as_pdf(tim, place):
    tim.press("ctrl+s")
    tim.is_in("text", "Dateiname").fill(str(place))
    tim.press("Return")
    tim.reads("Diese Kopie verlässt den verschlüsselten Arbeitsplatz.")
    assert not place.exists()
    tim.press("Return")
    tim.hears(f"Das Schriftstück wurde als „{place}“ gespeichert.")


def test_tim_holds_a_conference_and_saves_its_minutes_for_paper(tim, tmp_path):
    plan_for_today(tim)
    propose_the_agenda(tim)
    hold(tim)
    end(tim)
    check_and_release(tim)
    open_what_was_issued(tim)
    save_as_pdf(tim, tmp_path / "Protokoll.pdf")
    with pdfium.PdfDocument(tmp_path / "Protokoll.pdf") as document:
        text = "\n".join(page.get_textpage().get_text_bounded() for page in document)
    for words in (*PEOPLE, INVITE, "Unterlagen fehlen", "Alles läuft wie vereinbart."):
        assert words in text
