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


@dataclass(frozen=True, slots=True)
class PromiseFact:
    """A task that a conference decided and that is still open."""

    decided_on: dt.date
    due_on: dt.date
    title: str


@dataclass(frozen=True, slots=True)
class KeptReason:
    """Why the case stood on the agenda on which it was postponed, dropped or not reached."""

    rule: str
    day: dt.date
    text: str
    priority: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFacts:
    """One open case on the day of the meeting.

    `household` is its number, unique in the project: it is the last word on the order.
    `waiting` are the reasons of an item that was postponed, dropped, capped or never reached and
    not talked about since; None if no item waits. `waited` counts the conferences it waits since.
    """

    household: str
    case: int = 0  # its record, for whoever puts the item on an agenda
    opened_on: dt.date
    phase: Phase
    last_discussed: dt.date | None = None
    waiting: tuple[KeptReason, ...] | None = None
    waited: int = 1
    approvals: tuple[Period, ...] = ()
    agreements: tuple[AgreementFact, ...] = ()
    appointments: tuple[AppointmentFact, ...] = ()
    follow_ups: tuple[FollowUpFact, ...] = ()
    flags: tuple[FlagFact, ...] = ()
    promises: tuple[PromiseFact, ...] = ()
