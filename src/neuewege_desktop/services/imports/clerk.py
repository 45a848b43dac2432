"""Taking lines in, a few hundred at a time: whom each means, whether it may enter, what is new.

A list older than one that came in before brings new households of a municipality. Of those that are
known it changes nothing, and says so: the newer list had the last word.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from neuewege_desktop.base.i18n import _
from neuewege_desktop.domain.lists.columns import Column
from neuewege_desktop.domain.lists.line import Line, LineError, LineReader
from neuewege_desktop.domain.records import Life, RecordId
from neuewege_desktop.domain.records.household import (
    ApprovalPeriod,
    HouseholdAddress,
    Membership,
)
from neuewege_desktop.domain.values import PostalAddress
from neuewege_desktop.services.imports.clients import Clients
from neuewege_desktop.services.imports.doubts import about_household, about_line
from neuewege_desktop.services.imports.facts import FactKeeper
from neuewege_desktop.services.imports.households import Households
from neuewege_desktop.services.imports.matching import Matching, NamedFault
from neuewege_desktop.services.imports.measures import Measures
from neuewege_desktop.services.imports.person_facts import PERSON_FACTS, PersonFacts, period_of
from neuewege_desktop.services.imports.persons import Persons
from neuewege_desktop.services.imports.report import ImportReport
from neuewege_desktop.services.imports.shelf import Shelf
from neuewege_desktop.services.imports.towns import Town, Towns
from neuewege_desktop.store.indexes import HouseholdEntry, PersonEntry
from neuewege_desktop.store.provenance import Provenance, newest_lists
from neuewege_desktop.store.writer import Writer

_DAY = dt.timedelta(days=1)


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
        provenance: Provenance,
    ) -> None:
        self._writer = writer
        self._day = day
        self._report = report
        self._reader = reader
        self._measures = measures
        self._provenance = provenance
        self._newest_lists = newest_lists(writer.connection)
        self._clients = Clients(writer)
        self._towns = Towns(writer, day)
        self._households = households
        self._persons = Persons(writer, self._clients)
        self._matching = Matching(self._clients, households, day)
        self._shelf = Shelf(writer, provenance)
        self._moved: dict[RecordId, tuple[Line, Town]] = {}  # persons, by where they are now

    def take(self, lines: Sequence[Line]) -> None:
        """Take in a few lines; those of one household should stand together."""
        self._fetch(lines)
        for line in lines:
            try:
                self._enter(line, lines)
            except NamedFault as fault:
                self._fail(line, fault, fault.named)
            except LineError as fault:
                self._fail(line, fault, str(fault))
        self._writer.flush()

    def _fail(self, line: Line, fault: LineError, named: str) -> None:
        self._report.fail(line.number, fault.column, str(fault), named)
        self.mention(line.household)

    def mention(self, household: str) -> None:
        """Know that a faulty line named a household: it is not absent."""
        self._clients.mention(household)

    def finish(self) -> None:
        """Let those who moved leave, count, and name the households that were not listed."""
        self._let_leave()
        for line in self._matching.headless.values():
            self._report.warn(line, Column.ROLE, _("The household has no head."))
        self._persons.count(self._report.persons)
        self._households.count(self._report.households)
        self._report.absent = self._clients.absent()

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
        for kind in (*PERSON_FACTS, Membership):
            self._shelf.load(kind, "person", sorted(persons))
        for kind in (HouseholdAddress, ApprovalPeriod):
            self._shelf.load(kind, "household", sorted(households))
        self._persons.fetch(sorted(persons), self._shelf)
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
            raise LineError(Column.MUNICIPALITY, _alien(line))
        household = self._clients.household(town.scope, line.household)
        entry = self._matching.person_meant(line, town, household)
        if household is not None and self._is_outdated(household, town):
            self._clients.note(town.scope, household)
            self._pass_over(line, household, entry)
            return
        self._matching.check_head(line, lines, household, entry)
        self._warn_of_doubts(line, town, entry)
        if household is None:
            household = self._households.begin(line, town)
            self._clients.remember_household(
                HouseholdEntry(household, town.scope, line.household, Life.LIVE)
            )
        self._clients.note(town.scope, household)
        if entry is None:
            person = self._persons.begin(line, town)
        else:
            person = entry.id
            self._persons.update(line, person, self._shelf, self._reporter(line))
        self._matching.remember_role(line, household, person)
        self._keep_household(line, household, town)
        self._keep_facts(line, person, household, town)

    def _is_outdated(self, household: RecordId, town: Town) -> bool:
        newest = self._newest_lists.get(town.scope)
        return newest is not None and newest > self._day and not self._households.is_new(household)

    def _pass_over(self, line: Line, household: RecordId, entry: PersonEntry | None) -> None:
        if self._households.first_word(household, line).line == line.number:
            self._report.warn(
                line.number,
                Column.HOUSEHOLD,
                _("A newer list came in before; this household stays as it is."),
            )
        self._households.note(household, changed=False)
        if entry is not None:
            self._persons.note(entry.id, changed=False)

    def _warn_of_doubts(self, line: Line, town: Town, entry: PersonEntry | None) -> None:
        warn = self._warner(line)
        for column, sentence in about_line(line, self._day):
            warn(column, sentence)
        if self._clients.is_elsewhere(town.scope, line.household):
            warn(
                Column.HOUSEHOLD,
                _("Another municipality has a household of this number. Please check for a move."),
            )
        if entry is not None:
            if self._persons.is_listed(entry.id):
                warn(Column.CLIENT_NUMBER, _("This person is listed more than once."))
        elif line.birth_date is not None and self._clients.alike(
            line.name.last, line.name.first, line.birth_date
        ):
            self._report.warn(
                line.number,
                Column.LAST_NAME,
                _("A person of the same name and date of birth is already known."),
                _("{name} with the same date of birth is already known.").format(name=line.name),
            )

    # --- what is kept ----------------------------------------------------------------------

    def _keep_household(self, line: Line, household: RecordId, town: Town) -> None:
        """Keep address and approval; what the first line of a household says holds for all."""
        first = self._households.first_word(household, line)
        if first.line != line.number:
            for column, sentence in about_household(first, line):
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
        owner = {"person": person, "household": household}
        keeper.state(Membership, owner, {"role": line.role}, Column.ROLE, key=owner)
        self._households.note(household, changed=keeper.changed)
        self._households.remember_member(household, person)
        if self._is_elsewhere(person, household):
            self._moved[person] = (line, town)
        facts = PersonFacts(self._reader, self._shelf, self._measures, self._day)
        facts.keep(line, person, town, keeper, self._warner(line))
        self._persons.note(person, changed=keeper.changed)

    def _is_elsewhere(self, person: RecordId, household: RecordId) -> bool:
        return any(
            known.household != household and known.period.covers(self._day)
            for known in self._shelf.of(Membership, person)
        )

    def _let_leave(self) -> None:
        """End the memberships of those who are now listed in another household only.

        A child may live in two households; then the list, or a person by hand, says so.
        """
        self._shelf = Shelf(self._writer, self._provenance)
        self._shelf.load(Membership, "person", sorted(self._moved))
        for person, (line, town) in self._moved.items():
            keeper = self._keeper(line, town)
            for known in list(self._shelf.of(Membership, person)):
                listed = self._households.lists(known.household, person) or known.temporary
                if known.period.covers(self._day) and not listed:
                    keeper.end(person, known, self._day - _DAY, Column.HOUSEHOLD)
            self._persons.note(person, changed=keeper.changed)

    def _keeper(self, line: Line, town: Town) -> FactKeeper:
        new_id, differs = self._writer.new_id, self._reporter(line)
        return FactKeeper(self._shelf, new_id, town.scope, self._day, differs)

    def _reporter(self, line: Line) -> Callable[[str], None]:
        return lambda column: self._report.warn(
            line.number, column, _("The list differs from what was entered by hand; that stays.")
        )

    def _warner(self, line: Line) -> Callable[[Column, str], None]:
        return lambda column, sentence: self._report.warn(line.number, column, sentence)


def _alien(line: Line) -> str:
    if ags := line.ags or line.place:
        return _(
            "Municipality {ags} is not in the project. Take it in under “Settings”, "
            "“Municipalities”, or leave the line out."
        ).format(ags=ags)
    return _("The municipality is missing. Please give its key of eight digits.")
