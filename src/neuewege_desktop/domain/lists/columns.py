"""The columns a list may have, and the many ways in which offices write their headers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from neuewege_desktop.base.formats import fold
from neuewege_desktop.base.i18n import _


class Column(StrEnum):
    """A column of a list; the value is the name that messages and samples use."""

    HOUSEHOLD = "bg_nr"
    CLIENT_NUMBER = "kdnr"
    ROLE = "rolle"
    LAST_NAME = "nachname"
    FIRST_NAME = "vorname"
    SEX = "geschlecht"
    BIRTH_DATE = "geburtsdatum"
    FAMILY_STATUS = "familienstand"
    STREET = "strasse"
    POSTCODE = "plz"
    PLACE = "ort"
    MUNICIPALITY = "ags"
    PHONE = "telefon"
    ABLE = "elb"
    ABLE_FROM = "elb_von"
    ABLE_UNTIL = "elb_bis"
    UNEMPLOYED_SINCE = "arbeitslos_seit"
    APPROVAL_FROM = "bwz_von"
    APPROVAL_UNTIL = "bwz_bis"
    EMPLOYMENT = "erwerb"
    EMPLOYED_SINCE = "erwerb_seit"
    MEASURE = "massnahme"
    MEASURE_FROM = "massnahme_von"
    MEASURE_UNTIL = "massnahme_bis"
    QUALIFICATION = "abschluss"
    LANGUAGE = "sprache"
    LANGUAGE_LEVEL = "sprachniveau"
    DRIVING_LICENCE = "fuehrerschein"
    NEEDS = "bedarf"
    CASE_MANAGER = "fallmanager"


OBLIGATORY = (
    Column.HOUSEHOLD,
    Column.CLIENT_NUMBER,
    Column.ROLE,
    Column.LAST_NAME,
    Column.FIRST_NAME,
)

_OTHER_NAMES: Mapping[Column, tuple[str, ...]] = {
    Column.HOUSEHOLD: ("BG", "BG-Nummer", "Bedarfsgemeinschaft", "Bedarfsgemeinschaftsnummer"),
    Column.CLIENT_NUMBER: ("Kd.-Nr.", "Kundennr.", "Kundennummer", "Kunden-Nr."),
    Column.ROLE: ("Rolle in der BG", "BG-Rolle"),
    Column.LAST_NAME: ("Name", "Familienname", "Zuname"),
    Column.FIRST_NAME: ("Vornamen", "Rufname"),
    Column.SEX: ("Geschl.",),
    Column.BIRTH_DATE: ("geb.", "geb.-Datum", "Geburtstag", "geboren am", "Geb.-Dat."),
    Column.FAMILY_STATUS: ("Fam.-Stand",),
    Column.STREET: ("Str.", "Straße und Hausnummer", "Straße, Nr.", "Straße/Hausnr.", "Anschrift"),
    Column.POSTCODE: ("Postleitzahl",),
    Column.PLACE: ("Wohnort", "Stadt"),
    Column.MUNICIPALITY: ("Gemeindeschlüssel", "Amtlicher Gemeindeschlüssel", "Gemeindekennziffer"),
    Column.PHONE: ("Tel.", "Tel.-Nr.", "Telefonnr.", "Telefonnummer", "Rufnummer"),
    Column.ABLE: ("eLb", "erwerbsfähig", "erwerbsfähiger Leistungsberechtigter", "eHb"),
    Column.ABLE_FROM: ("eLb seit", "eHb von", "eHb seit", "erwerbsfähig seit"),
    Column.ABLE_UNTIL: ("eHb bis", "erwerbsfähig bis"),
    Column.UNEMPLOYED_SINCE: ("Alo seit", "arbeitslos ab"),
    Column.APPROVAL_FROM: ("BWZ ab", "Bewilligung von", "Bewilligungszeitraum von"),
    Column.APPROVAL_UNTIL: ("Bewilligung bis", "Bewilligungszeitraum bis"),
    Column.EMPLOYMENT: ("Erwerbstätigkeit", "Beschäftigung"),
    Column.EMPLOYED_SINCE: ("Erwerbstätigkeit seit", "Beschäftigung seit", "beschäftigt seit"),
    Column.MEASURE: ("Maßn.",),
    Column.MEASURE_FROM: ("Maßnahmebeginn", "Maßnahme ab"),
    Column.MEASURE_UNTIL: ("Maßnahmeende",),
    Column.QUALIFICATION: ("Berufsabschluss", "Ausbildung", "Schul- und Berufsabschluss"),
    Column.LANGUAGE: ("Muttersprache",),
    Column.LANGUAGE_LEVEL: ("Deutschkenntnisse", "Sprachkenntnisse", "Deutschniveau"),
    Column.DRIVING_LICENCE: ("Führerscheinklasse", "FS-Klasse"),
    Column.NEEDS: ("Bedarfe", "Unterstützungsbedarf", "Hilfebedarf"),
    Column.CASE_MANAGER: ("Fallmanagerin", "Fallmanager/in", "FM", "pAp", "Ansprechpartner"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class HeaderReading:
    """What the header of a list says: where the known columns stand, and what is wrong with it."""

    columns: Mapping[Column, int]
    ignored: tuple[str, ...]
    missing: tuple[Column, ...]
    doubled: tuple[Column, ...]


def bare(text: str) -> str:
    """Return the folded letters and digits of `text`: „BG-Nr.“ and „bg_nr“ become the same."""
    return "".join(filter(str.isalnum, fold(text)))


_KNOWN = {
    bare(name): column for column in Column for name in (column, *_OTHER_NAMES.get(column, ()))
}


def recognise(header: Sequence[str]) -> HeaderReading:
    """Find the known columns of `header`; of a doubled column the first one counts."""
    columns: dict[Column, int] = {}
    ignored: list[str] = []
    doubled: list[Column] = []
    for index, name in enumerate(header):
        column = _KNOWN.get(bare(name))
        if column is None:
            if name:
                ignored.append(name)
        elif column in columns:
            doubled.append(column)
        else:
            columns[column] = index
    return HeaderReading(
        columns=columns,
        ignored=tuple(ignored),
        missing=tuple(column for column in OBLIGATORY if column not in columns),
        doubled=tuple(dict.fromkeys(doubled)),
    )


def complaint(reading: HeaderReading) -> str:
    """Return the sentence why a list with this header cannot be read, or "" if it can."""
    if reading.missing:
        return _("The list lacks these columns: {names}. Please add them to its first row.").format(
            names=", ".join(reading.missing)
        )
    if reading.doubled:
        return _(
            "The list has these columns twice: {names}. Please leave only one of each."
        ).format(names=", ".join(reading.doubled))
    return ""
