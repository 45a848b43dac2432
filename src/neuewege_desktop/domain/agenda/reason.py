"""Why a household is due, and the shape of a rule that says so."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from neuewege_desktop.domain.agenda.facts import CaseFacts
from neuewege_desktop.domain.agenda.meeting import MeetingDay


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What a rule found: the day it hangs on, the sentence for the agenda and the priority."""

    day: dt.date
    text: str
    priority: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """A finding with the code of its rule; `overdue_days` are negative while its day is ahead."""

    rule: str
    day: dt.date
    text: str
    priority: int
    overdue_days: int


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of the agenda: its code, and what it finds in a case before a meeting."""

    code: str
    findings: Callable[[CaseFacts, MeetingDay], Iterator[Finding]]

    def reasons(self, case: CaseFacts, meeting: MeetingDay) -> Iterator[Reason]:
        """Yield the reasons this rule sees for putting the case on the agenda."""
        for found in self.findings(case, meeting):
            yield Reason(
                rule=self.code,
                day=found.day,
                text=found.text,
                priority=found.priority,
                overdue_days=meeting.overdue(found.day),
            )
