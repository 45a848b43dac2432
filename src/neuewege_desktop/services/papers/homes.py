"""Households as a paper calls them: members with their signs, type, case manager; many at once."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from neuewege_desktop.base.i18n import _
from neuewege_desktop.domain.choices.people import FamilyStatus, MemberRole
from neuewege_desktop.domain.law import household_type as types
from neuewege_desktop.domain.law.ages import age
from neuewege_desktop.domain.papers.pseudonyms import age_band, role_signs
from neuewege_desktop.domain.records import RecordId
from neuewege_desktop.domain.records.case import Case
from neuewege_desktop.domain.records.household import Household, Membership
from neuewege_desktop.domain.records.person import Person
from neuewege_desktop.reports.documents.conference import HouseholdHead, Member
from neuewege_desktop.services.names import Names
from neuewege_desktop.store.reader import Reader

_MARRIED = frozenset({FamilyStatus.MARRIED, FamilyStatus.PARTNERSHIP, FamilyStatus.SEPARATED})
_PLACES = {role: place for place, role in enumerate(MemberRole)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """A household on a day: its members with the head first, and its newest case."""

    household: Household
    members: tuple[tuple[Membership, Person], ...]
    case: Case | None

    @property
    def head(self) -> Person | None:
        """Return the head of the household on the day."""
        for membership, person in self.members:
            if membership.role == MemberRole.HEAD:
                return person
        return None

    def signs(self) -> Mapping[RecordId, str]:
        """Return by person what stands for the name outside the team."""
        return role_signs((p.id, m.role, p.birth_date) for m, p in self.members)

    def type_on(self, day: dt.date) -> types.HouseholdType:
        """Return the type of the household."""
        return types.household_type(
            [
                types.Member(m.role, p.birth_date, p.family_status not in _MARRIED)
                for m, p in self.members
            ],
            day,
        )


def homes(reader: Reader, households: Collection[RecordId], day: dt.date) -> dict[RecordId, Home]:
    """Return these households as they are on a day, with one query a kind."""
    ids = sorted(households)
    memberships = [m for m in reader.find(Membership, household=ids) if m.period.covers(day)]
    persons = reader.many(Person, sorted({m.person for m in memberships}))
    members: defaultdict[RecordId, list[tuple[Membership, Person]]] = defaultdict(list)
    for membership in memberships:
        if membership.person in persons:
            members[membership.household].append((membership, persons[membership.person]))
    cases: dict[RecordId, Case] = {}
    for case in sorted(reader.find(Case, household=ids), key=lambda case: case.opened_on):
        cases[case.household] = case
    return {
        id_: Home(
            household=household,
            members=tuple(sorted(members[id_], key=_place)),
            case=cases.get(id_),
        )
        for id_, household in reader.many(Household, ids).items()
    }


def _place(member: tuple[Membership, Person]) -> tuple[int, dt.date, RecordId]:
    membership, person = member
    return _PLACES[membership.role], person.birth_date or dt.date.max, person.id


def head_words(home: Home, day: dt.date, names: Names) -> HouseholdHead:
    """Return how a household is called on paper."""
    head, signs = home.head, home.signs()
    return HouseholdHead(
        number=home.household.number,
        pseudonym=home.household.pseudonym,
        name=str(head.name) if head else "",
        type=home.type_on(day).label,
        members=tuple(_member(person, signs[person.id], day) for _m, person in home.members),
        case_manager=names.of("user", home.case.case_manager) if home.case else "",
    )


def _member(person: Person, sign: str, day: dt.date) -> Member:
    years = age(person.birth_date, day) if person.birth_date else None
    shown = str(years) if years is not None else _("age unknown")
    return Member(str(person.name), sign, shown, age_band(years))
