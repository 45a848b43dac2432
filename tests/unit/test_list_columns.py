from __future__ import annotations

from pathlib import Path

import pytest

from neuewege_desktop.domain.lists.columns import OBLIGATORY, Column, complaint, recognise

SAMPLES = Path(__file__).parent.parent / "data" / "samples"
SAMPLE = (SAMPLES / "zwingenberg.csv").read_text("utf-8-sig").partition("\n")[0].split(";")


def test_the_columns_of_the_samples_are_all_known_in_their_order():
    assert list(Column) == SAMPLE
    reading = recognise(SAMPLE)
    assert reading.columns == {column: index for index, column in enumerate(Column)}
    assert (reading.ignored, reading.missing, reading.doubled) == ((), (), ())
    assert complaint(reading) == ""


@pytest.mark.parametrize(
    ("written", "column"),
    [
        ("BG-Nr.", Column.HOUSEHOLD),
        ("BG Nr", Column.HOUSEHOLD),
        ("BG-Nummer", Column.HOUSEHOLD),
        ("Kd.-Nr.", Column.CLIENT_NUMBER),
        ("KUNDENNUMMER", Column.CLIENT_NUMBER),
        ("Straße", Column.STREET),
        ("STRASSE", Column.STREET),
        ("Strasse", Column.STREET),
        ("geb.-datum", Column.BIRTH_DATE),
        ("Geburtsdatum ", Column.BIRTH_DATE),
        ("Maßnahme von", Column.MEASURE_FROM),
        ("Führerschein", Column.DRIVING_LICENCE),
        ("FUEHRERSCHEIN", Column.DRIVING_LICENCE),
        ("eLb seit", Column.ABLE_FROM),
        ("Bewilligungszeitraum bis", Column.APPROVAL_UNTIL),
        ("Fallmanager/in", Column.CASE_MANAGER),
    ],
)
def test_a_header_is_known_however_it_is_written(written, column):
    assert recognise([written]).columns == {column: 0}


def test_unknown_columns_are_reported_as_they_are_written_and_empty_ones_are_not():
    reading = recognise(["Lfd. Nr.", *OBLIGATORY, "", "Bemerkung"])
    assert reading.ignored == ("Lfd. Nr.", "Bemerkung")
    assert reading.columns[Column.HOUSEHOLD] == 1


def test_the_missing_obligatory_columns_are_named():
    reading = recognise(["BG-Nr.", "Rolle", "Vorname", "ort"])
    assert reading.missing == (Column.CLIENT_NUMBER, Column.LAST_NAME)
    assert "kdnr, nachname" in complaint(reading)


def test_a_column_that_stands_there_twice_is_named():
    reading = recognise([*OBLIGATORY, "Straße", "Strasse", "BG-Nummer", "strasse"])
    assert reading.doubled == (Column.STREET, Column.HOUSEHOLD)
    assert "strasse, bg_nr" in complaint(reading)
