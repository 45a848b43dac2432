"""The page of the settings."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from neuewege_desktop.base.i18n import _
from neuewege_desktop.gui.kit.text import Text
from neuewege_desktop.gui.session import Session


class SettingsPage(QWidget):
    """Settings come with the next merge."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        layout = QVBoxLayout(self)
        layout.addWidget(Text(_("Settings"), "title"))
        layout.addStretch(1)
