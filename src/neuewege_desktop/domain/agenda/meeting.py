"""The meeting an agenda is for, and the thresholds of its team."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from neuewege_desktop.domain.law.terms import Terms


@dataclass(frozen=True, slots=True, kw_only=True)
class Thresholds:
    """When a rule fires and how urgent it is then; every number may differ from team to team.

    Priorities run from 1 (most urgent) up; all other numbers but `max_items` are days.
    """

    max_items: int = 12
    new_priority: int = 2
    follow_up_priority: int = 3
    follow_up_urgent_after: int = 7
    review_within: int = 28
    review_priority: int = 2
    approval_within: int = 42
    approval_priority: int = 3
    approval_urgent_within: int = 14
    no_show_priority: int = 1
    promise_priority: int = 2
    manual_priority: int = 2
    urgent_priority: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingDay:
    """What the rules know besides the case: both meeting days, the thresholds and the words."""

    day: dt.date
    next_day: dt.date
    thresholds: Thresholds
    terms: Terms

    def overdue(self, reference: dt.date) -> int:
        """Return the days from `reference` to the meeting; negative while it lies ahead."""
        return (self.day - reference).days
