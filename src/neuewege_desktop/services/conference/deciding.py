"""Decisions of a conference; each brings its task with it at once."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from neuewege_desktop.base.errors import UserError
from neuewege_desktop.base.i18n import _
from neuewege_desktop.domain.choices.work import (
    DecisionKind,
    TaskKind,
    TaskOrigin,
    TaskState,
)
from neuewege_desktop.domain.records import Life, RecordId
from neuewege_desktop.domain.records.case import Task
from neuewege_desktop.domain.records.meeting import AgendaItem, Decision, TownItem, TownTask
from neuewege_desktop.domain.records.minutes import PromiseAnswer
from neuewege_desktop.services.conference.facts import STILL_OPEN
from neuewege_desktop.services.conference.holding import being_held, still_written
from neuewege_desktop.services.entries.saving import (
    NEW,
    as_it_stands,
    keep,
    problems_together,
    refuse_blocking,
)
from neuewege_desktop.services.labels import ActLabel
from neuewege_desktop.services.office import Office
from neuewege_desktop.store.writer import Outcome, Writer


def decide(office: Office, item: AgendaItem, decision: Decision) -> Outcome:
    """Keep a new or changed decision on an item, and its task with it.

    With a day until which it is done it is a promise: a task of who is responsible. „Keep
    observing“ also brings a follow-up, which puts the household on the agenda again (R02).
    Without a day it is a note, and no task.
    """
    with office.store.writing(ActLabel.DECIDED, office.author) as writer:
        being_held(writer, item.meeting)
        refuse_blocking(problems_together(writer, office, [decision]))
        if decision.due_on is None:
            _refuse_answered(writer, decision.id)
        before = writer.get(Decision, decision.id) if decision.id != NEW else None
        kept = keep(writer, decision)
        tasks = writer.find(Task, decision=kept.id) if before is not None else []
        wanted = _kinds(kept) if kept.due_on is not None else ()
        for task in tasks:
            if task.task in wanted and before is not None:
                writer.save(_follow(task, before, kept))
            elif task.state in STILL_OPEN:
                writer.save(replace(task, life=Life.WITHDRAWN))
        for kind in wanted:
            if all(task.task != kind for task in tasks):
                _new_task(writer, item, kept, kind)
    return writer.outcome


def _kinds(decision: Decision) -> tuple[TaskKind, ...]:
    if decision.decision == DecisionKind.OBSERVE:
        return TaskKind.TASK, TaskKind.FOLLOW_UP
    return (TaskKind.TASK,)


def _new_task(writer: Writer, item: AgendaItem, decision: Decision, kind: TaskKind) -> None:
    if decision.due_on is None:
        return
    task = Task(
        id=writer.new_id(),
        scope=item.scope,
        case=item.case,
        task=kind,
        title=_title(decision),
        assignee=decision.responsible,
        due_on=decision.due_on,
        origin=TaskOrigin.DECISION,
        decision=decision.id,
    )
    writer.add(task)


def _follow(task: Task, before: Decision, after: Decision) -> Task:
    """Return a task with what changed in its decision; what somebody moved since stays."""
    if _title(after) != _title(before):
        task = replace(task, title=_title(after))
    if after.responsible != before.responsible:
        task = replace(task, assignee=after.responsible)
    if after.due_on is not None and after.due_on != before.due_on:
        task = replace(task, due_on=after.due_on)
    return task


def _title(decision: Decision) -> str:
    return decision.text.strip() or decision.decision.label


def withdraw_decision(office: Office, item: AgendaItem, decision: RecordId) -> Outcome:
    """Take a decision back while its minutes are written; its open tasks go with it."""
    with office.store.writing(ActLabel.DECIDED, office.author) as writer:
        still_written(writer, item.meeting)
        _refuse_answered(writer, decision)
        for task in writer.find(Task, decision=decision):
            writer.save(replace(task, life=Life.WITHDRAWN))
        found = writer.get(Decision, decision)
        if found is not None:
            writer.save(replace(found, life=Life.WITHDRAWN))
    return writer.outcome


def _refuse_answered(writer: Writer, decision: RecordId) -> None:
    """Raise UserError if somebody has already acted on a decision: it cannot vanish any more."""
    tasks = writer.find(Task, decision=decision)
    if any(task.state not in STILL_OPEN for task in tasks) or writer.find(
        PromiseAnswer, task=[task.id for task in tasks]
    ):
        raise UserError(
            _("This decision was answered already. It stays; you can write a note about it.")
        )


def new_decision(item: AgendaItem, kind: DecisionKind, author: RecordId | None) -> Decision:
    """Return a decision on an item as its form begins."""
    return Decision(
        id=NEW, scope=item.scope, item=item.id, decision=kind, text="", responsible=author
    )


def decide_with_town(office: Office, item: TownItem, task: TownTask) -> Outcome:
    """Keep a new or changed task that came out of a topic with the municipality."""
    with office.store.writing(ActLabel.DECIDED, office.author) as writer:
        being_held(writer, item.meeting)
        refuse_blocking(problems_together(writer, office, [task]))
        keep(writer, replace(task, item=item.id))
    return writer.outcome


def withdraw_town_task(office: Office, item: TownItem, task: TownTask) -> Outcome:
    """Take a task of this conference back while its minutes are written."""
    with office.store.writing(ActLabel.DECIDED, office.author) as writer:
        still_written(writer, item.meeting)
        writer.save(replace(as_it_stands(writer, task), life=Life.WITHDRAWN))
    return writer.outcome


def new_town_task(item: TownItem, due_on: dt.date, author: RecordId | None) -> TownTask:
    """Return a task of a topic as its form begins."""
    return TownTask(
        id=NEW,
        scope=item.scope,
        item=item.id,
        title="",
        assignee=author,
        due_on=due_on,
        state=TaskState.OPEN,
    )
