"""Before a list comes in one sees what it is, and says what its columns mean (S1, wizard)."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from lists_of_offices import HEADER, every, numbers, row, written

from neuewege_desktop.base.errors import UserError
from neuewege_desktop.domain.lists.columns import OBLIGATORY, Column
from neuewege_desktop.domain.lists.mapping import (
    COLUMN_WORDS,
    column_word,
    mapping_problem,
    recognised_mapping,
)
from neuewege_desktop.domain.records.person import Person
from neuewege_desktop.services.imports import (
    import_list,
    preview_list,
    remember_mapping,
    remembered_mapping,
)
from neuewege_desktop.services.workplaces import info

SAMPLES = Path("tests/data/samples")
DAY = dt.date(2009, 4, 2)
STRANGE = HEADER.replace("bg_nr", "Akte").replace("kdnr", "Schlüssel")
CHOSEN = tuple(Column(name) for name in HEADER.split(";"))


def strange_list(tmp_path):
    """Write a list of one person whose two numbers stand under names that nobody knows."""
    known = row()
    strange = {"Akte": known.pop("bg_nr"), "Schlüssel": known.pop("kdnr"), **known}
    return written(tmp_path, strange, header=STRANGE)


@pytest.mark.parametrize(
    ("name", "sheet", "kind"),
    [
        ("zwingenberg.csv", "", "Text table (CSV)"),
        ("zwingenberg.xlsx", "Bedarfsgemeinschaften", "Excel workbook (XLSX)"),
        ("grasellenbach.ods", "Bedarfsgemeinschaften", "OpenDocument spreadsheet (ODS)"),
    ],
)
def test_one_sees_what_a_list_is_before_anything_of_it_comes_in(name, sheet, kind):
    preview = preview_list(SAMPLES / name)
    assert preview.kind == kind
    assert preview.sheet in preview.sheets
    assert preview.mapping == tuple(Column)
    assert len(preview.sample) == len(preview.lines) == 5
    assert {len(cells) for cells in preview.sample} == {len(preview.header)}


def test_one_chooses_among_the_sheets_of_a_workbook():
    first = preview_list(SAMPLES / "zwingenberg.xlsx")
    for sheet in first.sheets:
        assert preview_list(SAMPLES / "zwingenberg.xlsx", sheet).sheet == sheet
    with pytest.raises(UserError, match="no sheet"):
        preview_list(SAMPLES / "zwingenberg.xlsx", "Nirgends")


def test_columns_that_nobody_knows_are_shown_as_not_read(tmp_path):
    preview = preview_list(strange_list(tmp_path))
    assert preview.mapping[:3] == (None, None, Column.ROLE)
    assert preview.sample[0][:2] == ("43102BG0000901", "427D000901")


def test_what_a_person_chose_for_the_columns_counts(office, tmp_path):
    path = strange_list(tmp_path)
    with pytest.raises(UserError, match="bg_nr, kdnr"):
        import_list(office, path, DAY)
    report = import_list(office, path, DAY, mapping=CHOSEN)
    assert numbers(report.persons) == (1, 0, 0)
    assert [person.client_number for person in every(office, Person)] == ["427D000901"]


def test_a_column_that_a_person_left_out_is_not_read(office, tmp_path):
    mapping = tuple(None if column == Column.BIRTH_DATE else column for column in CHOSEN)
    report = import_list(office, written(tmp_path, row()), DAY, mapping=mapping)
    assert report.ignored_columns == ("geburtsdatum",)
    assert [person.birth_date for person in every(office, Person)] == [None]


def test_the_same_header_is_understood_the_next_time(office, tmp_path):
    path = strange_list(tmp_path)
    header = preview_list(path).header
    assert remembered_mapping(office, header) is None
    remember_mapping(office, header, CHOSEN)
    assert remembered_mapping(office, header) == CHOSEN
    assert numbers(import_list(office, path, DAY).persons) == (1, 0, 0)
    assert remembered_mapping(office, (*header, "Neu")) is None


def test_what_was_chosen_is_no_act_and_keeps_nothing_of_the_header(office, tmp_path):
    before = info(office.store)
    remember_mapping(office, ["Frau Quittenbaum"], (None,))
    assert info(office.store) == before
    with office.store.reading() as reader:
        kept = reader.connection.exec_driver_sql("SELECT name, value FROM setting").all()
    assert "Quittenbaum" not in str(kept)


def test_a_choice_that_no_longer_suffices_is_not_used(office):
    header = HEADER.split(";")
    remember_mapping(office, header, (None,) * len(header))
    assert remembered_mapping(office, header) is None


@pytest.mark.parametrize(
    ("mapping", "sentence"),
    [
        (CHOSEN[:-1], "other columns"),
        ((CHOSEN[0], *CHOSEN[:-1]), "More than one column of the list is chosen for: BG number"),
        ((None, None, *CHOSEN[2:]), "chosen yet for: BG number, Client number"),
    ],
)
def test_a_choice_that_cannot_work_is_refused_in_words(office, tmp_path, mapping, sentence):
    assert sentence in mapping_problem(HEADER.split(";"), mapping)
    with pytest.raises(UserError, match=sentence):
        import_list(office, written(tmp_path, row()), DAY, mapping=mapping)
    assert every(office, Person) == []


def test_of_a_doubled_column_the_first_is_taken_and_the_other_one_is_not_read():
    header = [*OBLIGATORY, "Straße", "Strasse"]
    mapping = recognised_mapping(header)
    assert mapping == (*OBLIGATORY, Column.STREET, None)
    assert mapping_problem(header, mapping) == ""


def test_every_column_has_words_of_its_own():
    assert set(COLUMN_WORDS) == set(Column)
    assert len({column_word(column) for column in Column}) == len(Column)


def test_whoever_cancels_keeps_nothing(office, tmp_path):
    class Cancelled(Exception):
        pass

    def cancel(_lines):
        raise Cancelled

    before = info(office.store)
    with pytest.raises(Cancelled):
        import_list(office, SAMPLES / "zwingenberg.csv", DAY, progress=cancel)
    assert info(office.store) == before
    assert numbers(import_list(office, written(tmp_path, row()), DAY).persons) == (1, 0, 0)
