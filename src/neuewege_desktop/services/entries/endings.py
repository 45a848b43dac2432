"""What ends in a household: that somebody belongs to it, and its case."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from neuewege_desktop.base.errors import UserError
from neuewege_desktop.base.i18n import _
from neuewege_desktop.domain.choices.work import CloseReason, Phase
from neuewege_desktop.domain.records import Life
from neuewege_desktop.domain.records.case import Case, CasePhase
from neuewege_desktop.domain.records.household import Membership
from neuewege_desktop.domain.values import Period
from neuewege_desktop.services.entries.saving import (
    as_it_stands,
    problems_together,
    refuse_blocking,
)
from neuewege_desktop.services.labels import ActLabel
from neuewege_desktop.services.office import Office
from neuewege_desktop.store.writer import Outcome

_DAY = dt.timedelta(days=1)


def end_membership(office: Office, membership: Membership, last_day: dt.date) -> Outcome:
    """Let a person leave a household after `last_day`; BadPeriod for a day before the beginning."""
    with office.store.writing(ActLabel.LEAVING, office.author) as writer:
        now = as_it_stands(writer, membership)
        ended = replace(now, period=Period(now.period.start, last_day))
        refuse_blocking(problems_together(writer, office, [ended]))
        writer.save(ended)
    return writer.outcome


def close_case(office: Office, case: Case, day: dt.date, reason: CloseReason) -> Outcome:
    """Close a case: its phase ends the day before, and „closed“ begins (2.7)."""
    with office.store.writing(ActLabel.CLOSING, office.author) as writer:
        now = as_it_stands(writer, case)
        if now.closed_on is not None:
            raise UserError(_("This case is closed already."))
        closed = replace(now, closed_on=day, close_reason=reason)
        refuse_blocking(problems_together(writer, office, [closed]))
        writer.save(closed)
        for phase in writer.find(CasePhase, case=case.id):
            if phase.period.last >= day:
                writer.save(_ended_before(phase, day))
        final = CasePhase(
            id=writer.new_id(),
            scope=case.scope,
            case=case.id,
            phase=Phase.CLOSED,
            period=Period(day),
        )
        writer.add(final)
    return writer.outcome


def _ended_before(phase: CasePhase, day: dt.date) -> CasePhase:
    """Return a phase that ends before a day; one that would begin later never came to pass."""
    if phase.period.start >= day:
        return replace(phase, life=Life.WITHDRAWN)
    return replace(phase, period=Period(phase.period.start, day - _DAY))
