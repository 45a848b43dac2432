"""Lists: SQL finds, filters and sorts; rows are filled in page by page.

`keys` gives the ids of a list in order, all of them or one page; `household_rows` and its like
fill in what a page shows, as it was on the day asked for.
"""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

import sqlalchemy as sa

from neuewege_desktop.base.formats import fold
from neuewege_desktop.domain.choices.people import FamilyStatus, MemberRole
from neuewege_desktop.domain.law.household_type import Member, household_type
from neuewege_desktop.domain.listing import (
    HouseholdRow,
    MeasureRow,
    MeetingRow,
    PersonRow,
    Query,
)
from neuewege_desktop.domain.records import Life, RecordId
from neuewege_desktop.domain.records.catalogue import Instrument, InstrumentVersion
from neuewege_desktop.domain.records.household import Household, Membership
from neuewege_desktop.domain.records.measure import Measure, MeasureRun, Participation
from neuewege_desktop.domain.records.meeting import Meeting
from neuewege_desktop.domain.records.person import Person, PersonName
from neuewege_desktop.domain.scopes import case_scope, municipality_of, town_scope
from neuewege_desktop.store import schema
from neuewege_desktop.store.reader import Reader

_LIVE = Life.LIVE.value
_MANY = 8_000  # hits: where looking each up and walking the index cost the same (tools/bench.py)
_MARRIED = frozenset({FamilyStatus.MARRIED, FamilyStatus.PARTNERSHIP, FamilyStatus.SEPARATED})
_ROLES = {role.value: role for role in MemberRole}

_HOUSEHOLD, _MEMBERSHIP, _PERSON = (
    schema.TABLES[kind] for kind in ("household", "membership", "person")
)
_ASKED = sa.select(sa.func.json_each(sa.bindparam("ids")).table_valued("value").c.value)
_DAY = sa.bindparam("day", type_=sa.Text)

_HOUSEHOLDS = sa.select(
    _HOUSEHOLD.c.id, _HOUSEHOLD.c.scope, _HOUSEHOLD.c.number, _HOUSEHOLD.c.pseudonym
).where(_HOUSEHOLD.c.id.in_(_ASKED), _HOUSEHOLD.c.life != Life.ERASED.value)

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
    .where(_MEMBERSHIP.c.household.in_(_ASKED), _MEMBERSHIP.c.life == _LIVE)
    .where(
        _MEMBERSHIP.c.period_start <= _DAY,
        sa.or_(_MEMBERSHIP.c.period_end.is_(None), _MEMBERSHIP.c.period_end >= _DAY),
    )
    .order_by(_MEMBERSHIP.c.id)
)


def keys(
    reader: Reader, kind: str, query: Query, *, limit: int | None = None, offset: int = 0
) -> list[RecordId]:
    """Return the ids of households or persons in German order of their names."""
    table = schema.TABLES[kind].c
    statement = _selected(kind, query, sa.select(table.id))
    if words := match_of(query.search):
        hits = _hits(kind, words)
        # A few hits are looked up by their ids and sorted. For many, the sorted index is walked
        # and each record asked for among them until the page is full: no index can find `id + 0`.
        few = _is_few(reader, hits)
        statement = statement.where((table.id if few else table.id + 0).in_(hits))
    order = [column.desc() if query.descending else column for column in (table.sort_key, table.id)]
    statement = statement.order_by(*order).limit(limit).offset(offset)
    return list(reader.connection.scalars(statement))


def count(reader: Reader, kind: str, query: Query) -> int:
    """Return how many rows a list of households or persons has."""
    table = schema.TABLES[kind].c
    statement = _selected(kind, query, sa.select(sa.func.count(table.id)))
    if words := match_of(query.search):
        statement = statement.where(table.id.in_(_hits(kind, words)))
    return reader.connection.scalars(statement).one()


def _selected(kind: str, query: Query, statement: sa.Select[int]) -> sa.Select[int]:
    table = schema.TABLES[kind].c
    statement = statement.where(table.life == _LIVE)
    if query.municipality:
        statement = statement.where(table.scope == case_scope(query.municipality))
    if kind == "household":
        day = query.day.isoformat()
        statement = statement.where(
            table.period_start <= day, sa.or_(table.period_end.is_(None), table.period_end >= day)
        )
    return statement


def _hits(kind: str, words: str) -> sa.Select[int]:
    """Return the ids of the records with these words; in one go, not for every row of a list."""
    search = sa.table(f"{kind}_search", sa.column("rowid", sa.Integer), sa.column("words"))
    return sa.select(search.c.rowid).where(search.c.words.op("MATCH")(words))


def _is_few(reader: Reader, hits: sa.Select[int]) -> bool:
    some = sa.select(sa.func.count()).select_from(hits.limit(_MANY).subquery())
    return reader.connection.scalars(some).one() < _MANY


def match_of(text: str) -> str:
    """Return the full-text condition for what a person typed: each word begins a word.

    What was typed is quoted, so that no sign in it is ever taken for a command of the search.
    """
    words = "".join(sign if sign.isalnum() else " " for sign in fold(text)).split()
    return " ".join(f'"{word}"*' for word in words)


def household_rows(reader: Reader, ids: Sequence[RecordId], day: dt.date) -> list[HouseholdRow]:
    """Return these households as they were on a day, in the order of the ids."""
    asked = {"ids": json.dumps(list(ids)), "day": day.isoformat()}
    members = _members(reader, asked)
    rows: dict[RecordId, HouseholdRow] = {}
    for id_, scope, number, pseudonym in reader.connection.execute(_HOUSEHOLDS, asked).all():
        present = members[id_]
        rows[id_] = HouseholdRow(
            id=id_,
            number=number,
            pseudonym=pseudonym,
            municipality=municipality_of(scope),
            head=next((str(name) for name, m in present if m.role == MemberRole.HEAD), ""),
            type=household_type([member for _name, member in present], day),
            members=len(present),
        )
    return [rows[id_] for id_ in ids if id_ in rows]


def _members(
    reader: Reader, asked: Mapping[str, str]
) -> Mapping[RecordId, list[tuple[PersonName, Member]]]:
    """Return the members of each household on the day asked for, with their names."""
    found: defaultdict[RecordId, list[tuple[PersonName, Member]]] = defaultdict(list)
    for household, role, last, first, birth, status in reader.connection.execute(
        _MEMBERS, asked
    ).all():
        if last is not None:  # None once the person is erased
            born = dt.date.fromisoformat(birth) if birth else None
            member = Member(_ROLES[role], born, status not in _MARRIED)
            found[household].append((PersonName(last, first), member))
    return found


def person_rows(reader: Reader, ids: Sequence[RecordId], day: dt.date) -> list[PersonRow]:
    """Return these persons with their household on a day, in the order of the ids."""
    persons = reader.many(Person, ids)
    belongs = {
        membership.person: membership
        for membership in reader.find(Membership, person=tuple(ids))
        if membership.period.covers(day)
    }
    households = reader.many(Household, [m.household for m in belongs.values()])
    return [
        _person_row(persons[id_], belongs.get(id_), households) for id_ in ids if id_ in persons
    ]


def _person_row(
    person: Person, membership: Membership | None, households: dict[RecordId, Household]
) -> PersonRow:
    household = households.get(membership.household) if membership else None
    return PersonRow(
        id=person.id,
        client_number=person.client_number,
        last_name=person.name.last,
        first_name=person.name.first,
        birth_date=person.birth_date,
        household=household.number if household else "",
        role=membership.role if membership else None,
    )


def measure_rows(reader: Reader, query: Query) -> list[MeasureRow]:
    """Return the measures of a municipality, or all, with those who take part on the day."""
    scope = town_scope(query.municipality) if query.municipality else None
    measures = reader.find(Measure, scope=scope)
    runs = reader.find(MeasureRun, scope=scope)
    taking = Counter(
        found.run for found in reader.find(Participation) if found.period.covers(query.day)
    )
    versions = {version.id: version.instrument for version in reader.find(InstrumentVersion)}
    codes = {found.id: found.code for found in reader.find(Instrument)}
    rows = [
        MeasureRow(
            id=measure.id,
            name=measure.name,
            instrument=codes.get(versions.get(measure.instrument_version, 0), ""),
            municipality=municipality_of(measure.scope),
            status=measure.status,
            participants=sum(taking[run.id] for run in runs if run.measure == measure.id),
            places=_places([run for run in runs if run.measure == measure.id], query.day),
        )
        for measure in measures
    ]
    wanted = fold(query.search)
    return sorted((row for row in rows if wanted in fold(row.name)), key=lambda row: row.name)


def _places(runs: Sequence[MeasureRun], day: dt.date) -> int | None:
    counted = [run.places_total for run in runs if run.period.covers(day)]
    known = [places for places in counted if places is not None]
    return sum(known) if known else None


def meeting_rows(reader: Reader, query: Query) -> list[MeetingRow]:
    """Return the case conferences of a municipality, or all, in order of their days."""
    scope = town_scope(query.municipality) if query.municipality else None
    found = sorted(reader.find(Meeting, scope=scope), key=lambda meeting: (meeting.day, meeting.id))
    return [
        MeetingRow(id=meeting.id, municipality=meeting.ags, date=meeting.day, status=meeting.status)
        for meeting in found
    ]
