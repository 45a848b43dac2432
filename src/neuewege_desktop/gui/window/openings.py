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


OPENINGS: Mapping[str, Opening] = {
    "new-household": _new_household,
}
