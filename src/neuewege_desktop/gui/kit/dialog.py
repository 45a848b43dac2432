"""What every dialog of the program has in common."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog
from typing_extensions import override

from neuewege_desktop.gui.kit.tab_order import go_by_tab


class Dialog(QDialog):
    """A dialog through which Tab goes as one reads."""

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        return go_by_tab(self, forward=next)
