"""The persons and households that are known, and those that a list brings."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from neuewege_desktop.base.formats import fold
from neuewege_desktop.domain.records import Life, RecordId
from neuewege_desktop.store.indexes import HouseholdEntry, PersonEntry, households, persons
from neuewege_desktop.store.reader import Reader


class Clients:
    """Finds persons by number or name, and households by number."""

    def __init__(self, reader: Reader) -> None:
        # Tuples, because nearly always one stands alone and there may be hundreds of thousands.
        self._by_number: dict[str, tuple[PersonEntry, ...]] = {}
        self._by_name: dict[str, tuple[PersonEntry, ...]] = {}
        self._households: dict[str, tuple[HouseholdEntry, ...]] = {}
        self._scopes: set[str] = set()
        self._listed: set[RecordId] = set()
        self._mentioned: set[str] = set()
        for household in households(reader):
            self.remember_household(household)
        for person in persons(reader):
            self.remember(person)

    def remember(self, person: PersonEntry) -> None:
        """Know a person from now on."""
        if number := person.client_number:
            self._by_number[number] = (*self._by_number.get(number, ()), person)
        key = _name_key(person.last, person.first, person.birth_date)
        self._by_name[key] = (*self._by_name.get(key, ()), person)

    def remember_household(self, household: HouseholdEntry) -> None:
        """Know a household from now on."""
        number = household.number
        self._households[number] = (*self._households.get(number, ()), household)

    def household(self, scope: str, number: str) -> RecordId | None:
        """Return the household of this number in a municipality."""
        known = self._households.get(number, ())
        return next((entry.id for entry in known if entry.scope == scope), None)

    def is_elsewhere(self, scope: str, number: str) -> bool:
        """Say whether another municipality has a household of this number."""
        return any(entry.scope != scope for entry in self._households.get(number, ()))

    def scope_of(self, number: str) -> str | None:
        """Return where the only household of this number is."""
        known = self._households.get(number, ())
        return known[0].scope if len(known) == 1 else None

    def with_number(self, number: str) -> Sequence[PersonEntry]:
        """Return the persons who bear a client number."""
        return self._by_number.get(number, ()) if number else ()

    def alike(self, last: str, first: str, birth_date: dt.date | None) -> Sequence[PersonEntry]:
        """Return the persons of this name and birth date, however it is spelt."""
        return self._by_name.get(_name_key(last, first, birth_date), ())

    def note(self, scope: str, household: RecordId) -> None:
        """Note that a household is in the list, and so is its municipality."""
        self._scopes.add(scope)
        self._listed.add(household)

    def mention(self, number: str) -> None:
        """Note that a faulty line named a household: it is not absent."""
        self._mentioned.add(number)

    def absent(self) -> list[HouseholdEntry]:
        """Return the households of the listed municipalities that the list does not have."""
        left_out = (
            entry
            for number, known in self._households.items()
            if number and number not in self._mentioned
            for entry in known
            if entry.life == Life.LIVE
            and entry.scope in self._scopes
            and entry.id not in self._listed
        )
        return sorted(left_out, key=lambda entry: (entry.number, entry.scope))


def _name_key(last: str, first: str, birth: dt.date | None) -> str:
    return f"{fold(last)} {fold(first)} {birth}"
