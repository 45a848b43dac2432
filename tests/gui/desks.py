"""A desktop as tests need it: real windows without a screen, real files, a cheap vault."""

from __future__ import annotations

import datetime as dt
import os
import sys

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QMainWindow, QWidget
from typing_extensions import override

from neuewege_desktop.gui.start.surroundings import Surroundings
from neuewege_desktop.services.founding import Founding
from neuewege_desktop.services.workplaces import create
from neuewege_desktop.store.vault.passwords import Cost
from neuewege_desktop.store.workplace import Setting

PASSWORD = "fünf Wörter sind ein guter Satz"
CHEAP = Cost(memory=65_536, passes=1, lanes=1)
DAY = dt.date(2009, 4, 2)


class WorkWindow(QMainWindow):
    """What the desktop asks of a main window, and no more."""

    lock_requested = Signal()
    language_chosen = Signal(str)
    scheme_chosen = Signal(str)
    scale_chosen = Signal(int)
    lock_minutes_chosen = Signal(int)
    spelling_chosen = Signal(bool)
    restart_wanted = Signal()
    closed = Signal()

    def __init__(self, workplace):
        super().__init__()
        self.workplace = workplace
        self.events = []
        self.resize(640, 440)
        self.front = "overview"

    def show_page(self, key):
        self.front = key

    def flush_drafts(self, done):
        self.events.append("flushed")
        done()

    def cover(self):
        self.events.append("covered")

    @override
    def closeEvent(self, event):
        event.accept()
        self.closed.emit()


def setting(profile):
    return Setting(
        now=lambda: dt.datetime.now(dt.UTC), random_bytes=os.urandom, profile=profile, cost=CHEAP
    )


def import_heavy():
    import neuewege_desktop.gui.start.acts  # noqa: F401


def surroundings(profile, program=(sys.executable, "-c", "")):
    return Surroundings(
        profile=profile,
        setting=lambda: setting(profile),
        import_heavy=import_heavy,
        make_main_window=lambda workplace, _room: WorkWindow(workplace),
        program=program,
        now=lambda: dt.datetime.now().astimezone(),
    )


def new_workplace(folder, profile):
    """Make a closed workplace; return its recovery code."""
    founding = Founding(name="Kommunale Projekte", user="Petra Linde", day=DAY)
    workplace, code = create(folder, founding, PASSWORD, setting(profile))
    workplace.close()
    return code


class Clerk:
    """Somebody with a keyboard in front of a desktop."""

    def __init__(self, desktop):
        self.desktop = desktop

    @property
    def window(self) -> QWidget:
        return self.desktop.stage.window

    def wait(self, condition, seconds=60):
        for _turn in range(seconds * 100):
            if condition():
                return
            QTest.qWait(10)
        raise AssertionError("it did not happen")

    def wait_for(self, kind):
        self.wait(lambda: type(self.window).__name__ == kind)
        return self.window

    def find(self, name) -> QWidget:
        found = self.window.findChild(QWidget, name)
        assert found is not None, name
        return found

    def see(self, name):
        return self.find(name).isVisible()

    def tab_to(self, name):
        """Press Tab until the focus is there."""
        wanted = self.find(name)
        for _press in range(60):
            if self.window.focusWidget() is wanted:
                return wanted
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"no way to {name} by Tab")

    def type(self, text):
        """Type into what has the focus; QTest knows no letters beyond ASCII."""
        widget = self.window.focusWidget()
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                key = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
                QCoreApplication.sendEvent(widget, key)

    def press(self, key, modifier=Qt.KeyboardModifier.NoModifier):
        QTest.keyClick(self.window.focusWidget() or self.window, key, modifier)

    def fill(self, name, text):
        """Go to a line by keyboard, and type into it instead of what stands there."""
        self.tab_to(name)
        self.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        self.type(text)

    def press_button(self, name):
        self.tab_to(name)
        self.press(Qt.Key.Key_Return)

    def enter(self):
        self.press(Qt.Key.Key_Return)

    def dialogs(self):
        return [found for found in self.window.findChildren(QDialog) if found.isVisible()]


def focusable(window):
    """Return what the keyboard can reach."""
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisibleTo(window) and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
