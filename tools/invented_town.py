"""Invented households in any number, for measuring. The same seed makes the same people."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator

from invented_work import Team, work_on
from neuewege_desktop.domain.choices.people import FamilyStatus, MemberRole
from neuewege_desktop.domain.records.household import Household, Membership
from neuewege_desktop.domain.records.person import Person, PersonName
from neuewege_desktop.domain.scopes import case_scope
from neuewege_desktop.domain.values import Period
from neuewege_desktop.store.writer import Writer

DAY = dt.date(2009, 4, 20)
PILOTS = ("06431022", "06431003", "06431009")
_FIRST = ("Jörg", "Änne", "Çem", "Dörte", "Elif", "Falk", "Heike", "Ivo", "Käthe", "Łucja", "Nele")
_BEGINNINGS = [
    "Acker",
    "Bären",
    "Dünn",
    "Eß",
    "Fuchs",
    "Groß",
    "Hütten",
    "Jäger",
    "Königs",
    "Maurer",
    "Nöthen",
    "Pöppel",
]
_BEGINNINGS += ["Quitten", "Rüb", "Schön", "Täub", "Übel", "Voß", "Weiß", "Zwing", "Müll", "Schmid"]
_ENDINGS = [
    "mann",
    "beil",
    "löffler",
    "mühl",
    "schede",
    "rauch",
    "schmidt",
    "hofen",
    "bruch",
    "wein",
    "baum",
    "samen",
    "wetter",
]
_ENDINGS += [
    "erich",
    "acker",
    "winkel",
    "kirchner",
    "heimer",
    "bach",
    "berg",
    "grund",
    "stein",
    "feld",
    "wald",
]


def surname(chance: random.Random) -> str:
    """Return an invented surname; a few of some hundreds are frequent, as in a real town."""
    return chance.choice(_BEGINNINGS) + chance.choice(_ENDINGS)


def members(chance: random.Random) -> list[tuple[MemberRole, str, dt.date]]:
    """Return role, first name and birth date of the members of one household, its head first."""
    roles = [MemberRole.HEAD]
    if chance.random() < 0.4:
        roles.append(MemberRole.PARTNER)
    roles += [MemberRole.CHILD_U25] * chance.choice((0, 0, 1, 1, 2, 3))
    return [
        (
            role,
            chance.choice(_FIRST),
            dt.date(1994 if role == MemberRole.CHILD_U25 else 1950, 1, 1)
            + dt.timedelta(days=chance.randrange(12 * 365)),
        )
        for role in roles
    ]


def add_households(writer: Writer, count: int, seed: int = 2009, team: Team | None = None) -> None:
    """Add households with their members to an open act; a team also works with them."""
    chance, at_work = random.Random(seed), random.Random(seed)
    period = Period(dt.date(2009, 4, 2))
    for number in range(count):
        scope = case_scope(PILOTS[number % 3])
        home = Household(
            id=writer.new_id(),
            scope=scope,
            number=f"43102BG{number:07d}",
            pseudonym=f"ZW-{number}",
            period=period,
        )
        writer.add(home)
        last = surname(chance)
        for place, (role, first, birth) in enumerate(members(chance)):
            person = Person(
                id=writer.new_id(),
                scope=scope,
                client_number=f"427D{number * 10 + place:07d}",
                name=PersonName(last, first),
                birth_date=birth,
                family_status=FamilyStatus.SINGLE,
            )
            writer.add(
                person,
                Membership(
                    id=writer.new_id(),
                    scope=scope,
                    household=home.id,
                    person=person.id,
                    role=role,
                    period=period,
                ),
            )
        if team is not None:
            writer.add(*work_on(writer, home, team, at_work))


def list_lines(rows: int, seed: int = 2009) -> Iterator[str]:
    """Yield a list in CSV with so many rows, one for each person, and its header."""
    chance = random.Random(seed)
    yield "bg_nr;kdnr;rolle;nachname;vorname;geschlecht;geburtsdatum;strasse;plz;ort;ags;" + (
        "elb;elb_von;arbeitslos_seit;bwz_von;bwz_bis;abschluss"
    )
    written = household = 0
    while written < rows:
        household += 1
        last = surname(chance)
        for role, first, birth in members(chance)[: rows - written]:
            written += 1
            able = "1;01.01.2007;01.02.2008" if birth.year < 1990 else "0;;"
            cells = [f"43102BG{household:07d}", f"{written // 1_000_000:03d}E{written:06d}"]
            cells += [role.value, last, first, "W", birth.isoformat(), "Musterweg 1", "64673"]
            cells += ["Zwingenberg", PILOTS[0], able, "01.11.2008", "30.04.2009", "ohne"]
            yield ";".join(cells)
