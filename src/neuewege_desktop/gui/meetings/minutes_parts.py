"""The two parts of minutes: the households with decisions, the topics with tasks."""

from __future__ import annotations

import datetime as dt

from typing_extensions import override

from neuewege_desktop.base.i18n import N_, _
from neuewege_desktop.domain.choices.work import DecisionKind
from neuewege_desktop.domain.records.meeting import AgendaItem, Decision, TownItem
from neuewege_desktop.gui.kit.deed_bar import RowDeed
from neuewege_desktop.gui.kit.numbered_rows import NumberedRow
from neuewege_desktop.gui.meetings.minutes_forms import (
    Item,
    decision_form,
    reply_form,
    town_task_form,
)
from neuewege_desktop.gui.meetings.minutes_leaf import Finish, MinutesLeaf, marked
from neuewege_desktop.gui.meetings.minutes_rows import (
    DECISION,
    DRAFT,
    PROMISE,
    TASK,
    talked_rows,
    topic_rows,
)
from neuewege_desktop.gui.session import Session
from neuewege_desktop.services.conference.deciding import (
    new_decision,
    new_town_task,
    withdraw_decision,
    withdraw_town_task,
)
from neuewege_desktop.services.conference.holding import (
    finish_item,
    finish_town_item,
    postpone_item,
    postpone_town_item,
)
from neuewege_desktop.services.conference.minutes_view import MinutesView
from neuewege_desktop.services.conference.promises import Promise
from neuewege_desktop.services.conference.reading import ItemLine, TownLine

_FORTNIGHT = dt.timedelta(14)
_CASE_DEEDS = (
    RowDeed(code="decide", text=N_("Decision …"), icon="plus", keys="Ins", fits=marked(DRAFT)),
    RowDeed(code="answer", text=N_("Answer it …"), icon="circle-help", fits=marked(DRAFT, PROMISE)),
    RowDeed(code="withdraw", text=N_("Remove"), icon="x", keys="Del", fits=marked(DRAFT, DECISION)),
)
_TOWN_DEEDS = (
    RowDeed(code="townTask", text=N_("Task …"), icon="plus", keys="Ins", fits=marked(DRAFT)),
    RowDeed(code="withdraw", text=N_("Remove"), icon="x", keys="Del", fits=marked(DRAFT, TASK)),
)


class MinutesA(MinutesLeaf):
    """Part A: what was said and decided about each household."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, _("Part A, internal"), _CASE_DEEDS)
        self.does_also({"decide": self._decide, "answer": self._answer, "withdraw": self._withdraw})

    def show_view(self, view: MinutesView) -> None:
        """Show the minutes of a conference."""
        self.view = view
        self.show_rows(list(talked_rows(view)), _("No household was on the agenda."))

    def _line(self, key: int) -> ItemLine | None:
        lines = self.view.file.items if self.view is not None else ()
        return next((line for line in lines if key in _keys(line)), None)

    @override
    def item_of(self, key: int) -> AgendaItem | None:
        line = self._line(key)
        return line.item if line is not None else None

    @override
    def finishing(self, item: Item) -> Finish:
        if not isinstance(item, AgendaItem):
            raise TypeError("part A has items of cases")
        return lambda office: finish_item(office, item)

    @override
    def postponing(self, item: Item, why: str) -> Finish:
        if not isinstance(item, AgendaItem):
            raise TypeError("part A has items of cases")
        return lambda office: postpone_item(office, item, why)

    def _decide(self, row: NumberedRow | None) -> None:
        line = self._line(row.key) if row is not None else None
        if line is None:
            return
        room = self.session.room
        self.open_form(
            _("Decision: {what}").format(what=line.head or line.name),
            lambda office: decision_form(
                office, room, line.item, new_decision(line.item, DecisionKind.OTHER, office.author)
            ),
        )

    def _answer(self, row: NumberedRow | None) -> None:
        if row is not None:
            self.open_part(row.key)

    @override
    def open_part(self, key: int, field: str = "") -> None:
        """Open the form of a decision, or the answer to a promise."""
        if (line := self._line(key)) is None:
            return
        decisions = {decided.decision.id: decided.decision for decided in line.decisions}
        promises = {promise.task.id: promise for promise in line.promises}
        if key in decisions:
            self._open_decision(line, decisions[key], field)
        elif key in promises:
            self._open_promise(line, promises[key])

    def _open_decision(self, line: ItemLine, decision: Decision, field: str) -> None:
        room = self.session.room
        self.open_form(
            _("Decision: {what}").format(what=line.head or line.name),
            lambda office: decision_form(office, room, line.item, decision),
            field=field,
        )

    def _open_promise(self, line: ItemLine, promise: Promise) -> None:
        room = self.session.room
        self.open_form(
            _("Promise: {what}").format(what=promise.task.title),
            lambda _office: reply_form(room, line.item, promise),
        )

    def answer_first_promise(self, item: int) -> None:
        """Open the answer to the first promise of an item that has none."""
        line = self._line(item)
        if line is not None and line.promises:
            self.open_part(line.promises[0].task.id)

    def _withdraw(self, row: NumberedRow | None) -> None:
        line = self._line(row.key) if row is not None else None
        if line is not None and row is not None:
            self.act(lambda office: withdraw_decision(office, line.item, row.key))


def _keys(line: ItemLine) -> set[int]:
    """Return the keys of all rows of an item."""
    decisions = {decided.decision.id for decided in line.decisions}
    return {line.item.id, *decisions, *(promise.task.id for promise in line.promises)}


class MinutesB(MinutesLeaf):
    """Part B: what was said about each topic with the municipality."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, _("Part B, with the municipality"), _TOWN_DEEDS)
        self.does_also({"townTask": self._add_task, "withdraw": self._withdraw})

    def show_view(self, view: MinutesView) -> None:
        """Show the minutes of a conference."""
        self.view = view
        self.show_rows(list(topic_rows(view)), _("No topic was talked about."))

    def _line(self, key: int) -> TownLine | None:
        lines = self.view.file.town_items if self.view is not None else ()
        return next(
            (line for line in lines if key in {line.item.id, *(t.id for t, _name in line.tasks)}),
            None,
        )

    @override
    def item_of(self, key: int) -> TownItem | None:
        line = self._line(key)
        return line.item if line is not None else None

    @override
    def finishing(self, item: Item) -> Finish:
        if not isinstance(item, TownItem):
            raise TypeError("part B has topics")
        return lambda office: finish_town_item(office, item)

    @override
    def postponing(self, item: Item, why: str) -> Finish:
        if not isinstance(item, TownItem):
            raise TypeError("part B has topics")
        return lambda office: postpone_town_item(office, item, why)

    def _add_task(self, row: NumberedRow | None) -> None:
        line = self._line(row.key) if row is not None else None
        if line is None:
            return
        room, due = self.session.room, self.session.room.today() + _FORTNIGHT
        self.open_form(
            _("Task: {what}").format(what=line.item.topic),
            lambda office: town_task_form(
                office, room, line.item, new_town_task(line.item, due, office.author)
            ),
        )

    @override
    def open_part(self, key: int, field: str = "") -> None:
        """Open the form of a task."""
        if (line := self._line(key)) is None:
            return
        room = self.session.room
        task = next(task for task, _name in line.tasks if task.id == key)
        self.open_form(
            _("Task: {what}").format(what=line.item.topic),
            lambda office: town_task_form(office, room, line.item, task),
            field=field,
        )

    def _withdraw(self, row: NumberedRow | None) -> None:
        line = self._line(row.key) if row is not None else None
        if line is None or row is None:
            return
        task = next(task for task, _name in line.tasks if task.id == row.key)
        self.act(lambda office: withdraw_town_task(office, line.item, task))
