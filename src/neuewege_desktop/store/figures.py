"""Counting clients on a day: households by municipality, kind and phase; persons by municipality.

Each question is one statement; nobody is named, and no member of staff is counted.
"""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

import sqlalchemy as sa

from neuewege_desktop.domain.choices.people import FamilyStatus, MemberRole
from neuewege_desktop.domain.choices.work import Phase
from neuewege_desktop.domain.records import Life
from neuewege_desktop.domain.scopes import municipality_of
from neuewege_desktop.store import schema
from neuewege_desktop.store.lists.columns import counts
from neuewege_desktop.store.lists.households import PHASE_OF_DAY
from neuewege_desktop.store.reader import Reader

_H, _M, _P = (schema.TABLES[kind].c for kind in ("household", "membership", "person"))
_MARRIED = [
    status.value
    for status in (FamilyStatus.MARRIED, FamilyStatus.PARTNERSHIP, FamilyStatus.SEPARATED)
]
_BORN_AFTER = sa.bindparam("born_after", type_=sa.Text)


class Composition(NamedTuple):
    """What the kind of a household follows from (domain specification 2.4)."""

    has_partner: bool
    has_minor: bool
    is_single: bool


_PRESENT = sa.join(
    schema.TABLES["household"], schema.TABLES["membership"], _M.household == _H.id
).join(schema.TABLES["person"], _P.id == _M.person)
_BELONGS = sa.and_(counts(_H), counts(_M), _P.life != Life.ERASED.value)
_IS_MINOR = sa.and_(
    _M.role == MemberRole.CHILD_U25.value,
    sa.or_(_P.birth_date.is_(None), _P.birth_date > _BORN_AFTER),
    sa.or_(_P.family_status.is_(None), _P.family_status.not_in(_MARRIED)),
)


def households_by_municipality(reader: Reader, day: dt.date) -> dict[str, int]:
    """Return how many households each municipality (AGS) has on a day."""
    statement = sa.select(_H.scope, sa.func.count()).where(counts(_H)).group_by(_H.scope)
    found = reader.connection.execute(statement, {"day": day.isoformat()})
    return {municipality_of(scope): int(number) for scope, number in found}


def persons_by_municipality(
    reader: Reader, day: dt.date, born_after: dt.date
) -> dict[str, tuple[int, int]]:
    """Return how many persons each municipality has, and how many born after a day.

    Those who belong to a household on the day; whoever belongs to two counts once.
    """
    young = sa.case((_P.birth_date > _BORN_AFTER, _P.id))
    statement = (
        sa.select(_H.scope, sa.func.count(sa.distinct(_P.id)), sa.func.count(sa.distinct(young)))
        .select_from(_PRESENT)
        .where(_BELONGS)
        .group_by(_H.scope)
    )
    found = reader.connection.execute(statement, _told(day, born_after))
    return {municipality_of(scope): (int(all_), int(few)) for scope, all_, few in found}


def households_by_composition(
    reader: Reader, day: dt.date, born_after: dt.date
) -> dict[Composition, int]:
    """Return how many households are composed alike; a minor was born after the day given."""
    composed = (
        sa.select(
            sa.func.max(_M.role == MemberRole.PARTNER.value).label("partner"),
            sa.func.max(_IS_MINOR).label("minor"),
            (sa.func.count() == 1).label("single"),
        )
        .select_from(_PRESENT)
        .where(_BELONGS)
        .group_by(_H.id)
        .subquery()
    )
    statement = sa.select(*composed.c, sa.func.count()).group_by(*composed.c)
    found = reader.connection.execute(statement, _told(day, born_after))
    return {Composition(*map(bool, row[:-1])): int(row[-1]) for row in found}


def households_by_phase(reader: Reader, day: dt.date) -> dict[Phase | None, int]:
    """Return how many households are in each phase on a day; None: in none."""
    phase = PHASE_OF_DAY.label("phase")
    statement = sa.select(phase, sa.func.count()).where(counts(_H)).group_by(phase)
    found = reader.connection.execute(statement, {"day": day.isoformat()})
    return {Phase(code) if code else None: int(number) for code, number in found}


def _told(day: dt.date, born_after: dt.date) -> dict[str, str]:
    return {"day": day.isoformat(), "born_after": born_after.isoformat()}
