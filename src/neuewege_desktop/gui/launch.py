"""The first half second: the command line, a second start, the application, the first window."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCommandLineOption, QCommandLineParser, QTimer

from neuewege_desktop.base.i18n import LANGUAGES, _, language_of, use_language
from neuewege_desktop.base.paths import translations
from neuewege_desktop.gui.start.demo import demo_folder
from neuewege_desktop.gui.start.hardening import refuse_core_dumps
from neuewege_desktop.gui.start.instance import hail
from neuewege_desktop.gui.start.surroundings import Surroundings
from neuewege_desktop.services.folders import holds_workplace
from neuewege_desktop.services.settings import Settings, load_settings

if TYPE_CHECKING:
    from neuewege_desktop.gui.desktop import Desktop

PROGRAM = "neuewege-desktop"
_TURN = 0.001  # seconds a thread works before another may: the window's thread waits no longer
WRONG_USAGE = 2
NO_DISPLAY = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What the command line asks for."""

    folder: Path | None
    demo: bool
    language: str
    answer: str  # to be printed instead of opening a window
    is_wrong: bool


def read_command_line(arguments: Sequence[str], settings: Settings) -> Wish:
    """Return what `arguments` (with the name of the program first) ask for."""
    language = settings.language or language_of(os.environ)
    use_language(language, translations())
    parser = _parser()
    is_sound = parser.parse(list(arguments))
    if parser.value("language") in LANGUAGES:
        language = parser.value("language")
        use_language(language, translations())
    places = parser.positionalArguments()
    answer = ""
    if not is_sound or len(places) > 1 or parser.value("language") not in ("", *LANGUAGES):
        answer, is_sound = parser.errorText() or _help(), False
    elif parser.isSet("help"):
        answer = _help()
    return Wish(
        folder=Path(places[0]).absolute() if places else None,
        demo=parser.isSet("demo"),
        language=language,
        answer=answer,
        is_wrong=not is_sound,
    )


def _help() -> str:
    # Without an application Qt does not know our name.
    return _parser().helpText().replace("<executable_name>", PROGRAM)


def _parser() -> QCommandLineParser:
    parser = QCommandLineParser()
    parser.setApplicationDescription(
        _("Neue Wege: case conferences against long-term unemployment.")
    )
    parser.addPositionalArgument(
        _("PATH"), _("The folder of a workplace; without it the one opened last.")
    )
    locked = QCommandLineOption(["locked"])
    locked.setFlags(QCommandLineOption.Flag.HiddenFromHelp)
    options = (
        QCommandLineOption(["h", "help"], _("Say how the program is called.")),
        QCommandLineOption(["demo"], _("Open the example workplace with invented people.")),
        QCommandLineOption(["language"], _("Language of the windows: de or en."), "de|en"),
        locked,
    )
    for option in options:
        parser.addOption(option)
    return parser


def launch(arguments: Sequence[str], surroundings: Surroundings) -> Desktop | int:
    """Return the desktop whose application is to be run, or the exit code if all is done."""
    refuse_core_dumps()
    settings = load_settings(surroundings.profile)
    wish = read_command_line(arguments, settings)
    if wish.answer:
        print(wish.answer, file=sys.stderr if wish.is_wrong else sys.stdout)
        return WRONG_USAGE if wish.is_wrong else 0
    shown = _shown(wish, settings, surroundings.profile)
    if shown is not None and hail(shown):
        return 0
    return _begin(wish, settings, arguments[0], surroundings)


def _begin(wish: Wish, settings: Settings, name: str, surroundings: Surroundings) -> Desktop | int:
    # A second start ends before windows are brought in at all.
    from neuewege_desktop.gui.application import Application, quiet_display, scale_windows
    from neuewege_desktop.gui.desktop import Desktop

    if quiet_display():
        print(_("There is no screen to open a window on."), file=sys.stderr)  # noqa: T201
        return NO_DISPLAY
    sys.setswitchinterval(_TURN)
    scale_windows(settings.scale)
    application = Application([name])
    application.speak(wish.language)
    desktop = Desktop(application, surroundings, settings)
    desktop.ended.connect(application.exit)
    desktop.mishaps.catch()
    # From inside of the event loop: it can then be ended from the first window on.
    QTimer.singleShot(0, desktop, lambda: desktop.begin(wish.folder, demo=wish.demo))
    return desktop


def _shown(wish: Wish, settings: Settings, profile: Path) -> Path | None:
    """Return the workplace that would be shown, to see whether another program shows it."""
    if wish.demo:
        return demo_folder(profile)
    recent = Path(settings.recent[0]) if settings.recent else None
    folder = wish.folder or recent
    return folder if folder is not None and holds_workplace(folder) else None
