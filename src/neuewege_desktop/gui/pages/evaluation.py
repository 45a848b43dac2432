"""The page of the evaluation: what can be counted today, and honestly what is still to come."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from neuewege_desktop.base.formats import grouped, long_date
from neuewege_desktop.base.i18n import _, ngettext
from neuewege_desktop.domain.choices.work import Phase
from neuewege_desktop.domain.law.household_type import HouseholdType
from neuewege_desktop.gui.kit.bars import Amount, Bars
from neuewege_desktop.gui.kit.text import Text
from neuewege_desktop.gui.session import Session
from neuewege_desktop.gui.settings.card import Card
from neuewege_desktop.services.figures import Figures, figures
from neuewege_desktop.services.outcome import Outcome

_TWO_COLUMNS = 820  # logical pixels


class EvaluationPage(QScrollArea):
    """Figures of the day; nobody of the staff is counted."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Evaluation"))
        self.subtitle = Text("", "second", wrap=True)
        self.totals = [_Total(words) for words in (_("Households"), _("Persons"), _("Under 25"))]
        theme = session.room.theme
        self.towns, self.types, self.phases = Bars(theme), Bars(theme), Bars(theme)
        self._cards = [
            _card(_("Households by municipality"), self.towns),
            _card(_("Households by kind"), self.types),
            _card(_("Households by phase"), self.phases),
            _coming(),
        ]
        self._grid = QGridLayout()
        self._grid.setSpacing(14)
        self._columns = 0
        self._lay_out()
        session.changed.connect(self._take_change)

    def _lay_out(self) -> None:
        content = QWidget()
        content.setObjectName("page")
        totals = QGridLayout()
        totals.setSpacing(14)
        for position, total in enumerate(self.totals):
            totals.addWidget(total, 0, position)
        column = QVBoxLayout(content)
        column.setContentsMargins(24, 14, 24, 20)
        column.setSpacing(14)
        heading = QVBoxLayout()
        heading.setSpacing(1)
        heading.addWidget(Text(_("Evaluation"), "title"))
        heading.addWidget(self.subtitle)
        column.addLayout(heading)
        column.addLayout(totals)
        column.addLayout(self._grid)
        column.addStretch(1)
        self.setWidget(content)

    def enter(self) -> None:
        """Count anew."""
        self._session.read(figures, self._show, owner=self)

    def _take_change(self, _outcome: Outcome) -> None:
        if self.isVisible():
            self.enter()

    def _show(self, found: Figures) -> None:
        self.subtitle.setText(_("As of {day}").format(day=long_date(found.day)))
        for total, number in zip(
            self.totals, (found.households, found.persons, found.under_25), strict=True
        ):
            total.show_number(number)
        shown = (_towns(found), _types(found), _phases(found))
        for bars, amounts in zip((self.towns, self.types, self.phases), shown, strict=True):
            bars.show_amounts(amounts)
        self.setAccessibleDescription(self._spoken(shown))

    def _spoken(self, shown: Sequence[Sequence[Amount]]) -> str:
        lines = [self.subtitle.text(), *(total.accessibleName() for total in self.totals)]
        for card, amounts in zip(self._cards, shown, strict=False):
            lines.append(card.heading.text())
            lines += [amount.spoken for amount in amounts]
        return "\n".join(lines)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        columns = 2 if self.width() >= _TWO_COLUMNS else 1
        if columns != self._columns:
            self._columns = columns
            for position, card in enumerate(self._cards):
                self._grid.addWidget(card, position // columns, position % columns)
            self._grid.setColumnStretch(0, 1)
            self._grid.setColumnStretch(1, columns - 1)


class _Total(QFrame):
    """One large number and what it counts."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.setObjectName("card")
        self._words = words
        self._number = Text("–", "figure")
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 20, 12)
        column.setSpacing(0)
        column.addWidget(Text(words, "second"))
        column.addWidget(self._number)

    def show_number(self, number: int) -> None:
        """Show another number."""
        self._number.setText(grouped(number))
        self.setAccessibleName(f"{self._words}: {grouped(number)}")


def _card(title: str, bars: Bars) -> Card:
    card = Card(title)
    card.column.addSpacing(2)
    card.column.addWidget(bars)
    card.column.addStretch(1)
    return card


def _coming() -> Card:
    """Return the card that says what the program cannot do yet."""
    card = Card(_("Still to come"))
    lines = QGridLayout()
    lines.setColumnStretch(1, 1)
    for row, words in enumerate(
        (
            _("Key figures of the project: activation, integration into work, length of cases."),
            _("The situation report for each municipality, ready to print for the town hall."),
            _("A comparison of quarters, and figures to hand on without names."),
        )
    ):
        lines.addWidget(Text("–", "second"), row, 0, Qt.AlignmentFlag.AlignTop)
        lines.addWidget(Text(words, "second", wrap=True), row, 1)
    card.column.addLayout(lines)
    hint = _("Until then this page only counts what stands in the lists today.")
    card.column.addSpacing(4)
    card.column.addWidget(Text(hint, "hint", wrap=True))
    card.column.addStretch(1)
    return card


def _towns(found: Figures) -> list[Amount]:
    return [
        Amount(
            town.name,
            town.households,
            "  ·  ".join(
                (
                    ngettext("{n} person", "{n} persons", town.persons),
                    _("{count} under 25").format(count=grouped(town.under_25)),
                )
            ),
        )
        for town in found.towns
    ]


def _types(found: Figures) -> list[Amount]:
    return [Amount(_capital(kind.label), found.types.get(kind, 0)) for kind in HouseholdType]


def _phases(found: Figures) -> list[Amount]:
    amounts = [Amount(_capital(phase.label), found.phases.get(phase, 0)) for phase in Phase]
    if without := found.phases.get(None, 0):
        amounts.append(Amount(_("Without a phase"), without))
    return amounts


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
