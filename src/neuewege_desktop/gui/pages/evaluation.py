"""The page of the evaluation: says what will come."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from neuewege_desktop.base.i18n import _
from neuewege_desktop.gui.kit.text import Text
from neuewege_desktop.gui.session import Session


class EvaluationPage(QWidget):
    """Key figures and reports come later."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        layout = QVBoxLayout(self)
        layout.addWidget(Text(_("Evaluation"), "title"))
        layout.addStretch(1)
