"""What an import finds in the workplace: municipalities, staff, instruments, clients."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass

from neuewege_desktop.base.formats import fold
from neuewege_desktop.domain.choices.work import StaffFunction
from neuewege_desktop.domain.records import RecordId
from neuewege_desktop.domain.records.catalogue import (
    Instrument,
    InstrumentVersion,
    Municipality,
    Project,
    ProjectMunicipality,
    Team,
    TeamMember,
    User,
)
from neuewege_desktop.domain.records.measure import Measure, MeasureRun
from neuewege_desktop.domain.scopes import SHARED, case_scope, town_scope
from neuewege_desktop.domain.values import Period
from neuewege_desktop.store.indexes import PersonEntry, households, persons, pseudonyms
from neuewege_desktop.store.writer import Writer

# What lists call a measure by its kind, in the order in which the law knew it (samples).
COLLECTIVE_NAMES = {
    "AGH": ("AGH_MAE_alt", "AGH_16d"),
    "MAE": ("MAE_46", "MAT_45"),
    "FbW": ("FBW_77", "FBW_81", "FBW_AA"),
}


@dataclass(frozen=True, slots=True)
class Town:
    """A municipality that takes part in the project on the day of the list."""

    ags: str
    short: str
    team: RecordId | None

    @property
    def scope(self) -> str:
        """Return the scope of its clients."""
        return case_scope(self.ags)


class Towns:
    """The municipalities of the project, and how a list may name them."""

    def __init__(self, writer: Writer, day: dt.date) -> None:
        municipalities = {found.id: found for found in writer.find(Municipality)}
        teams = {team.municipality: team.id for team in writer.find(Team)}
        self._towns = {
            town.ags: Town(town.ags, town.short, teams.get(town.id))
            for taking_part in writer.find(ProjectMunicipality)
            if taking_part.period.covers(day)
            and (town := municipalities.get(taking_part.municipality))
        }
        self._by_name: defaultdict[str, set[str]] = defaultdict(set)
        for municipality in municipalities.values():
            for name in (municipality.name, municipality.postcode):
                self._by_name[fold(name)].add(municipality.ags)

    def named(self, ags: str) -> Town | None:
        """Return the municipality of the project with this key."""
        return self._towns.get(ags)

    def key_of(self, ags: str, place: str, postcode: str) -> str:
        """Return the key that a line gives, or that its place or post code stands for alone."""
        for name in (place, postcode):
            if not ags and len(found := self._by_name.get(fold(name), set())) == 1:
                return next(iter(found))
        return ags


class Clients:
    """The persons and households that are known, and those that this list brings."""

    def __init__(self, writer: Writer) -> None:
        self._by_number: defaultdict[str, list[PersonEntry]] = defaultdict(list)
        self._by_name: defaultdict[tuple[str, dt.date | None], list[PersonEntry]] = defaultdict(
            list
        )
        self._households = {(entry.scope, entry.number): entry.id for entry in households(writer)}
        self._elsewhere: defaultdict[str, set[str]] = defaultdict(set)
        for scope, number in self._households:
            self._elsewhere[number].add(scope)
        for entry in persons(writer):
            self.remember(entry)
        self.listed: set[tuple[str, str]] = set()
        self.mentioned: set[str] = set()  # by lines that could not be read

    def remember(self, person: PersonEntry) -> None:
        """Know a person from now on."""
        if person.client_number:
            self._by_number[person.client_number].append(person)
        self._by_name[_name_key(person.last, person.first, person.birth_date)].append(person)

    def remember_household(self, scope: str, number: str, household: RecordId) -> None:
        """Know a household from now on."""
        self._households[scope, number] = household
        self._elsewhere[number].add(scope)

    def household(self, scope: str, number: str) -> RecordId | None:
        """Return the household of this number in a municipality."""
        return self._households.get((scope, number))

    def is_elsewhere(self, scope: str, number: str) -> bool:
        """Say whether another municipality has a household of this number."""
        return bool(self._elsewhere[number] - {scope})

    def scope_of(self, number: str) -> str | None:
        """Return where the only household of this number is."""
        scopes = self._elsewhere.get(number, set())
        return next(iter(scopes)) if len(scopes) == 1 else None

    def with_number(self, number: str) -> list[PersonEntry]:
        """Return the persons who bear a client number."""
        return self._by_number.get(number, []) if number else []

    def alike(self, last: str, first: str, birth_date: dt.date | None) -> list[PersonEntry]:
        """Return the persons of this name and birth date, however it is spelt."""
        return self._by_name.get(_name_key(last, first, birth_date), [])

    def absent(self) -> list[str]:
        """Return the households of the listed municipalities that the list does not have."""
        towns = {scope for scope, _number in self.listed}
        return sorted(
            number
            for scope, number in self._households
            if scope in towns
            and number
            and (scope, number) not in self.listed
            and number not in self.mentioned
        )


def _name_key(last: str, first: str, birth: dt.date | None) -> tuple[str, dt.date | None]:
    return f"{fold(last)} {fold(first)}", birth


class Pseudonyms:
    """Hands out pseudonyms in random order; none is used twice (domain specification 7.5)."""

    def __init__(self, writer: Writer, random_below: Callable[[int], int]) -> None:
        self._used = pseudonyms(writer)
        self._below = random_below
        self._count: defaultdict[str, int] = defaultdict(int)
        for used in self._used:
            self._count[used.partition("-")[0]] += 1

    def draw(self, short: str) -> str:
        """Return a new one; numbers grow longer before most of the short ones are gone."""
        largest = 999
        while self._count[short] > largest // 2:
            largest = largest * 10 + 9
        while (found := f"{short}-{self._below(largest) + 1:03d}") in self._used:
            pass
        self._used.add(found)
        self._count[short] += 1
        return found


class Staff:
    """The case managers whom a list names; an unknown one is planned, without access."""

    def __init__(self, writer: Writer, day: dt.date) -> None:
        self._writer = writer
        self._day = day
        self._users = [(user.id, fold(user.name).split()) for user in writer.find(User)]

    def named(self, name: str) -> RecordId | None:
        """Return the only user whose name has all these words."""
        words = fold(name).split()
        found = [user for user, known in self._users if set(words) <= set(known)]
        return found[0] if len(found) == 1 and words else None

    def plan(self, name: str, town: Town) -> RecordId:
        """Make somebody a planned member of a team."""
        user = User(id=self._writer.new_id(), scope=SHARED, name=name)
        self._writer.add(user)
        if town.team is not None:
            self._writer.add(
                TeamMember(
                    id=self._writer.new_id(),
                    scope=SHARED,
                    team=town.team,
                    user=user.id,
                    function=StaffFunction.CASE_MANAGER,
                    period=Period(self._day),
                )
            )
        self._users.append((user.id, fold(name).split()))
        return user.id


class Measures:
    """The collective measures that gather what a list reports without naming the measure."""

    def __init__(self, writer: Writer, day: dt.date) -> None:
        self._writer = writer
        self._day = day
        codes = {instrument.id: instrument for instrument in writer.find(Instrument)}
        self._versions: defaultdict[str, list[InstrumentVersion]] = defaultdict(list)
        self._names: dict[str, str] = {}
        for version in writer.find(InstrumentVersion):
            instrument = codes[version.instrument]
            self._versions[instrument.code].append(version)
            self._names[instrument.code] = instrument.name
        collective = {m.id: m for m in writer.find(Measure) if m.collective}
        self._runs = {
            (run.scope, collective[run.measure].instrument_version): run.id
            for run in writer.find(MeasureRun)
            if run.measure in collective
        }

    def words(self) -> list[str]:
        """Return what a list may write: kinds, and the codes of the catalogue."""
        return [*COLLECTIVE_NAMES, *self._versions]

    def run(self, word: str, start: dt.date, town: Town) -> RecordId | None:
        """Return the collective run for a word and a first day; None if the law had none then."""
        for code in COLLECTIVE_NAMES.get(word, (word,)):
            for version in self._versions[code]:
                if version.period.covers(start):
                    scope = town_scope(town.ags)
                    return self._runs.get((scope, version.id)) or self._begin(scope, code, version)
        return None

    def _begin(self, scope: str, code: str, version: InstrumentVersion) -> RecordId:
        measure = Measure(
            id=self._writer.new_id(),
            scope=scope,
            instrument_version=version.id,
            name=f"Sammelmaßnahme {self._names[code]}",
            collective=True,
        )
        run = MeasureRun(
            id=self._writer.new_id(), scope=scope, measure=measure.id, period=version.period
        )
        self._writer.add(measure, run)
        self._runs[scope, version.id] = run.id
        return run.id


def project_of(writer: Writer) -> RecordId:
    """Return the project that new households are taken into."""
    return writer.find(Project)[0].id
