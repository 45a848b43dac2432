"""The page one begins the day with: what is due, what changed, the next conferences."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from neuewege_desktop.base.formats import long_date, weekday_name
from neuewege_desktop.base.i18n import _, ngettext
from neuewege_desktop.gui.kit.buttons import link
from neuewege_desktop.gui.kit.cells import Cell, Shape
from neuewege_desktop.gui.kit.chip import Chip
from neuewege_desktop.gui.kit.dossier import Fact, Section, Target
from neuewege_desktop.gui.kit.look.colours import Tone
from neuewege_desktop.gui.kit.section_view import SectionView
from neuewege_desktop.gui.kit.text import Text
from neuewege_desktop.gui.kit.words import distance, lateness
from neuewege_desktop.gui.pages.unfinished import unfinished_section
from neuewege_desktop.gui.session import Session
from neuewege_desktop.services.office import Office
from neuewege_desktop.services.outcome import Outcome
from neuewege_desktop.services.overview import Overview, overview_of

_TWO_COLUMNS = 820  # logical pixels
_GAP, _EDGE = 14, 24
_IMPORT, _NEW_HOUSEHOLD = Target("action:import"), Target("do:new-households")


class OverviewPage(QScrollArea):
    """Figures that lead to their lists, and three cards."""

    wanted = Signal(object)  # Target

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(_("Overview"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        content = QWidget()
        content.setObjectName("page")
        self.title = Text("", "title", wrap=True)
        self.subtitle = Text("", "second", wrap=True)
        self._figures = QGridLayout()
        self._figures.setSpacing(_GAP)
        self._cards = QGridLayout()
        self._cards.setSpacing(_GAP)
        column = QVBoxLayout(content)
        column.setContentsMargins(_EDGE, 14, _EDGE, 20)
        column.setSpacing(12)
        column.addWidget(self.title)
        column.addWidget(self.subtitle)
        column.addLayout(self._figures)
        column.addLayout(self._cards, 1)
        self.setWidget(content)
        self._figure_frames: list[QFrame] = []
        self._shown: Overview | None = None
        session.changed.connect(self._take_change)

    def enter(self) -> None:
        """Read everything anew."""
        self._session.read(_read, self._show, owner=self)

    def _take_change(self, _outcome: Outcome) -> None:
        if self.isVisible():
            self.enter()

    def _show(self, found: Overview) -> None:
        if found == self._shown:
            return
        self._shown = found
        today = self._session.room.today()
        self.title.setText(_greeting(self._session.room.now(), found.user))
        self.subtitle.setText(f"{weekday_name(today)}, {long_date(today)}")
        _empty(self._figures)
        _empty(self._cards)
        self._figure_frames = self._figure_cards(found)
        self._place_figures()
        sections = [
            _tasks(found, today) if found.households or found.tasks else _first_steps(),
            _conferences(found, today),
            _approvals(found, today),
            _changes(found),
        ]
        if found.unfinished:
            sections.insert(0, unfinished_section(found.unfinished, self._session.room.now()))
        cards = [self._card(section) for section in sections]
        for position, card in enumerate(cards):
            self._cards.addWidget(card, position // 2, position % 2)
        self.setAccessibleDescription(_spoken(found))

    def _place_figures(self) -> None:
        """Place the figures in one row, or in two where they do not fit."""
        widths = [frame.minimumSizeHint().width() + _GAP for frame in self._figure_frames]
        in_a_row = 4 if sum(widths) + 2 * _EDGE <= self.viewport().width() else 2
        for position, frame in enumerate(self._figure_frames):
            self._figures.addWidget(frame, position // in_a_row, position % in_a_row)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place_figures()
        super().resizeEvent(event)

    def _figure_cards(self, found: Overview) -> list[QFrame]:
        overdue = ngettext("{n} overdue", "{n} overdue", found.overdue)
        return [
            self._figure(_("Households"), found.households, "page:households"),
            self._figure(
                _("Open tasks"),
                found.open_tasks,
                "page:tasks",
                Cell(overdue, tone=Tone.BAD, icon="circle-alert", shape=Shape.CHIP)
                if found.overdue
                else None,
            ),
            self._figure(_("Approvals that end soon"), found.ending, "page:households"),
            self._figure(_("Conferences in 14 days"), found.coming, "page:meetings"),
        ]

    def _figure(self, words: str, number: int, page: str, chip: Cell | None = None) -> QFrame:
        card = _card()
        column = QVBoxLayout(card)
        column.setContentsMargins(18, 12, 14, 10)
        column.setSpacing(2)
        made = link(words, lambda: self.wanted.emit(Target(page)))
        made.setAccessibleName(f"{words}: {number}")
        column.addWidget(made)
        row = QHBoxLayout()
        row.addWidget(Text(str(number), "figure"))
        if chip is not None:
            row.addWidget(Chip(self._session.room.theme, chip))
        row.addStretch(1)
        column.addLayout(row)
        return card

    def _card(self, section: Section) -> QFrame:
        card = _card()
        column = QVBoxLayout(card)
        column.setContentsMargins(18, 14, 14, 14)
        view = SectionView(self._session.room.theme, section)
        view.chosen.connect(self.wanted)
        column.addWidget(view)
        column.addStretch(1)
        return card


def _read(office: Office) -> Overview:
    return overview_of(office)


def _card() -> QFrame:
    made = QFrame()
    made.setObjectName("card")
    return made


def _empty(grid: QGridLayout) -> None:
    while (item := grid.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()


def _greeting(now: dt.datetime, user: str) -> str:
    if now.hour < 11:
        return _("Good morning, {name}").format(name=user)
    if now.hour < 18:
        return _("Hello, {name}").format(name=user)
    return _("Good evening, {name}").format(name=user)


def _minutes(found: Overview, today: dt.date) -> tuple[Fact, ...]:
    """Return the minutes that wait to be finished; nothing is due before them."""
    return tuple(
        Fact(
            distance(row.date, today),
            _("Finish the minutes"),
            "  ·  ".join(filter(None, (long_date(row.date), row.municipality_name))),
            icon="notebook-pen",
            tone=Tone.WARNING,
            target=Target("minutes", row.id),
        )
        for row in found.minutes
    )


def _tasks(found: Overview, today: dt.date) -> Section:
    facts = tuple(
        Fact(
            lateness(row.due_on, today),
            row.title,
            "  ·  ".join(filter(None, (row.head, row.assignee))),
            icon="circle-alert" if row.due_on < today else "square",
            tone=Tone.BAD if row.due_on < today else Tone.PLAIN,
            target=Target(row.kind, row.id),
        )
        for row in found.tasks
    )
    return Section(
        _("What is due"), _minutes(found, today) + facts, _("Nothing is due. Well done.")
    )


def _first_steps() -> Section:
    steps = (
        Fact(
            "",
            _("Import a list"),
            _("Brings in at once what your office keeps in a list."),
            "file-input",
            target=_IMPORT,
        ),
        Fact(
            "",
            _("New household"),
            _("Takes in one household by hand."),
            "house-plus",
            target=_NEW_HOUSEHOLD,
        ),
    )
    return Section(_("How to begin"), steps)


def _conferences(found: Overview, today: dt.date) -> Section:
    facts = tuple(
        Fact(
            distance(row.date, today),
            f"{weekday_name(row.date)}, {long_date(row.date)}",
            "  ·  ".join(filter(None, (row.municipality_name, row.place))),
            icon="calendar-days",
            target=Target("agenda", row.id),
        )
        for row in found.meetings
    )
    return Section(_("Next case conferences"), facts, _("None is planned yet."))


def _approvals(found: Overview, today: dt.date) -> Section:
    facts = tuple(
        Fact(
            _("has ended") if until < today else distance(until, today),
            row.head or row.pseudonym,
            "  ·  ".join(filter(None, (row.number, long_date(until)))),
            icon="triangle-alert" if until < today else "calendar-clock",
            tone=Tone.BAD if until < today else Tone.WARNING,
            target=Target("household", row.id),
        )
        for row in found.approvals
        if (until := row.approved_until) is not None
    )
    return Section(_("Approvals that end soon"), facts, _("No approval ends in the next weeks."))


def _changes(found: Overview) -> Section:
    facts = tuple(
        Fact(change.when, change.text, change.who, icon="history") for change in found.changes
    )
    return Section(_("What changed"), facts, _("Nothing has changed yet."))


def _spoken(found: Overview) -> str:
    return ngettext("{n} task is due", "{n} tasks are due", len(found.tasks) + len(found.minutes))
