"""What the program is given by its computer: folders, clock, how it is started, its main window."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance
    from PySide6.QtWidgets import QMainWindow

    from neuewege_desktop.gui.kit.room import Room
    from neuewege_desktop.services.workplaces import Setting, Workplace


class WorkWindow(Protocol):
    """The main window as the desktop needs it."""

    @property
    def lock_requested(self) -> SignalInstance:
        """The user wants to lock."""

    @property
    def language_chosen(self) -> SignalInstance:
        """The user wants another language (its code)."""

    @property
    def scheme_chosen(self) -> SignalInstance:
        """The user wants other colours (the word of the scheme)."""

    @property
    def scale_chosen(self) -> SignalInstance:
        """The user wants everything in another size (percent)."""

    @property
    def lock_minutes_chosen(self) -> SignalInstance:
        """The user wants the program to lock after so many minutes."""

    @property
    def spelling_chosen(self) -> SignalInstance:
        """The user wants doubtful words marked, or not (bool)."""

    @property
    def restart_wanted(self) -> SignalInstance:
        """The workplace was exchanged and is closed: log in anew."""

    @property
    def closed(self) -> SignalInstance:
        """The user closed the window; drafts are kept by then."""

    @property
    def front(self) -> str:
        """The key of the page in front."""

    def show_page(self, key: str) -> None:
        """Bring a page to the front."""

    def flush_drafts(self, done: Callable[[], object]) -> None:
        """Keep every draft, then call `done`."""

    def cover(self) -> None:
        """Hide everything that belongs to anybody, at once."""


MainWindowMaker = Callable[["Workplace", "Room"], "QMainWindow"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What lies outside the program.

    `setting` and `make_main_window` bring in the heavy modules when they are called first;
    `import_heavy` does nothing else. `program` begins the command line of a fresh process, and
    `dictionary` is that of the one that knows how words are spelled; empty where there is none.
    """

    profile: Path
    setting: Callable[[], Setting]
    import_heavy: Callable[[], object]
    make_main_window: MainWindowMaker
    program: tuple[str, ...]
    now: Callable[[], dt.datetime]  # local time, with its zone
    dictionary: tuple[str, ...] = ()
