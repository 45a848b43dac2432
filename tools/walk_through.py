"""Show the program at work on invented people: on the screen, or in pictures where there is none.

With a display, the window opens on the example workplace. Without one, the same window walks
through its pages unseen, a list of an office comes in, and pictures of it are kept in a folder.
"""

from __future__ import annotations

import datetime as dt
import os
import secrets
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from neuewege_desktop.gui.application import Application
    from neuewege_desktop.gui.kit.room import Room
    from neuewege_desktop.gui.window.main_window import MainWindow
    from neuewege_desktop.services.workplaces import Workplace

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = Path(sys.executable).with_name("neuewege-desktop")
SAMPLE = ROOT / "tests/data/samples/zwingenberg.csv"
SIZE = (1366, 800)
REST = 60  # ms that a window is left to paint


def main() -> None:
    """Open the window, or walk through it."""
    from neuewege_desktop.gui.application import quiet_display

    if not quiet_display() and os.environ.get("QT_QPA_PLATFORM") != "offscreen":
        sys.exit(subprocess.run([PROGRAM, "--demo"], check=False).returncode)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    pictures = Path(tempfile.mkdtemp(prefix="neuewege-pictures-"))
    with tempfile.TemporaryDirectory(prefix="neuewege-") as folder:
        walk(Path(folder), pictures)
    print(f"\nThe pictures lie in {pictures}")


def walk(folder: Path, pictures: Path) -> None:
    """Walk through the main window of a new example workplace and keep pictures of it."""
    from neuewege_desktop.gui.kit.look.theme import Scheme
    from neuewege_desktop.gui.window.main_window import MainWindow

    application, room = surroundings(folder)
    workplace = make_workplace(folder / "beispiel")
    window = MainWindow(workplace, room)
    window.resize(*SIZE)
    window.show()

    def picture(name: str) -> None:
        settle(room)
        shown = application.activeModalWidget() or window
        shown.grab().save(str(pictures / f"{name}.png"))
        print(f"  {name}.png", flush=True)

    for step in (pages, record, incoming_list):
        step(window, picture)
    application.theme.choose(Scheme.DARK)
    window.show_page("households")
    picture("dark")
    window.end()
    room.tasks.run(workplace.close)  # the thread that reads the workplace also lets it go
    room.tasks.finish()


def surroundings(folder: Path) -> tuple[Application, Room]:
    """Return an application that speaks German, and what its windows are handed."""
    from neuewege_desktop.gui.application import Application
    from neuewege_desktop.gui.kit.look.theme import Scheme
    from neuewege_desktop.gui.kit.room import Room
    from neuewege_desktop.gui.kit.tasks import Tasks
    from neuewege_desktop.gui.kit.window_state import WindowState

    application = Application(sys.argv)
    application.speak("de")
    application.theme.choose(Scheme.LIGHT)
    state = WindowState(folder)
    now = lambda: dt.datetime.now().astimezone()  # noqa: E731
    return application, Room(application.theme, Tasks("work"), state, now)


def settle(room: Room) -> None:
    """Leave the window the time to ask, to get its answers and to paint."""
    from PySide6.QtTest import QTest

    QTest.qWait(REST)
    while not room.tasks.is_idle:
        QTest.qWait(REST)
    QTest.qWait(REST)


def make_workplace(folder: Path) -> Workplace:
    """Return a new workplace full of invented people."""
    from neuewege_desktop.app import setting
    from neuewege_desktop.services import workplaces
    from neuewege_desktop.services.demo import make_demo
    from neuewege_desktop.services.founding import Founding

    today = dt.date.today()  # noqa: DTZ011 - the day of whoever looks at it
    founding = Founding(name="Team Bergstraße", user="Anna Berg", day=today)
    workplace, _code = workplaces.create(
        folder,
        founding,
        secrets.token_urlsafe(24),
        setting(),
        lambda office: make_demo(office.store, office.author, day=today),
    )
    return workplace


def pages(window: MainWindow, picture: Callable[[str], None]) -> None:
    """Go through all pages."""
    from neuewege_desktop.gui.actions import PAGES

    for number, (key, _text, _icon) in enumerate(PAGES, 1):
        window.show_page(key)
        picture(f"{number}-{key}")


def record(window: MainWindow, picture: Callable[[str], None]) -> None:
    """Read a household on its own page, then edit it."""
    from neuewege_desktop.gui.list_page import ListPage

    window.show_page("households")
    page = window.page("households")
    picture("households")
    if isinstance(page, ListPage) and (key := page.view.current_key()) is not None:
        page.open_full(key)
        picture("household")
        page.edit()
        picture("household-form")
        page.close_full()


def incoming_list(window: MainWindow, picture: Callable[[str], None]) -> None:
    """Let a list of the office come in, page by page, to its end."""
    from neuewege_desktop.gui.dialogs.import_wizard import open_import

    wizard = open_import(window, SAMPLE)
    for step in ("file", "columns", "trial", "done"):
        picture(f"import-{step}")
        wizard.go_on()


if __name__ == "__main__":
    main()
