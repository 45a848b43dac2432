"""What minutes must say before they are released, and who may release them (2.13, 5.3, 6.4)."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from neuewege_desktop.base.i18n import _
from neuewege_desktop.domain.choices.work import AttendanceStatus, DecisionKind, ItemState
from neuewege_desktop.domain.records import RecordId
from neuewege_desktop.domain.records.meeting import (
    AgendaItem,
    Attendance,
    Decision,
    Meeting,
    TownItem,
    TownTask,
)

_THERE = frozenset({AttendanceStatus.PRESENT, AttendanceStatus.PARTLY})
# These may be noted without a day until which they are done.
_WITHOUT_DAY = frozenset({DecisionKind.OBSERVE, DecisionKind.CLOSE, DecisionKind.OTHER})


@dataclass(frozen=True, slots=True)
class Gap:
    """What is missing in the minutes: the record to jump to, its field, and a sentence."""

    kind: str
    record: RecordId
    field: str
    text: str


def meeting_gaps(meeting: Meeting, attendance: Collection[Attendance]) -> Iterator[Gap]:
    """Yield what the head of the minutes lacks."""
    questions = {
        "start": _("When did the conference begin?"),
        "end": _("When did the conference end?"),
        "chair": _("Who was in the chair?"),
        "minute_taker": _("Who took the minutes?"),
    }
    for name, question in questions.items():
        if getattr(meeting, name) is None:
            yield Gap("meeting", meeting.id, name, question)
    if not any(found.status in _THERE for found in attendance):
        yield Gap("meeting", meeting.id, "attendance", _("Nobody is entered as present."))
    for found in attendance:
        if found.status == AttendanceStatus.INVITED:
            text = _("Was everybody there who was invited? Please answer.")
            yield Gap("attendance", found.id, "status", text)


def item_gaps(
    item: AgendaItem, title: str, decisions: Collection[Decision], open_promises: int
) -> Iterator[Gap]:
    """Yield what an item of part A lacks; `title` is how the item is called on the screen."""
    for name, text in _item_questions(item, bool(decisions), open_promises):
        yield Gap("agenda_item", item.id, name, f"{title}: {text}")
    if item.state == ItemState.DISCUSSED:
        for decision in decisions:
            yield from _decision_gaps(decision, title)


def _item_questions(
    item: AgendaItem, is_decided: bool, open_promises: int
) -> Iterator[tuple[str, str]]:
    if item.state == ItemState.OPEN and not item.capped:
        yield "state", _("Talked about, postponed or dropped?")
    if item.state == ItemState.DROPPED and not item.state_reason:
        yield "state_reason", _("Why was it dropped?")
    if item.state == ItemState.DISCUSSED:
        if not item.discussion.strip() and not is_decided:
            yield "discussion", _("The result is missing.")
        if open_promises:
            yield "promises", _("A promise of an earlier conference has no answer.")


def _decision_gaps(decision: Decision, title: str) -> Iterator[Gap]:
    if decision.responsible is None:
        text = _("Who carries the decision out?")
        yield Gap("decision", decision.id, "responsible", f"{title}: {text}")
    if decision.due_on is None and decision.decision not in _WITHOUT_DAY:
        text = _("Until when is the decision carried out?")
        yield Gap("decision", decision.id, "due_on", f"{title}: {text}")


def town_gaps(item: TownItem, tasks: Collection[TownTask]) -> Iterator[Gap]:
    """Yield what a topic of part B lacks."""
    if item.state == ItemState.OPEN:
        text = _("Talked about, postponed or dropped?")
        yield Gap("town_item", item.id, "state", f"{item.topic}: {text}")
    if item.state == ItemState.DISCUSSED and not item.discussion.strip() and not tasks:
        text = _("The result is missing.")
        yield Gap("town_item", item.id, "discussion", f"{item.topic}: {text}")


def release_refusal(meeting: Meeting, releaser: RecordId, with_access: Collection[RecordId]) -> str:
    """Return why somebody may not release the minutes, or nothing (5.3: four eyes).

    The chair releases. Who took the minutes may not, where anybody else has access; a chair who
    took them as well leaves it to anybody else.
    """
    others = set(with_access) - {releaser}
    if others and releaser == meeting.minute_taker:
        return _(
            "Whoever took the minutes does not release them. Please let the chair log in and "
            "release them."
        )
    chair = meeting.chair if meeting.chair != meeting.minute_taker else None
    if chair is not None and releaser != chair and chair in others:
        return _("The chair of the conference releases the minutes. Please let the chair log in.")
    return ""
