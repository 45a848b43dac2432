"""The line at which a decision is entered, or a task with the municipality; Enter adds it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from neuewege_desktop.base.errors import UserError
from neuewege_desktop.base.i18n import N_, _
from neuewege_desktop.domain.choices.work import DecisionKind, MeetingPart
from neuewege_desktop.domain.records.meeting import Decision, TownTask
from neuewege_desktop.gui.conference.acts import new_record
from neuewege_desktop.gui.conference.decision_words import usual_words
from neuewege_desktop.gui.conference.due_day import DueDay
from neuewege_desktop.gui.conference.subjects import Decided, Subject, decision_place
from neuewege_desktop.gui.drafting import DraftKeeper
from neuewege_desktop.gui.kit.buttons import button, with_icon
from neuewege_desktop.gui.kit.editors.choices import ChoiceEditor, Option, choice_of
from neuewege_desktop.gui.kit.editors.texts import LineEditor
from neuewege_desktop.gui.kit.form import Field, Form
from neuewege_desktop.gui.kit.problem_line import ProblemLine
from neuewege_desktop.gui.kit.text import announce
from neuewege_desktop.gui.session import Session
from neuewege_desktop.services.conference.desk import Table
from neuewege_desktop.services.entries import NEW, Invalid


class DecisionEntry(QWidget):
    """Asks what was decided, who does it and until when; tells it once it is complete."""

    decided = Signal(object)  # Decision | TownTask

    def __init__(self, session: Session, part: MeetingPart, table: Table) -> None:
        super().__init__()
        self._session, self._part, self._table = session, part, table
        self._subject: Subject | None = None
        self._kind: DecisionKind | None = None
        self.form = Form(session.room.theme, self._fields())
        self.add_button = with_icon(
            button("", self.add, name="addDecision"), session.room.theme, "plus"
        )
        self.stop_button = button(_("Stop changing"), self._begin, name="stopChanging")
        self._problem = ProblemLine(session.room.theme)
        self._keeper = DraftKeeper(session, self.form)
        self._lay_out()
        self.form.edited.connect(self._follow_kind)

    def _fields(self) -> Sequence[Field]:
        room, day = self._session.room, self._table.file.meeting.day
        people: list[Option] = [(None, "–"), *self._table.people]
        due = Field("due_on", N_("Do&ne until"), lambda: DueDay(room, day, self._table.next_day))
        if self._part is MeetingPart.TOWN:
            return (
                Field("title", N_("&What is to be done"), LineEditor),
                Field("assignee", N_("Wh&o"), lambda: ChoiceEditor(people)),
                due,
            )
        return (
            Field("decision", N_("&Decision"), choice_of(DecisionKind), half=True),
            Field("responsible", N_("Wh&o"), lambda: ChoiceEditor(people), half=True),
            Field("text", N_("&What is to be done"), LineEditor),
            due,
        )

    def _lay_out(self) -> None:
        words = self.form.editor("text" if self._has_kinds else "title")
        if isinstance(words, LineEditor):  # there one is when everything is said: added beside it
            words.row.setSpacing(8)
            words.row.addWidget(self.add_button)
            words.row.addWidget(self.stop_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.form)
        column.addWidget(self._problem)

    # --- what it asks about ---------------------------------------------------------------------

    def show_subject(self, subject: Subject, draft: str) -> None:
        """Ask about another item; `draft` is what was typed about it before."""
        self._keeper.watch(decision_place(subject.key), None)
        self._subject = subject
        self._begin()
        if draft:
            self.form.retype(draft)
            self._kind = self._chosen_kind()

    def change(self, made: Decided) -> None:
        """Ask about a decision that is there already."""
        self._show(made.record)
        self.focus_first()

    def focus_first(self) -> None:
        """Go to the first field."""
        self.form.findChildren(QComboBox if self._has_kinds else QLineEdit)[0].setFocus()

    def keep_draft(self) -> None:
        """Write what waits to be written."""
        self._keeper.keep_now()

    @property
    def _has_kinds(self) -> bool:
        return self._part is MeetingPart.INTERNAL

    def _begin(self) -> None:
        if self._subject is not None:
            author = self._session.office.author
            made = new_record(self._subject, self._table.next_day, author)
            if isinstance(made, Decision):
                made = replace(made, text=usual_words(made.decision, self._day))
            self._show(made)

    @property
    def _day(self) -> dt.date:
        return self._table.file.meeting.day

    def _show(self, record: Decision | TownTask) -> None:
        self._problem.tell("")
        self.form.show_record(record)
        self._kind = self._chosen_kind()
        is_new = record.id == NEW
        words = _("&Add") if is_new else _("&Change")
        self.add_button.setText(f" {words}")
        self.add_button.setAccessibleName(
            _("Add the decision") if is_new else _("Change the decision")
        )
        self.stop_button.setVisible(not is_new)

    def _chosen_kind(self) -> DecisionKind | None:
        if not self._has_kinds:
            return None
        kind = self.form.editor("decision").value()
        return kind if isinstance(kind, DecisionKind) else None

    def _follow_kind(self) -> None:
        """Offer the usual words of the kind, unless somebody typed others."""
        kind, before = self._chosen_kind(), self._kind
        if kind is None or before is None or kind is before:
            return
        self._kind = kind
        text = self.form.editor("text")
        if text.value() in ("", usual_words(before, self._day)):
            text.show_value(usual_words(kind, self._day))
            text.edited.emit()

    # --- adding ---------------------------------------------------------------------------------

    def add(self) -> None:
        """Tell what was decided, or say what is missing."""
        record = self.form.record()
        if record is None:
            self.form.focus_problem()
            return
        self.add_button.setEnabled(False)
        self.decided.emit(record)

    def take_added(self) -> None:
        """Begin the next one: the last one was kept."""
        self._keeper.forget()
        self.add_button.setEnabled(True)
        self._begin()
        self.focus_first()

    def take_refusal(self, error: UserError) -> None:
        """Say why the decision could not be kept."""
        self.add_button.setEnabled(True)
        if isinstance(error, Invalid):
            self.form.show_problems(error.problems)
            self.form.focus_problem()
        else:
            self._problem.tell(str(error))
        announce(self, str(error))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_changing = self.stop_button.isVisible()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.add()
        elif event.key() == Qt.Key.Key_Escape and is_changing:
            self._begin()
        else:
            super().keyPressEvent(event)
