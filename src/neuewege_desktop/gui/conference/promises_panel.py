"""The promises of earlier conferences that wait for an answer, at the top of an item."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from neuewege_desktop.base.errors import UserError
from neuewege_desktop.base.i18n import ngettext
from neuewege_desktop.domain.choices.work import PromiseOutcome
from neuewege_desktop.gui.conference.promise_card import PromiseCard
from neuewege_desktop.gui.kit.room import Room
from neuewege_desktop.gui.kit.text import Text
from neuewege_desktop.services.conference.promises import Promise


class PromisesPanel(QWidget):
    """Hidden while nothing is owed."""

    answered = Signal(object)  # Answer

    def __init__(self, room: Room) -> None:
        super().__init__()
        self._room = room
        self._shown: tuple[Promise, ...] = ()
        self.cards: list[PromiseCard] = []
        self._heading = Text("", "heading", wrap=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self._heading)
        self.hide()

    def show_promises(self, promises: Sequence[Promise], day: dt.date, next_day: dt.date) -> None:
        """Show these promises; answers that are being given stay."""
        if tuple(promises) == self._shown:
            return
        self._shown = tuple(promises)
        kept = {card.promise: card for card in self.cards if card.promise in promises}
        for card in self.cards:
            if card.promise not in kept:
                self._column.removeWidget(card)
                card.hide()
                card.deleteLater()
        self.cards = [kept.get(each) or self._card(each, day, next_day) for each in promises]
        for card in self.cards:
            self._column.addWidget(card)
        count = len(promises)
        self._heading.setText(
            ngettext("One promise waits for an answer", "{n} promises wait for an answer", count)
        )
        self.setVisible(bool(promises))

    def clear(self) -> None:
        """Show nothing."""
        for card in self.cards:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._shown, self.cards = (), []
        self.hide()

    def _card(self, promise: Promise, day: dt.date, next_day: dt.date) -> PromiseCard:
        card = PromiseCard(self._room, promise, day, next_day)
        card.answered.connect(self.answered)
        return card

    def answer_first(self, outcome: PromiseOutcome) -> None:
        """Answer the first promise that waits."""
        if self.cards:
            self.cards[0].begin(outcome)

    def focus_first(self) -> None:
        """Go to the first promise that waits; who types on blindly answers nothing."""
        if self.cards:
            self.cards[0].setFocus()

    def take_refusal(self, promise: Promise, error: UserError) -> None:
        """Say at a promise what its answer lacks."""
        for card in self.cards:
            if card.promise == promise:
                card.take_refusal(error)
