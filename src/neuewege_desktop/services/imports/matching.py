"""Whom a line means: found again by number, or by name within the household; or a fault."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from neuewege_desktop.base.formats import fold
from neuewege_desktop.base.i18n import _
from neuewege_desktop.domain.choices.people import MemberRole
from neuewege_desktop.domain.lists.columns import Column
from neuewege_desktop.domain.lists.line import Line, LineError
from neuewege_desktop.domain.records import RecordId
from neuewege_desktop.services.imports.clients import Clients
from neuewege_desktop.services.imports.households import Households
from neuewege_desktop.services.imports.towns import Town
from neuewege_desktop.store.indexes import PersonEntry


class NamedFault(LineError):
    """A line cannot enter, and the sentence for a person's eyes names somebody."""

    def __init__(self, column: Column, sentence: str, named: str) -> None:
        super().__init__(column, sentence)
        self.named = named


class Matching:
    """Finds the person of a line, and sees to it that a household has one head."""

    def __init__(self, clients: Clients, households: Households, day: dt.date) -> None:
        self._clients = clients
        self._households = households
        self._day = day
        self.heads: dict[RecordId, RecordId] = {}  # household -> its head in this list
        self.headless: dict[RecordId, int] = {}  # household -> its first line in this list

    def person_meant(
        self, line: Line, town: Town, household: RecordId | None
    ) -> PersonEntry | None:
        """Return the person that a line means, None for a new one; an alien number is an error."""
        for entry in self._clients.with_number(line.client_number):
            if not _same_name(entry, line) and entry.birth_date != line.birth_date:
                raise NamedFault(
                    Column.CLIENT_NUMBER,
                    _("Client number {number} belongs to another person.").format(
                        number=line.client_number
                    ),
                    _("Client number {number} belongs to {name}.").format(
                        number=line.client_number, name=f"{entry.last}, {entry.first}"
                    ),
                )
            if entry.scope == town.scope:
                return entry
        if household is None:
            return None
        members = self._households.members(household)
        for entry in self._clients.alike(line.name.last, line.name.first, line.birth_date):
            numbers_agree = not entry.client_number or not line.client_number
            if entry.id in members and numbers_agree:
                return entry
        return None

    def check_head(
        self,
        line: Line,
        lines: Sequence[Line],
        household: RecordId | None,
        entry: PersonEntry | None,
    ) -> None:
        """Raise LineError for a second head: § 38 SGB II knows one."""
        if line.role != MemberRole.HEAD or household is None:
            return
        heads = {self.heads[household]} if household in self.heads else set()
        if not heads:
            heads = self._households.heads(household, self._day) - self._other_roles(lines, line)
        if heads - {entry.id if entry else 0}:
            raise LineError(
                Column.ROLE,
                _("Second head of household {household}.").format(household=line.household),
            )

    def _other_roles(self, lines: Sequence[Line], line: Line) -> set[RecordId]:
        """Return those whom the same list now gives another role in this household."""
        return {
            entry.id
            for other in lines
            if other.household == line.household and other.role != MemberRole.HEAD
            for entry in self._clients.with_number(other.client_number)
        }

    def remember_role(self, line: Line, household: RecordId, person: RecordId) -> None:
        """Know in which role a line has a person in a household."""
        if line.role == MemberRole.HEAD:
            self.heads[household] = person
            self.headless.pop(household, None)
        elif household not in self.heads and not self._households.heads(household, self._day):
            self.headless.setdefault(household, line.number)


def _same_name(entry: PersonEntry, line: Line) -> bool:
    known, listed = (entry.last, entry.first), (line.name.last, line.name.first)
    return known == listed or tuple(map(fold, known)) == tuple(map(fold, listed))
