"""S1 through the window: unlock, import, look, find, take back; with the keyboard alone."""

from __future__ import annotations

import datetime as dt
import os
from dataclasses import replace
from pathlib import Path

import pytest
from desks import DAY, PASSWORD, Clerk, setting, surroundings
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from neuewege_desktop.base.i18n import use_language
from neuewege_desktop.gui.application import Application
from neuewege_desktop.gui.desktop import Desktop
from neuewege_desktop.gui.dialogs.import_wizard.wizard import ImportWizard
from neuewege_desktop.services.founding import Founding
from neuewege_desktop.services.settings import load_settings
from neuewege_desktop.services.workplaces import create

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
LIST = Path("tests/data/samples/s1_faulty_cp1252.csv")
NINE_O_CLOCK = dt.datetime(2009, 4, 2, 9, tzinfo=dt.UTC)
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
CLICK = 130  # ms: for so long Qt shows a button that a key pressed


@pytest.fixture(scope="session")
def application():
    return Application.instance() or Application(["neuewege-desktop"])


@pytest.fixture
def tim(application, tmp_path):
    """Return the team assistant before the program, which asks for the password."""
    application.speak("de")
    profile, folder = tmp_path / "profil", tmp_path / "Kommunalprojekt"
    founding = Founding(name="Kommunalprojekt", user="Tim Weber", day=DAY)
    made, _code = create(folder, founding, PASSWORD, setting(profile))
    made.close()
    outside = replace(
        surroundings(profile), make_main_window=make_main_window, now=lambda: NINE_O_CLOCK
    )
    desktop = Desktop(application, outside, load_settings(profile))
    desktop.begin(folder)
    yield Tim(desktop)
    window = desktop.stage.window
    window.end()
    desktop.room.tasks.run(desktop.workplace.close)
    desktop.room.tasks.finish()
    window.hide()
    window.deleteLater()
    desktop._presence.give_up()
    desktop.deleteLater()
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    use_language("en", Path())


def make_main_window(workplace, room):
    from neuewege_desktop.gui.window.main_window import MainWindow

    return MainWindow(workplace, room)


class Tim(Clerk):
    """Has a keyboard; what he types goes to whatever window is in front."""

    def wait(self, condition, seconds=60):
        super().wait(lambda: condition() and self.desktop.room.tasks.is_idle, seconds)
        QTest.qWait(20)  # what the answer set in motion
        if QApplication.activeWindow() is None:  # there is no window manager to do it
            front = next((found for found in self.dialogs() if found.isModal()), self.window)
            front.activateWindow()
            QTest.qWait(20)

    def press(self, key, modifier=Qt.KeyboardModifier.NoModifier):
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifier)
        QTest.qWait(CLICK)

    def type(self, text):
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                key = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
                QCoreApplication.sendEvent(QApplication.focusWidget(), key)

    def wizard(self):
        return self.window.findChild(ImportWizard)

    def at_step(self, step):
        return lambda: self.wizard().steps.accessibleName() == step

    def table(self):
        return self.window.page("households").view.table

    def names(self):
        table = self.table()
        return [table.index(row, 0).data() for row in range(table.rowCount())]


def unlock(tim):
    tim.wait(lambda: QApplication.focusWidget() is not None)
    tim.type(PASSWORD)
    tim.enter()
    tim.wait_for("MainWindow")


def choose_the_list(tim):
    tim.press(Qt.Key.Key_Return)
    tim.wait(lambda: isinstance(QApplication.activeWindow(), QFileDialog))
    tim.type(str(LIST.resolve()))
    tim.enter()
    tim.wait(lambda: tim.wizard().findChild(QFileDialog) is None)


def test_tim_imports_the_first_cases_finds_one_and_takes_all_back(tim):
    unlock(tim)
    tim.press(Qt.Key.Key_2, CTRL)
    tim.wait(lambda: tim.window.front == "households")
    assert tim.names() == []
    tim.press(Qt.Key.Key_I, CTRL)
    tim.wait(lambda: QApplication.activeWindow() is tim.wizard())
    choose_the_list(tim)
    for step in ("2 von 4: Spalten", "3 von 4: Probelauf", "4 von 4: Einlesen"):
        tim.enter()
        tim.wait(tim.at_step(f"Schritt {step}"))
    page = tim.wizard().import_page
    assert page.result.households.figure.text() == "2 neu"
    assert page.result.persons.figure.text() == "3 neu"
    assert page.result.lines.figure.text() == "4 fehlerhaft"
    tim.press(Qt.Key.Key_H, ALT)
    tim.wait(lambda: len(tim.names()) == 2)
    assert tim.names() == [
        "Probst-Muster, Sonja, Zwingenberg  ·  43102BG0000102",
        "Testmann, Karl, Zwingenberg  ·  43102BG0000101",
    ]
    assert tim.window.toast.text.text() == "Liste eingelesen"
    tim.press(Qt.Key.Key_F, CTRL)
    tim.type("Probst")
    tim.wait(lambda: len(tim.names()) == 1)
    assert tim.names()[0].startswith("Probst-Muster, Sonja")
    tim.press(Qt.Key.Key_Down)  # from the search into the table
    tim.press(Qt.Key.Key_Z, CTRL)
    tim.wait(lambda: tim.names() == [])
    assert tim.window.toast.text.text() == "Zurückgenommen: Liste eingelesen"
