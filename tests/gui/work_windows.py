"""The main window over a small workplace, and somebody in front of it with a keyboard."""

from __future__ import annotations

import datetime as dt

from desks import DAY, PASSWORD, setting
from lists_of_offices import row, written
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from neuewege_desktop.domain.choices.work import ActorKind
from neuewege_desktop.domain.records.meeting import Meeting, TownTask
from neuewege_desktop.domain.records.town import Actor
from neuewege_desktop.domain.scopes import town_scope
from neuewege_desktop.gui.kit.room import Room
from neuewege_desktop.gui.kit.tasks import Tasks
from neuewege_desktop.gui.kit.window_state import WindowState
from neuewege_desktop.gui.window.main_window import MainWindow
from neuewege_desktop.services.founding import Founding
from neuewege_desktop.services.imports import import_list
from neuewege_desktop.services.labels import ActLabel
from neuewege_desktop.services.workplaces import create

TODAY = dt.date(2009, 4, 20)
NOW = dt.datetime(2009, 4, 20, 10, tzinfo=dt.UTC)
ZWINGENBERG = "06431022"
HOUSEHOLDS = (
    row(nachname="Müller", vorname="Jörg", strasse="Große Straße 3"),
    row(
        bg_nr="43102BG0000902",
        kdnr="427D000902",
        nachname="Weißbach",
        vorname="Ilse",
        strasse="Am Anger 5",
    ),
)


def furnish(office, folder):
    """Take in two households, a conference, an actor and a task."""
    folder.mkdir()
    import_list(office, written(folder, *HOUSEHOLDS), TODAY)
    town = town_scope(ZWINGENBERG)
    with office.store.writing(ActLabel.SAVE, office.author) as writer:
        writer.add(
            Meeting(id=writer.new_id(), scope=town, ags=ZWINGENBERG, day=dt.date(2009, 5, 4)),
            Actor(id=writer.new_id(), scope=town, name="Sportverein", actor=ActorKind.CLUB),
            TownTask(
                id=writer.new_id(),
                scope=town,
                title="Raum im Rathaus erfragen",
                due_on=dt.date(2009, 4, 30),
                assignee=office.author,
            ),
        )


class Worker:
    """Somebody who works in the main window."""

    def __init__(self, application, folder):
        founding = Founding(name="Kommunale Projekte", user="Petra Linde", day=DAY)
        self.workplace, _code = create(
            folder / "Arbeitsplatz",
            founding,
            PASSWORD,
            setting(folder / "profil"),
            furnish=lambda office: furnish(office, folder / "listen"),
        )
        self.room = Room(
            theme=application.theme,
            tasks=Tasks("work"),
            state=WindowState(folder / "profil"),
            now=lambda: NOW,
        )
        self.window = MainWindow(self.workplace, self.room)
        self.window.show()
        self.look_at(self.window)
        self.settle()

    def wait(self, condition, seconds=60):
        for _turn in range(seconds * 100):
            if condition():
                return
            QTest.qWait(10)
        raise AssertionError("it did not happen")

    def settle(self):
        self.wait(lambda: self.room.tasks.is_idle)

    def look_at(self, window):
        """Wait until the keyboard belongs to a window."""
        window.activateWindow()
        self.wait(window.isActiveWindow)

    def press(self, key, modifier=Qt.KeyboardModifier.NoModifier):
        """Press a key where the focus is."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifier)

    def type(self, text):
        """Type where the focus is; QTest knows no letters beyond ASCII."""
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                key = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
                QCoreApplication.sendEvent(QApplication.focusWidget(), key)

    def leave(self):
        self.settle()
        self.window.end()
        self.window.hide()
        self.window.deleteLater()
        self.room.tasks.close()
        self.workplace.close()
