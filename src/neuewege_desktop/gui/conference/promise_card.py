"""A promise of an earlier conference that waits for its answer: kept, a new date, or dropped."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGroupBox, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from neuewege_desktop.base.errors import UserError
from neuewege_desktop.base.formats import long_date
from neuewege_desktop.base.i18n import N_, _, ngettext
from neuewege_desktop.domain.choices.work import PromiseOutcome
from neuewege_desktop.gui.conference.acts import Answer
from neuewege_desktop.gui.conference.due_day import DueDay
from neuewege_desktop.gui.kit.buttons import button, with_icon
from neuewege_desktop.gui.kit.editors.editor import Unreadable
from neuewege_desktop.gui.kit.editors.texts import LineEditor
from neuewege_desktop.gui.kit.flow import FlowLayout
from neuewege_desktop.gui.kit.look.theme import Theme
from neuewege_desktop.gui.kit.problem_line import ProblemLine
from neuewege_desktop.gui.kit.room import Room
from neuewege_desktop.gui.kit.text import Text, announce
from neuewege_desktop.gui.kit.words import lateness
from neuewege_desktop.services.conference.promises import Promise

_OUTCOMES = (
    (PromiseOutcome.KEPT, "circle-check", "kept", N_("Kept")),
    (PromiseOutcome.NEW_DATE, "calendar-clock", "newDate", N_("New date …")),
    (PromiseOutcome.DROPPED, "circle-x", "dropped", N_("Dropped …")),
)


class PromiseCard(QGroupBox):
    """Shows one promise and its three answers; two of them ask something more."""

    answered = Signal(object)  # Answer

    def __init__(self, room: Room, promise: Promise, day: dt.date, next_day: dt.date) -> None:
        super().__init__()
        self.setObjectName("promise")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(promise.task.title)
        self.promise = promise
        self._outcome: PromiseOutcome | None = None
        self.buttons = {each[0]: self._button(room.theme, *each) for each in _OUTCOMES}
        self.day = DueDay(room, day, next_day)
        self.day.set_name(_("New date for: {what}").format(what=promise.task.title))
        self.reason = LineEditor()
        self.problem = ProblemLine(room.theme)
        self._words = Text(_("Why?"), "label")
        self._more = self._questions()
        self._lay_out(day)

    def _button(
        self, theme: Theme, outcome: PromiseOutcome, icon: str, name: str, words: str
    ) -> QPushButton:
        made = button(_(words), lambda: self.begin(outcome), name=name)
        made.setAccessibleDescription(self.promise.task.title)
        return with_icon(made, theme, icon)

    def _questions(self) -> QWidget:
        asked = QWidget()
        self.reason.set_name(_("Why: {what}").format(what=self.promise.task.title))
        self._words.setBuddy(self.reason.line)
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=8)
        flow.addWidget(button(_("Enter the answer"), self._answer, name="answer"))
        flow.addWidget(button(_("Not yet"), self.leave, name="leaveAnswer"))
        column = QVBoxLayout(asked)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.day)
        column.addWidget(self._words)
        column.addWidget(self.reason)
        column.addWidget(self.problem)
        column.addWidget(buttons)
        asked.hide()
        return asked

    def _lay_out(self, day: dt.date) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 10)
        column.setSpacing(4)
        column.addWidget(Text(self.promise.task.title, "value", wrap=True))
        column.addWidget(Text("  ·  ".join(_facts(self.promise, day)), "hint", wrap=True))
        answers = QWidget()
        flow = FlowLayout(answers, gap=8)
        for made in self.buttons.values():
            flow.addWidget(made)
        column.addWidget(answers)
        column.addWidget(self._more)

    # --- answering ------------------------------------------------------------------------------

    def begin(self, outcome: PromiseOutcome) -> None:
        """Give an answer, or ask what more it needs."""
        self._outcome = outcome
        if outcome is PromiseOutcome.KEPT:
            self._answer()
            return
        is_new_date = outcome is PromiseOutcome.NEW_DATE
        self.day.setVisible(is_new_date)
        self._ask_why(not is_new_date)
        self._more.show()
        self.problem.tell("")
        (self.day.line if is_new_date else self.reason.line).setFocus()

    def _ask_why(self, asked: bool) -> None:
        self._words.setVisible(asked)
        self.reason.setVisible(asked)

    def _answer(self) -> None:
        if self._outcome is None:
            return
        try:
            new_due = self.day.value() if self._outcome is PromiseOutcome.NEW_DATE else None
        except Unreadable as wrong:
            self._say(str(wrong))
            return
        reason = self.reason.value() if not self.reason.isHidden() else ""
        given = Answer(promise=self.promise, outcome=self._outcome, new_due=new_due, reason=reason)
        self.answered.emit(given)

    def take_refusal(self, error: UserError) -> None:
        """Say what is missing; the field for the reason comes when a reason is missing."""
        problems = getattr(error, "problems", ())
        self._more.show()
        if any(problem.field == "reason" for problem in problems):
            self._ask_why(True)
            self.reason.line.setFocus()
        self._say("\n".join(problem.text for problem in problems) or str(error))

    def _say(self, text: str) -> None:
        self.problem.tell(text)
        announce(self, text)

    def leave(self) -> None:
        """Give no answer yet."""
        self._more.hide()
        self.buttons[self._outcome or PromiseOutcome.KEPT].setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_asking = not self._more.isHidden()
        if is_asking and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.modifiers():
                self._answer()
                return
        elif is_asking and event.key() == Qt.Key.Key_Escape:
            self.leave()
            return
        super().keyPressEvent(event)


def _facts(promise: Promise, day: dt.date) -> Iterator[str]:
    yield _("decided on {day}").format(day=long_date(promise.decided_on))
    yield promise.responsible or _("nobody yet")
    due = promise.task.due_on
    yield _("due {day}, {lateness}").format(day=long_date(due), lateness=lateness(due, day))
    if promise.moved:
        yield ngettext("moved once already", "moved {n} times already", promise.moved)
