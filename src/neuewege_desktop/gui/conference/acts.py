"""What is done with an item: the same keys for both parts, the service of its part for each."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from neuewege_desktop.domain.choices.work import DecisionKind, PromiseOutcome
from neuewege_desktop.domain.records import RecordId
from neuewege_desktop.domain.records.meeting import (
    AgendaItem,
    Decision,
    Meeting,
    TownItem,
    TownTask,
)
from neuewege_desktop.gui.conference.subjects import Decided, Subject
from neuewege_desktop.services.conference.agenda import drop_item, drop_town_item
from neuewege_desktop.services.conference.answering import answer_promise, answer_town_promise
from neuewege_desktop.services.conference.deciding import (
    decide,
    decide_with_town,
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
from neuewege_desktop.services.conference.promises import Promise
from neuewege_desktop.services.office import Office
from neuewege_desktop.services.outcome import Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What became of a promise."""

    promise: Promise
    outcome: PromiseOutcome
    new_due: dt.date | None = None
    reason: str = ""


def finish(office: Office, subject: Subject, spent_min: int) -> Outcome:
    """Say that an item was talked about; UserError names what must be answered before."""
    item = subject.item
    if isinstance(item, AgendaItem):
        return finish_item(office, item, spent_min)
    return finish_town_item(office, item)


def postpone(office: Office, subject: Subject, why: str) -> Outcome:
    """Put an item off; DecisionNeeded at the third time without a reason."""
    item = subject.item
    if isinstance(item, AgendaItem):
        return postpone_item(office, item, why)
    return postpone_town_item(office, item, why)


def drop(office: Office, subject: Subject, why: str) -> Outcome:
    """Take an item off the agenda; UserError without a reason."""
    item = subject.item
    if isinstance(item, AgendaItem):
        return drop_item(office, item.id, why)
    return drop_town_item(office, item.id, why)


def answer(office: Office, subject: Subject, meeting: Meeting, given: Answer) -> Outcome:
    """Say what became of a promise; Invalid if something is missing."""
    item, promise, outcome = subject.item, given.promise, given.outcome
    new_due, reason = given.new_due, given.reason
    if isinstance(item, AgendaItem):
        return answer_promise(office, item, promise, outcome, new_due=new_due, reason=reason)
    return answer_town_promise(office, meeting, promise, outcome, new_due=new_due, reason=reason)


def decide_on(office: Office, subject: Subject, made: Decision | TownTask) -> Outcome:
    """Keep a decision with its task at once, or a task with the municipality."""
    match subject.item, made:
        case AgendaItem() as item, Decision() as decision:
            return decide(office, item, decision)
        case TownItem() as topic, TownTask() as task:
            return decide_with_town(office, topic, task)
    raise TypeError("part A has decisions, part B has tasks")


def take_back(office: Office, subject: Subject, made: Decided) -> Outcome:
    """Take a decision back, and the task that came out of it."""
    match subject.item, made.record:
        case AgendaItem() as item, Decision() as decision:
            return withdraw_decision(office, item, decision.id)
        case TownItem() as topic, TownTask() as task:
            return withdraw_town_task(office, topic, task)
    raise TypeError("part A has decisions, part B has tasks")


def new_record(subject: Subject, next_day: dt.date, author: RecordId) -> Decision | TownTask:
    """Return a decision or task as its form begins: to be done until the next conference."""
    item = subject.item
    if isinstance(item, AgendaItem):
        return replace(new_decision(item, DecisionKind.INVITE, author), due_on=next_day)
    return new_town_task(item, next_day, author)
