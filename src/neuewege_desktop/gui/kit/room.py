"""What every window is handed: the look, background work, the clock, memory of sizes, questions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from neuewege_desktop.gui.kit.look.theme import Theme
from neuewege_desktop.gui.kit.spelling.dictionary import Dictionary
from neuewege_desktop.gui.kit.tasks import Tasks
from neuewege_desktop.gui.kit.window_state import WindowState
from neuewege_desktop.services.settings import Settings


@dataclass(frozen=True, slots=True)
class Room:
    """The surroundings of a widget; nothing in it belongs to a workplace."""

    theme: Theme
    tasks: Tasks
    state: WindowState
    now: Callable[[], dt.datetime]  # local time, with its zone
    settings: Callable[[], Settings] = Settings  # as they are chosen now
    dictionary: Dictionary | None = None  # none where spelling cannot be checked

    def today(self) -> dt.date:
        """Return the day on which the user works."""
        return self.now().date()
