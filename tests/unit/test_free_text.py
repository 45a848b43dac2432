"""Names and numbers in what somebody typed are found, however they are written."""

from __future__ import annotations

import datetime as dt
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from neuewege_desktop.domain.choices.people import MemberRole
from neuewege_desktop.domain.papers.free_text import hits_in, masked
from neuewege_desktop.domain.papers.known import Known, KnownPerson, cleaned, street_name
from neuewege_desktop.domain.papers.pseudonyms import age_band, role_signs

HERE, ELSEWHERE = "ZW-123", "BI-042"
PLACE = f"TOP 1 {HERE}"


def person(last, first, home=HERE, sign="HV", **more):
    return KnownPerson(last=last, first=first, households=frozenset({home}), sign=sign, **more)


KNOWN = Known(
    people=(
        person("Müller", "Jörg", birth_date=dt.date(1975, 5, 12), band="25–49"),
        person("Müller", "Änne", sign="P"),
        person("D'Żywossowa-Quill", "Łucja", sign="K1"),
        person("Weiß", "Kim", ELSEWHERE, ""),
        person("An", "Li", sign="K2"),
        person("<b>Meyer & Söhne</b>", "Eve", sign="K3"),
        person("Maurer", "Tom", ELSEWHERE, "", client_number="427E123456"),
    ),
    numbers={"43109BG0000001": HERE, "Z03": ELSEWHERE, "AZ 7/2009": HERE, HERE: HERE},
    phones=frozenset({"6020012345"}),
    streets=frozenset({"Lehrbuchstraße", "Am Beispielgraben", "Zur Skizze"}),
    places={"Rodau": "Zwingenberg"},
    actors={"Bäckerei Kolb": "trade association", "Kita Regenbogen": "nursery"}
    | {"Schmitt & Söhne GmbH & Co. KG": "retail"},
    staff=frozenset({"Frank Maurer", "Anna Berg"}),
)


def printed(line, *, for_team=True):
    shown = cleaned(line)
    return masked(shown, hits_in(shown, KNOWN, PLACE, for_team=for_team))


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Jörg Müller kommt", "HV kommt"),
        ("Frau Änne Müller kommt", "P kommt"),
        ("Müllers Antrag fehlt", "HV/P Antrag fehlt"),
        ("MUELLER, jörg rief an", "HV rief an"),
        ("Herr Muller und Änne", "HV/P und P"),
        ("das Kind Łucja", "das Kind K1"),
        ("Zywossowa-Quill", "K1"),
        ("Dzywossowaquill", "K1"),
        ("Kim Weiss zieht aus", "BI-042 zieht aus"),
        ("Mül\u00adler", "HV/P"),
        ("Mu\u0308ller", "HV/P"),
        ("er wohnt bei Meyer & Söhne", "er wohnt bei K3 & K3"),
        ("Anna Berg und Frank Maurer helfen", "Anna Berg und Frank Maurer helfen"),
        ("sie fragt an", "sie fragt an"),
        ("An und Li", "K2 und K2"),
        ("BG 43109BG0000001", "BG ZW-123"),
        ("siehe z03", "siehe BI-042"),
        ("siehe Az. 7-2009", "siehe ZW-123"),
        ("wie ZW-123", "wie ZW-123"),
        ("bg 43109 BG 0000001", "bg ZW-123"),
        ("Kundennummer 427E123456", "Kundennummer [number]"),
        ("43102 BG 7654321 ist neu", "[number] ist neu"),
        ("Tel. 06200 12345", "Tel. [telephone]"),
        ("Tel. +49 (6200) 12345", "Tel. [telephone]"),
        ("60200-12345 anrufen", "[telephone] anrufen"),
        ("Tel.06020/012345", "Tel.[telephone]"),
        ("Tel.: 06020–12345", "Tel.: [telephone]"),
        ("(06020)\u00a01 23 45", "[telephone]"),
        ("Durchwahl 12345", "Durchwahl [telephone]"),
        ("6020.012.345", "[telephone]"),
        ("43109-BG-0000001", "ZW-123"),
        ("BG43109BG0000001", "BGZW-123"),
        ("Kd.Nr.427-E-123 456", "Kd.Nr.[number]"),
        ("jörg.m@example.org schreibt", "[e-mail] schreibt"),
        ("geb. 12.05.1975", "geb. 25–49"),
        ("geb. 12.5.75", "geb. 25–49"),
        ("geb. 12. Mai 1975", "geb. 25–49"),
        ("geb. 1975-05-12", "geb. 25–49"),
        ("geb. 12.Mai 1975", "geb. 25–49"),
        ("geb. 12. Mai 75", "geb. 25–49"),
        ("geb.12.05.’75", "geb.25–49"),
        ("*12051975", "*25–49"),
        ("Kind 2 12.05.1975", "Kind 2 25–49"),
        ("geb. 1975/5/12", "geb. 25–49"),
        ("fällig am 13.04.2009", "fällig am 13.04.2009"),
        ("wohnt Lehrbuchstr. 5", "wohnt [address]"),
        ("am Beispielgraben 12a", "[address]"),
        ("Lehrbuch-Straße 5", "[address]"),
        ("in der Lehrbuch Str. 5", "in der [address]"),
        ("Beispielgraben, am", "Beispielgraben, am"),
        ("zieht Zur Skizze", "zieht [address]"),
        ("in Rodau", "in Zwingenberg"),
        ("arbeitet in der Bäckerei Kolb", "arbeitet in der trade association"),
        ("bei Schmitt und Söhne", "bei retail"),
        ("Schmitt & Soehne GmbH", "retail GmbH"),
        ("nach der Reha", "nach der [health matter]"),
        ("80 Euro, 20 Stunden, 14:00 Uhr", "80 Euro, 20 Stunden, 14:00 Uhr"),
    ],
)
def test_what_gives_somebody_away_is_found_and_replaced(typed, expected):
    assert printed(typed) == expected


def test_the_municipality_reads_neither_a_sign_nor_a_pseudonym():
    line = "Jörg Müller, 43109BG0000001, ZW-123, Lehrbuchstraße 5: Kita Regenbogen hat Platz"
    assert printed(line, for_team=False) == (
        "[Name], [Number], [Address]: Kita Regenbogen hat Platz"
    )


def test_a_colleague_who_is_called_like_a_client_is_no_longer_left_out():
    known = Known(people=(person("Maurer", "Frank"),), staff=frozenset({"Frank Maurer"}))
    assert masked("Frank Maurer", hits_in("Frank Maurer", known, PLACE, for_team=True)) == "HV"


@given(st.text(max_size=40), st.sampled_from(KNOWN.people), st.text(max_size=40))
def test_no_name_survives_whatever_stands_around_it(before, who, after):
    line = cleaned(f"{before} {who.first} {who.last} {after}")
    left = printed(line)
    for name in who.names:
        words = {word.casefold() for word in left.replace("-", " ").split()}
        assert name not in words
    assert hits_in(left, Known(people=(who,)), PLACE, for_team=False) == []


@given(st.text(max_size=200))
def test_any_text_can_be_looked_through(line):
    hits = hits_in(line, KNOWN, PLACE, for_team=True)
    assert all(a.end <= b.start for a, b in itertools.pairwise(hits))
    assert isinstance(masked(line, hits), str)


@pytest.mark.parametrize(
    ("street", "name"),
    [
        ("Lehrbuchstraße 5", "Lehrbuchstraße"),
        ("Am Graben 12 a", "Am Graben"),
        ("Zur Skizze 3-5", "Zur Skizze"),
        ("Straße des 17. Juni 4", "Straße des 17. Juni"),
        ("Markt", "Markt"),
    ],
)
def test_a_house_number_is_no_part_of_the_name_of_a_street(street, name):
    assert street_name(street) == name


def test_the_signs_of_a_household_follow_roles_and_ages():
    born = dt.date
    members = [
        (1, MemberRole.CHILD_U25, born(2004, 1, 1)),
        (2, MemberRole.HEAD, born(1970, 1, 1)),
        (3, MemberRole.CHILD_U25, born(1999, 1, 1)),
        (4, MemberRole.PARTNER, None),
    ]
    assert role_signs(members) == {1: "K2", 2: "HV", 3: "K1", 4: "P"}


@pytest.mark.parametrize(
    ("years", "band"), [(0, "<25"), (24, "<25"), (25, "25–49"), (49, "25–49"), (50, "50+")]
)
def test_an_age_becomes_a_band(years, band):
    assert age_band(years) == band
