"""Places of a measure, and the days on which one asks what became of a participant (2.10)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from neuewege_desktop.domain.choices.work import ParticipationState
from neuewege_desktop.domain.law.months import add_months
from neuewege_desktop.domain.values import Period

OUTCOME_MONTHS = (1, 3, 6)

# An ended participation took a place as long as it lasted: past days keep their answer.
TAKES_A_PLACE = frozenset(
    {
        ParticipationState.ASSIGNED,
        ParticipationState.ACTIVE,
        ParticipationState.INTERRUPTED,
        ParticipationState.ENDED,
    }
)


@dataclass(frozen=True, slots=True)
class PlaceTaken:
    """What counts of a participation: its state and its days, None before they are fixed."""

    state: ParticipationState
    days: Period | None

    def on(self, day: dt.date) -> bool:
        """Say whether the participation takes a place on `day`."""
        return self.state in TAKES_A_PLACE and self.days is not None and self.days.covers(day)


def free_places(run: Period, total: int, participations: Iterable[PlaceTaken], day: dt.date) -> int:
    """Return the free places of a run on `day`; none outside its days or when overbooked."""
    if not run.covers(day):
        return 0
    return max(0, total - sum(participation.on(day) for participation in participations))


def outcome_checks(end: dt.date) -> tuple[dt.date, ...]:
    """Return the days on which to ask what became of somebody whose participation ended."""
    return tuple(add_months(end, months) for months in OUTCOME_MONTHS)
