"""A process that is measured: it opens a workplace as a user does and tells when what was painted.

    python tools/window_probe.py empty                    a window of Qt with nothing in it
    python tools/window_probe.py start FOLDER PROFILE     to the first rows of households, and away
    python tools/window_probe.py work FOLDER PROFILE      what a user does in that list
    python tools/window_probe.py hold FOLDER PROFILE      the minutes of the conference that runs

Prints its results as JSON; points in time are those of the monotonic clock of the computer.
"""

from __future__ import annotations

import ctypes
import json
import os
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from heartbeat import Heartbeat, Steps, rest
from measuring import memory_now

if TYPE_CHECKING:
    from neuewege_desktop.gui.desktop import Desktop
    from neuewege_desktop.gui.list_page import ListPage
    from neuewege_desktop.gui.window.main_window import MainWindow

PASSWORD = "fünf Wörter sind ein guter Satz"
_SIZE = (1280, 800)


class Painted(QObject):
    """Knows when a widget was painted last."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.at = 0.0
        self.work = 0.0  # of the whole process so far: seconds
        self.count = 0
        widget.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, self, self._note)  # when it is on the screen
        return False

    def _note(self) -> None:
        self.at, self.work = time.monotonic(), time.process_time()
        self.count += 1

    def again(self) -> Callable[[], bool]:
        """Return the condition that the widget is painted once more."""
        before = self.count
        return lambda: self.count > before


class Results:
    """What was measured, by name."""

    def __init__(self) -> None:
        self.values: dict[str, Any] = {}

    def mark(self, what: str, painted: Painted | None = None) -> None:
        """Note the point in time, and how much the process has worked by then (seconds)."""
        at = (time.monotonic(), time.process_time())
        self.values[what] = at if painted is None else (painted.at, painted.work)

    def end(self) -> None:
        """Print everything and end at once: closing is not what is measured."""
        print(json.dumps(self.values), flush=True)
        os._exit(0)


def show_empty(results: Results) -> None:
    """Show a window with nothing in it."""
    application = QApplication(sys.argv[:1])
    window = QWidget()
    window.resize(520, 500)
    painted = Painted(window)
    beat = Heartbeat()

    def steps() -> Steps:
        window.show()
        yield painted.again()
        results.mark("painted", painted)
        results.end()

    beat.walk(steps())
    application.exec()


def open_workplace(desktop: Desktop, beat: Heartbeat, results: Results) -> Steps:
    """Wait for the window that asks for the password, type it, and look at the households."""
    from neuewege_desktop.gui.start.unlock import Unlock

    beat.watch("unlock window")
    yield lambda: isinstance(desktop.stage.window, Unlock)
    unlock = cast("Unlock", desktop.stage.window)
    painted = Painted(unlock)
    unlock.update()
    yield painted.again()
    results.mark("unlock", painted)
    results.values["modules"] = len(sys.modules)
    yield lambda: desktop.room.tasks.is_idle
    beat.watch("opening")
    unlock.password.edit.setText(PASSWORD)
    results.mark("password")
    unlock.enter.click()
    yield lambda: desktop.stage.window is not unlock
    results.mark("entered")
    yield from _look_at_households(desktop, results)


def _look_at_households(desktop: Desktop, results: Results) -> Steps:
    window = cast("MainWindow", desktop.stage.window)
    window.resize(*_SIZE)  # whatever the screen: with the record beside its list
    painted = Painted(window)
    yield painted.again()
    results.mark("main", painted)
    yield lambda: desktop.room.tasks.is_idle
    results.mark("overview")
    yield rest(0.2)
    results.values["memory without"] = _memory_of_the_window(desktop)
    results.mark("households")
    window.show_page("households")
    page = cast("ListPage", window.page("households"))
    rows = Painted(page.view.viewport())
    yield lambda: page.table.rowCount() > 0
    yield rows.again()
    results.mark("rows", rows)


def _memory_of_the_window(desktop: Desktop) -> float:
    """Return the memory in use (MiB) without the pages that the store keeps deciphered."""
    if desktop.workplace is not None:
        desktop.workplace.store.database.engine.dispose()
    if sys.platform == "linux":
        ctypes.CDLL(None).malloc_trim(0)
    return memory_now()


def work(desktop: Desktop, window: MainWindow, beat: Heartbeat, results: Results) -> Steps:
    """Use the list of households, and note how much memory it takes."""
    from window_work import work_with_households

    page = cast("ListPage", window.page("households"))
    yield rest(1.0)
    results.values["memory with"] = _memory_of_the_window(desktop)
    yield from work_with_households(page, beat, results.values)
    results.values["memory in all"] = memory_now()


def main() -> None:
    """Do what the command line says."""
    results = Results()
    if sys.argv[1] == "empty":
        show_empty(results)
        return
    from neuewege_desktop.app import setting, surroundings
    from neuewege_desktop.gui.launch import launch

    # As on the computer of a user, only that what is measured leaves no trace in their profile.
    profile = Path(sys.argv[3])
    with_profile = replace(
        surroundings(), profile=profile, setting=lambda: replace(setting(), profile=profile)
    )
    desktop = launch([sys.argv[0], sys.argv[2]], with_profile)
    if isinstance(desktop, int):
        sys.exit(desktop)
    beat = Heartbeat(desktop)

    def steps() -> Steps:
        yield from open_workplace(desktop, beat, results)
        window = cast("MainWindow", desktop.stage.window)
        if sys.argv[1] == "work":
            yield from work(desktop, window, beat, results)
        elif sys.argv[1] == "hold":
            from conference_work import hold_conference

            yield rest(1.0)
            yield from hold_conference(window, beat, results.values)
        results.values["blocks"] = {
            what: (block.whole, block.work) for what, block in beat.blocks.items()
        }
        results.end()

    beat.walk(steps())
    desktop.application.exec()


if __name__ == "__main__":
    main()
