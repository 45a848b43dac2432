"""The screen of a conference in a process of its own, in which somebody types until it is killed.

Called with the folder of the workplace, that of the profile, and the id of the conference. Says
`ready` once one can type, and `typed` after each letter.
"""

from __future__ import annotations

import sys
from pathlib import Path

from conference_seats import ConferenceSeat
from PySide6.QtCore import QTimer
from seats import open_again

PACE = 50  # ms between two keys: about as fast as anybody types
RESULT = "Herr Probst hat heute angerufen und von seiner neuen Stelle erzählt. " * 20


def say(word):
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


def main(folder, profile, meeting):
    from neuewege_desktop.gui.application import Application

    application = Application(["neuewege-desktop"])
    seat = ConferenceSeat(application, open_again(Path(folder)), Path(profile))
    screen = seat.sit_down(int(meeting))
    letters = iter(RESULT)

    def type_next():
        seat.type(next(letters))
        say("typed")

    screen.areas.item.result.text.setFocus()
    keys = QTimer(screen)
    keys.timeout.connect(type_next)
    keys.start(PACE)
    say("ready")
    application.exec()


if __name__ == "__main__":
    main(*sys.argv[1:])
