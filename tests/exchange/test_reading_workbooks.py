from __future__ import annotations

import datetime as dt
import zipfile

import pytest
from workbooks import (
    HEADER,
    MEMBER,
    ods_cell,
    ods_parts,
    ods_row,
    ods_table,
    write_zip,
    xlsx_parts,
    xlsx_row,
    xlsx_sheet,
)

from neuewege_desktop.base.errors import UserError
from neuewege_desktop.exchange.lists.reading import read_list, sheet_names
from neuewege_desktop.exchange.lists.table import ListFormat

DATE_STYLES = (
    '<numFmts><numFmt numFmtId="164" formatCode="General"/>'
    '<numFmt numFmtId="165" formatCode="dd\\.mm\\.yyyy;@"/>'
    '<numFmt numFmtId="166" formatCode="0.00&quot; Tage&quot;"/></numFmts>'
    '<cellStyleXfs><xf numFmtId="14"/><xf numFmtId="14"/></cellStyleXfs>'
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="165"/><xf numFmtId="14"/><xf numFmtId="166"/>'
    '<xf numFmtId="20"/></cellXfs>'
)


def xlsx(tmp_path, *sheets, **options):
    return write_zip(tmp_path / "liste.xlsx", xlsx_parts(*sheets, **options))


def ods(tmp_path, *tables, **options):
    return write_zip(tmp_path / "liste.ods", ods_parts(*tables, **options))


def first_row(path):
    return next(iter(read_list(path).rows)).cells


@pytest.fixture(params=["xlsx", "ods"])
def workbook(request, tmp_path):
    """Return a maker of workbooks in both formats out of sheets, each a list of rows."""

    def make(*sheets):
        if request.param == "ods":
            tables = [
                ods_table("".join(map(ods_row, rows)), f"Sheet{number}")
                for number, rows in enumerate(sheets, 1)
            ]
            return ods(tmp_path, *tables)
        return xlsx(tmp_path, *(xlsx_sheet("".join(map(xlsx_row, rows))) for rows in sheets))

    return make


def test_text_numbers_and_gaps_come_as_they_are(workbook):
    row = ("43102BG0000101", None, 64673, "Jörg <&> Łukas", 1.5)
    table = read_list(workbook([HEADER, row]))
    assert table.header == HEADER
    assert [(row.line, row.cells) for row in table.rows] == [(2, row)]


def test_rows_are_counted_as_the_spreadsheet_shows_them(workbook):
    table = read_list(workbook([(), (None,), HEADER, (), MEMBER, (None, None), MEMBER, ()]))
    assert table.header == HEADER
    assert [row.line for row in table.rows] == [5, 7]


def test_the_sheet_with_the_obligatory_columns_is_taken(workbook):
    path = workbook([("Hinweise",), ("Bitte lesen",)], [HEADER, MEMBER], [HEADER, MEMBER, MEMBER])
    assert sheet_names(path) == ("Sheet1", "Sheet2", "Sheet3")
    assert read_list(path).sheet == "Sheet2"
    assert len(list(read_list(path, "Sheet3").rows)) == 2


def test_without_such_a_sheet_the_first_is_taken_so_that_the_columns_can_be_named(workbook):
    path = workbook([("a", "b"), (1, 2)], [("c",), (3,)])
    assert read_list(path).header == ("a", "b")


def test_a_sheet_that_does_not_exist_is_refused_by_its_name(workbook):
    with pytest.raises(UserError, match="no sheet “Tabelle9”"):
        read_list(workbook([HEADER, MEMBER]), "Tabelle9")


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ([], "is empty"),
        ([(None,), ()], "is empty"),
        ([HEADER], "no further rows"),
        ([HEADER, ()], "no further rows"),
        ([HEADER, ("x" * 32_768,)], "more than 32767 characters"),
        ([HEADER, ("x" * 10_000_000,)], "more than 32767 characters"),
        ([HEADER, (*[None] * 1_000, "x")], "Row 2 has more than 1000 columns"),
    ],
)
def test_a_sheet_that_is_no_list_is_refused_with_a_sentence(workbook, rows, sentence):
    with pytest.raises(UserError, match=sentence):
        list(read_list(workbook(rows)).rows)


def test_hidden_sheets_are_left_alone(tmp_path):
    sheet = xlsx_sheet(xlsx_row(HEADER) + xlsx_row(MEMBER))
    path = xlsx(tmp_path, sheet, sheet, sheet, states=("hidden", "veryHidden", "visible"))
    assert sheet_names(path) == ("Sheet3",)
    assert read_list(path).sheet == "Sheet3"

    styles = (
        '<style:style style:name="ta1" style:family="table">'
        '<style:table-properties table:display="false"/></style:style>'
    )
    rows = ods_row(HEADER) + ods_row(MEMBER)
    tables = ods_table(rows, "verborgen", "ta1"), ods_table(rows, "sichtbar", "ta2")
    path = ods(tmp_path, *tables, styles=styles)
    assert sheet_names(path) == ("sichtbar",)
    assert read_list(path).sheet == "sichtbar"


def test_excel_dates_come_as_days_and_other_numbers_do_not(tmp_path):
    cells = "".join(f'<c s="{style}"><v>39923</v></c>' for style in range(5))
    header = xlsx_row(("keine", "punkte", "eingebaut", "tage", "uhrzeit"))
    path = xlsx(tmp_path, xlsx_sheet(f"{header}<row>{cells}</row>"), styles=DATE_STYLES)
    day = dt.date(2009, 4, 20)
    assert first_row(path) == (39923, day, day, 39923, 39923)


def test_a_workbook_that_counts_from_1904_means_the_same_days(tmp_path):
    rows = xlsx_row(("geburtsdatum",)) + '<row><c s="1"><v>38461.75</v></c></row>'
    options = {"styles": DATE_STYLES, "properties": 'date1904="1"'}
    assert first_row(xlsx(tmp_path, xlsx_sheet(rows), **options)) == (dt.date(2009, 4, 20),)


def test_formulas_give_their_last_value_and_failed_ones_none(tmp_path):
    row = (
        '<row><c t="str"><f>A1&amp;"x"</f><v>Jörg_x000D_</v></c><c><f>1+1</f><v>2</v></c>'
        '<c t="b"><f>TRUE()</f><v>1</v></c><c t="e"><f>1/0</f><v>#DIV/0!</v></c>'
        '<c t="d"><v>2009-04-20T00:00:00</v></c></row>'
    )
    path = xlsx(tmp_path, xlsx_sheet(xlsx_row(HEADER) + row))
    assert first_row(path) == ("Jörg\r", 2, True, None, dt.date(2009, 4, 20))

    cells = (
        '<table:table-row><table:table-cell table:formula="of:=1+1" office:value-type="float"'
        ' office:value="2"><text:p>2,00</text:p></table:table-cell>'
        '<table:table-cell office:value-type="string" office:string-value=""'
        ' calcext:value-type="error"><text:p>#BEZUG!</text:p></table:table-cell>'
        '<table:table-cell office:value-type="boolean" office:boolean-value="true"/>'
        '<table:table-cell office:value-type="date" office:date-value="2009-04-20"/>'
        '<table:table-cell office:value-type="string" office:string-value="Jörg"/>'
        "</table:table-row>"
    )
    path = ods(tmp_path, ods_table(ods_row(HEADER) + cells))
    assert first_row(path) == (2, None, True, dt.date(2009, 4, 20), "Jörg")


def test_shared_and_formatted_texts_are_read_without_their_readings(tmp_path):
    strings = (
        "<si><t>bg_nr</t></si><si><t>ort</t></si>"
        '<si><r><t xml:space="preserve">Bad </t></r><r><rPr/><t>König</t></r>'
        "<rPh><t>kana</t></rPh></si>"
    )
    cells = "".join(f'<c t="s"><v>{number}</v></c>' for number in (0, 1))
    row = '<row r="4"><c r="A4" t="s"><v>2</v></c><c r="C4" t="s"><v>1</v></c></row>'
    table = read_list(xlsx(tmp_path, xlsx_sheet(f"<row>{cells}</row>{row}"), strings=strings))
    assert table.header == ("bg_nr", "ort")
    assert [(row.line, row.cells) for row in table.rows] == [(4, ("Bad König", None, "ort"))]


def test_a_cell_of_calc_with_paragraphs_spaces_and_a_note_gives_its_own_text(tmp_path):
    cell = (
        "<table:table-row><table:table-cell><office:annotation><text:p>Notiz</text:p>"
        "</office:annotation><text:p>Am<text:s/><text:span>Alten</text:span></text:p>"
        '<text:p>Markt<text:s text:c="2"/>1</text:p>'
        "<draw:frame><draw:text-box><text:p>Bild</text:p></draw:text-box></draw:frame>"
        "</table:table-cell></table:table-row>"
    )
    path = ods(tmp_path, ods_table(ods_row(("strasse",)) + cell))
    assert first_row(path) == ("Am Alten\nMarkt  1",)


def test_repeated_rows_and_columns_of_calc_stand_where_they_are_shown(tmp_path):
    gap = '<table:table-cell table:number-columns-repeated="2"/>'
    twice = ods_cell("x", 'table:number-columns-repeated="2"')
    end = ods_row((None,), 'table:number-rows-repeated="1048500"')
    rows = [
        ods_row(HEADER),
        ods_row((), 'table:number-rows-repeated="7"'),
        f"<table:table-row>{gap}{twice}{gap}</table:table-row>",
        ods_row(("y",), 'table:number-rows-repeated="3"'),
        end,
    ]
    found = [
        (row.line, row.cells) for row in read_list(ods(tmp_path, ods_table("".join(rows)))).rows
    ]
    assert found == [
        (9, (None, None, "x", "x", None)),
        *((line, ("y", None, None, None, None)) for line in (10, 11, 12)),
    ]


def test_merged_cells_are_refused_and_named(tmp_path):
    merged = '<mergeCells count="1"><mergeCell ref="B2:C3"/></mergeCells>'
    path = xlsx(tmp_path, xlsx_sheet(xlsx_row(HEADER) + xlsx_row(MEMBER), merged))
    with pytest.raises(UserError, match="B2:C3 are merged"):
        list(read_list(path).rows)

    cells = ods_cell(1) + ods_cell("x", 'table:number-columns-spanned="2"')
    row = f"<table:table-row>{cells}<table:covered-table-cell/></table:table-row>"
    path = ods(tmp_path, ods_table(ods_row(HEADER) + row))
    with pytest.raises(UserError, match="B2 are merged"):
        list(read_list(path).rows)


def test_workbooks_of_other_programs_may_use_prefixes_and_the_strict_namespace(tmp_path):
    parts = xlsx_parts(xlsx_sheet(xlsx_row(HEADER) + xlsx_row(MEMBER)))
    sheet = parts["xl/worksheets/sheet1.xml"].replace("xmlns=", "xmlns:x=")
    sheet = sheet.replace("</", "</x:").replace("<", "<x:").replace("<x:/x:", "</x:")
    sheet = sheet.replace("schemas.openxmlformats.org/spreadsheetml/2006", "purl.oclc.org/ooxml")
    path = write_zip(tmp_path / "liste.xlsx", parts | {"xl/worksheets/sheet1.xml": sheet})
    assert first_row(path) == MEMBER


def test_the_name_of_the_file_does_not_matter(tmp_path):
    path = xlsx(tmp_path, xlsx_sheet(xlsx_row(HEADER) + xlsx_row(MEMBER)))
    assert read_list(path.rename(tmp_path / "liste.csv")).format is ListFormat.XLSX


DOCX = {
    "_rels/.rels": xlsx_parts()["_rels/.rels"].replace("xl/workbook", "word/document"),
    "word/document.xml": "<document/>",
    "word/_rels/document.xml.rels": "<Relationships/>",
}
XLSB = {"_rels/.rels": xlsx_parts()["_rels/.rels"].replace("book.xml", "book.bin")}
ODT = ods_parts() | {"mimetype": "application/vnd.oasis.opendocument.text"}
ENCRYPTED_ODS = ods_parts() | {
    "META-INF/manifest.xml": "<m><file-entry><encryption-data/></file-entry></m>"
}
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 1_000


@pytest.mark.parametrize(
    ("parts", "sentence"),
    [
        (DOCX, "is not a list"),
        ({"brief.txt": "Guten Tag"}, "is not a list"),
        (ODT, "is not a list"),
        (XLSB, "older Excel format"),
        (ENCRYPTED_ODS, "protected with a password"),
        ({"mimetype": ODT["mimetype"][:-4] + "spreadsheet"}, "is damaged"),
        ({}, "is not a list"),
    ],
)
def test_archives_that_are_no_list_are_refused_with_a_sentence(tmp_path, parts, sentence):
    with pytest.raises(UserError, match=sentence):
        read_list(write_zip(tmp_path / "liste.xlsx", parts))


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (OLE, "older Excel format"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "protected with a password"),
        (b"PK\x03\x04 und dann nichts", "is damaged"),
    ],
)
def test_old_protected_and_broken_files_are_refused_with_a_sentence(tmp_path, content, sentence):
    path = tmp_path / "liste.xlsx"
    path.write_bytes(content)
    with pytest.raises(UserError, match=sentence):
        read_list(path)


def test_an_archive_with_a_password_is_refused_as_protected(tmp_path):
    path = xlsx(tmp_path, xlsx_sheet(xlsx_row(HEADER)))
    content = bytearray(path.read_bytes())
    entry = content.index(b"PK\x01\x02")
    content[entry + 8] |= 1  # the flag that says: encrypted
    path.write_bytes(content)
    with pytest.raises(UserError, match="protected with a password"):
        read_list(path)


@pytest.mark.parametrize(
    "data",
    [
        "<row><c",
        "<row><c r='1A'><v>1</v></c></row>",
        "<row><c r='ABCD1'><v>1</v></c></row>",
        "<row r='eins'><c><v>1</v></c></row>",
        "<row><c t='s'><v>0</v></c></row>",
        "<row><c t='s'><v>-1</v></c></row>",
        "<row><c t='s'><v>null</v></c></row>",
        "<row><c t='str'><v>&unbekannt;</v></c></row>",
    ],
)
def test_a_damaged_sheet_is_refused(tmp_path, data):
    with pytest.raises(UserError, match="is damaged"):
        list(read_list(xlsx(tmp_path, xlsx_sheet(xlsx_row(HEADER) + data))).rows)


@pytest.mark.parametrize("missing", ["xl/worksheets/sheet1.xml", "xl/_rels/workbook.xml.rels"])
def test_a_workbook_without_one_of_its_parts_is_refused(tmp_path, missing):
    parts = xlsx_parts(xlsx_sheet(xlsx_row(HEADER) + xlsx_row(MEMBER)))
    del parts[missing]
    with pytest.raises(UserError, match="is damaged"):
        read_list(write_zip(tmp_path / "liste.xlsx", parts))


def test_a_rare_way_of_packing_is_refused(tmp_path):
    parts = xlsx_parts(xlsx_sheet(xlsx_row(HEADER) + xlsx_row(MEMBER)))
    with pytest.raises(UserError, match="is damaged"):
        read_list(write_zip(tmp_path / "liste.xlsx", parts, zipfile.ZIP_BZIP2))
