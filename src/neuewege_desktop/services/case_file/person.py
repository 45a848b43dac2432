"""Everything about one person, for their page. Health and other S3 facts are not part of it."""

from __future__ import annotations

from dataclasses import dataclass

from neuewege_desktop.base.errors import UserError
from neuewege_desktop.base.i18n import _
from neuewege_desktop.domain.law.ages import age
from neuewege_desktop.domain.records import RecordId
from neuewege_desktop.domain.records.case import Agreement, Appointment
from neuewege_desktop.domain.records.household import Household, Membership
from neuewege_desktop.domain.records.measure import Participation
from neuewege_desktop.domain.records.person import (
    ElbSpell,
    EmploymentSpell,
    Person,
    SchoolSpell,
    UnemploymentSpell,
)
from neuewege_desktop.domain.records.words import kind_word
from neuewege_desktop.domain.values import Period
from neuewege_desktop.services.case_file.origins import Origins, origins
from neuewege_desktop.services.names import Names
from neuewege_desktop.services.office import Office
from neuewege_desktop.store.history import changes_of
from neuewege_desktop.store.provenance import list_days
from neuewege_desktop.store.reader import Reader

_Spell = ElbSpell | UnemploymentSpell | EmploymentSpell | SchoolSpell


@dataclass(frozen=True, slots=True)
class Spell:
    """Something that is true of a person for a time, in words."""

    record: _Spell
    text: str
    period: Period


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonFile:
    """What the page of a person shows; every list has the newest first."""

    person: Person
    age: int | None
    households: tuple[tuple[Household, Membership], ...]
    spells: tuple[Spell, ...]
    participations: tuple[tuple[Participation, str], ...]  # with the name of the measure
    appointments: tuple[Appointment, ...]
    agreements: tuple[Agreement, ...]
    origins: Origins  # of the person's own fields


def person_file(office: Office, person: RecordId) -> PersonFile:
    """Return everything about a person; UserError if they are gone."""
    with office.store.reading() as reader:
        found = reader.get(Person, person)
        if found is None:
            raise UserError(_("This person is no longer here."))
        names = Names(reader)
        participations = reader.find(Participation, person=person)
        appointments = reader.find(Appointment, person=person)
        agreements = reader.find(Agreement, person=person)
        changes = changes_of(reader.connection, [person])
        return PersonFile(
            person=found,
            age=age(found.birth_date, office.today) if found.birth_date else None,
            households=_households(reader, person),
            spells=_spells(reader, person),
            participations=tuple(
                (episode, names.of("measure_run", episode.run))
                for episode in sorted(
                    participations, key=lambda episode: episode.period.start, reverse=True
                )
            ),
            appointments=tuple(sorted(appointments, key=lambda found: found.start, reverse=True)),
            agreements=tuple(
                sorted(agreements, key=lambda found: found.period.start, reverse=True)
            ),
            origins=origins(changes, list_days(reader.connection), names),
        )


def _households(reader: Reader, person: RecordId) -> tuple[tuple[Household, Membership], ...]:
    memberships = reader.find(Membership, person=person)
    households = reader.many(Household, [membership.household for membership in memberships])
    return tuple(
        (households[membership.household], membership)
        for membership in sorted(memberships, key=lambda m: m.period.start, reverse=True)
        if membership.household in households
    )


def _spells(reader: Reader, person: RecordId) -> tuple[Spell, ...]:
    found: list[_Spell] = [
        *reader.find(ElbSpell, person=person),
        *reader.find(UnemploymentSpell, person=person),
        *reader.find(EmploymentSpell, person=person),
        *reader.find(SchoolSpell, person=person),
    ]
    spells = [Spell(record, _in_words(record), record.period) for record in found]
    return tuple(sorted(spells, key=lambda spell: spell.period.start, reverse=True))


def _in_words(record: _Spell) -> str:
    match record:
        case EmploymentSpell():
            return record.employment.label
        case ElbSpell(reason_end=reason) if reason is not None:
            return _("{spell} (ended: {reason})").format(
                spell=kind_word(record.kind.name), reason=reason.label
            )
    return kind_word(record.kind.name)
