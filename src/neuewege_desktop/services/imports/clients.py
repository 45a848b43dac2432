"""The persons and households that are known, and those that a list brings."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict

from neuewege_desktop.base.formats import fold
from neuewege_desktop.domain.records import Life, RecordId
from neuewege_desktop.store.indexes import PersonEntry, households, persons
from neuewege_desktop.store.reader import Reader


class Clients:
    """The persons and households that are known, and those that this list brings."""

    def __init__(self, reader: Reader) -> None:
        self._by_number: defaultdict[str, list[PersonEntry]] = defaultdict(list)
        self._by_name: defaultdict[tuple[str, dt.date | None], list[PersonEntry]] = defaultdict(
            list
        )
        self._households: dict[tuple[str, str], RecordId] = {}
        self._elsewhere: defaultdict[str, set[str]] = defaultdict(set)
        self._put_away: set[tuple[str, str]] = set()
        for known in households(reader):
            self.remember_household(known.scope, known.number, known.id)
            if known.life != Life.LIVE:
                self._put_away.add((known.scope, known.number))
        for entry in persons(reader):
            self.remember(entry)
        self.listed: set[tuple[str, str]] = set()
        self.mentioned: set[str] = set()  # by faulty lines

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
        missing = self._households.keys() - self.listed - self._put_away
        return sorted(
            number
            for scope, number in missing
            if scope in towns and number and number not in self.mentioned
        )


def _name_key(last: str, first: str, birth: dt.date | None) -> tuple[str, dt.date | None]:
    return f"{fold(last)} {fold(first)}", birth
