"""The proposal for an agenda: all households that are due, in order."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from neuewege_desktop.domain.agenda.facts import CaseFacts, KeptReason
from neuewege_desktop.domain.agenda.meeting import MeetingDay, Thresholds
from neuewege_desktop.domain.agenda.reason import Reason, Rule
from neuewege_desktop.domain.agenda.rules import RULES
from neuewege_desktop.domain.law.terms import Terms

_HIGHEST = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaProposal:
    """A household that is due, with all its reasons; `capped` if the meeting is full before it."""

    household: str
    case: int
    priority: int
    reasons: tuple[Reason, ...]
    capped: bool

    @property
    def rules(self) -> tuple[str, ...]:
        """Return the codes of the rules that fired, each once, the most urgent first."""
        return tuple(dict.fromkeys(reason.rule for reason in self.reasons))

    @property
    def reference_day(self) -> dt.date:
        """Return the day that the item hangs on: that of its first reason."""
        return self.reasons[0].day

    @property
    def overdue_days(self) -> int:
        """Return how many days the reference day is past; negative while it lies ahead."""
        return self.reasons[0].overdue_days


def _reasons(case: CaseFacts, meeting: MeetingDay, rules: Iterable[Rule]) -> tuple[Reason, ...]:
    """Return why the case is due; one that waits comes back even if no rule fires any more."""
    found = [reason for rule in rules for reason in rule.reasons(case, meeting)]
    if not found and case.waiting is not None:
        found = [_kept(reason, meeting) for reason in case.waiting]
    return tuple(
        sorted(found, key=lambda reason: (reason.priority, reason.day, reason.rule, reason.text))
    )


def _kept(reason: KeptReason, meeting: MeetingDay) -> Reason:
    return Reason(
        rule=reason.rule,
        day=reason.day,
        text=reason.text,
        priority=reason.priority,
        overdue_days=meeting.overdue(reason.day),
    )


def _priority(case: CaseFacts, reasons: tuple[Reason, ...]) -> int:
    """Return the priority of the item: each conference it waits makes it one step more urgent."""
    priority = reasons[0].priority
    return max(_HIGHEST, priority - case.waited) if case.waiting is not None else priority


def due_items(
    cases: Iterable[CaseFacts],
    meeting: dt.date,
    next_meeting: dt.date,
    thresholds: Thresholds,
    terms: Terms,
    rules: Sequence[Rule] = RULES,
) -> tuple[AgendaProposal, ...]:
    """Return all households that are due, in the order of 5.2, those beyond the cap marked.

    Priority first, then the most overdue, then the one discussed longest ago (never is longest),
    then the household number: the order depends on nothing else.
    """
    frame = MeetingDay(day=meeting, next_day=next_meeting, thresholds=thresholds, terms=terms)
    due = [(case, reasons) for case in cases if (reasons := _reasons(case, frame, rules))]
    due.sort(
        key=lambda item: (
            _priority(*item),
            -item[1][0].overdue_days,
            item[0].last_discussed or dt.date.min,
            item[0].household,
        )
    )
    return tuple(
        AgendaProposal(
            household=case.household,
            case=case.case,
            priority=_priority(case, reasons),
            reasons=reasons,
            capped=place >= thresholds.max_items,
        )
        for place, (case, reasons) in enumerate(due)
    )
