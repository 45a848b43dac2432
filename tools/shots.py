"""Take a picture of every window: in both languages, light and dark, at 100 and at 200 percent.

A sheet of small pictures for each language, colours and size shows all of them at once. Nothing
changes between two runs but what was changed in the program: day, people and chance are fixed.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import random
import secrets
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

from typing_extensions import override

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap

_LANGUAGES, _SCHEMES, _SCALES = ("de", "en"), ("light", "dark"), (100, 200)
_SIZES = {100: (1440, 900), 200: (960, 540)}  # logical pixels: a usual screen; Full HD at 200 %
_IN_A_ROW, _WIDE, _HIGH, _NAME = 5, 420, 280, 22  # of a sheet


@dataclass(frozen=True, slots=True)
class Kind:
    """One way to look at all windows."""

    language: str
    scheme: str
    scale: int

    @override
    def __str__(self) -> str:
        return f"{self.language}-{self.scheme}-{self.scale}"


def main() -> None:
    """Take the pictures, each kind in a process of its own: Qt reads the scale when it starts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", help="without it a new temporary one")
    parser.add_argument("--only", action="append", metavar="NAME", help="of a window, or its start")
    parser.add_argument("--kind", metavar="de-light-100", help="one way to look at them")
    wish = parser.parse_args()
    folder = wish.folder or Path(tempfile.mkdtemp(prefix="neuewege-shots-"))
    kinds = [Kind(*each) for each in product(_LANGUAGES, _SCHEMES, _SCALES)]
    for kind in kinds:
        if wish.kind in (None, str(kind)):
            _run(kind, folder, wish.only or [])
    print(folder)


def _run(kind: Kind, folder: Path, names: Sequence[str]) -> None:
    (folder / str(kind)).mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as here:
        screen = Path(here, "screen.json")
        width, height = (side * kind.scale // 100 for side in _SIZES[kind.scale])
        one = {"name": "one", "x": 0, "y": 0, "width": width, "height": height}
        screen.write_text(json.dumps({"screens": [one]}), encoding="utf-8")
        surroundings = os.environ | {
            "QT_QPA_PLATFORM": f"offscreen:configfile={screen}",
            "QT_SCALE_FACTOR": str(kind.scale / 100),
        }
        arguments = [sys.executable, "-c", "import shots; shots.take()"]
        arguments += [json.dumps([kind.language, kind.scheme, kind.scale, str(folder), *names])]
        subprocess.run(arguments, cwd=Path(__file__).parent, env=surroundings, check=True)


def take() -> None:
    """Take the pictures of one kind; runs in a process of its own."""
    from PySide6.QtCore import QSize

    from neuewege_desktop.gui.application import Application
    from neuewege_desktop.gui.kit.look.theme import Scheme
    from scene import Scene
    from windows_of_the_program import VIEWS

    language, scheme, scale, place, *names = json.loads(sys.argv[1])
    kind, folder = Kind(language, scheme, scale), Path(place)
    application = Application(["shots"])
    application.speak(kind.language)
    application.theme.choose(Scheme(kind.scheme))
    application.setCursorFlashTime(0)
    pictures: dict[str, QPixmap] = {}
    with tempfile.TemporaryDirectory() as base:
        scene = Scene(application, Path(base), QSize(*_SIZES[kind.scale]))
        for view in VIEWS:
            if not names or view.name.startswith(tuple(names)):
                _begin_chance(view.name)
                picture = scene.show(view.show).grab()
                picture.save(str(folder / str(kind) / f"{view.name}.png"))
                pictures[view.name] = picture
        scene.end()
    _sheet(pictures).save(str(folder / f"{kind}.png"))


def _begin_chance(seed: str) -> None:
    """Let the words that are offered as a password be the same in every run."""
    chance = random.Random(seed)

    def below(exclusive_upper_bound: int) -> int:
        return chance.randrange(exclusive_upper_bound)

    secrets.randbelow = below


def _sheet(pictures: dict[str, QPixmap]) -> QPixmap:
    """Return all pictures small, each under its name."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QColor, QPainter, QPixmap

    rows = math.ceil(len(pictures) / _IN_A_ROW)
    sheet = QPixmap(_IN_A_ROW * _WIDE, rows * (_HIGH + _NAME))
    sheet.fill(QColor("#8A929A"))
    painter = QPainter(sheet)
    for number, (name, picture) in enumerate(pictures.items()):
        row, column = divmod(number, _IN_A_ROW)
        left, top = column * _WIDE, row * (_HIGH + _NAME)
        small = picture.copy()
        small.setDevicePixelRatio(1)
        small = small.scaled(
            _WIDE - 8,
            _HIGH - 8,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        painter.drawText(left + 6, top + 16, name)
        painter.drawPixmap(left + 4, top + _NAME, small)
    painter.end()
    return sheet


if __name__ == "__main__":
    main()
