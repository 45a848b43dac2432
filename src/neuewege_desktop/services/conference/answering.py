"""The answers that a conference gives to promises of earlier ones: kept, a new date, dropped."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import replace

from neuewege_desktop.base.errors import UserError
from neuewege_desktop.base.i18n import _
from neuewege_desktop.domain.choices.work import PromiseOutcome, TaskState
from neuewege_desktop.domain.conference.promises import answer_problems
from neuewege_desktop.domain.records import RecordId
from neuewege_desktop.domain.records.case import Task
from neuewege_desktop.domain.records.meeting import AgendaItem, Meeting, TownTask
from neuewege_desktop.domain.records.minutes import PromiseAnswer, TownPromiseAnswer
from neuewege_desktop.services.conference.facts import STILL_OPEN
from neuewege_desktop.services.conference.holding import being_held
from neuewege_desktop.services.conference.promises import Promise
from neuewege_desktop.services.entries.saving import as_it_stands, refuse_blocking
from neuewege_desktop.services.labels import ActLabel
from neuewege_desktop.services.office import Office
from neuewege_desktop.store.writer import Outcome, Writer


def answer_promise(
    office: Office,
    item: AgendaItem,
    promise: Promise,
    outcome: PromiseOutcome,
    *,
    new_due: dt.date | None = None,
    reason: str = "",
) -> Outcome:
    """Say at an item of the agenda what became of a promise; Invalid if something is missing.

    UserError if it was answered already, or the minutes are released.
    """
    with office.store.writing(ActLabel.ANSWERED, office.author) as writer:
        day = being_held(writer, item.meeting).day
        _refuse(outcome, new_due, reason, day, promise.moved)
        task = as_it_stands(writer, promise.task)
        here = {found.id for found in writer.find(AgendaItem, meeting=item.meeting)}
        answers = writer.find(PromiseAnswer, task=task.id)
        _refuse_answered(task, {answer.item for answer in answers} & here)
        answer = PromiseAnswer(
            id=writer.new_id(),
            scope=item.scope,
            task=task.id,
            item=item.id,
            outcome=outcome,
            new_due=new_due if outcome == PromiseOutcome.NEW_DATE else None,
            reason=reason,
        )
        writer.add(answer)
        _settle(writer, task, outcome, new_due, reason, day)
    return writer.outcome


def answer_town_promise(
    office: Office,
    meeting: Meeting,
    promise: Promise,
    outcome: PromiseOutcome,
    *,
    new_due: dt.date | None = None,
    reason: str = "",
) -> Outcome:
    """Say at a conference what became of a task with the municipality; as `answer_promise`."""
    with office.store.writing(ActLabel.ANSWERED, office.author) as writer:
        day = being_held(writer, meeting.id).day
        _refuse(outcome, new_due, reason, day, promise.moved)
        task = as_it_stands(writer, promise.task)
        answers = writer.find(TownPromiseAnswer, task=task.id, meeting=meeting.id)
        _refuse_answered(task, {answer.id for answer in answers})
        answer = TownPromiseAnswer(
            id=writer.new_id(),
            scope=meeting.scope,
            task=task.id,
            meeting=meeting.id,
            outcome=outcome,
            new_due=new_due if outcome == PromiseOutcome.NEW_DATE else None,
            reason=reason,
        )
        writer.add(answer)
        _settle(writer, task, outcome, new_due, reason, day)
    return writer.outcome


def _refuse(
    outcome: PromiseOutcome, new_due: dt.date | None, reason: str, day: dt.date, moved: int
) -> None:
    problems = answer_problems(outcome, new_due, reason, day=day, postponed_before=moved)
    refuse_blocking(list(problems))


def _refuse_answered(task: Task | TownTask, here: Collection[RecordId]) -> None:
    """Raise UserError if this conference, or anybody meanwhile, has answered a promise."""
    if here or task.state not in STILL_OPEN:
        raise UserError(
            _("This promise was answered already. Undo that answer first if it was wrong.")
        )


def _settle(
    writer: Writer,
    task: Task | TownTask,
    outcome: PromiseOutcome,
    new_due: dt.date | None,
    reason: str,
    day: dt.date,
) -> None:
    """Bring the task, and the follow-up that goes with it, to what was answered."""
    for found in (task, *_twins(writer, task)):
        match outcome:
            case PromiseOutcome.KEPT:
                writer.save(replace(found, state=TaskState.DONE, done_on=day))
            case PromiseOutcome.DROPPED:
                writer.save(replace(found, state=TaskState.DROPPED, result=reason))
            case PromiseOutcome.NEW_DATE if new_due is not None:
                writer.save(replace(found, due_on=new_due))


def _twins(writer: Writer, task: Task | TownTask) -> list[Task]:
    """Return the open follow-ups of the same decision."""
    if not isinstance(task, Task) or task.decision is None:
        return []
    found = writer.find(Task, decision=task.decision)
    return [other for other in found if other.id != task.id and other.state in STILL_OPEN]
