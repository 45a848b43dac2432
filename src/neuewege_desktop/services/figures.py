"""Figures of the day: how many households and persons, where, of what kind, in which phase."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from neuewege_desktop.base.formats import sort_key
from neuewege_desktop.domain.choices.people import MemberRole
from neuewege_desktop.domain.choices.work import Phase
from neuewege_desktop.domain.law.ages import born_at_least
from neuewege_desktop.domain.law.household_type import HouseholdType, Member, household_type
from neuewege_desktop.domain.records.catalogue import Municipality
from neuewege_desktop.services.office import Office
from neuewege_desktop.store.figures import (
    Composition,
    households_by_composition,
    households_by_municipality,
    households_by_phase,
    persons_by_municipality,
)

_FULL_AGE, _YOUNG = 18, 25


@dataclass(frozen=True, slots=True)
class TownFigures:
    """How many households and persons a municipality has, and how many of them are under 25."""

    name: str
    households: int
    persons: int
    under_25: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What can be counted today. `phases` has None for households that are in no phase."""

    day: dt.date
    towns: tuple[TownFigures, ...]
    types: Mapping[HouseholdType, int]
    phases: Mapping[Phase | None, int]

    @property
    def households(self) -> int:
        """Return how many households there are."""
        return sum(town.households for town in self.towns)

    @property
    def persons(self) -> int:
        """Return how many persons there are."""
        return sum(town.persons for town in self.towns)

    @property
    def under_25(self) -> int:
        """Return how many persons under 25 there are."""
        return sum(town.under_25 for town in self.towns)


def figures(office: Office) -> Figures:
    """Return the figures of the day on which the user works."""
    day = office.today
    with office.store.reading() as reader:
        names = {town.ags: town.name for town in reader.find(Municipality)}
        households = households_by_municipality(reader, day)
        persons = persons_by_municipality(reader, day, born_at_least(_YOUNG, day))
        composed = households_by_composition(reader, day, born_at_least(_FULL_AGE, day))
        phases = households_by_phase(reader, day)
    towns = [
        TownFigures(names.get(ags, ags), number, *persons.get(ags, (0, 0)))
        for ags, number in households.items()
    ]
    types: Counter[HouseholdType] = Counter()
    for composition, number in composed.items():
        types[_type_of(composition)] += number
    types[HouseholdType.OTHER] += sum(households.values()) - sum(composed.values())  # nobody there
    return Figures(
        day=day,
        towns=tuple(sorted(towns, key=lambda town: sort_key(town.name))),
        types=types,
        phases=phases,
    )


def _type_of(composition: Composition) -> HouseholdType:
    """Return the kind of a household by the one rule for it, asked about a typical one."""
    members = [Member(MemberRole.HEAD, None)]
    if composition.has_partner:
        members.append(Member(MemberRole.PARTNER, None))
    if composition.has_minor:
        members.append(Member(MemberRole.CHILD_U25, None))
    if not composition.is_single and len(members) == 1:
        members.append(Member(MemberRole.HEAD, None))
    return household_type(members, dt.date.max)
