"""Waiting until something is so, while what the programs announce comes in."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

from gi.repository import GLib

from .tree import NotSeen

BREATH = 0.02  # seconds between two looks
Seen = TypeVar("Seen")


def listen() -> None:
    """Take in what has been announced up to now."""
    while GLib.MainContext.default().iteration(may_block=False):
        pass


def patiently(look: Callable[[], Seen], seconds: float) -> Seen:
    """Return what `look` sees as soon as it does; after `seconds`, tell what was still missing.

    A thing that goes while one looks at it is like one that is not there.
    """
    deadline = time.monotonic() + seconds
    while True:
        listen()
        try:
            return look()
        except NotSeen as missing:
            reason = str(missing)
        except (GLib.Error, AttributeError) as gone:
            reason = f"It went while one looked ({gone})"
        if time.monotonic() > deadline:
            raise NotSeen(f"{reason}, even after {seconds:g} seconds")
        time.sleep(BREATH)
