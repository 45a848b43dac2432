"""Taking households and their members in by hand."""

from __future__ import annotations

import datetime as dt
import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace

from neuewege_desktop.base.errors import Bug
from neuewege_desktop.base.i18n import _
from neuewege_desktop.domain.checks import Problem
from neuewege_desktop.domain.choices.people import Entitlement, MemberRole, Salutation, Sex
from neuewege_desktop.domain.records import Record, RecordId
from neuewege_desktop.domain.records.household import Household, HouseholdAddress, Membership
from neuewege_desktop.domain.records.person import Person, PersonName
from neuewege_desktop.domain.scopes import case_scope
from neuewege_desktop.domain.values import Period, PostalAddress
from neuewege_desktop.services.entries.saving import (
    NEW,
    problems_together,
    refuse_blocking,
)
from neuewege_desktop.services.imports.towns import Town, Towns, project_of
from neuewege_desktop.services.intake import take_in
from neuewege_desktop.services.labels import ActLabel
from neuewege_desktop.services.office import Office
from neuewege_desktop.services.pseudonyms import Pseudonyms
from neuewege_desktop.store.reader import Reader
from neuewege_desktop.store.writer import Outcome, Writer


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPerson:
    """What is known of a person who is taken in by hand."""

    name: PersonName
    birth_date: dt.date | None = None
    sex: Sex = Sex.UNKNOWN
    salutation: Salutation = Salutation.NONE
    client_number: str = ""

    def record(self, scope: str, record: RecordId = NEW) -> Person:
        """Return the person as a record."""
        return Person(
            id=record,
            scope=scope,
            name=self.name,
            birth_date=self.birth_date,
            sex=self.sex,
            salutation=self.salutation,
            client_number=self.client_number,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class NewHousehold:
    """What is known of a household that is taken in by hand.

    `ags` is its municipality, `head` somebody new or the id of somebody known there. Without an
    `address` it can be added later.
    """

    ags: str
    head: NewPerson | RecordId
    opened_on: dt.date
    number: str = ""
    address: PostalAddress | None = None


def check_new_household(office: Office, new: NewHousehold) -> tuple[Problem, ...]:
    """Return all problems of a household before it is taken in.

    Their fields are those of household, person, address and membership; `number`, `ags`, `role`,
    `opened_on`, `name.last`, `birth_date`, `client_number`, `address.street` and so on.
    """
    with office.store.reading() as reader:
        return _problems_of_household(reader, office, new)


def new_household(
    office: Office,
    new: NewHousehold,
    *,
    draft: str | None = None,
    random_below: Callable[[int], int] = secrets.randbelow,
) -> tuple[RecordId, Outcome]:
    """Take a household into the project with its head, address and case; return its id.

    Invalid if something blocks, also that its municipality takes no part in the project then.
    """
    with office.store.writing(ActLabel.HOUSEHOLD, office.author) as writer:
        refuse_blocking(_problems_of_household(writer, office, new))
        town = _town(writer, new)
        household, _case = take_in(
            writer,
            town,
            number=new.number,
            pseudonym=Pseudonyms(writer, random_below).draw(town.short),
            project=project_of(writer),
            day=new.opened_on,
        )
        head = _person_in(writer, town.scope, new.head)
        since = new.opened_on
        writer.add(_membership(household, head, MemberRole.HEAD, since, writer.new_id()))
        if new.address is not None:
            writer.add(_address(household, new.address, new, writer.new_id()))
        if draft is not None:
            writer.drop_draft(draft)
    return household.id, writer.outcome


def check_new_person(
    office: Office,
    household: Household,
    person: NewPerson | RecordId,
    role: MemberRole,
    since: dt.date,
) -> tuple[Problem, ...]:
    """Return all problems of a person, and of the membership, before somebody is taken in."""
    with office.store.reading() as reader:
        return _problems_of_member(reader, office, household, person, role, since)


def new_person(
    office: Office,
    household: Household,
    person: NewPerson | RecordId,
    role: MemberRole,
    since: dt.date,
    *,
    draft: str | None = None,
) -> tuple[RecordId, Outcome]:
    """Take a person into a household, somebody new or known; return the id of the person."""
    with office.store.writing(ActLabel.MEMBER, office.author) as writer:
        refuse_blocking(_problems_of_member(writer, office, household, person, role, since))
        joined = _person_in(writer, household.scope, person)
        writer.add(_membership(household, joined, role, since, writer.new_id()))
        if draft is not None:
            writer.drop_draft(draft)
    return joined, writer.outcome


def _problems_of_household(
    reader: Reader, office: Office, new: NewHousehold
) -> tuple[Problem, ...]:
    scope = case_scope(new.ags)
    household = Household(
        id=NEW, scope=scope, number=new.number, pseudonym="", period=Period(new.opened_on)
    )
    records: list[Record] = [household]
    if new.address is not None and new.ags:
        records.append(_address(household, new.address, new))
    problems = [_as_asked(each) for each in problems_together(reader, office, records)]
    if not new.ags:
        problems.append(Problem("ags", _("Please choose the municipality.")))
    elif Towns(reader, new.opened_on).named(new.ags) is None:
        sentence = _(
            "This municipality takes no part in the project on that day. Please check both."
        )
        problems.append(Problem("ags", sentence))
    problems += _problems_of_member(
        reader, office, household, new.head, MemberRole.HEAD, new.opened_on
    )
    return tuple(problems)


def _as_asked(problem: Problem) -> Problem:
    """Return a problem at the field that was asked for: a period began on one day."""
    return replace(problem, field="opened_on") if problem.field == "period.start" else problem


def _problems_of_member(
    reader: Reader,
    office: Office,
    household: Household,
    person: NewPerson | RecordId,
    role: MemberRole,
    since: dt.date,
) -> tuple[Problem, ...]:
    if isinstance(person, NewPerson):
        records = [person.record(household.scope), _membership(household, NEW, role, since)]
        return problems_together(reader, office, records)
    known = reader.get(Person, person)
    if known is None or known.scope != household.scope:
        sentence = _("This person is kept in another municipality. Please take the person in anew.")
        return (Problem("person", sentence),)
    return problems_together(reader, office, [_membership(household, person, role, since)])


def _town(reader: Reader, new: NewHousehold) -> Town:
    town = Towns(reader, new.opened_on).named(new.ags)
    if town is None:
        raise Bug("a household is taken in where its problems were not looked at")
    return town


def _person_in(writer: Writer, scope: str, person: NewPerson | RecordId) -> RecordId:
    if isinstance(person, RecordId):
        return person
    record = person.record(scope, writer.new_id())
    writer.add(record)
    return record.id


def _membership(
    household: Household,
    person: RecordId,
    role: MemberRole,
    since: dt.date,
    record: RecordId = NEW,
) -> Membership:
    return Membership(
        id=record,
        scope=household.scope,
        household=household.id,
        person=person,
        role=role,
        period=Period(since),
        entitlement=Entitlement.STANDARD,
    )


def _address(
    household: Household, address: PostalAddress, new: NewHousehold, record: RecordId = NEW
) -> HouseholdAddress:
    return HouseholdAddress(
        id=record,
        scope=household.scope,
        household=household.id,
        address=address,
        ags=new.ags,
        period=Period(new.opened_on),
    )
