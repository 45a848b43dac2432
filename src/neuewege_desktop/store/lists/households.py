"""The list of households."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence

import sqlalchemy as sa

from neuewege_desktop.domain.agenda.meeting import Thresholds
from neuewege_desktop.domain.choices.people import FamilyStatus, MemberRole
from neuewege_desktop.domain.choices.work import Phase
from neuewege_desktop.domain.law.household_type import Member, household_type
from neuewege_desktop.domain.listing import HouseholdRow, ListKind
from neuewege_desktop.domain.records import Life, RecordId
from neuewege_desktop.domain.records.person import PersonName
from neuewege_desktop.domain.scopes import Family, municipality_of
from neuewege_desktop.store import schema
from neuewege_desktop.store.german import in_german_order
from neuewege_desktop.store.lists import columns
from neuewege_desktop.store.lists.asking import AUTHOR, Listing
from neuewege_desktop.store.lists.columns import DAY, LIVE, counts, covers, day_of, filled
from neuewege_desktop.store.reader import Reader

_HOUSEHOLD, _MEMBERSHIP, _PERSON, _CASE, _PHASE, _ADDRESS, _APPROVAL = (
    schema.TABLES[kind]
    for kind in (
        "household",
        "membership",
        "person",
        "case",
        "case_phase",
        "household_address",
        "approval_period",
    )
)
_H = _HOUSEHOLD.c
_MARRIED = frozenset({FamilyStatus.MARRIED, FamilyStatus.PARTNERSHIP, FamilyStatus.SEPARATED})
_ROLES = {role.value: role for role in MemberRole}
_OPEN_END = "9999-12-31"
_ENDS_SOON = f"+{Thresholds().approval_within} days"  # as the agenda has it


def _open_case(*conditions: sa.ColumnElement[bool]) -> sa.Select[int]:
    """Return the case of the household that is open on the day."""
    c = _CASE.c
    is_open = sa.and_(c.opened_on <= DAY, sa.or_(c.closed_on.is_(None), c.closed_on > DAY))
    return (
        sa.select(c.id)
        .where(c.household == _H.id, c.life == LIVE, is_open, *conditions)
        .correlate(_HOUSEHOLD)
    )


_CASE_MANAGER = (
    _open_case()
    .with_only_columns(columns.user_name(_CASE.c.case_manager))
    .order_by(_CASE.c.id.desc())
    .limit(1)
    .scalar_subquery()
)
# One phase is open at a time; should two overlap after an exchange, the further one counts.
PHASE_OF_DAY = (
    sa.select(sa.func.max(_PHASE.c.phase))
    .join_from(_CASE, _PHASE, _PHASE.c.case == _CASE.c.id)
    .where(_CASE.c.household == _H.id, _CASE.c.life == LIVE, counts(_PHASE.c))
    .scalar_subquery()
)
# The few who were erased are gathered once; joining every person took twice as long.
_IS_ERASED = sa.select(_PERSON.c.id).where(_PERSON.c.life == Life.ERASED.value)
_MEMBER_COUNT = (
    sa.select(sa.func.count())
    .select_from(_MEMBERSHIP)
    .where(_MEMBERSHIP.c.household == _H.id, counts(_MEMBERSHIP.c))
    .where(_MEMBERSHIP.c.person.not_in(_IS_ERASED))
    .scalar_subquery()
)
# The latest end of what had begun: that of the period of the day, else of the one before.
_LATEST_END = sa.func.max(sa.func.coalesce(_APPROVAL.c.period_end, _OPEN_END))
_HAD_BEGUN = sa.and_(_APPROVAL.c.life == LIVE, _APPROVAL.c.period_start <= DAY)
_APPROVED_UNTIL = (
    sa.select(sa.func.nullif(_LATEST_END, _OPEN_END))
    .where(_APPROVAL.c.household == _H.id, _HAD_BEGUN)
    .scalar_subquery()
)
# Gathered once: to ask for the approvals of each household takes six times as long.
_WHOSE_APPROVAL_ENDS = (
    sa.select(_APPROVAL.c.household)
    .where(_HAD_BEGUN)
    .group_by(_APPROVAL.c.household)
    .having(sa.func.date(DAY, _ENDS_SOON) >= _LATEST_END)
)


_LIVED = _ADDRESS.alias("lived")
_ADDRESS_OF_DAY = (
    sa.select(_LIVED.c.id)
    .where(_LIVED.c.household == _H.id, counts(_LIVED.c))
    .order_by(_LIVED.c.period_start.desc(), _LIVED.c.id.desc())
    .limit(1)
    .correlate(_HOUSEHOLD)
    .scalar_subquery()
)


def _of_address(part: sa.ColumnElement[str]) -> sa.ColumnElement[str]:
    """Return a part of the address of the household on the day."""
    return (
        sa.select(part)
        .where(_ADDRESS.c.id == _ADDRESS_OF_DAY)
        .correlate(_HOUSEHOLD)
        .scalar_subquery()
    )


_MUNICIPALITY = columns.municipality_name(_H.scope)

HOUSEHOLDS = Listing(
    kind=ListKind.HOUSEHOLDS,
    source=_HOUSEHOLD,
    families=(Family.CASE,),
    indexed="household",
    on_the_day=covers(_H),
    natural=(_H.sort_key, _H.id),
    orders={
        "name": _H.sort_key,
        "number": filled(_H.number),
        "pseudonym": _H.pseudonym,
        "municipality": in_german_order(_MUNICIPALITY),
        "street": in_german_order(_of_address(_ADDRESS.c.address_street)),
        "town": in_german_order(_of_address(_ADDRESS.c.address_town)),
        "members": _MEMBER_COUNT,
        "phase": PHASE_OF_DAY,
        "case_manager": in_german_order(_CASE_MANAGER),
        "approved_until": _APPROVED_UNTIL,
    },
    filters={
        "mine": _open_case(_CASE.c.case_manager == AUTHOR).exists(),
        "without_case_manager": _open_case(_CASE.c.case_manager.is_(None)).exists(),
        **{phase.value: PHASE_OF_DAY.in_((phase.value,)) for phase in Phase},
        "approval_ends": sa.and_(_H.id.in_(_WHOSE_APPROVAL_ENDS), _open_case().exists()),
    },
)

_ROWS = (
    sa.select(
        _H.id,
        _H.life,
        _H.scope,
        _H.number,
        _H.pseudonym,
        _MUNICIPALITY,
        _ADDRESS.c.address_street,
        _ADDRESS.c.address_town,
        PHASE_OF_DAY,
        _CASE_MANAGER,
        _APPROVED_UNTIL,
    )
    .select_from(_HOUSEHOLD.outerjoin(_ADDRESS, _ADDRESS.c.id == _ADDRESS_OF_DAY))
    .where(columns.is_asked(_H.id), columns.is_shown(_H.life))
)

_MEMBERS = (
    sa.select(
        _MEMBERSHIP.c.household,
        _MEMBERSHIP.c.role,
        _PERSON.c.name_last,
        _PERSON.c.name_first,
        _PERSON.c.birth_date,
        _PERSON.c.family_status,
    )
    .select_from(_MEMBERSHIP.join(_PERSON, _PERSON.c.id == _MEMBERSHIP.c.person))
    .where(columns.is_asked(_MEMBERSHIP.c.household), counts(_MEMBERSHIP.c))
    .where(_PERSON.c.life != Life.ERASED.value)
    .order_by(_MEMBERSHIP.c.id)
)


def household_rows(reader: Reader, ids: Sequence[RecordId], day: dt.date) -> list[HouseholdRow]:
    """Return these households as they were on a day, in the order of the ids."""
    asked = columns.asked(ids, day)
    members = _members(reader, asked)
    rows: dict[RecordId, HouseholdRow] = {}
    for row in reader.connection.execute(_ROWS, asked):
        id_, life, scope, number, pseudonym, municipality, *of_the_day = row
        street, town, phase, case_manager, approved_until = of_the_day
        present = members[id_]
        rows[id_] = HouseholdRow(
            id=id_,
            life=Life(life),
            number=number,
            pseudonym=pseudonym,
            municipality=municipality_of(scope),
            municipality_name=municipality or "",
            head=next((str(name) for name, m in present if m.role == MemberRole.HEAD), ""),
            street=street or "",
            town=town or "",
            type=household_type([member for _name, member in present], day),
            members=len(present),
            phase=Phase(phase) if phase else None,
            case_manager=case_manager or "",
            approved_until=day_of(approved_until),
        )
    return [rows[id_] for id_ in ids if id_ in rows]


def _members(
    reader: Reader, asked: Mapping[str, str]
) -> Mapping[RecordId, list[tuple[PersonName, Member]]]:
    """Return the members of each household on the day asked for, with their names."""
    found: defaultdict[RecordId, list[tuple[PersonName, Member]]] = defaultdict(list)
    for household, role, last, first, birth, status in reader.connection.execute(_MEMBERS, asked):
        member = Member(_ROLES[role], day_of(birth), status not in _MARRIED)
        found[household].append((PersonName(last, first), member))
    return found
