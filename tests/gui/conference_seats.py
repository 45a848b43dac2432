"""Somebody at the screen of a case conference: the nine households of scenario S2, a clock."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from types import SimpleNamespace

from desks import Clerk
from nine_households import MEETING, TOWN, ZWINGENBERG, enter_nine
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QWidget
from seats import found

from neuewege_desktop.domain.records.catalogue import User
from neuewege_desktop.domain.records.meeting import Meeting
from neuewege_desktop.domain.scopes import SHARED
from neuewege_desktop.gui.conference.window import ConferenceWindow
from neuewege_desktop.gui.kit.room import Room
from neuewege_desktop.gui.kit.tasks import Tasks
from neuewege_desktop.gui.kit.window_state import WindowState
from neuewege_desktop.gui.window.main_window import MainWindow
from neuewege_desktop.services.conference.holding import begin
from neuewege_desktop.services.conference.planning import plan_meeting
from neuewege_desktop.services.conference.proposing import propose
from neuewege_desktop.services.conference.reading import conference_file
from neuewege_desktop.services.entries import NEW
from neuewege_desktop.services.labels import ActLabel
from neuewege_desktop.services.workplaces import office_of

_WORDS = ("text", "toPlainText", "windowTitle", "toolTip", "placeholderText")
TWO = dt.time(14)
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


def add_colleague(office, name="Frank Maurer"):
    with office.store.writing(ActLabel.USER, office.author) as writer:
        user = User(id=writer.new_id(), scope=SHARED, name=name)
        writer.add(user)
    return user.id


def planned(office, day=MEETING):
    """Plan a conference and let its agenda be proposed; return its id."""
    meeting = Meeting(id=NEW, scope=TOWN, ags=ZWINGENBERG, day=day, start=TWO)
    plan_meeting(office, meeting)
    with office.store.reading() as reader:
        key = max(reader.find(Meeting), key=lambda each: each.id).id
    propose(office, key)
    return key


def furnished(folder):
    """Make the workplace of scenario S2; return it, closed office and all."""
    workplace = found(folder)
    office = office_of(workplace, MEETING)
    enter_nine(office)
    add_colleague(office)
    return workplace


class ConferenceSeat(Clerk):
    """Somebody who writes the minutes; the clock is moved by hand."""

    def __init__(self, application, workplace, profile):
        self.workplace = workplace
        self.now = dt.datetime.combine(MEETING, TWO).astimezone()
        self.room = Room(application.theme, Tasks("work"), WindowState(profile), lambda: self.now)
        self.main = MainWindow(workplace, self.room)
        self.main.resize(1366, 768)
        self.main.show()
        self.main.activateWindow()
        assert QTest.qWaitForWindowActive(self.main)
        self.screen = None
        super().__init__(SimpleNamespace(stage=SimpleNamespace(window=self.main), room=self.room))
        self.settle()

    @property
    def office(self):
        return replace(office_of(self.workplace, MEETING))

    def hold(self, meeting, size=(1366, 768)):
        """Sit down before the screen of a conference that has begun."""
        begin(self.office, meeting, TWO)
        return self.sit_down(meeting, size)

    def sit_down(self, meeting, size=(1366, 768)):
        self.screen = ConferenceWindow(self.main.session, meeting, self.main)
        self.screen.resize(*size)
        self.screen.show()
        self.screen.activateWindow()
        assert QTest.qWaitForWindowActive(self.screen)
        self.settle()
        return self.screen

    @property
    def window(self):
        """Return the dialog in front, or the screen, or the main window."""
        from PySide6.QtWidgets import QApplication

        return QApplication.activeModalWidget() or self.screen or self.main

    def settle(self):
        """Wait until everything asked for was answered; an answer may ask the next question."""
        quiet = 0

        def rests():
            nonlocal quiet
            quiet = quiet + 1 if self.room.tasks.is_idle else 0
            return quiet > 4

        self.wait(rests)

    def hit(self, key, modifier=Qt.KeyboardModifier.NoModifier):
        """Press a key and wait for what comes of it."""
        window = self.window
        window.activateWindow()
        self.wait(window.isActiveWindow)
        self.press(key, modifier)
        self.settle()

    def line(self, name):
        """Return an item of part A by the number of its household."""
        file = conference_file(self.office, self.screen.meeting)
        return next(each for each in (*file.items, *file.capped) if each.name == name)

    def file(self):
        return conference_file(self.office, self.screen.meeting)

    def reads(self):
        """Return all words on the screen."""
        labels = self.window.findChildren(QLabel)
        return "\n".join(label.text() for label in labels if label.isVisible())

    def all_words(self):
        """Return every word that any widget of the screen holds, to be seen or not."""
        found = []
        for widget in [self.screen, *self.screen.findChildren(QWidget)]:
            asked = (getattr(widget, name, None) for name in _WORDS)
            found += [str(told()) for told in asked if callable(told)]
            found += [widget.accessibleName(), widget.accessibleDescription()]
            if isinstance(widget, QComboBox):
                found += [widget.itemText(place) for place in range(widget.count())]
        stops = self.screen.areas.stops
        found += [stops.item(row).text() for row in range(stops.count())]
        return "\n".join(found)

    def leave(self):
        if self.screen is not None:
            self.screen.close()
        self.settle()
        self.main.end()
        self.room.tasks.finish()
        self.main.hide()
        self.main.deleteLater()
        self.workplace.abandon()
