"""Taking lines in, a few hundred at a time: whom each means, whether it may enter, what is new."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from neuewege_desktop.base.i18n import _
from neuewege_desktop.domain.choices.people import MemberRole, Sex
from neuewege_desktop.domain.lists.columns import Column
from neuewege_desktop.domain.lists.line import Line, LineError, LineReader
from neuewege_desktop.domain.records import RecordId
from neuewege_desktop.domain.records.household import (
    ApprovalPeriod,
    HouseholdAddress,
    Membership,
)
from neuewege_desktop.domain.records.person import Person
from neuewege_desktop.domain.values import PostalAddress
from neuewege_desktop.services.imports.facts import FactKeeper, Shelf
from neuewege_desktop.services.imports.households import Households
from neuewege_desktop.services.imports.known import Clients, Measures, Town, Towns
from neuewege_desktop.services.imports.matching import Matching, NamedFault
from neuewege_desktop.services.imports.person_facts import PERSON_FACTS, PersonFacts, period_of
from neuewege_desktop.services.imports.report import ImportReport
from neuewege_desktop.store.indexes import PersonEntry
from neuewege_desktop.store.provenance import Provenance
from neuewege_desktop.store.writer import Writer


@dataclass(slots=True)
class Progress:
    """What this import has seen so far: persons and households by whether they changed."""

    persons: dict[RecordId, bool] = field(default_factory=dict)
    new_persons: set[RecordId] = field(default_factory=set)


class Clerk:
    """Takes in the lines of one list within one act."""

    def __init__(
        self,
        writer: Writer,
        reader: LineReader,
        households: Households,
        measures: Measures,
        day: dt.date,
        report: ImportReport,
        by_program: Sequence[str],
    ) -> None:
        self._writer = writer
        self._day = day
        self._report = report
        self._clients = Clients(writer)
        self._towns = Towns(writer, day)
        self._households = households
        self._matching = Matching(self._clients, households, day)
        self._provenance = Provenance(writer.connection, by_program)
        self._reader = reader
        self._measures = measures
        self._seen = Progress()
        self._shelf = Shelf(writer, self._provenance)
        self._known: dict[RecordId, Person] = {}

    def take(self, lines: Sequence[Line]) -> None:
        """Take in a few lines; those of one household should stand together."""
        self._fetch(lines)
        for line in lines:
            try:
                self._enter(line, lines)
            except NamedFault as fault:
                self._report.fail(line.number, fault.column, str(fault), fault.named)
            except LineError as fault:
                self._report.fail(line.number, fault.column, str(fault))
        self._writer.flush()

    def mention(self, household: str) -> None:
        """Know that a line named a household, though it could not be read."""
        self._clients.mentioned.add(household)

    def finish(self) -> None:
        """Count, and name the households that were not listed."""
        seen = self._seen
        self._report.persons.new = len(seen.new_persons)
        self._report.persons.changed = sum(
            changed for person, changed in seen.persons.items() if person not in seen.new_persons
        )
        known = len(seen.persons) - len(seen.new_persons)
        self._report.persons.unchanged = known - self._report.persons.changed
        self._households.count(self._report.households)
        self._report.absent = self._clients.absent()

    # --- what is known ---------------------------------------------------------------------

    def _fetch(self, lines: Sequence[Line]) -> None:
        """Fetch everything that is known of the persons and households these lines may mean."""
        households: set[RecordId] = set()
        persons: set[RecordId] = set()
        for line in lines:
            town = self._town_of(line)
            household = self._clients.household(town.scope, line.household) if town else None
            if household is not None:
                households.add(household)
            persons |= {entry.id for entry in self._clients.with_number(line.client_number)}
            name = line.name
            alike = self._clients.alike(name.last, name.first, line.birth_date)
            persons |= {entry.id for entry in alike}
        self._shelf = Shelf(self._writer, self._provenance)
        for kind in PERSON_FACTS:
            self._shelf.load(kind, "person", sorted(persons))
        self._shelf.load(Membership, "person", sorted(persons))
        for kind in (HouseholdAddress, ApprovalPeriod):
            self._shelf.load(kind, "household", sorted(households))
        self._known = self._writer.many(Person, sorted(persons))
        self._shelf.remember(Person, sorted(persons))
        self._households.fetch(sorted(households), self._shelf)

    def _town_of(self, line: Line) -> Town | None:
        key = self._towns.key_of(line.ags, line.place, line.postcode)
        if not key and (scope := self._clients.scope_of(line.household)):
            key = scope.partition(":")[2]
        return self._towns.named(key)

    # --- one line --------------------------------------------------------------------------

    def _enter(self, line: Line, lines: Sequence[Line]) -> None:
        town = self._town_of(line)
        if town is None:
            raise LineError(
                Column.MUNICIPALITY,
                _("Municipality {ags} is not in the project.").format(ags=line.ags or line.place),
            )
        household = self._clients.household(town.scope, line.household)
        self._clients.listed.add((town.scope, line.household))
        entry = self._matching.person_meant(line, town, household)
        self._matching.check_head(line, lines, household, entry)
        self._warn_of_doubts(line, town, entry)
        if household is None:
            household = self._households.begin(line, town)
            self._clients.remember_household(town.scope, line.household, household)
        person = self._keep_person(line, town, entry)
        if line.role == MemberRole.HEAD:
            self._matching.heads[household] = person
        self._keep_household(line, household, town)
        self._keep_facts(line, person, household, town)

    def _warn_of_doubts(self, line: Line, town: Town, entry: PersonEntry | None) -> None:
        warn = self._report.warn
        for column, sentence in self._households.doubts(line):
            warn(line.number, column, sentence)
        if line.birth_date is None:
            warn(line.number, Column.BIRTH_DATE, _("The date of birth is missing."))
        elif line.birth_date > self._day:
            warn(line.number, Column.BIRTH_DATE, _("The date of birth lies in the future."))
        if self._clients.is_elsewhere(town.scope, line.household):
            warn(
                line.number,
                Column.HOUSEHOLD,
                _("Another municipality has a household of this number. Please check for a move."),
            )
        if entry is not None and entry.id in self._seen.persons:
            warn(line.number, Column.CLIENT_NUMBER, _("This person is listed more than once."))
        if entry is not None or line.birth_date is None:
            return
        name = line.name
        if self._clients.alike(name.last, name.first, line.birth_date):
            warn(
                line.number,
                Column.LAST_NAME,
                _("A person of the same name and date of birth is already known."),
                _("{name} with the same date of birth is already known.").format(name=name),
            )

    # --- what is kept ----------------------------------------------------------------------

    def _keep_person(self, line: Line, town: Town, entry: PersonEntry | None) -> RecordId:
        if entry is not None:
            self._keep_known(line, entry)
            return entry.id
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
        name = line.name
        self._clients.remember(
            PersonEntry(
                person.id,
                town.scope,
                line.client_number,
                name.last,
                name.first,
                line.birth_date,
            )
        )
        self._seen.new_persons.add(person.id)
        self._seen.persons[person.id] = True
        return person.id

    def _keep_known(self, line: Line, entry: PersonEntry) -> None:
        """Bring the fields that the list gives up to date; an empty cell takes nothing away."""
        known = self._known.get(entry.id) or self._writer.many(Person, [entry.id])[entry.id]
        wanted = {
            "client_number": (line.client_number, Column.CLIENT_NUMBER),
            "name": (line.name, Column.LAST_NAME),
            "sex": (line.sex, Column.SEX),
            "birth_date": (line.birth_date, Column.BIRTH_DATE),
            "family_status": (line.family_status, Column.FAMILY_STATUS),
            "phone": (line.phone, Column.PHONE),
        }
        changes: dict[str, Any] = {}
        for name, (value, column) in wanted.items():
            if not value or value == getattr(known, name):
                continue
            if self._shelf.is_by_hand(known, name):
                self._differs(line, column)
            else:
                changes[name] = value
        if changes and entry.id not in self._seen.new_persons:
            known = replace(known, **changes)
            self._writer.save(known)
        self._known[entry.id] = known
        self._seen.persons[entry.id] = self._seen.persons.get(entry.id, False) or bool(changes)

    def _differs(self, line: Line, column: str) -> None:
        self._report.warn(
            line.number, column, _("The list differs from what was entered by hand; that stays.")
        )

    def _keeper(self, line: Line, town: Town) -> FactKeeper:
        return FactKeeper(
            self._shelf,
            self._writer,
            town.scope,
            self._day,
            lambda column: self._differs(line, column),
        )

    def _keep_household(self, line: Line, household: RecordId, town: Town) -> None:
        """Keep address and approval; what the first line of a household says holds for all."""
        first = self._households.first_line(household, line)
        if first is not line:
            for column, sentence in self._households.contradictions(first, line):
                self._report.warn(line.number, column, sentence)
            return
        keeper = self._keeper(line, town)
        owner = {"household": household}
        if line.street or line.postcode or line.place:
            address = PostalAddress(line.street, line.postcode, line.place)
            values = {"address": address, "ags": town.ags}
            keeper.state(HouseholdAddress, owner, values, Column.STREET)
        period = period_of(line.approval, Column.APPROVAL_FROM, self._warner(line))
        if period is not None:
            keeper.spell(ApprovalPeriod, owner, {}, period, Column.APPROVAL_FROM)
        changed = self._households.keep_manager(line, household, town, self._report)
        self._households.note(household, changed=keeper.changed or changed)

    def _keep_facts(self, line: Line, person: RecordId, household: RecordId, town: Town) -> None:
        keeper = self._keeper(line, town)
        keeper.state(
            Membership,
            {"person": person, "household": household},
            {"role": line.role},
            Column.ROLE,
            key=("person", "household"),
        )
        self._households.remember_member(household, person)
        facts = PersonFacts(self._reader, self._shelf, self._measures, self._day)
        facts.keep(line, person, town, keeper, self._warner(line))
        self._seen.persons[person] = self._seen.persons.get(person, False) or keeper.changed

    def _warner(self, line: Line) -> Callable[[Column, str], None]:
        return lambda column, sentence: self._report.warn(line.number, column, sentence)
