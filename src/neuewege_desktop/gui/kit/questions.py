"""Questions to the user: dialogs that are opened, answered by named buttons, and never nested."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from neuewege_desktop.base.i18n import _
from neuewege_desktop.gui.kit.buttons import button, primary
from neuewege_desktop.gui.kit.dialog import Dialog
from neuewege_desktop.gui.kit.look.colours import Tone
from neuewege_desktop.gui.kit.look.theme import Theme
from neuewege_desktop.gui.kit.text import Text

_WIDEST = 520  # logical pixels


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer that is offered, and what it does."""

    text: str
    act: Callable[[], object]
    is_usual: bool = False


def ask(
    parent: QWidget, theme: Theme, question: str, details: str, answers: list[Answer]
) -> QDialog:
    """Open a question with its answers and „Cancel“; return its dialog."""
    box = QDialogButtonBox()
    dialog = _dialog(parent, question, _words(theme, question, details), box)
    for answer in answers:
        made = primary(answer.text) if answer.is_usual else button(answer.text)
        made.setAutoDefault(True)  # Return gives the answer that has the focus, never another one
        if answer.is_usual:
            made.setDefault(True)
            made.setFocus()
        made.clicked.connect(_answering(dialog, answer))
        box.addButton(made, QDialogButtonBox.ButtonRole.AcceptRole)
    box.addButton(QDialogButtonBox.StandardButton.Cancel)
    _open(dialog)
    return dialog


def tell(parent: QWidget, theme: Theme, sentence: str, details: str = "") -> QDialog:
    """Open a message that has to be read; return its dialog."""
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    dialog = _dialog(parent, _("Please note"), _words(theme, sentence, details), box)
    _open(dialog)
    return dialog


def _dialog(parent: QWidget, title: str, words: QHBoxLayout, box: QDialogButtonBox) -> Dialog:
    dialog = Dialog(parent)
    dialog.setWindowTitle(title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setModal(True)
    box.rejected.connect(dialog.reject)
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(24, 22, 24, 20)
    layout.setSpacing(16)
    layout.addLayout(words)
    layout.addWidget(box)
    return dialog


def _open(dialog: QDialog) -> None:
    """Open a dialog as high as its words need; Qt measures them wider than it lets them be."""
    layout = dialog.layout()
    if layout is not None:
        width = min(dialog.sizeHint().width(), _WIDEST)
        dialog.resize(width, layout.totalHeightForWidth(width))
    dialog.open()


def _answering(dialog: QDialog, answer: Answer) -> Callable[[], None]:
    def give() -> None:
        dialog.accept()
        answer.act()

    return give


def _words(theme: Theme, question: str, details: str) -> QHBoxLayout:
    sign = QLabel()
    code = theme.code(Tone.WARNING.text)
    sign.setPixmap(theme.pictures.pixmap("triangle-alert", code, 26, sign.devicePixelRatioF()))
    words = QVBoxLayout()
    words.setSpacing(6)
    heading = Text(question, "heading", wrap=True)
    heading.setMinimumWidth(380)
    words.addWidget(heading)
    if details:
        words.addWidget(Text(details, "second", wrap=True))
    row = QHBoxLayout()
    row.setSpacing(14)
    row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
    row.addLayout(words, 1)
    return row
