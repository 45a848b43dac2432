from __future__ import annotations

import codecs

import pytest
from workbooks import HEADER, MEMBER

from neuewege_desktop.base.errors import UserError
from neuewege_desktop.exchange.lists.reading import read_list, sheet_names
from neuewege_desktop.exchange.lists.table import ListFormat

UMLAUTS = ("43102BG0000101", "427D000101", "HEAD", "Müßig", "Jörg")


def written(tmp_path, content, encoding="utf-8"):
    path = tmp_path / "liste.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
    return path


def lines(*records, delimiter=";", end="\r\n"):
    return end.join(delimiter.join(record) for record in records) + end


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
def test_every_encoding_delimiter_and_line_end_of_an_office_is_read(
    tmp_path, encoding, delimiter, end
):
    path = written(tmp_path, lines(HEADER, UMLAUTS, delimiter=delimiter, end=end), encoding)
    table = read_list(path)
    assert table.format is ListFormat.CSV
    assert table.header == HEADER
    assert [(row.line, row.cells) for row in table.rows] == [(2, UMLAUTS)]


def test_the_rows_can_be_read_twice(tmp_path):
    table = read_list(written(tmp_path, lines(HEADER, MEMBER)))
    assert list(table.rows) == list(table.rows)


def test_a_delimiter_inside_quotes_of_the_header_does_not_count(tmp_path):
    path = written(tmp_path, 'bg_nr;"Name, Vorname, Titel, Ort";rolle\nA;B;C\n')
    assert read_list(path).header == ("bg_nr", "Name, Vorname, Titel, Ort", "rolle")


def test_the_delimiter_that_excel_names_in_a_first_line_is_taken(tmp_path):
    table = read_list(written(tmp_path, "sep=,\r\nbg_nr,kdnr\r\n1,2\r\n"))
    assert table.header == ("bg_nr", "kdnr")
    assert [row.line for row in table.rows] == [3]


def test_a_field_over_several_lines_moves_the_lines_after_it(tmp_path):
    path = written(tmp_path, 'bg_nr;ort\r\n1;"an der\r\nBrücke\r\nlinks"\r\n2;Biblis\r\n')
    assert [row.line for row in read_list(path).rows] == [2, 5]


def test_rows_without_content_are_left_out_but_counted(tmp_path):
    path = written(
        tmp_path, "\r\n;;\r\nbg_nr;ort\r\n\r\n1;Biblis\r\n;\r\n2;Lampertheim\r\n;;;\r\n\r\n"
    )
    table = read_list(path)
    assert table.header == ("bg_nr", "ort")
    assert [row.line for row in table.rows] == [5, 7]


def test_a_row_is_as_wide_as_the_header_unless_something_stands_beyond_it(tmp_path):
    path = written(tmp_path, "bg_nr;ort\r\n1\r\n2;Biblis;;\r\n3;Biblis;;zu viel\r\n")
    cells = [row.cells for row in read_list(path).rows]
    assert cells == [("1", None), ("2", "Biblis"), ("3", "Biblis", None, "zu viel")]


def test_a_csv_file_has_one_sheet_without_a_name(tmp_path):
    assert sheet_names(written(tmp_path, lines(HEADER, MEMBER))) == ("",)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "is empty"),
        (b"\r\n \r\n\t\r\n", "is empty"),
        (b";;;\r\n;;;\r\n", "is empty"),
        (codecs.BOM_UTF8, "is empty"),
        (codecs.BOM_UTF16_LE, "is empty"),
        (b"bg_nr;kdnr\r\n", "no further rows"),
        (b"bg_nr;kdnr\r\n;;\r\n", "no further rows"),
        (b"%PDF-1.7\r\nbg_nr;kdnr\r\n1;2\r\n", "is not a list"),
        (b"{\\rtf1 bg_nr;kdnr\r\n1;2\r\n}", "is not a list"),
        (b"\xef\xbb\xbf <html><table>", "is not a list"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "is not a list"),
        (b"bg_nr;kdnr\r\n1;\x002\r\n", "is not a list"),
        (b"bg_nr;kdnr\r\n1;\x81\r\n", "is not a list"),
        (codecs.BOM_UTF16_LE + b"b\x00g\x00\x00\xd8;\x00", "is not a list"),
        (b'bg_nr;ort\r\n1;"Biblis\r\n2;Biblis\r\n', "quotation marks in line 2"),
        (b'bg_nr;ort\r\n1;Biblis\r\n2;"a" b\r\n', "quotation marks in line 3"),
        (b"bg_nr;ort\r\n1;" + b"x" * 32_768 + b"\r\n", "row 2 has more than 32767 characters"),
        (b'bg_nr;ort\r\n1;"' + b"x" * 10_000_000 + b'"\r\n', "row 2 has more than 32767"),
        (b"bg_nr;ort\r\n1;" + b"x" * 10_000_000, "row 2 has more than 32767"),
        (b'bg_nr;ort\r\n1;"' + b"x\n" * 1_000_000 + b'"\r\n', "line 2 are not complete, or"),
        (b"bg_nr" + b";" * 1_001 + b"ort\r\n1;2\r\n", "Row 1 has more than 1000 columns"),
    ],
)
def test_what_is_no_readable_list_is_refused_with_a_sentence(tmp_path, content, sentence):
    path = written(tmp_path, content)
    with pytest.raises(UserError, match=sentence):
        list(read_list(path).rows)


def test_more_than_half_a_million_rows_are_refused(tmp_path):
    path = written(tmp_path, b"bg_nr;kdnr\n" + b"1;2\n" * 500_000)
    assert sum(1 for _row in read_list(path).rows) == 500_000
    path = written(tmp_path, b"bg_nr;kdnr\n" + b"1;2\n" * 500_001)
    with pytest.raises(UserError, match="more than 500000 rows"):
        list(read_list(path).rows)


def test_a_missing_file_and_a_folder_are_refused(tmp_path):
    with pytest.raises(UserError, match="no file"):
        read_list(tmp_path / "weg.csv")
    with pytest.raises(UserError, match="no file"):
        read_list(tmp_path)


def test_a_file_of_hundreds_of_megabytes_is_refused_unread(tmp_path):
    path = tmp_path / "liste.csv"
    with path.open("wb") as file:
        file.truncate(200_000_001)
    with pytest.raises(UserError, match="larger than 200 MB"):
        read_list(path)
