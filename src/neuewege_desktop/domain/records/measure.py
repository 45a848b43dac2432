"""Measures, their runs with places, and who takes part (2.10)."""

from __future__ import annotations

import datetime as dt

from neuewege_desktop.domain.choices.work import MeasureStatus, ParticipationState, ResultCode
from neuewege_desktop.domain.records.kind import S0, S1, S2, Record, RecordId, fact, record
from neuewege_desktop.domain.scopes import Family
from neuewege_desktop.domain.values import Period


@record("measure", Family.TOWN)
class Measure(Record):
    """A concrete offer of a provider that realises an instrument."""

    instrument_version: RecordId = fact(S0, refers="instrument_version", index=True)
    name: str = fact(S0)
    provider: RecordId | None = fact(S0, default=None, refers="actor")
    collective: bool = fact(S0, default=False)  # gathers what lists report without naming it
    content: str = fact(S0, default="")
    contact: str = fact(S1, default="")
    childcare_offered: bool | None = fact(S0, default=None)
    status: MeasureStatus = fact(S0, default=MeasureStatus.ACTIVE)


@record("measure_run", Family.TOWN)
class MeasureRun(Record):
    """One course of a measure with its places; without a number of places they are not counted."""

    measure: RecordId = fact(S0, refers="measure", index=True)
    period: Period = fact(S0)
    hours_week: int | None = fact(S0, default=None)
    places_total: int | None = fact(S0, default=None)
    places_reserved: int = fact(S0, default=0)
    location: str = fact(S0, default="")


@record("participation", Family.CASE)
class Participation(Record):
    """One person's episode in one run; statistics count participations, not persons."""

    person: RecordId = fact(S2, refers="person", index=True)
    run: RecordId = fact(S2, refers="measure_run", index=True)
    state: ParticipationState = fact(S2)
    period: Period = fact(S2)
    assigned_on: dt.date | None = fact(S2, default=None)
    decided_on: dt.date | None = fact(S2, default=None)
    result_code: ResultCode | None = fact(S2, default=None)
    reason: str = fact(S2, default="")
    extends: RecordId | None = fact(S2, default=None, refers="participation")
