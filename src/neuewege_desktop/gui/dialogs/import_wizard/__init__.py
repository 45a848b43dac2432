"""Importing a list in four pages: the file, its columns, a trial, and the result."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from neuewege_desktop.gui.dialogs.import_wizard.wizard import ImportWizard

if TYPE_CHECKING:
    from neuewege_desktop.gui.window.main_window import MainWindow


def open_import(window: MainWindow, source: Path | None = None) -> ImportWizard:
    """Open the wizard over the window, with this file if it was dropped there."""
    wizard = ImportWizard(window.session, window, source)
    wizard.wanted.connect(window.deeds.follow)
    wizard.open()
    return wizard
