"""Somebody writes minutes: slips are marked, and mended by the keyboard alone."""

from __future__ import annotations

import sys

import pytest
from at_work import clerk_at_work, made_office
from desks import Clerk
from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QTextCharFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPlainTextEdit, QVBoxLayout, QWidget

from neuewege_desktop.app import surroundings
from neuewege_desktop.gui.kit.editors.texts import LinesEditor
from neuewege_desktop.gui.kit.spelling.attaching import attach_spelling
from neuewege_desktop.gui.kit.spelling.checker import SpellChecker
from neuewege_desktop.gui.kit.spelling.dictionary import Dictionary
from neuewege_desktop.services.settings import load_settings
from neuewege_desktop.services.spelling.lexicon import can_check

pytestmark = pytest.mark.skipif(not can_check(), reason="no spelling library for this computer")

ASK = surroundings().dictionary
SLOW = (sys.executable, "-c", "import time; time.sleep(600)")
BROKEN = (sys.executable, "-c", "raise SystemExit(1)")


class Writer(Clerk):
    """Somebody who writes into a field of several lines."""

    def __init__(self, theme, program, **known):
        self.sheet = QWidget()
        self.editor = LinesEditor(lines=6)
        self.other = QPlainTextEdit()
        layout = QVBoxLayout(self.sheet)
        layout.addWidget(self.editor)
        layout.addWidget(self.other)
        self.edit = self.editor.text
        self.dictionary = Dictionary(program)
        self.checker = SpellChecker(theme, self.dictionary, **known)
        attach_spelling(self.edit, self.checker)
        self.sheet.resize(520, 320)
        self.sheet.show()
        self.sheet.activateWindow()
        assert QTest.qWaitForWindowActive(self.sheet)
        self.edit.setFocus()

    @property
    def window(self):
        return self.sheet

    def write(self, text):
        self.type(text)
        self.settle()

    def settle(self):
        """Wait until every word is judged, and what follows from that is drawn."""
        quiet = 0

        def rests():
            nonlocal quiet
            timers = [each for each in self.sheet.findChildren(QTimer) if each.isSingleShot()]
            is_drawing = any(each.isActive() and each.interval() == 0 for each in timers)
            is_quiet = self.checker.is_idle and not is_drawing
            quiet = quiet + 1 if is_quiet else 0
            return quiet > 2

        self.wait(rests)

    def marked(self):
        """Return the words with a wave under them."""
        found, block = [], self.edit.document().begin()
        while block.isValid():
            for each in block.layout().formats():
                assert each.format.underlineStyle() is QTextCharFormat.UnderlineStyle.WaveUnderline
                units = block.text().encode("utf-16-le")
                piece = units[2 * each.start : 2 * (each.start + each.length)]
                found.append(piece.decode("utf-16-le"))
            block = block.next()
        return found

    @property
    def menu(self):
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        return menu

    def offered(self):
        self.wait(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
        self.settle()
        return [action.text() for action in self.menu.actions() if not action.isSeparator()]

    def choose(self, *keys):
        for key in keys:
            QTest.keyClick(self.menu, key)
        self.settle()

    def leave(self):
        if (menu := QApplication.activePopupWidget()) is not None:
            menu.close()
        self.dictionary.close()
        self.sheet.hide()
        for each in (self.sheet, self.checker, self.dictionary):
            each.deleteLater()


@pytest.fixture
def make_writer(application):
    application.speak("de")
    made = []

    def make(program=ASK, **known):
        made.append(Writer(application.theme, program, **known))
        return made[-1]

    yield make
    for writer in made:
        writer.leave()


@pytest.fixture
def writer(make_writer):
    return make_writer()


def test_a_slip_is_marked_when_the_next_word_begins_and_not_before(writer):
    writer.write("Der Termnin")
    assert writer.marked() == []
    writer.write(" ist am")
    assert writer.marked() == ["Termnin"]


def test_a_slip_is_marked_when_one_leaves_the_field(writer):
    writer.write("Der Termnin")
    writer.other.setFocus()
    writer.settle()
    assert writer.marked() == ["Termnin"]


def test_a_text_that_is_opened_is_marked_and_counts_as_untouched(writer):
    touched = []
    writer.editor.edited.connect(lambda: touched.append(1))
    writer.editor.show_value("😀 Der Termnin\nist vileicht im Rathaus")
    writer.settle()
    assert writer.marked() == ["Termnin", "vileicht"]
    assert touched == []


def test_a_field_that_holds_a_text_already_counts_as_untouched_too(writer):
    writer.editor.show_value("Der Termnin ist")
    writer.settle()
    touched = []
    writer.other.setPlainText("Der Termnin kommt")
    writer.other.textChanged.connect(lambda: touched.append(1))
    attach_spelling(writer.other, writer.checker)
    writer.settle()
    assert [each.start for each in writer.other.document().begin().layout().formats()] == [4]
    assert touched == []


def test_f7_goes_to_the_next_doubtful_word_and_enter_takes_what_is_offered(writer):
    writer.editor.show_value("Der Termnin ist vileicht im Rathaus")
    writer.settle()
    writer.press(Qt.Key.Key_F7)
    assert writer.offered()[:1] == ["Termin"]
    assert writer.edit.textCursor().selectedText() == "Termnin"
    assert writer.menu.accessibleName() == "Zweifelhaftes Wort: Termnin"
    writer.choose(Qt.Key.Key_Return)
    assert writer.editor.value() == "Der Termin ist vileicht im Rathaus"
    writer.press(Qt.Key.Key_F7)
    assert writer.offered()[0] == "vielleicht"
    writer.choose(Qt.Key.Key_Return)
    assert writer.editor.value() == "Der Termin ist vielleicht im Rathaus"
    assert writer.marked() == []
    writer.press(Qt.Key.Key_F7)
    assert writer.offered() == ["Es wurde kein zweifelhaftes Wort gefunden."]


def test_what_was_mended_is_undone_in_one_step(writer):
    writer.write("Der Termnin ist")
    writer.press(Qt.Key.Key_F7)
    writer.offered()
    writer.choose(Qt.Key.Key_Return)
    assert writer.editor.value() == "Der Termin ist"
    writer.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert writer.editor.value() == "Der Termnin ist"


def test_f7_asked_before_the_dictionary_is_there_waits_for_it(writer):
    writer.type("Der Termnin")
    writer.press(Qt.Key.Key_F7)
    assert writer.offered()[0] == "Termin"


def test_the_menu_key_offers_the_right_word_first_and_what_is_usual_after_it(writer):
    writer.write("Der Termnin ist")
    cursor = writer.edit.textCursor()
    cursor.setPosition(6)
    writer.edit.setTextCursor(cursor)
    at = writer.edit.cursorRect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, writer.edit.mapToGlobal(at))
    QApplication.sendEvent(writer.edit, event)
    words = writer.offered()
    assert words[0] == "Termin"
    assert any("Einf" in word for word in words)
    writer.choose(Qt.Key.Key_Return)
    assert writer.editor.value() == "Der Termin ist"


def test_an_ignored_word_is_no_longer_marked_and_nothing_can_be_added_without_a_place(writer):
    writer.write("Frau Yılmaz kommt, Yılmaz’ Sohn auch ")
    assert writer.marked() == ["Yılmaz", "Yılmaz"]
    writer.press(Qt.Key.Key_F7)
    assert [word for word in writer.offered() if "&" in word] == ["&Ignorieren"]
    writer.choose(Qt.Key.Key_I)
    assert writer.marked() == []


def test_an_added_word_is_handed_over_to_be_kept(make_writer):
    kept = []
    writer = make_writer(remember=kept.append)
    writer.write("Der Stadtteilbus Sonnblickl fährt")
    assert writer.marked() == ["Sonnblickl"]
    writer.press(Qt.Key.Key_F7)
    assert "Zum &Wörterbuch hinzufügen" in writer.offered()
    writer.choose(Qt.Key.Key_W)
    assert kept == ["Sonnblickl"]
    assert writer.marked() == []


def test_the_names_of_the_workplace_are_not_marked(make_writer):
    writer = make_writer(known=frozenset({"Yılmaz-Großkreutz", "Öznur"}))
    writer.write("Öznur Yılmaz und Großkreutz’ Öznurs Termnin ist")
    assert writer.marked() == ["Termnin"]
    writer.checker.know({"Termnin"})
    writer.settle()
    assert writer.marked() == []


def test_the_names_of_a_household_are_neither_marked_nor_offered(make_writer):
    writer = make_writer()
    writer.checker.trust(("Kolpanoff", "Am Yılmazplatz"))
    writer.write("Herr Kolpanoff oder Kolpanof ist da")
    assert writer.marked() == ["Kolpanof"]
    writer.press(Qt.Key.Key_F7)
    assert "Kolpanoff" not in writer.offered()


def test_a_name_of_the_workplace_is_offered_for_one_that_is_like_it(make_writer):
    writer = make_writer(known=frozenset({"Yılmaz", "Öznur"}))
    writer.write("Frau Yilmaz kommt")
    writer.press(Qt.Key.Key_F7)
    assert writer.offered()[0] == "Yılmaz"


def test_switched_off_nothing_is_marked_and_f7_is_free(writer):
    writer.write("Der Termnin ist")
    writer.checker.switch(on=False)
    writer.settle()
    assert writer.marked() == []
    writer.press(Qt.Key.Key_F7)
    assert QApplication.activePopupWidget() is None
    writer.checker.switch(on=True)
    writer.settle()
    assert writer.marked() == ["Termnin"]


@pytest.mark.parametrize("program", [BROKEN, ("there-is-no-such-program",)])
def test_where_the_dictionary_does_not_start_one_writes_without_it(make_writer, program):
    writer = make_writer(program)
    writer.write("Der Termnin ist")
    assert writer.marked() == []
    assert writer.editor.value() == "Der Termnin ist"


def test_the_window_never_stands_still_while_words_are_looked_up(writer):
    beat, longest = QElapsedTimer(), [0]
    pulse = QTimer()

    def note():
        longest[0] = max(longest[0], beat.restart())

    pulse.timeout.connect(note)
    text = "Bedarfsgemeinschaftsmitgliedschaftsbescheinigungenn "
    beat.start()
    pulse.start(1)
    writer.write("Der Eingliederungsvereinbahrungs")
    writer.write(text)
    writer.press(Qt.Key.Key_F7)
    writer.offered()
    pulse.stop()
    assert longest[0] < 250  # ms, on a busy computer; in a thread it would be 430 and more


def test_a_question_without_an_answer_is_given_up(make_writer):
    writer = make_writer(SLOW)
    owner, told = QObject(), []
    writer.dictionary.suggest("Termnin", (), told.append, owner=owner)
    for _time in range(3):
        writer.dictionary._patience.start(1)
        writer.wait(lambda: not writer.dictionary._patience.isActive() or told)
    writer.wait(lambda: told)
    assert told == [[]]


# --- in the program ------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    folder = tmp_path_factory.mktemp("vorlage")
    return made_office(folder / "buero", folder / "profil")


@pytest.fixture
def clerk(application, profile, office, tmp_path):
    with clerk_at_work(application, profile, office, tmp_path / "buero", dictionary=ASK) as found:
        yield found


def test_spelling_is_switched_off_in_the_settings_and_stays_so(clerk, profile):
    assert clerk.main.session.spelling.is_on
    clerk.go_to("settings")
    clerk.choose("spelling", "nein")
    assert not clerk.main.session.spelling.is_on
    assert not load_settings(profile).check_spelling


def test_the_note_of_a_household_is_checked(clerk):
    clerk.go_to("households")
    page = clerk.main.page("households")
    page.open_full(page.table.key(0))
    clerk.rest()
    page.edit()
    clerk.rest()
    note = clerk.find("note")
    note.setFocus()
    clerk.type("Der Termnin ist")
    clerk.wait(lambda: note.document().begin().layout().formats())
    assert page.full_page.editor.is_touched
