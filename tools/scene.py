"""A workplace with invented people and one without any, and windows on them that nobody sees.

Everything is the same at each call: the day, the people, chance itself.
"""

from __future__ import annotations

import datetime as dt
import random
import shutil
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QSize, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget

from neuewege_desktop.app import surroundings
from neuewege_desktop.gui.application import Application
from neuewege_desktop.gui.conference.window import ConferenceWindow
from neuewege_desktop.gui.kit.room import Room
from neuewege_desktop.gui.kit.spelling.dictionary import Dictionary
from neuewege_desktop.gui.kit.tasks import Tasks
from neuewege_desktop.gui.kit.window_state import WindowState
from neuewege_desktop.gui.list_page import ListPage
from neuewege_desktop.gui.start.surroundings import Surroundings
from neuewege_desktop.gui.window.main_window import MainWindow
from neuewege_desktop.gui.window.palette import Palette
from neuewege_desktop.services.demo import make_demo
from neuewege_desktop.services.founding import Founding
from neuewege_desktop.services.office import Office
from neuewege_desktop.services.workplaces import Setting, Workplace, create
from neuewege_desktop.store.vault.passwords import Cost

DAY = dt.date(2009, 4, 20)
FULL_HD_AT_200 = QSize(960, 540)  # logical pixels
_NOW = dt.datetime.combine(DAY, dt.time(9, 30), tzinfo=dt.UTC)
_CHEAP = Cost(memory=65_536, passes=1, lanes=1)
_PASSWORD = "fünf Wörter sind ein guter Satz"
_PATIENCE = 60  # seconds
_SHORT = 1_000  # ms; a timer that runs longer is no part of showing something

W = TypeVar("W", bound=QWidget)


class Scene:
    """Owns the workplaces and whatever window stands there."""

    def __init__(self, application: Application, folder: Path, size: QSize) -> None:
        self.application, self.size = application, size
        self._base = folder
        self.folder = folder / "Kommunale Projekte"
        self._setting = Setting(
            now=lambda: _NOW,
            random_bytes=random.Random(7).randbytes,
            profile=folder / "profile",
            cost=_CHEAP,
        )
        program = surroundings().dictionary
        self._dictionary = Dictionary(program) if program else None
        self.room = Room(
            theme=application.theme,
            tasks=Tasks("scene"),
            state=WindowState(folder / "profile"),
            now=lambda: _NOW,
            dictionary=self._dictionary,
        )
        self.surroundings = Surroundings(
            profile=folder / "profile",
            setting=lambda: self._setting,
            import_heavy=lambda: None,
            make_main_window=lambda workplace, room: MainWindow(workplace, room),
            program=(sys.executable, "-c", ""),
            now=lambda: _NOW,
        )
        self._workplaces: list[Workplace] = []
        self._mains: dict[bool, MainWindow] = {}
        self._standing: list[QWidget] = []
        self._made = 0

    # --- workplaces --------------------------------------------------------------------------

    def new_folder(self) -> Path:
        """Return a place where nothing lies yet."""
        self._made += 1
        return self._base / f"Neuer Arbeitsplatz {self._made}"

    def made(self, workplace: Workplace | None) -> None:
        """Look after a workplace that a window made."""
        if workplace is not None:
            self._workplaces.append(workplace)

    def _workplace(self, folder: Path, *, with_people: bool) -> Workplace:
        def furnish(office: Office) -> None:
            if with_people:
                make_demo(office.store, office.author, day=DAY)

        shutil.rmtree(folder, ignore_errors=True)
        founding = Founding(name="Kommunale Projekte", user="Petra Linde", day=DAY)
        workplace, _code = create(folder, founding, _PASSWORD, self._setting, furnish)
        self._workplaces.append(workplace)
        return workplace

    # --- windows -----------------------------------------------------------------------------

    @property
    def main(self) -> MainWindow:
        """Return the main window on the workplace with people."""
        return self._main(self.folder, with_people=True)

    @property
    def empty_main(self) -> MainWindow:
        """Return the main window on the workplace without anybody."""
        return self._main(self._base / "Neues Projekt", with_people=False)

    def _main(self, folder: Path, *, with_people: bool) -> MainWindow:
        if with_people not in self._mains:
            window = MainWindow(self._workplace(folder, with_people=with_people), self.room)
            self._mains[with_people] = window
        window = self._mains[with_people]
        if not window.isVisible():
            window.resize(self.size)
            self._show(window)
        return window

    def show(self, way: Callable[[Scene], W]) -> W:
        """Return the window at the end of a way, at rest; whatever stood there before is gone."""
        self.clear()
        window = way(self)
        self.settle()
        return window

    def stand(self, window: W) -> W:
        """Show a window that is given up when the scene is cleared."""
        window.resize(window.size().boundedTo(self.size))
        self._standing.append(window)
        self._show(window)
        return window

    def lay_over(self, widget: QWidget) -> None:
        """Give a widget up when the scene is cleared; it lies over a window."""
        self._standing.append(widget)

    def dialog(self, window: QWidget) -> QDialog:
        """Return the dialog that opens over a window."""
        self.settle()
        found = [each for each in window.findChildren(QDialog) if each.isVisible()]
        return found[-1]

    def find(self, window: QWidget, kind: type[W], name: str) -> W:
        """Return the widget of a name."""
        found = window.findChild(kind, name)
        if found is None:
            raise LookupError(name)
        return found

    def _show(self, window: QWidget) -> None:
        window.show()
        window.activateWindow()
        self.settle()

    def clear(self) -> None:
        """Close whatever stands there; the main windows stay hidden until they are needed."""
        self.settle()
        for window in self._mains.values():
            for dialog in window.findChildren(QDialog):
                dialog.close()
            _go_back(window)
            window.hide()
        for standing in self._standing:
            standing.hide()
            standing.deleteLater()
        self._standing = []
        self.settle()

    def end(self) -> None:
        """Close everything."""
        self.clear()
        for window in self._mains.values():
            window.end()
            window.deleteLater()
        self._mains = {}
        self.room.tasks.finish()
        if self._dictionary is not None:
            self._dictionary.close()
        for workplace in self._workplaces:
            workplace.abandon()

    # --- waiting -----------------------------------------------------------------------------

    def settle(self) -> None:
        """Let everything happen that was begun: work, lists, delayed drawing."""
        end = time.monotonic() + _PATIENCE
        quiet = 0
        while quiet < 5:  # what was delivered last may have begun something
            QTest.qWait(1)
            QCoreApplication.sendPostedEvents()
            quiet = quiet + 1 if self._is_quiet() else 0
            if time.monotonic() > end:
                raise TimeoutError("the window does not come to rest")

    def _is_quiet(self) -> bool:
        windows = [*self._mains.values(), *self._standing]
        is_spelled = self._dictionary is None or self._dictionary.is_idle
        return (
            self.room.tasks.is_idle
            and is_spelled
            and not any(_is_busy(window) for window in windows if window.isVisible())
        )

    def first(self, page: ListPage) -> int:
        """Return the id of the first row of a list."""
        self.settle()
        key = page.table.key(0)
        if key is None:
            raise LookupError("the list is empty")
        return key


def _is_busy(window: QWidget) -> bool:
    if any(page.table.is_asking for page in window.findChildren(ListPage)):
        return True
    timers = window.findChildren(QTimer)
    return any(t.isActive() and t.isSingleShot() and t.interval() < _SHORT for t in timers)


def _go_back(window: MainWindow) -> None:
    for screen in window.findChildren(ConferenceWindow):
        screen.close()
    for page in window.findChildren(ListPage):
        for pane in (page.pane, page.full_page):
            if pane.editor is not None:
                pane.editor.leave()
        page.close_full()
        page.filters.line.clear()
    window.notice.clear()
    window.toast.hide()
    if (palette := window.findChild(Palette)) is not None:
        palette.dismiss()
