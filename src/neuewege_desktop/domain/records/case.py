"""The case of a household in the project and what is agreed in it (2.7–2.9)."""

from __future__ import annotations

import datetime as dt

from neuewege_desktop.domain.choices.work import (
    AgreementKind,
    AgreementStatus,
    AppointmentKind,
    AppointmentStatus,
    CloseReason,
    Intensity,
    Phase,
    Purpose309,
    TaskKind,
    TaskOrigin,
    TaskState,
)
from neuewege_desktop.domain.records.kind import S2, Record, RecordId, fact, record
from neuewege_desktop.domain.scopes import Family
from neuewege_desktop.domain.values import Period


@record("case", Family.CASE)
class Case(Record):
    """One household in one project."""

    household: RecordId = fact(S2, refers="household", index=True)
    project: RecordId = fact(S2, refers="project")
    team: RecordId | None = fact(S2, default=None, refers="team")
    case_manager: RecordId | None = fact(S2, default=None, refers="user", index=True)
    deputy: RecordId | None = fact(S2, default=None, refers="user")
    opened_on: dt.date = fact(S2)
    closed_on: dt.date | None = fact(S2, default=None)
    close_reason: CloseReason | None = fact(S2, default=None)
    intensity: Intensity = fact(S2, default=Intensity.MONTHLY)


@record("case_phase", Family.CASE)
class CasePhase(Record):
    """A case was in a phase for a time; exactly one phase is open while the case is."""

    case: RecordId = fact(S2, refers="case", index=True)
    phase: Phase = fact(S2)
    period: Period = fact(S2)


@record("appointment", Family.CASE)
class Appointment(Record):
    """A person is asked to come, § 59 SGB II, § 309 SGB III."""

    case: RecordId = fact(S2, refers="case", index=True)
    person: RecordId = fact(S2, refers="person", index=True)
    start: dt.datetime = fact(S2)
    duration_min: int = fact(S2, default=60)
    place: RecordId | None = fact(S2, default=None, refers="place")
    purpose: AppointmentKind = fact(S2)
    purpose_309: Purpose309 | None = fact(S2, default=None)
    with_legal_notice: bool = fact(S2, default=False)
    status: AppointmentStatus = fact(S2, default=AppointmentStatus.PLANNED)


@record("agreement", Family.CASE)
class Agreement(Record):
    """What was agreed with a person, § 15 SGB II; its kind depends on the day."""

    case: RecordId = fact(S2, refers="case", index=True)
    person: RecordId | None = fact(S2, default=None, refers="person", index=True)
    agreement: AgreementKind = fact(S2)
    status: AgreementStatus = fact(S2, default=AgreementStatus.DRAFT)
    signed_on: dt.date | None = fact(S2, default=None)
    period: Period = fact(S2)
    review_due: dt.date = fact(S2)
    goal: str = fact(S2, default="")


@record("task", Family.CASE)
class Task(Record):
    """Something to do in a case, or a day to look at it again."""

    case: RecordId | None = fact(S2, default=None, refers="case", index=True)
    task: TaskKind = fact(S2, default=TaskKind.TASK)
    title: str = fact(S2)
    assignee: RecordId | None = fact(S2, default=None, refers="user", index=True)
    due_on: dt.date = fact(S2)
    remind_days_before: int = fact(S2, default=0)
    state: TaskState = fact(S2, default=TaskState.OPEN)
    done_on: dt.date | None = fact(S2, default=None)
    result: str = fact(S2, default="")
    origin: TaskOrigin = fact(S2, default=TaskOrigin.MANUAL)
    decision: RecordId | None = fact(S2, default=None, refers="decision", index=True)


@record("agenda_flag", Family.CASE)
class AgendaFlag(Record):
    """A member of the team wants a case on the agenda and says why (rule R20)."""

    case: RecordId = fact(S2, refers="case", index=True)
    raised_by: RecordId = fact(S2, refers="user")
    raised_on: dt.date = fact(S2)
    text: str = fact(S2)
    settled_on: dt.date | None = fact(S2, default=None)
