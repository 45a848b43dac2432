from __future__ import annotations

import contextlib
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from neuewege_desktop.domain.lists.cells import (
    CellError,
    ags_of,
    bg_number_of,
    client_number_of,
    code_list,
    code_of,
    codes_of,
    date_of,
    flag_of,
    phone_of,
    postcode_of,
    text_of,
)
from neuewege_desktop.domain.lists.serials import from_iso, from_serial

CELLS = st.one_of(
    st.text(),
    st.integers(),
    st.floats(),
    st.booleans(),
    st.dates(),
    st.none(),
)
CODES = code_list(("schulden", "kinderbetreuung", "FBW_77", "A1"))
HEALERS = [text_of, date_of, flag_of, ags_of, postcode_of, phone_of, bg_number_of, client_number_of]


@given(CELLS)
@pytest.mark.parametrize("heal", HEALERS)
def test_whatever_stands_in_a_cell_is_read_or_refused(heal, cell):
    with contextlib.suppress(CellError):
        heal(cell)


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (None, ""),
        ("  Jörg ", "Jörg"),
        ("Jo\u0308rg", "Jörg"),
        ("Am\u00a0Markt\u200b 1\n", "Am Markt 1"),
        ("a\x00\x0bb\ud800c\u202e", "a bc"),
        (64673.0, "64673"),
        (64673, "64673"),
        (1.5, "1.5"),
        (True, "1"),
        (dt.date(2009, 4, 2), "02.04.2009"),
        ("'=1+1", "=1+1"),
        ("=1+1", "=1+1"),
        ("'+49 6251", "+49 6251"),
        ("'-5", "-5"),
        ("'@SUM", "@SUM"),
        ("'t Hooft", "'t Hooft"),
    ],
)
def test_text_is_clean_and_never_computed(cell, text):
    assert text_of(cell) == text


@given(st.text())
def test_text_is_printable_and_stays_as_it_is_once_clean(text):
    clean = text_of(text)
    assert clean.isprintable()
    assert text_of(clean) in (clean, clean[1:])


@given(st.dates(dt.date(1850, 1, 1), dt.date(2199, 12, 31)))
def test_every_day_is_read_back_from_every_accepted_writing(day):
    writings = [
        day,
        day.isoformat(),
        f"{day.isoformat()} 00:00:00",
        f"{day.isoformat()}T00:00",
        f"{day:%d.%m.}{day.year:04d}",
        f"{day.day}.{day.month}.{day.year}",
        f" {day.day}. {day.month}. {day.year}\u00a0",
    ]
    assert {date_of(writing) for writing in writings} == {day}


@given(st.dates(dt.date(1910, 1, 1), dt.date(2099, 12, 31)))
def test_the_day_counts_of_spreadsheets_are_read_as_days(day):
    serial = (day - dt.date(1899, 12, 30)).days
    assert date_of(serial) == date_of(float(serial)) == date_of(serial + 0.75) == day
    assert from_serial(serial - 1462, since_1904=True) == day


@pytest.mark.parametrize(
    "cell",
    [
        "31.02.1970",
        "00.00.0000",
        "99.99.9999",
        "1.1.0026",
        "2009-02-29",
        "01.01.70",
        "12/05/1962",
        "1962",
        "39923",
        "gestern",
        "٢٠.٠٤.٢٠٠٩",
        "20.04.2009 bis 30.04.2009",
    ],
)
def test_what_is_no_day_is_refused_with_its_own_writing(cell):
    with pytest.raises(CellError) as refusal:
        date_of(cell)
    assert refusal.value.original == cell
    assert cell in str(refusal.value)


@pytest.mark.parametrize("cell", [1962, 0, -5, 12051962, 1e30, float("nan"), float("inf"), True])
def test_a_number_that_is_rather_a_year_or_something_else_is_no_day(cell):
    with pytest.raises(CellError):
        date_of(cell)


@pytest.mark.parametrize("cell", [None, "", "  ", "\u00a0"])
def test_an_empty_cell_is_no_mistake(cell):
    assert date_of(cell) is None
    assert flag_of(cell) is None
    assert ags_of(cell) == postcode_of(cell) == phone_of(cell) == code_of(cell, CODES) == ""
    assert codes_of(cell, CODES) == ()


@pytest.mark.parametrize(
    "cell", ["06431022", "6431022", "6431022.0", "06 431 022", 6431022, 6431022.0]
)
def test_a_municipality_key_gets_its_lost_zero_back(cell):
    assert ags_of(cell) == "06431022"


@pytest.mark.parametrize("cell", ["Zwingenberg", "643102", "064310220", "０６４３１０２２", 1.5])
def test_what_is_no_municipality_key_is_refused(cell):
    with pytest.raises(CellError):
        ags_of(cell)


@pytest.mark.parametrize(
    ("cell", "postcode"),
    [
        (64673.0, "64673"),
        ("64673", "64673"),
        (1067, "01067"),
        ("1067", "01067"),
        ("D-64673", "D-64673"),
    ],
)
def test_a_postcode_gets_its_lost_zero_back(cell, postcode):
    assert postcode_of(cell) == postcode


@pytest.mark.parametrize(
    ("cell", "phone"),
    [
        ("06251 1234", "06251 1234"),
        ("+49 6251 1234", "+49 6251 1234"),
        ("'+49 6251 1234", "+49 6251 1234"),
        (62511234.0, "062511234"),
        (62511234, "062511234"),
        ("62511234.0", "062511234"),
        ("1234", "1234"),
    ],
)
def test_a_phone_number_that_became_a_number_gets_its_zero_back(cell, phone):
    assert phone_of(cell) == phone


def test_bg_and_client_numbers_are_written_alike():
    assert bg_number_of(" 43102 bg 0000101 ") == "43102BG0000101"
    assert client_number_of("427d000101") == client_number_of("427D 000 101") == "427D000101"
    assert client_number_of(427000101.0) == "427000101"


@pytest.mark.parametrize("cell", [1, 1.0, True, "1", "1.0", "Ja", "x", "X", "WAHR", "true"])
def test_the_usual_ways_to_say_yes_are_understood(cell):
    assert flag_of(cell) is True


@pytest.mark.parametrize("cell", [0, 0.0, False, "0", "nein", "N", "falsch", "FALSE"])
def test_the_usual_ways_to_say_no_are_understood(cell):
    assert flag_of(cell) is False


@pytest.mark.parametrize("cell", [2, "vielleicht", "-", dt.date(2009, 4, 2)])
def test_what_is_neither_yes_nor_no_is_refused(cell):
    with pytest.raises(CellError):
        flag_of(cell)


def test_codes_are_found_without_fuss_about_case_and_signs():
    assert code_of("fbw 77", CODES) == code_of("FbW-77", CODES) == "FBW_77"
    assert codes_of("Schulden; kinderbetreuung,schulden,", CODES) == ("schulden", "kinderbetreuung")


def test_an_unknown_code_is_refused_and_named():
    with pytest.raises(CellError, match="hausbau"):
        codes_of("schulden,hausbau", CODES)


def test_days_before_march_1900_are_not_taken_from_a_count_that_is_wrong_there():
    assert from_serial(60) is None
    assert from_serial(61) == dt.date(1900, 3, 1)
    assert from_serial(2_958_465.9) == dt.date(9999, 12, 31)
    assert from_serial(2_958_466) is None


def test_a_moment_in_iso_form_gives_its_day():
    assert from_iso("2009-04-20T13:30:00Z") == dt.date(2009, 4, 20)
    assert from_iso("20.04.2009") is None
