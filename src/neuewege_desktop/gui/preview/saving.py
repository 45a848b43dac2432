"""Saving a document as PDF: where, and whether one really wants a copy that anybody can read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from neuewege_desktop.base.i18n import _
from neuewege_desktop.gui.kit.documents import documents
from neuewege_desktop.gui.kit.look.theme import Theme
from neuewege_desktop.gui.kit.questions import Answer, ask
from neuewege_desktop.gui.preview.paper import PaperFile


def ask_where(parent: QWidget, file: PaperFile, then: Callable[[Path], object]) -> None:
    """Let a person choose the place of a copy; `then` gets it."""
    dialog = QFileDialog(parent, _("Save as PDF"))
    dialog.setObjectName("savePdf")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter(_("PDF document (*.pdf)"))
    dialog.setDefaultSuffix("pdf")
    dialog.setDirectory(documents())
    dialog.selectFile(file.suggested_name)
    dialog.fileSelected.connect(lambda path: then(Path(path)))
    dialog.open()


def warn(parent: QWidget, theme: Theme, place: Path, save: Callable[[], object]) -> None:
    """Say what a copy means; save it only if the answer is yes."""
    details = _(
        "Whoever gets hold of “{place}” can read it without a password. Delete the file as soon "
        "as you no longer need it. The log will say that it was saved."
    )
    ask(
        parent,
        theme,
        _("This copy leaves the encrypted workplace."),
        details.format(place=place),
        [Answer(_("&Save"), save, is_usual=True)],
    )
