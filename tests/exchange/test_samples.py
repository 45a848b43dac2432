from __future__ import annotations

from pathlib import Path

import pytest
import python_calamine

from neuewege_desktop.domain.lists import cells
from neuewege_desktop.domain.lists.columns import Column, complaint, recognise
from neuewege_desktop.exchange.lists.reading import read_list

SAMPLES = Path(__file__).parent.parent / "data" / "samples"
DATES = {column for column in Column if column.endswith(("_von", "_bis", "_seit", "datum"))}
HEALERS = dict.fromkeys(DATES, cells.date_of) | {
    Column.HOUSEHOLD: cells.bg_number_of,
    Column.CLIENT_NUMBER: cells.client_number_of,
    Column.POSTCODE: cells.postcode_of,
    Column.MUNICIPALITY: cells.ags_of,
    Column.PHONE: cells.phone_of,
    Column.ABLE: cells.flag_of,
}


def healed(name):
    table = read_list(SAMPLES / name)
    reading = recognise(table.header)
    assert complaint(reading) == ""
    return [
        (row.line, column, HEALERS.get(column, cells.text_of)(row.cells[index]))
        for row in table.rows
        for column, index in reading.columns.items()
    ]


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("biblis_2010-06-15.csv", 22),
        ("grasellenbach.csv", 177),
        ("grasellenbach.ods", 177),
        ("s1_faulty_cp1252.csv", 7),
        ("zwingenberg.csv", 252),
        ("zwingenberg.xlsx", 252),
    ],
)
def test_every_row_of_a_sample_is_read_with_its_line(name, count):
    assert [row.line for row in read_list(SAMPLES / name).rows] == list(range(2, count + 2))


@pytest.mark.parametrize(
    ("plain", "spoiled"),
    [("zwingenberg.csv", "zwingenberg.xlsx"), ("grasellenbach.csv", "grasellenbach.ods")],
)
def test_a_list_that_went_through_a_spreadsheet_heals_to_the_same_values(plain, spoiled):
    assert healed(plain) == healed(spoiled)


@pytest.mark.parametrize("name", ["zwingenberg.xlsx", "grasellenbach.ods"])
def test_another_reader_finds_the_same_cells(name):
    sheet = python_calamine.load_workbook(SAMPLES / name).get_sheet_by_index(0)
    header, *rows = [tuple(cell or None for cell in row) for row in sheet.iter_rows()]
    table = read_list(SAMPLES / name)
    assert table.header == header
    assert [tuple(cell or None for cell in row.cells) for row in table.rows] == rows
