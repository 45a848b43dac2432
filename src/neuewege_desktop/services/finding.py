"""Finding anything by what a person remembers of it: a name, a number, a street, a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import TypeVar

from neuewege_desktop.base.formats import long_date, sort_key
from neuewege_desktop.base.i18n import _
from neuewege_desktop.domain.choices.people import MemberRole
from neuewege_desktop.domain.finding import (
    Found,
    FoundKind,
    Nearness,
    WordAsked,
    day_asked,
    nearness,
    words_asked,
    words_of,
)
from neuewege_desktop.domain.records import Record, RecordId
from neuewege_desktop.domain.records.catalogue import Municipality
from neuewege_desktop.domain.records.household import Household, HouseholdAddress, Membership
from neuewege_desktop.domain.records.measure import Measure
from neuewege_desktop.domain.records.meeting import Meeting
from neuewege_desktop.domain.records.person import Person
from neuewege_desktop.domain.records.town import Actor
from neuewege_desktop.domain.scopes import municipality_of
from neuewege_desktop.store.finding import clients_found
from neuewege_desktop.store.reader import Reader
from neuewege_desktop.store.store import Store

_ENOUGH = 5  # hits beside which no slip is looked for

Named = TypeVar("Named", Measure, Actor)


def find(store: Store, text: str, day: dt.date, *, limit: int = 20) -> list[Found]:
    """Return what fits the words of `text`, the nearest first and of each kind in turn.

    Names, numbers and addresses are those of `day`. Order of words, accents and ä or ae do not
    matter; where little fits, one slip in a word of letters is forgiven.
    """
    words = words_asked(text)
    if not words:
        return []
    with store.reading() as reader:
        search = _Search(reader, words, day, limit)
        kinds = (
            search.households(),
            search.persons(),
            search.measures(),
            search.meetings(text),
            search.actors(),
        )
        found = [sorted(kind, key=lambda hit: -hit.score) for kind in kinds]
    in_turn = [hit for round_ in zip_longest(*found) for hit in round_ if hit is not None]
    return sorted(in_turn, key=lambda hit: -hit.score)[:limit]


class _Search:
    """One question, put to every kind of record in one state of the file."""

    def __init__(
        self, reader: Reader, words: Sequence[WordAsked], day: dt.date, limit: int
    ) -> None:
        self._reader = reader
        self._words = words
        self._day = day
        self._limit = limit
        self._towns = {town.ags: town.name for town in reader.find(Municipality)}

    def households(self) -> Iterator[Found]:
        """Find households by number, pseudonym, members and where they lived."""
        near = self._clients("household")
        ids = tuple(near)
        households = self._reader.many(Household, ids)
        heads = self._heads(ids)
        addresses = {
            lived.household: f"{lived.address.street}, {lived.address.town}"
            for lived in self._reader.find(HouseholdAddress, household=ids)
            if lived.period.covers(self._day)
        }
        for id_ in ids:
            household = households[id_]
            place = addresses.get(id_) or self._town(household)
            yield Found(
                kind=FoundKind.HOUSEHOLD,
                id=id_,
                title=heads.get(id_) or household.pseudonym,
                subtitle=_line(household.number, household.pseudonym, place),
                score=near[id_],
            )

    def _heads(self, households: Sequence[RecordId]) -> Mapping[RecordId, str]:
        memberships = [
            found
            for found in self._reader.find(
                Membership, household=tuple(households), role=MemberRole.HEAD
            )
            if found.period.covers(self._day)
        ]
        persons = self._reader.many(Person, [found.person for found in memberships])
        return {
            found.household: str(persons[found.person].name)
            for found in memberships
            if found.person in persons
        }

    def persons(self) -> Iterator[Found]:
        """Find persons by name, client number and birth date."""
        near = self._clients("person")
        ids = tuple(near)
        persons = self._reader.many(Person, ids)
        homes = {
            found.person: found.household
            for found in self._reader.find(Membership, person=ids)
            if found.period.covers(self._day)
        }
        households = self._reader.many(Household, list(homes.values()))
        for id_ in ids:
            person = persons[id_]
            home = households.get(homes.get(id_, 0))
            yield Found(
                kind=FoundKind.PERSON,
                id=id_,
                title=str(person.name),
                subtitle=_line(
                    person.client_number,
                    long_date(person.birth_date) if person.birth_date else "",
                    home.number if home else "",
                    self._town(person),
                ),
                score=near[id_],
            )

    def _clients(self, kind: str) -> Mapping[RecordId, Nearness]:
        """Return how well clients fit, the nearest first."""
        found: dict[RecordId, Nearness] = {}
        for near, enough in (
            (Nearness.WHOLE, self._limit),
            (Nearness.BEGINS, self._limit),
            (Nearness.FORGIVEN, min(_ENOUGH, self._limit)),
        ):
            if len(found) < enough:
                for id_ in clients_found(self._reader, kind, self._words, near, self._limit):
                    found.setdefault(id_, near)
        return found

    def measures(self) -> Iterator[Found]:
        """Find measures by name."""
        for measure, near in self._named(self._reader.find(Measure)):
            yield Found(
                kind=FoundKind.MEASURE,
                id=measure.id,
                title=measure.name,
                subtitle=_line(measure.status.label, self._town(measure)),
                score=near,
            )

    def actors(self) -> Iterator[Found]:
        """Find local actors by name."""
        for actor, near in self._named(self._reader.find(Actor)):
            yield Found(
                kind=FoundKind.ACTOR,
                id=actor.id,
                title=actor.name,
                subtitle=_line(actor.actor.label, self._town(actor)),
                score=near,
            )

    def _named(self, records: Iterable[Named]) -> list[tuple[Named, Nearness]]:
        """Return the records whose names fit, in German order; there are never many of them."""
        fitting = [
            (record, near)
            for record in records
            if (near := nearness(self._words, words_of(record.name))) is not None
        ]
        return sorted(fitting, key=lambda found: sort_key(found[0].name))

    def meetings(self, text: str) -> Iterator[Found]:
        """Find case conferences by day, month or year and municipality, the closest days first."""
        asked, rest = day_asked(text)
        words = words_asked(rest)
        what = words_of(_("Case conference"))
        towns = {
            ags: near
            for ags, name in self._towns.items()
            if (near := nearness(words, (*words_of(name), *what)) if words else Nearness.WHOLE)
        }
        meetings = [
            meeting
            for meeting in self._reader.find(Meeting, ags=tuple(towns))
            if asked is None or asked.covers(meeting.day)
        ]
        for meeting in sorted(meetings, key=lambda meeting: abs(meeting.day - self._day)):
            yield Found(
                kind=FoundKind.MEETING,
                id=meeting.id,
                title=_("Case conference on {day}").format(day=long_date(meeting.day)),
                subtitle=_line(self._town(meeting), meeting.status.label),
                score=towns[meeting.ags],
            )

    def _town(self, record: Record) -> str:
        return self._towns.get(municipality_of(record.scope), "")


def _line(*parts: str) -> str:
    return " · ".join(filter(None, parts))
