"""Lines that may tell who is meant are read by a person, one after the other (6.4)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from neuewege_desktop.base.i18n import _
from neuewege_desktop.gui.kit.editors.texts import LinesEditor
from neuewege_desktop.gui.kit.text import Text, announce
from neuewege_desktop.gui.session import Session
from neuewege_desktop.gui.settings.work_dialog import WorkDialog
from neuewege_desktop.services.papers.checking import Confirmations, Confirmed, Doubt


class DoubtsDialog(WorkDialog):
    """Shows one line at a time with what is proposed in its place; the last one goes on."""

    def __init__(
        self,
        session: Session,
        doubts: Sequence[Doubt],
        go_on: Callable[[Confirmations], object],
        parent: QWidget,
    ) -> None:
        super().__init__(
            session,
            parent,
            _("May this be read outside of the team?"),
            _(
                "Something in this line may tell who is meant. Please read it, and correct what "
                "shall be printed in its place."
            ),
            _("&Print it like this"),
        )
        self._doubts, self._go_on = tuple(doubts), go_on
        self._confirmed: list[Confirmed] = []
        self.count = Text("", "hint")
        self.place = Text("", "heading", wrap=True)
        self.line = Text("", "value", wrap=True)
        self.found = Text("", "second", wrap=True)
        self.printed = LinesEditor(lines=3)
        self.printed.text.setObjectName("printed")
        self.printed.set_name(_("What is printed"))
        label = Text(_("&What is printed"), "label")
        label.setTextFormat(Qt.TextFormat.AutoText)  # shows the letter that leads to the field
        label.setBuddy(self.printed.text)
        column = QVBoxLayout()
        column.setSpacing(6)
        for widget in (self.count, self.place, self.line, self.found, label, self.printed):
            column.addWidget(widget)
        self.content.addLayout(column)
        self._show_next()

    @override
    def act(self) -> None:
        doubt = self._doubts[len(self._confirmed)]
        self._confirmed.append(doubt.confirm(self.printed.value()))
        if len(self._confirmed) < len(self._doubts):
            self._show_next()
            return
        self.accept()
        self._go_on(frozenset(self._confirmed))

    def _show_next(self) -> None:
        number = len(self._confirmed)
        doubt = self._doubts[number]
        self.count.setText(
            _("Line {number} of {count}").format(number=number + 1, count=len(self._doubts))
        )
        self.place.setText(doubt.place)
        self.line.setText(doubt.line)
        self.found.setText(_("Noticed: {what}").format(what=", ".join(doubt.what)))
        self.printed.show_value(doubt.proposed)
        self.printed.text.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, f"{self.count.text()}: {doubt.line}")
