"""Somebody at work: the real main window on a small workplace, wired as the program does it."""

from __future__ import annotations

import datetime as dt
import shutil
from contextlib import contextmanager
from dataclasses import replace

from desks import PASSWORD, Clerk, setting, surroundings
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel

from neuewege_desktop.gui.desktop import Desktop
from neuewege_desktop.gui.window.main_window import MainWindow
from neuewege_desktop.services.demo import make_demo
from neuewege_desktop.services.founding import Founding
from neuewege_desktop.services.settings import load_settings
from neuewege_desktop.services.workplaces import create, open_workplace, with_password

USER = "Anna Berg"


class ClerkAtWork(Clerk):
    """Looks at the dialog in front, else at the main window."""

    @property
    def main(self):
        return self.desktop.stage.window

    @property
    def window(self):
        dialogs = [found for found in self.main.findChildren(QDialog) if found.isVisible()]
        return dialogs[-1] if dialogs else self.main

    def rest(self):
        """Wait until everything that was begun is done, and what it opened is in front."""
        for _turn in range(3):  # an answer may ask the next question
            QTest.qWait(1)
            self.wait(lambda: self.desktop.room.tasks.is_idle)
        self.window.activateWindow()  # no desktop is here to do it when a dialog closes
        self.wait(lambda: self.window.isActiveWindow() or not self.main.isVisible(), 10)

    def go_to(self, key, leaf=None):
        """Go to a page by its keys, and to a leaf of the settings by the arrow keys."""
        self.main.actions_table[f"page-{key}"].trigger()
        self.rest()
        if leaf is not None:
            bar = self.main.page(key).tabs.tabBar()
            bar.setFocus()
            for _step in range(leaf - bar.currentIndex()):
                self.press(Qt.Key.Key_Right)
            self.rest()

    def press_button(self, name):
        """Press a button as the keyboard does it, and wait for what comes of it."""
        self.tab_to(name)
        self.press(Qt.Key.Key_Space)
        self.rest()

    def choose(self, name, words):
        """Choose one of a box by the arrow keys."""
        box = self.tab_to(name)
        steps = box.findText(words) - box.currentIndex()
        key = Qt.Key.Key_Down if steps > 0 else Qt.Key.Key_Up
        for _step in range(abs(steps)):
            self.press(key)
        assert box.currentText() == words

    def reads(self, words):
        """Say whether words stand somewhere in the window in front."""
        labels = self.window.findChildren(QLabel)
        return any(words in label.text() for label in labels if label.isVisible())


def made_office(folder, profile):
    """Make the demo with six households, once for many tests; return its folder."""
    day = dt.datetime.now().astimezone().date()
    founding = Founding(name="Kommunale Projekte", user=USER, day=day)
    workplace, _code = create(
        folder,
        founding,
        PASSWORD,
        setting(profile),
        lambda office: make_demo(office.store, office.author, day=day, households=6),
    )
    workplace.abandon()
    return folder


@contextmanager
def clerk_at_work(application, profile, office, folder, *, dictionary=()):
    """Give a clerk in front of a copy of the office; everything is cleared away afterwards."""
    application.speak("de")
    around = replace(
        surroundings(profile, ("true",)),
        make_main_window=lambda workplace, room: MainWindow(workplace, room),
        dictionary=dictionary,
    )
    shutil.copytree(office, folder)
    unlock = with_password(PASSWORD, None, setting(profile))
    workplace = open_workplace(folder, setting(profile), unlock)
    desktop = Desktop(application, around, load_settings(profile))
    desktop.enter(workplace)
    clerk = ClerkAtWork(desktop)
    clerk.rest()
    yield clerk
    window = desktop.stage.window
    window.end()
    desktop.room.tasks.finish()
    window.hide()
    window.deleteLater()
    desktop._presence.give_up()
    workplace.abandon()
    desktop.deleteLater()
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
