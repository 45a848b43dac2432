"""The forms of minutes: a result, a decision, an answer to a promise, a task, a correction."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from neuewege_desktop.base.i18n import N_, _
from neuewege_desktop.domain.choices.work import DecisionKind, PromiseOutcome
from neuewege_desktop.domain.records.meeting import AgendaItem, Decision, TownItem, TownTask
from neuewege_desktop.gui.kit.editors.choices import ChoiceEditor, Option, choice_of
from neuewege_desktop.gui.kit.editors.days import DayEditor, NeededDayEditor
from neuewege_desktop.gui.kit.editors.texts import LineEditor, LinesEditor
from neuewege_desktop.gui.kit.form import Field
from neuewege_desktop.gui.kit.room import Room
from neuewege_desktop.gui.pages.asking import asking
from neuewege_desktop.gui.record_editor import Editing
from neuewege_desktop.services.conference.answering import answer_promise
from neuewege_desktop.services.conference.deciding import decide, decide_with_town
from neuewege_desktop.services.conference.holding import draft_place, note
from neuewege_desktop.services.conference.minutes import CorrectionLine
from neuewege_desktop.services.conference.promises import Promise
from neuewege_desktop.services.drafts import draft_at
from neuewege_desktop.services.office import Office
from neuewege_desktop.services.outcome import Outcome
from neuewege_desktop.services.project import staff_names

Item = AgendaItem | TownItem


@dataclass(frozen=True, slots=True)
class Reply:
    """What a person answers to a promise."""

    outcome: PromiseOutcome
    new_due: dt.date | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Mistake:
    """What shall be read instead at an item of released minutes, and why."""

    now: str
    reason: str = ""


def result_form(office: Office, item: Item) -> Editing:
    """Return the form for what was said about an item."""
    place = f"{draft_place(item)}/form"  # the screen of the conference keeps its text beside it
    draft = draft_at(office, place)

    def save(office: Office, _before: Any, after: Item, _place: str) -> Outcome:  # noqa: ANN401
        return note(office, item, after.discussion)

    return Editing(
        value=item,
        fields=(Field("discussion", N_("&Result"), lambda: LinesEditor(lines=8)),),
        place=place,
        record=item.id,
        check=lambda _office, _value: (),
        save=save,
        draft=(draft.text, draft.at) if draft is not None else None,
    )


def decision_form(office: Office, room: Room, item: AgendaItem, decision: Decision) -> Editing:
    """Return the form of a decision; with a day it becomes a task at once."""
    fields = (
        Field("decision", N_("&Kind"), choice_of(DecisionKind)),
        Field("text", N_("&What was decided"), lambda: LinesEditor(lines=2)),
        Field("responsible", N_("Who carries it &out"), _staff(office), half=True),
        Field("due_on", N_("D&ue on"), lambda: DayEditor(room), half=True),
    )
    return asking(decision, fields, lambda office, after: decide(office, item, after), _("&Save"))


def town_task_form(office: Office, room: Room, item: TownItem, task: TownTask) -> Editing:
    """Return the form of a task that came out of a topic with the municipality."""
    fields = (
        Field("title", N_("What is to be &done"), LineEditor, N_("Without names of clients.")),
        Field("assignee", N_("&Who does it"), _staff(office), half=True),
        Field("due_on", N_("D&ue on"), lambda: NeededDayEditor(room), half=True),
    )
    return asking(
        task, fields, lambda office, after: decide_with_town(office, item, after), _("&Save")
    )


def reply_form(room: Room, item: AgendaItem, promise: Promise) -> Editing:
    """Return the form that answers a promise of an earlier conference."""
    fields = (
        Field("outcome", N_("What &became of it"), choice_of(PromiseOutcome)),
        Field("new_due", N_("&New date"), lambda: DayEditor(room)),
        Field("reason", N_("&Why"), lambda: LinesEditor(lines=2)),
    )

    def save(office: Office, reply: Reply) -> Outcome:
        return answer_promise(
            office, item, promise, reply.outcome, new_due=reply.new_due, reason=reply.reason
        )

    return asking(Reply(PromiseOutcome.KEPT), fields, save, _("&Save"))


def correction_form(item: Item, save: Callable[[Office, CorrectionLine, str], Outcome]) -> Editing:
    """Return the form of a correction: what shall be read instead at an item, and why."""
    fields = (
        Field("now", N_("&What shall be read there"), lambda: LinesEditor(lines=5), is_needed=True),
        Field("reason", N_("W&hy it was wrong"), LineEditor, is_needed=True),
    )
    return asking(
        Mistake(item.discussion),
        fields,
        lambda office, found: save(office, CorrectionLine(item, found.now), found.reason),
        _("&Write the correction"),
    )


def _staff(office: Office) -> Callable[[], ChoiceEditor]:
    options: list[Option] = [(None, "–"), *staff_names(office)]
    return lambda: ChoiceEditor(options)
