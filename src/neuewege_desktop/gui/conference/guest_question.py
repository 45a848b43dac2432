"""The blocking question of 5.3: somebody from outside is in the room, and a household comes up."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from neuewege_desktop.base.i18n import _
from neuewege_desktop.domain.choices.work import GuestBasis
from neuewege_desktop.gui.kit.buttons import button
from neuewege_desktop.gui.kit.dialog import Dialog
from neuewege_desktop.gui.kit.text import Text, announce

_WIDE = 460  # logical pixels


class GuestQuestion(Dialog):
    """Three answers and no other; Escape answers nothing, and the household stays hidden."""

    def __init__(self, parent: QWidget, names: str, answer: Callable[[GuestBasis], object]) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("External people are present"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self._answer = answer
        question = _("External people are present: {names}.").format(names=names)
        rule = _(
            "A household may only be talked about by name with the consent to the participation of "
            "third parties in a case conference. Is the consent there?"
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(26, 22, 26, 22)
        column.setSpacing(12)
        heading = Text(question, "name", wrap=True)
        heading.setMinimumWidth(_WIDE)
        column.addWidget(heading)
        column.addWidget(Text(rule, "second", wrap=True))
        for basis, words in (
            (GuestBasis.CONSENT, _("The &consent is there")),
            (GuestBasis.PSEUDONYM, _("Talk about it by &pseudonym")),
            (GuestBasis.LEFT, _("The person &leaves the room")),
        ):
            made = self._button(basis, words)
            column.addWidget(made)
            if basis == GuestBasis.PSEUDONYM:
                made.setFocus()  # a stray Enter shall not say that a consent is there
        announce(self, f"{question} {rule}")

    def _button(self, basis: GuestBasis, words: str) -> QPushButton:
        return button(words, lambda: self._give(basis), name=basis.name.lower())

    def _give(self, basis: GuestBasis) -> None:
        self.accept()
        self._answer(basis)
