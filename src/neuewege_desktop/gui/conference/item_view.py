"""The item that is being talked about: what is owed, what is said, what is decided."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from neuewege_desktop.base.i18n import _
from neuewege_desktop.domain.records.meeting import Decision, TownTask
from neuewege_desktop.gui.conference import acts
from neuewege_desktop.gui.conference.decided_list import DecidedList
from neuewege_desktop.gui.conference.decision_entry import DecisionEntry
from neuewege_desktop.gui.conference.discretion import Shown
from neuewege_desktop.gui.conference.due_day import DueDay
from neuewege_desktop.gui.conference.promise_card import PromiseCard
from neuewege_desktop.gui.conference.promises_panel import PromisesPanel
from neuewege_desktop.gui.conference.reading import View
from neuewege_desktop.gui.conference.result_text import ResultText
from neuewege_desktop.gui.conference.stopwatch import Reading
from neuewege_desktop.gui.conference.subjects import Decided, Subject, place_in_part
from neuewege_desktop.gui.kit.chip import Chip
from neuewege_desktop.gui.kit.flow import FlowLayout
from neuewege_desktop.gui.kit.look.colours import Tone
from neuewege_desktop.gui.kit.text import Text
from neuewege_desktop.gui.pages.state_chips import chip_of
from neuewege_desktop.gui.session import Session
from neuewege_desktop.services.conference.desk import Table


class ItemView(QScrollArea):
    """Shows one item of either part; what is entered is kept at once."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._theme = session.room.theme
        self._subject: Subject | None = None
        self._table: Table | None = None
        self._asked: tuple[object, ...] = ()  # what the line for decisions offers
        self.setObjectName("itemView")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._place = Text("", "second")
        self._title = Text("", "title", wrap=True)
        self._subtitle = Text("", "second", wrap=True)
        self.figures = Text("", "figure")
        self.figures.setObjectName("figures")
        self.over = Text("", "hint", wrap=True)
        self._reasons = Text("", "second", wrap=True)
        self.promises = PromisesPanel(session.room)
        self.result = ResultText(session)
        self.decided = DecidedList(self._theme)
        self.entry: DecisionEntry | None = None
        self._lay_out()
        self.promises.answered.connect(self._answer)
        self.decided.change_wanted.connect(self._change)
        self.decided.return_wanted.connect(self._take_back)
        # What is below the text decides how much room is left for it.
        self._fitting = QTimer(self)
        self._fitting.setSingleShot(True)
        self._fitting.setInterval(0)
        self._fitting.timeout.connect(self._fit)

    def _lay_out(self) -> None:
        content = QWidget()
        content.setObjectName("content")
        self._head = QHBoxLayout()
        self._head.setSpacing(14)
        words = QVBoxLayout()
        words.setSpacing(2)
        where = QWidget()
        self._place_row = FlowLayout(where, gap=10)
        self._place_row.addWidget(self._place)
        words.addWidget(where)
        words.addWidget(self._title)
        words.addWidget(self._subtitle)
        clock = QVBoxLayout()
        clock.setSpacing(0)
        for made in (self.figures, self.over):
            made.setAlignment(Qt.AlignmentFlag.AlignRight)
            clock.addWidget(made)
        clock.addStretch(1)
        self._head.addLayout(words, 1)
        self._head.addLayout(clock)
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(20, 14, 20, 14)
        self._column.setSpacing(10)
        self._column.addLayout(self._head)
        for each in (self._reasons, self.promises, self.result, self.decided):
            self._column.addWidget(each)
        self._column.addStretch(1)
        self.setWidget(content)
        content.installEventFilter(self)

    # --- what it shows --------------------------------------------------------------------------

    @property
    def subject(self) -> Subject | None:
        """Return what is shown."""
        return self._subject

    def show_view(self, view: View) -> None:
        """Show an item, or how things stand with the one that is shown."""
        subject = view.subject
        if subject is None:
            return
        before, self._subject = self._subject, subject
        focus = self.window().focusWidget()
        is_other = before is None or before.key != subject.key
        entry = self._entry_for(subject, view.table)
        self._tell(subject)
        meeting = view.table.file.meeting
        self.promises.show_promises(subject.promises, meeting.day, view.table.next_day)
        if is_other:
            self.result.show_item(subject.item, view.drafts.result)
            self.verticalScrollBar().setValue(0)
            self.result.text.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.result.change_behind(subject.item)
        if is_other or entry is not self.entry:
            entry.show_subject(subject, view.drafts.decision)
        self.entry = entry
        self.result.set_readable(subject.is_readable)
        self.decided.show_decided(subject.decided)
        self._follow(focus)
        self._fitting.start()

    def _follow(self, focus: QWidget | None) -> None:
        """Give the keyboard on where what had it is gone: answered, or taken back."""
        if focus is None or focus.isVisible():
            return
        if self.promises.isAncestorOf(focus) and self.promises.cards:
            self.promises.focus_first()
        elif self.isAncestorOf(focus):
            self.result.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Hold no word of the item any more: it may not be seen."""
        self._subject = None
        for words in (self._place, self._title, self._subtitle, self._reasons):
            words.clear()
        self.promises.clear()
        self.result.forget()
        self.decided.show_decided(())
        if self.entry is not None:
            self._drop(self.entry)
            self.entry = None

    def _tell(self, subject: Subject) -> None:
        self._place.setText(place_in_part(subject))
        self._title.setText(subject.title)
        self._subtitle.setText(subject.subtitle)
        self._subtitle.setVisible(bool(subject.subtitle))
        # Otherwise they stand on the case sheet beside it.
        lines = list(subject.reasons) if subject.shown is Shown.PSEUDONYM else []
        if not subject.is_readable:
            lines.append(_("The result that was noted names people and stays out of sight."))
        self._reasons.setText("\n".join(lines))
        self._reasons.setVisible(bool(lines))
        while (item := self._place_row.takeAt(1)) is not None:
            if (chip := item.widget()) is not None:
                chip.hide()
                chip.deleteLater()
        self._place_row.addWidget(Chip(self._theme, chip_of(subject.item.state)))

    def _entry_for(self, subject: Subject, table: Table) -> DecisionEntry:
        """Return the line for decisions, made anew where the people or the days are others."""
        asked = (subject.part, table.people, table.next_day)
        before, self._table = self.entry, table
        if before is not None and asked == self._asked:
            return before
        self._asked = asked
        if before is not None:
            self._drop(before)
        made = DecisionEntry(self._session, subject.part, table)
        made.decided.connect(self._decide)
        self._column.insertWidget(self._column.count() - 1, made)
        return made

    def _drop(self, entry: DecisionEntry) -> None:
        entry.keep_draft()
        self._column.removeWidget(entry)
        entry.hide()
        entry.deleteLater()

    def tell_time(self, reading: Reading) -> None:
        """Show how long the item has been talked about."""
        self.figures.setText(reading.figures)
        self.over.setText(reading.words)
        tone = Tone.WARNING if reading.is_over else Tone.PLAIN
        if self.over.property("tone") != tone.value:
            self.over.set_tone(tone)
            self.figures.set_tone(tone)

    # --- what is entered ------------------------------------------------------------------------

    def _answer(self, given: acts.Answer) -> None:
        subject, table = self._subject, self._table
        if subject is None or table is None:
            return
        meeting = table.file.meeting
        self._session.act(
            lambda office: acts.answer(office, subject, meeting, given),
            failed=lambda error: self.promises.take_refusal(given.promise, error),
            owner=self,
        )

    def _decide(self, made: Decision | TownTask) -> None:
        subject, entry = self._subject, self.entry
        if subject is None or entry is None:
            return
        self._session.act(
            lambda office: acts.decide_on(office, subject, made),
            lambda _outcome: entry.take_added(),
            entry.take_refusal,
            owner=entry,
        )

    def _change(self, made: Decided) -> None:
        if self.entry is not None:
            self.entry.change(made)

    def _take_back(self, made: Decided) -> None:
        subject = self._subject
        if subject is not None:
            self._session.act(lambda office: acts.take_back(office, subject, made), owner=self)

    def choose_day(self, place: int) -> None:
        """Enter one of the usual days where a day is asked for: in an answer, or a decision."""
        asked = [found for found in self.findChildren(DueDay) if found.isVisible()]
        here = self.window().focusWidget()
        near = [found for found in asked if here is not None and _card_of(found).isAncestorOf(here)]
        for found in (near or asked[::-1])[:1]:
            found.quick[place].click()

    def leave(self) -> None:
        """Note what was said, and keep what was not added yet as a draft."""
        self.result.note()
        if self.entry is not None:
            self.entry.keep_draft()

    def keep_drafts(self) -> None:
        """Keep everything that is being typed, at once."""
        self.result.keep_draft()
        if self.entry is not None:
            self.entry.keep_draft()

    # --- room -----------------------------------------------------------------------------------

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self._fitting.start()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        """Give the text what the rest leaves free."""
        # As if there were a scroll bar: otherwise it would come and go with the lines it breaks.
        width = self.width() - self.verticalScrollBar().sizeHint().width()
        height = self.viewport().height()
        needed = max(self._column.heightForWidth(width), self._column.minimumSize().height())
        self.result.stretch(height - needed, height)


def _card_of(day: DueDay) -> QWidget:
    """Return what asks for a day: the card of a promise, or the line for decisions."""
    asking: QWidget = day
    while not isinstance(asking, PromiseCard | DecisionEntry):
        parent = asking.parentWidget()
        if parent is None:
            return day
        asking = parent
    return asking
