"""The households of a list: new ones with case and pseudonym, their members, their case manager."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace

from neuewege_desktop.base.i18n import _
from neuewege_desktop.domain.choices.people import MemberRole
from neuewege_desktop.domain.lists.columns import Column
from neuewege_desktop.domain.lists.line import Line
from neuewege_desktop.domain.records import RecordId
from neuewege_desktop.domain.records.case import Case
from neuewege_desktop.domain.records.household import Membership
from neuewege_desktop.services.imports.doubts import Word, word_of
from neuewege_desktop.services.imports.report import Counts, ImportReport
from neuewege_desktop.services.imports.shelf import Shelf
from neuewege_desktop.services.imports.staff import Staff
from neuewege_desktop.services.imports.towns import Town, project_of
from neuewege_desktop.services.intake import take_in
from neuewege_desktop.services.pseudonyms import Pseudonyms
from neuewege_desktop.store.writer import Writer


class Households:
    """The households that one list names."""

    def __init__(self, writer: Writer, day: dt.date, random_below: Callable[[int], int]) -> None:
        self._writer = writer
        self._day = day
        self._project = project_of(writer)
        self._pseudonyms = Pseudonyms(writer, random_below)
        self._staff = Staff(writer, day)
        self._memberships: defaultdict[RecordId, list[Membership]] = defaultdict(list)
        self._joined: dict[RecordId, tuple[RecordId, ...]] = {}
        self._cases: dict[RecordId, Case] = {}
        self._shelf: Shelf | None = None
        self._first_words: dict[RecordId, Word] = {}
        self._changed: dict[RecordId, bool] = {}
        self._new: set[RecordId] = set()

    def fetch(self, households: Sequence[RecordId], shelf: Shelf) -> None:
        """Fetch members and cases of these households."""
        self._shelf = shelf
        self._memberships.clear()
        for membership in self._writer.find(Membership, household=tuple(households)):
            self._memberships[membership.household].append(membership)
        found = self._writer.find(Case, household=tuple(households))
        self._cases = {case.household: case for case in found}
        shelf.remember(Case, [case.id for case in found])

    def members(self, household: RecordId) -> set[RecordId]:
        """Return everybody who belongs to a household, or ever did."""
        known = self._memberships.get(household, ())
        return {*self._joined.get(household, ()), *(membership.person for membership in known)}

    def heads(self, household: RecordId, day: dt.date) -> set[RecordId]:
        """Return the head of a household before this list, as a set."""
        return {
            membership.person
            for membership in self._memberships.get(household, ())
            if membership.role == MemberRole.HEAD and membership.period.covers(day)
        }

    def is_new(self, household: RecordId) -> bool:
        """Say whether this list brings a household."""
        return household in self._new

    def remember_member(self, household: RecordId, person: RecordId) -> None:
        """Know that this list has a person in a household."""
        self._joined[household] = (*self._joined.get(household, ()), person)

    def lists(self, household: RecordId, person: RecordId) -> bool:
        """Say whether this list has a person in a household, as far as it was read."""
        return person in self._joined.get(household, ())

    def begin(self, line: Line, town: Town) -> RecordId:
        """Take a new household into the project, as proposed since the day of the list (2.7)."""
        household, case = take_in(
            self._writer,
            town,
            number=line.household,
            pseudonym=self._pseudonyms.draw(town.short),
            project=self._project,
            day=self._day,
        )
        self._cases[household.id] = case
        self._new.add(household.id)
        self._changed[household.id] = True
        return household.id

    def first_word(self, household: RecordId, line: Line) -> Word:
        """Return what the first line of this list says of a household; it speaks for all."""
        word = self._first_words.get(household)
        if word is None:
            word = self._first_words[household] = word_of(line)
        return word

    def keep_manager(
        self, line: Line, household: RecordId, town: Town, report: ImportReport
    ) -> bool:
        """Give the case to the manager that the list names; return whether that is news."""
        case = self._cases.get(household)
        if not line.case_manager or case is None:
            return False
        user = self._staff.named(line.case_manager, town)
        if user is None:
            user = self._plan(line, town, report)
        if case.case_manager == user:
            return False
        if self._shelf is not None and self._shelf.is_by_hand(case, "case_manager"):
            report.warn(
                line.number,
                Column.CASE_MANAGER,
                _("The list differs from what was entered by hand; that stays."),
            )
            return False
        self._cases[household] = replace(case, case_manager=user)
        self._writer.save(self._cases[household])
        return True

    def _plan(self, line: Line, town: Town, report: ImportReport) -> RecordId:
        report.warn(
            line.number,
            Column.CASE_MANAGER,
            _("This case manager is not known yet and was planned, without access."),
            _("{name} is not known yet and was planned as case manager, without access.").format(
                name=line.case_manager
            ),
        )
        return self._staff.plan(line.case_manager, town)

    def note(self, household: RecordId, *, changed: bool) -> None:
        """Note that a household was listed, and whether anything about it was new."""
        self._changed[household] = self._changed.get(household, False) or changed

    def count(self, counts: Counts) -> None:
        """Count the households of the list."""
        counts.new = len(self._new)
        counts.changed = sum(
            self._changed[found] for found in self._changed if found not in self._new
        )
        counts.unchanged = len(self._changed) - counts.new - counts.changed
