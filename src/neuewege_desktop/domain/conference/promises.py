"""Promises of a conference: what was decided is kept, moved or dropped, and never forgotten."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from neuewege_desktop.base.i18n import _
from neuewege_desktop.domain.checks.problem import Problem
from neuewege_desktop.domain.choices.work import PromiseOutcome

POSTPONEMENTS = 2  # so many times something may be put off; then the team has to decide


def needs_decision(postponed_before: int) -> bool:
    """Say whether the next postponement is one too many to be made without a reason."""
    return postponed_before >= POSTPONEMENTS


def answer_problems(
    outcome: PromiseOutcome,
    new_due: dt.date | None,
    reason: str,
    *,
    day: dt.date,
    postponed_before: int,
) -> Iterator[Problem]:
    """Yield what is missing in an answer given on `day` to a promise moved so often before."""
    if outcome == PromiseOutcome.NEW_DATE:
        if new_due is None:
            yield Problem("new_due", _("Please enter the new date."))
        elif new_due <= day:
            yield Problem("new_due", _("The new date must lie after the conference."))
        if needs_decision(postponed_before) and not reason.strip():
            yield Problem(
                "reason",
                _(
                    "This was moved {count} times already. Please decide: why shall it be moved "
                    "once more? Or does it drop?"
                ).format(count=postponed_before),
            )
    if outcome == PromiseOutcome.DROPPED and not reason.strip():
        yield Problem("reason", _("Please say why it drops."))
