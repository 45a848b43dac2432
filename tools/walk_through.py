"""Show the program at work on invented people: on the screen, or in pictures where there is none.

With a display, the window opens on the example workplace. Without one, the same windows are walked
through unseen, a list of an office comes in, and pictures of it all are kept in a folder.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from neuewege_desktop.gui.application import quiet_display

PROGRAM = Path(sys.executable).with_name("neuewege-desktop")
SHOTS = Path(__file__).with_name("shots.py")
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
    for picture in sorted(folder.rglob("*.png")):
        print(f"  {picture.relative_to(folder)}")
    print(f"\nThe pictures lie in {folder}")


def walk(folder: Path, kind: str, names: tuple[str, ...]) -> None:
    """Go through windows in one language, colour and size."""
    only = [part for name in names for part in ("--only", name)]
    code = subprocess.run([sys.executable, SHOTS, folder, "--kind", kind, *only], check=False)
    if code.returncode:
        sys.exit(code.returncode)


if __name__ == "__main__":
    main()
