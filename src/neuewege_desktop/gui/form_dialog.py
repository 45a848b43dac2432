"""A dialog with one form: for something new, or for a part of a record."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from neuewege_desktop.gui.help_key import offer_help
from neuewege_desktop.gui.kit.dialog import Dialog
from neuewege_desktop.gui.kit.text import Text
from neuewege_desktop.gui.record_editor import Editing, RecordEditor
from neuewege_desktop.gui.session import Session


class FormDialog(Dialog):
    """Opened over the window; closing it keeps what was typed as a draft."""

    def __init__(
        self, session: Session, title: str, editing: Editing, parent: QWidget, hint: str = ""
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        offer_help(self, session.room.theme)
        self.editor = RecordEditor(session, editing)
        self.editor.saved.connect(self.accept)
        self.editor.left.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(Text(title, "name"))
        if hint:
            layout.addWidget(Text(hint, "second", wrap=True))
        layout.addWidget(self.editor, 1)
        self._fit(parent)
        self.editor.focus_first()

    def _fit(self, parent: QWidget) -> None:
        """Be as high as the form needs and the window allows."""
        window = parent.window()
        height = self.editor.form.sizeHint().height() + 190
        self.resize(
            min(560, max(360, window.width() - 40)), min(height, max(320, window.height() - 40))
        )

    @override
    def reject(self) -> None:
        self.editor.end()
        super().reject()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self.editor.end()
        super().closeEvent(event)
