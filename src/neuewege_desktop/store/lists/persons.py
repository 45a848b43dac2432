"""The list of persons."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import sqlalchemy as sa

from neuewege_desktop.domain.choices.people import MemberRole, Sex
from neuewege_desktop.domain.listing import ListKind, PersonRow
from neuewege_desktop.domain.records import Life, RecordId
from neuewege_desktop.domain.scopes import Family, municipality_of
from neuewege_desktop.store import schema
from neuewege_desktop.store.german import in_german_order
from neuewege_desktop.store.lists import columns
from neuewege_desktop.store.lists.asking import Listing
from neuewege_desktop.store.lists.columns import DAY, counts, day_of, filled, in_its_order
from neuewege_desktop.store.reader import Reader

_PERSON, _MEMBERSHIP, _HOUSEHOLD, _ELB_SPELL = (
    schema.TABLES[kind] for kind in ("person", "membership", "household", "elb_spell")
)
_P, _H = _PERSON.c, _HOUSEHOLD.c
_CURRENT = _MEMBERSHIP.alias("current")
_MUNICIPALITY = columns.municipality_name(_P.scope)

# The household of the day; of a child that lives in two, the one that is no stay.
_MEMBERSHIP_OF_DAY = (
    sa.select(_CURRENT.c.id)
    .where(_CURRENT.c.person == _P.id, counts(_CURRENT.c))
    .order_by(_CURRENT.c.temporary, _CURRENT.c.period_start.desc(), _CURRENT.c.id.desc())
    .limit(1)
    .correlate(_PERSON)
    .scalar_subquery()
)


def _of_household(value: sa.ColumnElement[str]) -> sa.ColumnElement[str]:
    """Return what is true of the membership of the day, or of its household."""
    m = _MEMBERSHIP.c
    return (
        sa.select(value)
        .join_from(_MEMBERSHIP, _HOUSEHOLD, _H.id == m.household)
        .where(m.id == _MEMBERSHIP_OF_DAY)
        .correlate(_PERSON)
        .scalar_subquery()
    )


def _is(role: MemberRole) -> sa.ColumnElement[bool]:
    m = _MEMBERSHIP.c
    return sa.exists().where(m.person == _P.id, m.role == role.value, counts(m))


PERSONS = Listing(
    kind=ListKind.PERSONS,
    source=_PERSON,
    families=(Family.CASE,),
    indexed="person",
    natural=(_P.sort_key, _P.id),
    orders={
        "name": _P.sort_key,
        "first_name": in_german_order(_P.name_first),
        "client_number": filled(_P.client_number),
        "birth_date": _P.birth_date,
        "sex": in_its_order(_P.sex, Sex),
        "household": filled(_of_household(_H.number)),
        "pseudonym": _of_household(_H.pseudonym),
        "role": in_its_order(_of_household(_MEMBERSHIP.c.role), MemberRole),
        "municipality": in_german_order(_MUNICIPALITY),
    },
    filters={
        "heads": _is(MemberRole.HEAD),
        "partners": _is(MemberRole.PARTNER),
        "children": _is(MemberRole.CHILD_U25),
        "under_25": sa.func.date(_P.birth_date, "+25 years") > DAY,  # § 188 (3) BGB: 1 March
        "employable": sa.exists().where(_ELB_SPELL.c.person == _P.id, counts(_ELB_SPELL.c)),
    },
)

_ROWS = (
    sa.select(
        _P.id,
        _P.life,
        _P.scope,
        _P.client_number,
        _P.name_last,
        _P.name_first,
        _P.sex,
        _P.birth_date,
        _MUNICIPALITY,
        _MEMBERSHIP.c.role,
        _H.id,
        _H.number,
        _H.pseudonym,
    )
    .select_from(
        _PERSON.outerjoin(_MEMBERSHIP, _MEMBERSHIP.c.id == _MEMBERSHIP_OF_DAY).outerjoin(
            _HOUSEHOLD, _H.id == _MEMBERSHIP.c.household
        )
    )
    .where(columns.is_asked(_P.id), columns.is_shown(_P.life))
)


def person_rows(reader: Reader, ids: Sequence[RecordId], day: dt.date) -> list[PersonRow]:
    """Return these persons with their household on a day, in the order of the ids."""
    rows: dict[RecordId, PersonRow] = {}
    for row in reader.connection.execute(_ROWS, columns.asked(ids, day)):
        id_, life, scope, client_number, last, first, sex, birth_date, *home = row
        municipality, role, household_id, household, pseudonym = home
        rows[id_] = PersonRow(
            id=id_,
            life=Life(life),
            client_number=client_number,
            last_name=last,
            first_name=first,
            sex=Sex(sex),
            birth_date=day_of(birth_date),
            household=household or "",
            household_id=household_id,
            pseudonym=pseudonym or "",
            municipality=municipality_of(scope),
            municipality_name=municipality or "",
            role=MemberRole(role) if role else None,
        )
    return [rows[id_] for id_ in ids if id_ in rows]
