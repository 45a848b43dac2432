"""A first day with the program, in German, with the keyboard alone, by what one is told of it."""

from __future__ import annotations

import datetime as dt
import re
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.outside
PROGRAM = str(Path(sys.executable).with_name("neuewege-desktop"))
SAMPLES = Path(__file__).resolve().parents[1] / "data" / "samples"
HOUSEHOLDS = 110  # in the list of Zwingenberg
SLOW = 60.0  # seconds: what encrypts or reads a list, on a busy machine
HALF_A_SENTENCE = "Frau Täuberich ruft am Montag an, weil"


class Jana:
    """Sits at the desk, sees nothing of the screen, and has no mouse."""

    def __init__(self, desk):
        self.desk = desk
        self.program = desk.start(PROGRAM, variables={"PYTHONFAULTHANDLER": "1"})
        self.words = ""  # her pass-phrase

    def press(self, *combinations):
        for combination in combinations:
            self.desk.key(combination)

    def hears(self, text):
        self.desk.expect_announcement(text, SLOW)

    def is_in(self, role, name):
        """Wait until the keyboard is there."""
        return self.program.the(role, name).expect(SLOW, focused=True)

    def types(self, field, text):
        self.program.field(field).expect(focused=True).type(text)

    def reaches_everything(self):
        """Tell whether all the keyboard reaches here has a name, and no key is a trap."""
        assert self.desk.nameless() == []
        return self.desk.tab_order()

    def table(self, rows):
        return self.program.table("Haushalte").expect(SLOW, rows=rows)

    def notes_where_she_typed(self):
        self.press("F2")
        self.is_in("text", "BG-Nummer")
        return self.program.field("Notiz")


@pytest.fixture
def jana(desk):
    return Jana(desk)


def greeting():
    """Return how the program greets at this hour: the real one runs by the real clock."""
    hour = dt.datetime.now().astimezone().hour
    return "Guten Morgen" if hour < 11 else "Guten Tag" if hour < 18 else "Guten Abend"


def create_a_workplace(jana):
    jana.is_in("push button", "Arbeitsplatz anlegen …")
    jana.reaches_everything()
    jana.press("Return")
    jana.hears("Schritt 1 von 4: Ein neuer Arbeitsplatz")
    jana.types("Name des Projekts", "Kommunale Projekte")
    jana.reaches_everything()
    jana.press("Return")
    jana.hears("Schritt 2 von 4: Gemeinden")
    jana.is_in("check box", "Abtsteinach")
    jana.press("Tab", "space")
    jana.program.the("check box", "Bensheim").expect(checked=True)
    jana.reaches_everything()
    jana.press("Return")
    jana.hears("Schritt 3 von 4: Wer arbeitet hier?")
    jana.types("Ihr Name", "Jana Öztürk")
    jana.press("Tab")
    jana.words = jana.is_in("radio button", "Diese sechs Wörter nehmen").read("description")
    assert len(jana.words.split()) == 6
    jana.press("Return")
    jana.hears("Schritt 4 von 4: Wiederherstellungscode")
    write_down_the_code(jana)


def write_down_the_code(jana):
    """Type the code as a person copies it from paper: small letters, spaces."""
    finish = jana.program.button("Fertig").expect(enabled=False)
    spoken = re.search(r"Wiederherstellungscode: ([0-9A-Z-]+)", jana.desk.outline())
    jana.types("Tippen Sie den Code von Ihrem Papier ab", spoken[1].lower().replace("-", " "))
    jana.hears("Richtig. Der Code steht sicher auf dem Papier.")
    finish.expect(enabled=True)
    jana.press("Return")
    jana.is_in("check box", "Übersicht")
    jana.program.the("label", f"{greeting()}, Jana Öztürk").expect()
    jana.reaches_everything()


def import_the_list(jana):
    jana.press("ctrl+i")
    jana.is_in("push button", "Datei auswählen …")
    jana.press("Return")
    jana.types("Dateiname", str(SAMPLES / "zwingenberg.csv"))
    jana.press("Return")
    jana.is_in("text", "Stand der Liste")
    jana.desk.key("ctrl+a")
    jana.types("Stand der Liste", "20.04.2009")
    jana.press("Return")
    jana.hears("Schritt 2 von 4: Spalten")
    jana.program.the("label", "30 von 30 Spalten werden gelesen.").expect()
    jana.press("Return")
    jana.hears(
        "Bisher wurde nichts geändert. Das Einlesen ergäbe: "
        "110 neue Haushalte, 252 neue Personen, 0 fehlerhafte Zeilen."
    )
    assert jana.desk.nameless() == []
    jana.press("Return")
    jana.hears("Die Liste ist eingelesen.")
    jana.is_in("push button", "Zu den Haushalten")
    jana.press("alt+h")
    jana.table(HOUSEHOLDS).expect(focused=True)
    jana.reaches_everything()


def find(jana, name, rows):
    jana.press("ctrl+f")
    jana.types("In dieser Liste suchen", name)
    jana.hears(f"{rows} Haushalte")
    jana.press("Down")
    jana.table(rows).expect(focused=True)
    assert jana.program.table("Haushalte").cells(0, 1)[0][0].startswith(name)


def correct_the_file_reference_and_take_it_back(jana):
    jana.press("F2")
    jana.is_in("text", "BG-Nummer")
    jana.reaches_everything()
    jana.press("Tab")
    jana.types("Aktenzeichen", "AZ 12/09")
    jana.press("ctrl+s")
    jana.hears("Haushalt geändert")
    jana.is_in("push button", "Bearbeiten")
    jana.press("F2")
    jana.program.field("Aktenzeichen").expect(text="AZ 12/09")
    jana.press("Escape")
    jana.is_in("push button", "Bearbeiten")
    jana.press("ctrl+z")
    jana.hears("Zurückgenommen: Haushalt geändert")
    jana.press("F2")
    jana.is_in("text", "BG-Nummer")
    jana.program.field("Aktenzeichen").expect(text="")


def lock_within_a_sentence_and_come_back(jana):
    jana.program.field("Notiz").type(HALF_A_SENTENCE)
    jana.press("ctrl+l")
    assert jana.program.exit_code() == 0  # a fresh process, which knows nothing, asks
    jana.is_in("password text", "Passwort")
    jana.reaches_everything()
    assert "Täuberich" not in jana.desk.outline()
    jana.types("Passwort", jana.words)
    jana.press("Return")
    jana.is_in("check box", "Übersicht")
    jana.press("ctrl+2")
    jana.table(HOUSEHOLDS).expect(focused=True)
    find(jana, "Täuberich", 4)
    jana.hears("Hier liegt ein Entwurf von Ihnen, der noch nicht gespeichert ist.")
    jana.notes_where_she_typed().expect(text=HALF_A_SENTENCE)
    jana.program.button("Speichern").expect(enabled=True)


def find_a_person_in_spite_of_a_typing_error(jana):
    jana.press("ctrl+k")
    jana.types("Überall suchen", "Hüsayin Fuchsmühl")
    found = jana.program.the("list", "Gefunden")
    person = "Fuchsmühl, Hüseyin, 427D050002 · 27.05.1979 · 43102BG0500002 · Zwingenberg, Personen"
    found.item(person).expect()
    jana.press("Down")  # his household stands before him
    found.expect(chosen=[person])
    jana.hears(person)
    jana.press("Return")
    jana.program.the("label", "Fuchsmühl, Hüseyin").expect()
    jana.reaches_everything()


def test_jana_works_her_first_day_with_the_keyboard_alone(jana):
    create_a_workplace(jana)
    import_the_list(jana)
    find(jana, "Täuberich", 4)
    correct_the_file_reference_and_take_it_back(jana)
    lock_within_a_sentence_and_come_back(jana)
    find_a_person_in_spite_of_a_typing_error(jana)
    window = jana.program.window("Kommunale Projekte – Neue Wege").expect(active=True)
    jana.press("ctrl+q")
    window.expect_gone()
