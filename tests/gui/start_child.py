"""A whole program in a process of its own, which ends when it is called to the front.

Called with the folder of the profile and the command line; it says in a line what happened.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from typing_extensions import override

HEAVY = (
    *("asyncio", "babel", "click", "cryptography", "holidays", "sqlalchemy"),
    *("sqlcipher3", "ssl", "neuewege_desktop.services.workplaces"),
)


class Painted(QObject):
    """Says which heavy modules were there when a window was painted first."""

    def __init__(self, then):
        super().__init__()
        self._then = then

    @override
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and watched.isWidgetType():
            watched.removeEventFilter(self)
            QTimer.singleShot(0, lambda: self._then(sorted(set(HEAVY) & set(sys.modules))))
        return False


def say(*words):
    sys.stdout.write(" ".join(words) + "\n")
    sys.stdout.flush()


def main(profile, *arguments):
    from neuewege_desktop.gui.launch import launch
    from neuewege_desktop.gui.start.surroundings import Surroundings

    def import_heavy():
        import neuewege_desktop.gui.start.acts  # noqa: F401

    def now():
        import datetime as dt

        return dt.datetime.now().astimezone()

    started = launch(
        ["neuewege-desktop", *arguments],
        Surroundings(
            profile=Path(profile),
            setting=lambda: None,
            import_heavy=import_heavy,
            make_main_window=lambda *_all: None,
            program=(sys.executable,),
            now=now,
        ),
    )
    if isinstance(started, int):
        sys.exit(started)
    watch = Painted(lambda found: say("painted", *found))
    started.stage.changed.connect(lambda: started.stage.window.installEventFilter(watch))
    started._presence.hailed.connect(lambda: (say("hailed"), started.ended.emit(0)))
    code = started.application.exec()
    started.room.tasks.finish()
    sys.exit(code)


if __name__ == "__main__":
    main(*sys.argv[1:])
