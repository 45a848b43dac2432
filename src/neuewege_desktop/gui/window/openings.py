"""Which dialog an action opens. Each is loaded when it is opened first."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from neuewege_desktop.gui.window.main_window import MainWindow

Opening = Callable[["MainWindow"], object]


def _new_household(window: MainWindow) -> None:
    from neuewege_desktop.gui.pages.intake import open_new_household

    open_new_household(window, window.session, 0)


def _palette(window: MainWindow) -> None:
    from neuewege_desktop.gui.window.palette import open_palette

    open_palette(window)


def _shortcuts(window: MainWindow) -> None:
    from neuewege_desktop.gui.dialogs.shortcuts import open_shortcuts

    open_shortcuts(window)


def _help(window: MainWindow) -> None:
    from neuewege_desktop.gui.help_window import show_help

    show_help(window, window.room.theme, window.front)


def _about(window: MainWindow) -> None:
    from neuewege_desktop.gui.dialogs.about import open_about

    open_about(window)


def _import(window: MainWindow) -> None:
    from neuewege_desktop.gui.dialogs.import_wizard import open_import

    open_import(window)


def _back_up(window: MainWindow) -> None:
    from neuewege_desktop.gui.backing_up import back_up

    back_up(window.session, window.toast.tell, window)


def _restore(window: MainWindow) -> None:
    from neuewege_desktop.gui.settings.going_back import BackupsDialog

    BackupsDialog(window.session, window).open()


def _agenda(window: MainWindow) -> None:
    from neuewege_desktop.gui.window.conferences import propose_agenda

    propose_agenda(window)


def _hold(window: MainWindow) -> None:
    from neuewege_desktop.gui.window.conferences import hold

    hold(window)


def _minutes(window: MainWindow) -> None:
    from neuewege_desktop.gui.window.conferences import open_minutes

    open_minutes(window)


def _folder(window: MainWindow) -> None:
    from neuewege_desktop.gui.window.conferences import print_folder

    print_folder(window)


OPENINGS: Mapping[str, Opening] = {
    "new-household": _new_household,
    "palette": _palette,
    "shortcuts": _shortcuts,
    "help": _help,
    "about": _about,
    "import": _import,
    "backup": _back_up,
    "restore": _restore,
    "agenda": _agenda,
    "hold": _hold,
    "minutes": _minutes,
    "folder": _folder,
}
