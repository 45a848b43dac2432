"""The import wizard, by keyboard alone and in German: from a file to its households and back."""

from __future__ import annotations

import datetime as dt
import itertools
import os
import shutil
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QAccessible,
    QDragEnterEvent,
    QDropEvent,
    QFont,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QMainWindow, QWidget
from workbooks import write_zip, xlsx_parts, xlsx_row, xlsx_sheet

from neuewege_desktop.base.i18n import use_language
from neuewege_desktop.domain.listing import Query
from neuewege_desktop.domain.lists.columns import Column
from neuewege_desktop.gui.dialogs.import_wizard.wizard import ImportWizard
from neuewege_desktop.gui.kit.room import Room
from neuewege_desktop.gui.kit.tasks import Tasks
from neuewege_desktop.gui.kit.window_state import WindowState
from neuewege_desktop.gui.session import Session
from neuewege_desktop.services.founding import Founding
from neuewege_desktop.services.lists import list_households, list_persons
from neuewege_desktop.services.workplaces import Setting, create
from neuewege_desktop.store.vault.passwords import Cost

SAMPLES = Path("tests/data/samples")
S1 = SAMPLES / "s1_faulty_cp1252.csv"
DAY = dt.date(2009, 4, 2)
NINE_O_CLOCK = dt.datetime(2009, 4, 2, 9, tzinfo=dt.UTC)
_CLICK = 130  # ms: for so long Qt shows a button that a key pressed
S1_ERRORS = [
    "Zeile 5, Geburtsdatum: Das Datum 31.02.1970 ist ungültig: Diesen Tag gibt es nicht.",
    "Zeile 6, Gemeindeschlüssel: Die Gemeinde 06431002 ist nicht im Projekt. "
    "Nehmen Sie sie unter „Einstellungen“, „Gemeinden“ auf, oder lassen Sie die Zeile weg.",
    "Zeile 7, Rolle in der Bedarfsgemeinschaft: Zweite HEAD-Rolle in BG 43102BG0000101.",
    "Zeile 8, Kundennummer: Die Kundennummer 427D000101 gehört zu Testmann, Karl.",
]


@pytest.fixture
def workplace(tmp_path):
    seconds = itertools.count()
    setting = Setting(
        now=lambda: NINE_O_CLOCK + dt.timedelta(seconds=next(seconds)),
        random_bytes=os.urandom,
        profile=tmp_path / "profil",
        cost=Cost(memory=65_536, passes=1, lanes=1),
    )
    founding = Founding(name="Kommunalprojekt", user="Tim Weber", day=DAY)
    made, _code = create(tmp_path / "buero", founding, "fünf Wörter sind ein Satz", setting)
    yield made
    made.close()


@pytest.fixture
def clerk(application, workplace, tmp_path):
    """Return Tim before the window of his workplace."""
    application.speak("de")
    tasks = Tasks("work")
    room = Room(application.theme, tasks, WindowState(tmp_path), lambda: NINE_O_CLOCK)
    clerk = Clerk(Session(workplace, room))
    yield clerk
    tasks.finish()
    clerk.end()
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    use_language("en", Path())


class Clerk:
    """Somebody who has a keyboard and nothing else."""

    def __init__(self, session):
        self.session = session
        self.refusals = []
        session.refused.connect(self.refusals.append)
        self.window = QMainWindow()
        self.window.resize(1280, 800)
        self.window.show()
        self.wizard = None
        self.is_open = False
        self.targets = []

    def end(self):
        self.window.hide()
        self.window.deleteLater()
        assert self.refusals == []

    def open_wizard(self, source=None):
        self.wizard = ImportWizard(self.session, self.window, source)
        self.wizard.wanted.connect(self.targets.append)
        self.wizard.finished.connect(self._note_closed)
        self.is_open = True
        self.wizard.open()
        self.wait(lambda: QApplication.activeWindow() is self.wizard)
        return self.wizard

    def _note_closed(self):
        self.is_open = False

    def wait(self, until=lambda: True):
        tasks = self.session.room.tasks
        for _turn in range(3000):
            QTest.qWait(5)
            if tasks.is_idle and until():
                break
        else:
            raise AssertionError("it did not happen")
        QTest.qWait(_CLICK)
        if (
            self.is_open and QApplication.activeWindow() is None
        ):  # there is no window manager to do it
            self.wizard.activateWindow()
            QTest.qWait(20)

    def press(self, key, modifier=Qt.KeyboardModifier.NoModifier):
        QTest.keyClick(QApplication.focusWidget() or self.wizard, key, modifier)

    def type(self, text):
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
                QCoreApplication.sendEvent(QApplication.focusWidget(), event)

    def press_alt(self, key):
        self.press(key, Qt.KeyboardModifier.AltModifier)
        QTest.qWait(_CLICK)
        self.wait()

    def go_on(self):
        self.press(Qt.Key.Key_Return)
        self.wait()

    def choose_file(self, path):
        self.press(Qt.Key.Key_Return)
        dialog = self.wizard.findChild(QFileDialog)
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        QTest.qWait(50)
        self.type(str(path.resolve()))
        self.press(Qt.Key.Key_Return)
        self.wait(lambda: self.wizard.findChild(QFileDialog) is None)

    def to_trial(self, source=S1):
        self.open_wizard(source)
        self.go_on()
        self.go_on()

    def step(self):
        return self.wizard.steps.accessibleName()

    def households(self):
        return list_households(self.session.office.store, Query(day=DAY))

    def persons(self):
        return list_persons(self.session.office.store, Query(day=DAY))


def lines_of(view):
    """Return the rows of a table of findings as they are read out."""
    table = view.table
    rows = [table.row(position) for position in range(table.rowCount())]
    return [f"Zeile {row.line}, {row.column}: {row.text}" for row in rows]


def figures(result):
    cards = (result.households, result.persons, result.lines)
    return [f"{card.figure.text()} | {card.rest.text()}" for card in cards]


# --- scenario S1 -------------------------------------------------------------------------------


def test_tim_brings_the_first_cases_in_with_the_keyboard_alone_and_takes_them_back(clerk):
    wizard = clerk.open_wizard()
    assert clerk.step() == "Schritt 1 von 4: Datei"
    clerk.choose_file(S1)
    assert wizard.file_page.name.text() == "s1_faulty_cp1252.csv"
    assert wizard.file_page.day_editor.line.text() == "02.04.2009"
    clerk.press_alt(Qt.Key.Key_W)
    assert clerk.step() == "Schritt 2 von 4: Spalten"
    assert wizard.columns_page.summary.text() == "14 von 14 Spalten werden gelesen."
    clerk.go_on()
    assert clerk.step() == "Schritt 3 von 4: Probelauf"
    trial = wizard.trial_page.result
    assert figures(trial) == [
        "2 neu | 0 geändert  ·  0 unverändert",
        "3 neu | 0 geändert  ·  0 unverändert",
        "4 fehlerhaft | 7 Zeilen gelesen",
    ]
    assert lines_of(trial.findings.view) == S1_ERRORS
    assert clerk.households() == []
    clerk.go_on()
    assert clerk.step() == "Schritt 4 von 4: Einlesen"
    done = wizard.import_page
    assert figures(done.result) == figures(trial)
    assert lines_of(done.result.findings.view) == S1_ERRORS
    assert done.notice.text.text() == (
        "Die Liste ist eingelesen. 4 fehlerhafte Zeilen wurden nicht eingelesen. Bitte berichtigen"
        " Sie sie in der Liste und lesen Sie diese noch einmal ein."
    )
    assert (len(clerk.households()), len(clerk.persons())) == (2, 3)
    clerk.press_alt(Qt.Key.Key_R)
    assert clerk.households() == clerk.persons() == []
    assert done.notice.text.text().startswith("Alles ist zurückgenommen")
    clerk.press_alt(Qt.Key.Key_F)
    assert not clerk.is_open


def test_the_same_list_a_second_time_changes_nothing_and_offers_nothing_to_take_back(clerk):
    for _time in range(2):
        clerk.to_trial()
        clerk.go_on()
        done = clerk.wizard.import_page
        offered = done.undo_button.isVisible()
        clerk.wizard.accept()
    assert figures(done.result)[:2] == [
        "0 neu | 0 geändert  ·  2 unverändert",
        "0 neu | 0 geändert  ·  3 unverändert",
    ]
    assert done.notice.text.text().startswith("Die Liste ist eingelesen. Sie brachte nichts Neues.")
    assert not offered


def test_the_tabs_of_a_second_trial_show_their_words_whole(clerk):
    clerk.to_trial()
    clerk.go_on()
    clerk.wizard.accept()
    for _time in range(2):
        clerk.to_trial()
        bar = clerk.wizard.trial_page.result.tabs.tabBar()
        for place in filter(bar.isTabVisible, range(bar.count())):
            words = QFontMetrics(bar.font()).horizontalAdvance(bar.tabText(place))
            assert bar.font().weight() == QFont.Weight.DemiBold  # as the chosen one is drawn
            assert bar.tabRect(place).width() >= words + 8 + 2 * (2 + 2)  # margin, edge, padding
        clerk.wizard.reject()


def test_every_page_hears_that_households_came_in(clerk):
    told = []
    clerk.session.changed.connect(told.append)
    clerk.to_trial()
    assert told == []
    clerk.go_on()
    assert [len(outcome.records["household"]) for outcome in told] == [2]


def test_from_the_end_a_key_leads_to_the_households(clerk):
    clerk.to_trial()
    clerk.go_on()
    clerk.press_alt(Qt.Key.Key_H)
    assert [target.act for target in clerk.targets] == ["page:households"]
    assert not clerk.is_open


# --- columns -----------------------------------------------------------------------------------


@pytest.fixture
def renamed(tmp_path):
    """Return a list in which the office calls the client number something else."""
    text = S1.read_text("cp1252").replace("kdnr", "Zeichen", 1)
    path = tmp_path / "liste.csv"
    path.write_text(text, "cp1252")
    return path


def test_a_column_that_is_missing_is_told_at_once_and_holds_one_back(clerk, renamed):
    wizard = clerk.open_wizard(renamed)
    clerk.go_on()
    page = wizard.columns_page
    assert page.notice.text.text() == (
        "Noch keine Spalte der Liste ist zugeordnet zu: Kundennummer."
        " Bitte ordnen Sie jeweils eine zu."
    )
    clerk.go_on()
    assert clerk.step() == "Schritt 2 von 4: Spalten"


def test_what_one_chose_for_a_column_is_marked_used_and_remembered(clerk, renamed):
    wizard = clerk.open_wizard(renamed)
    clerk.go_on()
    page = wizard.columns_page
    assert QApplication.focusWidget() is page.meanings.boxes[1]
    clerk.type("Kund")
    assert page.mapping()[1] is Column.CLIENT_NUMBER
    assert page.meanings._states[1].text() == "geändert"
    assert not page.notice.isVisible()
    clerk.go_on()
    clerk.go_on()
    assert (len(clerk.households()), len(clerk.persons())) == (2, 3)
    clerk.go_on()
    again = clerk.open_wizard(renamed)
    clerk.go_on()
    assert again.columns_page.meanings._states[1].text() == "gemerkt"
    assert again.columns_page.summary.text() == (
        "14 von 14 Spalten werden gelesen, wie bei einer früheren Liste gewählt."
    )


def test_a_meaning_that_is_chosen_twice_is_marked_at_both_columns(clerk):
    wizard = clerk.open_wizard(S1)
    clerk.go_on()
    page = wizard.columns_page
    page.meanings.boxes[5].setFocus()
    clerk.type("BG")
    assert [state.text() for state in page.meanings._states].count("doppelt gewählt") == 2
    assert not wizard.next_button.isEnabled()
    clerk.press_alt(Qt.Key.Key_E)
    assert wizard.next_button.isEnabled()
    assert page.mapping() == page.chosen.preview.mapping


# --- what can go wrong -------------------------------------------------------------------------


def test_a_file_that_is_no_list_is_refused_on_the_first_page(clerk, tmp_path):
    letter = tmp_path / "brief.pdf"
    letter.write_bytes(b"%PDF-1.4 \x00\x01\x02" * 40)
    wizard = clerk.open_wizard(letter)
    assert wizard.file_page.notice.text.text() == (
        "Diese Datei ist keine Liste. Bitte wählen Sie eine Datei im Format CSV, XLSX oder ODS."
    )
    assert not wizard.next_button.isEnabled()


def test_a_list_of_tomorrow_is_no_list_yet(clerk):
    wizard = clerk.open_wizard(S1)
    wizard.file_page.day_editor.line.setText("3.4.2009")
    clerk.go_on()
    assert clerk.step() == "Schritt 1 von 4: Datei"
    assert QApplication.focusWidget() is wizard.file_page.day_editor.line
    assert "Zukunft" in wizard.file_page.day_editor.line.accessibleDescription()


def test_a_list_that_changed_after_the_trial_is_tried_out_anew(clerk, tmp_path):
    path = tmp_path / "liste.csv"
    shutil.copy(S1, path)
    clerk.to_trial(path)
    lines = path.read_text("cp1252").splitlines(keepends=True)
    path.write_text("".join(lines[:4]), "cp1252")
    clerk.go_on()
    page = clerk.wizard.trial_page
    assert clerk.step() == "Schritt 3 von 4: Probelauf"
    assert page.notice.text.text() == (
        "Die Datei wurde inzwischen geändert. Es wurde nichts eingelesen;"
        " dies ist ein neuer Probelauf."
    )
    assert figures(page.result)[2] == "0 fehlerhaft | 3 Zeilen gelesen"
    assert clerk.households() == []
    clerk.go_on()
    assert len(clerk.households()) == 2


def test_a_list_that_vanished_after_the_trial_is_missed_in_words(clerk, tmp_path):
    path = tmp_path / "liste.csv"
    shutil.copy(S1, path)
    clerk.to_trial(path)
    path.unlink()
    clerk.go_on()
    assert "liste.csv" in clerk.wizard.trial_page.notice.text.text()
    assert clerk.households() == []


# --- breaking off ------------------------------------------------------------------------------


@pytest.fixture
def busy(clerk):
    """Keep the worker busy with something else until the test lets it go on."""
    gate = threading.Event()
    clerk.gate = gate
    yield lambda: clerk.session.room.tasks.run(gate.wait)
    gate.set()


def test_an_import_that_is_stopped_leaves_nothing_behind(clerk, busy):
    clerk.to_trial()
    busy()
    clerk.press(Qt.Key.Key_Return)
    assert clerk.wizard.import_page.is_working
    clerk.press(Qt.Key.Key_N, Qt.KeyboardModifier.AltModifier)
    QTest.qWait(_CLICK)
    clerk.gate.set()
    clerk.wait()
    assert clerk.wizard.trial_page.notice.text.text() == (
        "Das Einlesen wurde angehalten. Es wurde nichts eingelesen."
    )
    assert clerk.households() == clerk.persons() == []
    clerk.go_on()
    assert len(clerk.households()) == 2


def test_escape_asks_while_something_runs(clerk, busy):
    clerk.open_wizard(S1)
    clerk.go_on()
    busy()
    clerk.press(Qt.Key.Key_Return)
    clerk.press(Qt.Key.Key_Escape)
    QTest.qWait(20)
    assert clerk.wizard.isVisible()
    question = QGuiApplication.focusWindow()
    assert question.title().startswith("Soll angehalten werden?")
    clerk.press(Qt.Key.Key_N, Qt.KeyboardModifier.AltModifier)
    QTest.qWait(_CLICK)
    clerk.gate.set()
    clerk.wait()
    assert clerk.step() == "Schritt 2 von 4: Spalten"
    assert clerk.wizard.columns_page.notice.text.text() == "Der Probelauf wurde angehalten."
    clerk.press(Qt.Key.Key_Escape)
    assert not clerk.is_open


# --- reading what came of it -------------------------------------------------------------------


def test_warnings_and_errors_are_looked_at_apart_and_copied(clerk):
    clerk.to_trial(SAMPLES / "zwingenberg.csv")
    findings = clerk.wizard.trial_page.result.findings
    assert [chip.text() for chip in findings.chips.values()] == [
        "A&lle (1)",
        "F&ehler (0)",
        "H&inweise (1)",
    ]
    clerk.press_alt(Qt.Key.Key_E)
    clerk.wait(lambda: findings.view.table.rowCount() == 0)
    clerk.press_alt(Qt.Key.Key_I)
    clerk.wait(lambda: findings.view.table.rowCount() == 1)
    clerk.press_alt(Qt.Key.Key_K)
    assert QGuiApplication.clipboard().text().splitlines() == [
        "Zeile\tArt\tSpalte\tWas zu prüfen ist",
        "2\tHinweis\tFallmanagement\tMaurer ist noch nicht bekannt und wurde ohne Zugang für das"
        " Fallmanagement vorgemerkt.",
    ]


def test_a_household_that_the_list_leaves_out_is_one_key_away(clerk):
    clerk.to_trial()
    clerk.go_on()
    clerk.wizard.accept()
    lines = S1.read_text("cp1252").splitlines(keepends=True)
    shorter = clerk.session.workplace.folder.parent / "kurz.csv"
    shorter.write_text("".join(lines[:2]), "cp1252")
    clerk.to_trial(shorter)
    clerk.go_on()
    result = clerk.wizard.import_page.result
    assert result.tabs.tabText(1) == "Nicht in der Liste (1)"
    result.tabs.setCurrentIndex(1)
    clerk.wait(lambda: result.absent.view.table.rowCount() == 1)
    result.absent.view.setFocus()
    assert result.absent.view.table.index(0, 0).data().startswith("Probst-Muster, Sonja")
    clerk.press(Qt.Key.Key_Return)
    absent = next(row for row in clerk.households() if row.number == "43102BG0000102")
    assert [(target.act, target.key) for target in clerk.targets] == [("household", absent.id)]


def test_a_file_may_be_dropped_onto_the_wizard(clerk):
    wizard = clerk.open_wizard()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(S1.resolve()))])
    how = (data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    entering = QDragEnterEvent(QPoint(50, 50), Qt.DropAction.CopyAction, *how)
    QCoreApplication.sendEvent(wizard, entering)
    assert entering.isAccepted()
    QCoreApplication.sendEvent(wizard, QDropEvent(QPointF(50, 50), Qt.DropAction.CopyAction, *how))
    clerk.wait()
    assert wizard.file_page.name.text() == S1.name


def test_a_workbook_with_several_sheets_lets_one_choose(clerk, tmp_path):
    rows = [line.split(";") for line in S1.read_text("cp1252").splitlines()]
    path = tmp_path / "mappe.xlsx"
    cover = xlsx_sheet([xlsx_row(["Stand"]), xlsx_row(["2.4.2009"])])
    write_zip(path, xlsx_parts(cover, xlsx_sheet([xlsx_row(row) for row in rows])))
    wizard = clerk.open_wizard(path)
    clerk.go_on()
    assert wizard.columns_page.sheet_box.currentText() == "Sheet2"
    assert QApplication.focusWidget() is wizard.columns_page.sheet_box
    clerk.press(Qt.Key.Key_Up)
    clerk.wait()
    assert len(wizard.columns_page.meanings.boxes) == 1


# --- for everybody -----------------------------------------------------------------------------


def each_page(clerk):
    """Yield the wizard on each of its pages, with something to read there."""
    wizard = clerk.open_wizard()
    yield wizard
    wizard.file_page.choose(S1)
    clerk.wait()
    yield wizard
    for _page in range(3):
        wizard.go_on()
        clerk.wait()
        yield wizard


def test_everything_that_can_be_reached_has_a_name(clerk):
    for wizard in each_page(clerk):
        for widget in wizard.findChildren(QWidget):
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
                face = QAccessible.queryAccessibleInterface(widget)
                named = face.text(QAccessible.Text.Name) or face.relations()
                assert named, (clerk.step(), widget)


def test_no_two_things_on_a_page_answer_to_the_same_key(clerk):
    for wizard in each_page(clerk):
        texts = [
            made.text()
            for made in wizard.findChildren(QAbstractButton)
            if made.isVisible() and "&" in made.text()
        ]
        keys = [text[text.index("&") + 1].lower() for text in texts]
        assert sorted(set(keys)) == sorted(keys), (clerk.step(), texts)


def test_tab_goes_round_and_comes_back(clerk):
    for wizard in each_page(clerk):
        first = QApplication.focusWidget()
        seen = set()
        for _press in range(80):
            clerk.press(Qt.Key.Key_Tab)
            seen.add(QApplication.focusWidget())
            if QApplication.focusWidget() is first:
                break
        assert QApplication.focusWidget() is first, clerk.step()
        assert wizard.next_button in seen or not wizard.next_button.isEnabled()


def test_it_fits_on_a_full_hd_screen_at_200_percent(clerk):
    clerk.window.resize(960, 540)
    for wizard in each_page(clerk):
        assert wizard.minimumSizeHint().width() <= 920
        assert wizard.minimumSizeHint().height() <= 500
        assert wizard.height() <= 540
