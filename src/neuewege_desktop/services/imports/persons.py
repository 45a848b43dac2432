"""The persons of a list: new ones, and what a list changes of those who are known."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from neuewege_desktop.domain.choices.people import Sex
from neuewege_desktop.domain.lists.columns import Column
from neuewege_desktop.domain.lists.line import Line
from neuewege_desktop.domain.records import RecordId
from neuewege_desktop.domain.records.person import Person
from neuewege_desktop.services.imports.clients import Clients
from neuewege_desktop.services.imports.report import Counts
from neuewege_desktop.services.imports.shelf import Shelf
from neuewege_desktop.services.imports.towns import Town
from neuewege_desktop.store.indexes import PersonEntry
from neuewege_desktop.store.writer import Writer

# The fields of a person that lists give, and the column that speaks of each.
_COLUMNS = {
    "client_number": Column.CLIENT_NUMBER,
    "name": Column.LAST_NAME,
    "sex": Column.SEX,
    "birth_date": Column.BIRTH_DATE,
    "family_status": Column.FAMILY_STATUS,
    "phone": Column.PHONE,
}


class Persons:
    """The persons whom one list names."""

    def __init__(self, writer: Writer, clients: Clients) -> None:
        self._writer = writer
        self._clients = clients
        self._known: dict[RecordId, Person] = {}
        self._new: set[RecordId] = set()
        self._changed: dict[RecordId, bool] = {}

    def fetch(self, persons: Sequence[RecordId], shelf: Shelf) -> None:
        """Fetch these persons, and who wrote what is known of them."""
        self._known = self._writer.many(Person, persons)
        shelf.remember(Person, persons)

    def begin(self, line: Line, town: Town) -> RecordId:
        """Take a new person in."""
        person = Person(
            id=self._writer.new_id(),
            scope=town.scope,
            client_number=line.client_number,
            name=line.name,
            sex=line.sex or Sex.UNKNOWN,
            birth_date=line.birth_date,
            family_status=line.family_status,
            phone=line.phone,
        )
        self._writer.add(person)
        self._known[person.id] = person
        last, first = line.name.last, line.name.first
        self._clients.remember(
            PersonEntry(person.id, town.scope, line.client_number, last, first, line.birth_date)
        )
        self._new.add(person.id)
        self.note(person.id, changed=True)
        return person.id

    def update(
        self, line: Line, person: RecordId, shelf: Shelf, differs: Callable[[str], None]
    ) -> None:
        """Bring the fields that the list gives up to date; an empty cell takes nothing away."""
        known = self._known.get(person) or self._writer.many(Person, [person])[person]
        changes: dict[str, Any] = {}
        for name, column in _COLUMNS.items():
            value = getattr(line, name)
            if not value or value == getattr(known, name):
                continue
            if shelf.is_by_hand(known, name):
                differs(column)
            else:
                changes[name] = value
        if person in self._new:
            return  # listed more than once: its first line has spoken
        if changes:
            self._known[person] = replace(known, **changes)
            self._writer.save(self._known[person])
        self.note(person, changed=bool(changes))

    def is_listed(self, person: RecordId) -> bool:
        """Say whether the list has named a person before."""
        return person in self._changed

    def note(self, person: RecordId, *, changed: bool) -> None:
        """Note that a person was listed, and whether anything about them was new."""
        self._changed[person] = self._changed.get(person, False) or changed

    def count(self, counts: Counts) -> None:
        """Count the persons of the list."""
        counts.new = len(self._new)
        counts.changed = sum(self._changed.values()) - counts.new
        counts.unchanged = len(self._changed) - counts.new - counts.changed
