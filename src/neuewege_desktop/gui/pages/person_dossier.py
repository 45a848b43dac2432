"""What one reads about a person; what is specially protected (S3) is not shown here."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from neuewege_desktop.base.formats import long_date
from neuewege_desktop.base.i18n import _, ngettext
from neuewege_desktop.domain.law.ages import age
from neuewege_desktop.domain.records import Life
from neuewege_desktop.domain.records.person import Person
from neuewege_desktop.gui.kit.dossier import Dossier, Fact, Section, Tab, Target
from neuewege_desktop.gui.pages.origin_words import origin_note
from neuewege_desktop.services.case_file import PersonFile, person_file
from neuewege_desktop.services.office import Office
from neuewege_desktop.services.wording import spoken


def read_person(office: Office, key: int) -> Dossier | None:
    """Return what there is to read about a person."""
    file = person_file(office, key)
    person = file.person
    put_away = person.life == Life.ARCHIVED
    return Dossier(
        title=" ".join(filter(None, (person.title, str(person.name)))),
        subtitle=person.client_number or _("no client number"),
        tabs=(
            Tab(_("Overview"), tuple(_overview(file, office.today))),
            Tab(_("Benefits"), tuple(_spells(file))),
            Tab(_("Talks"), tuple(_talks(file))),
        ),
        warning=_("This person was put away.") if put_away else "",
        is_archived=put_away,
    )


def _overview(file: PersonFile, today: dt.date) -> Iterator[Section]:
    yield Section("", tuple(_facts(file, today)))
    yield Section(
        _("Households"),
        tuple(
            Fact(
                membership.role.label,
                household.number or household.pseudonym,
                spoken(membership.period),
                icon="house",
                target=Target("household", household.id),
            )
            for household, membership in file.households
        ),
        _("This person belongs to no household."),
    )


def _facts(file: PersonFile, today: dt.date) -> Iterator[Fact]:
    person = file.person
    if person.birth_date is not None:
        years = ngettext("{n} year", "{n} years", max(0, age(person.birth_date, today)))
        born = f"{long_date(person.birth_date)}  ·  {years}"
        yield Fact(_("Date of birth"), born, _origin(file, person, "birth_date"), "cake")
    if person.death_date is not None:
        yield Fact(_("Date of death"), long_date(person.death_date))
    yield Fact(_("Sex"), person.sex.label, _origin(file, person, "sex"), "user-round")
    if person.family_status is not None:
        status = person.family_status.label
        yield Fact(_("Marital status"), status, _origin(file, person, "family_status"), "users")
    for name, label, icon in (
        ("phone", _("Telephone"), "phone"),
        ("email", _("E-mail"), "mail"),
        ("interpreter_language", _("Language of an interpreter"), "languages"),
    ):
        if value := getattr(person, name):
            yield Fact(label, value, _origin(file, person, name), icon)


def _origin(file: PersonFile, person: Person, field: str) -> str:
    return origin_note(file.origins.get((person.id, field)))


def _spells(file: PersonFile) -> Iterator[Section]:
    yield Section(
        _("Benefits and work"),
        tuple(Fact(spoken(spell.period), _capital(spell.text)) for spell in file.spells),
        _("Nothing is known about benefits and work."),
    )
    yield Section(
        _("Measures"),
        tuple(
            Fact(spoken(episode.period), name, episode.state.label, icon="heart-handshake")
            for episode, name in file.participations
        ),
        _("This person takes part in no measure."),
    )


def _talks(file: PersonFile) -> Iterator[Section]:
    yield Section(
        _("Appointments"),
        tuple(
            Fact(spoken(found.start), _capital(found.purpose.label), found.status.label)
            for found in file.appointments
        ),
        _("No appointment is known."),
    )
    yield Section(
        _("Agreements"),
        tuple(
            Fact(spoken(found.period), _capital(found.agreement.label), found.status.label)
            for found in file.agreements
        ),
        _("Nothing is agreed with this person."),
    )


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]
