"""Puts the program together: clock, chance and folders of this computer, and the faces on top.

Each face is brought in when it is called: a command needs no windows, a window no commands.
"""

from __future__ import annotations

import datetime as dt
import gc
import os
import sys
from typing import TYPE_CHECKING

from neuewege_desktop.base.paths import profile, translations

if TYPE_CHECKING:
    from neuewege_desktop.gui.kit.room import Room
    from neuewege_desktop.gui.start.surroundings import Surroundings
    from neuewege_desktop.gui.window.main_window import MainWindow
    from neuewege_desktop.store.workplace import Setting, Workplace

_START_DICTIONARY = "from neuewege_desktop.app import dictionary; dictionary()"
_DICTIONARY = "--dictionary"  # an installed program has one executable for all it does
_START_DESKTOP = "from neuewege_desktop.app import desktop; desktop()"


def command_line() -> None:
    """Run the command that was typed, and end with its exit code."""
    from neuewege_desktop.base.i18n import language_of, use_language
    from neuewege_desktop.cli.main import run

    for stream in (sys.stdout, sys.stderr):
        # A terminal of an old locale lacks some signs: better a question mark than no sentence.
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    use_language(language_of(os.environ), translations())
    sys.exit(run(sys.argv[1:], setting))


def desktop() -> None:
    """Open the windows, and end with their exit code."""
    if sys.argv[1:] == [_DICTIONARY]:
        dictionary()
        return
    from neuewege_desktop.gui.launch import launch

    started = launch(sys.argv, surroundings())
    if isinstance(started, int):
        sys.exit(started)
    code = started.application.exec()
    if started.is_stuck:
        os._exit(code)  # locked: work under way must not keep what is in memory alive
    started.room.tasks.finish()
    sys.exit(code)


def dictionary() -> None:
    """Answer questions on spelling until the windows that ask them are gone."""
    from neuewege_desktop.services.spelling.answering import answer_all

    # By number: a program without a console has no sys.stdin and no sys.stdout.
    with open(0, "rb") as questions, open(1, "wb") as answers:
        answer_all(questions, answers)


def surroundings() -> Surroundings:
    """Return what the windows are given by this computer."""
    from neuewege_desktop.gui.start.surroundings import Surroundings
    from neuewege_desktop.services.spelling.lexicon import can_check

    is_frozen = getattr(sys, "frozen", False)
    dictionary = (_DICTIONARY,) if is_frozen else ("-c", _START_DICTIONARY)
    return Surroundings(
        profile=profile(),
        setting=setting,
        import_heavy=_import_heavy,
        make_main_window=_main_window,
        program=(sys.executable, *(() if is_frozen else ("-c", _START_DESKTOP))),
        now=lambda: dt.datetime.now().astimezone(),
        dictionary=(sys.executable, *dictionary) if can_check() else (),
    )


def setting() -> Setting:
    """Return the surroundings of a workplace on this computer."""
    from neuewege_desktop.store.workplace import Setting  # takes 0.3 s: not for a page of help

    return Setting(now=lambda: dt.datetime.now(dt.UTC), random_bytes=os.urandom, profile=profile())


def _import_heavy() -> None:
    """Bring in what takes long, while the first window is looked at.

    All of it stays until the end. The search for cycles leaves it out from now on: with it, each
    search in the midst of work held every thread for about a tenth of a second (measured).
    """
    import neuewege_desktop.gui.start.acts
    import neuewege_desktop.gui.window.main_window  # noqa: F401

    gc.freeze()


def _main_window(workplace: Workplace, room: Room) -> MainWindow:
    from neuewege_desktop.gui.window.main_window import MainWindow

    return MainWindow(workplace, room)
