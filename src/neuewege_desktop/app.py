"""Puts the program together: clock, chance and folders of this computer, and the faces on top."""

from __future__ import annotations

import datetime as dt
import os
import sys
from typing import TYPE_CHECKING

from neuewege_desktop.base.i18n import language_of, use_language
from neuewege_desktop.base.paths import profile, translations
from neuewege_desktop.cli.main import run

if TYPE_CHECKING:
    from neuewege_desktop.store.workplace import Setting


def command_line() -> None:
    """Run the command that was typed, and end with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal of an old locale lacks some signs: better a question mark than no sentence.
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    use_language(language_of(os.environ), translations())
    sys.exit(run(sys.argv[1:], setting))


def setting() -> Setting:
    """Return the surroundings of a workplace on this computer."""
    from neuewege_desktop.store.workplace import Setting  # takes 0.3 s: not for a page of help

    return Setting(now=lambda: dt.datetime.now(dt.UTC), random_bytes=os.urandom, profile=profile())
