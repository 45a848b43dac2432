"""What the agenda knows about a case: one frozen value per household, gathered by the services."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from neuewege_desktop.domain.choices.work import AgreementKind, AppointmentStatus, Phase
from neuewege_desktop.domain.values import Period


@dataclass(frozen=True, slots=True)
class FollowUpFact:
    """An open follow-up: the day on which to look at the case again, and what for."""

    due_on: dt.date
    title: str


@dataclass(frozen=True, slots=True)
class AgreementFact:
    """An active agreement of a member and the day by which it is to be reviewed."""

    kind: AgreementKind
    review_due: dt.date


@dataclass(frozen=True, slots=True)
class AppointmentFact:
    """An appointment of the member `person`; `decided` once the team has dealt with its outcome."""

    person: int
    start: dt.datetime
    status: AppointmentStatus
    decided: bool = False


@dataclass(frozen=True, slots=True)
class FlagFact:
    """A member of the team put the case on the agenda by hand."""

    raised_on: dt.date
    user: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFacts:
    """One open case on the day of the meeting.

    `household` is its number, unique in the project: it is the last word on the order.
    `carried_over` says that the item was postponed or capped at the last meeting.
    """

    household: str
    opened_on: dt.date
    phase: Phase
    last_discussed: dt.date | None = None
    carried_over: bool = False
    approvals: tuple[Period, ...] = ()
    agreements: tuple[AgreementFact, ...] = ()
    appointments: tuple[AppointmentFact, ...] = ()
    follow_ups: tuple[FollowUpFact, ...] = ()
    flags: tuple[FlagFact, ...] = ()
