"""Which agreements the law knows on a day, and until when they hold (1.2, 2.9, 5.5)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from neuewege_desktop.domain.choices.work import AgreementKind
from neuewege_desktop.domain.law.months import add_months
from neuewege_desktop.domain.law.terms import Terms
from neuewege_desktop.domain.values import Period

_MONTHS = 6
_DAY = dt.timedelta(days=1)
_EGV_YEARS = Period(dt.date(2005, 1, 1), dt.date(2023, 6, 30))

# The days on which an agreement of each kind may be concluded.
MAY_BE_CONCLUDED: Mapping[AgreementKind, Period] = {
    AgreementKind.EGV: _EGV_YEARS,
    AgreementKind.EGV_VA: _EGV_YEARS,
    AgreementKind.COOPERATION_PLAN: Period(dt.date(2023, 7, 1)),
    AgreementKind.OBLIGATION: Period(dt.date(2026, 7, 1)),
}
_TERM = {
    AgreementKind.EGV: "agreement",
    AgreementKind.EGV_VA: "agreement_va",
    AgreementKind.COOPERATION_PLAN: "agreement",
    AgreementKind.OBLIGATION: "agreement_va",
}


def kinds_on(day: dt.date) -> tuple[AgreementKind, ...]:
    """Return the kinds of agreement that may be concluded on `day`, § 15, § 15a SGB II."""
    return tuple(kind for kind, period in MAY_BE_CONCLUDED.items() if period.covers(day))


def word_for(kind: AgreementKind, day: dt.date, terms: Terms) -> str:
    """Return the word for an agreement of this kind on `day`.

    An agreement keeps the word of its own time: an Eingliederungsvereinbarung of May 2023 is none
    the less one in August 2023, when new ones are called Kooperationsplan.
    """
    period = MAY_BE_CONCLUDED[kind]
    return terms.word(_TERM[kind], min(max(day, period.start), period.last))


def review_due(valid_from: dt.date) -> dt.date:
    """Return the day of review: six months after the beginning, § 15 (3) SGB II."""
    return add_months(valid_from, _MONTHS)


def default_end(valid_from: dt.date) -> dt.date:
    """Return the last day of an agreement concluded for six months, § 15 (1) SGB II a. F."""
    return review_due(valid_from) - _DAY
