"""Show the program at work on invented people: on the screen, or in pictures where there is none.

With a display, the window opens on the example workplace. Without one, the same windows are walked
through unseen, a list of an office comes in, the next case conference is held and its minutes are
released; pictures of it all and the papers of the conference are kept in a folder.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from neuewege_desktop.gui.application import quiet_display

PROGRAM = Path(sys.executable).with_name("neuewege-desktop")
SHOTS = Path(__file__).with_name("shots.py")
CONFERENCE = Path(__file__).with_name("hold_conference.py")
# The way through a working day, by the names of `windows_of_the_program`.
DAY = (
    *("welcome", "creating", "unlock", "overview", "households", "persons", "measures", "meetings"),
    *("tasks", "actors", "evaluation", "settings", "import", "new-household", "palette-found"),
    "help",
)
EVENING = ("overview", "households")


def main() -> None:
    """Open the window, or walk through it."""
    if not quiet_display():
        sys.exit(subprocess.run([PROGRAM, "--demo"], check=False).returncode)
    folder = Path(tempfile.mkdtemp(prefix="neuewege-pictures-"))
    walk(folder, "de-light-100", DAY)
    walk(folder, "de-dark-100", EVENING)
    must([sys.executable, CONFERENCE, folder / "conference"])
    for made in sorted([*folder.rglob("*.png"), *folder.rglob("*.pdf")]):
        print(f"  {made.relative_to(folder)}")
    print(f"\nThe pictures, and the minutes as PDF, lie in {folder}")


def walk(folder: Path, kind: str, names: tuple[str, ...]) -> None:
    """Go through windows in one language, colour and size."""
    only = [part for name in names for part in ("--only", name)]
    must([sys.executable, SHOTS, folder, "--kind", kind, *only])


def must(command: Sequence[str | Path]) -> None:
    """Run a tool; if it fails, this ends with its code."""
    code = subprocess.run(command, check=False).returncode
    if code:
        sys.exit(code)


if __name__ == "__main__":
    main()
