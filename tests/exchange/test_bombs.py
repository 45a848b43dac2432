"""Files made to exhaust the memory: each is read in a process of its own, which is measured."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from pathlib import Path

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

pytestmark = pytest.mark.skipif(
    not Path("/proc/self/status").exists(), reason="only Linux tells the largest size of a process"
)

MEBIBYTE = 1 << 20
READING = """
import json, pathlib, sys
from neuewege_desktop.base.errors import UserError
from neuewege_desktop.exchange.lists.reading import read_list
sentence, count = "", 0
try:
    for row in read_list(pathlib.Path(sys.argv[1])).rows:
        count += 1
except UserError as refusal:
    sentence = str(refusal)
status = dict(line.split(":", 1) for line in open("/proc/self/status"))
peak = int(status["VmHWM"].split()[0]) * 1024
print(json.dumps({"sentence": sentence, "count": count, "peak": peak}))
"""
ROWS = xlsx_row(HEADER) + xlsx_row(MEMBER)
WIDE_CELL = ods_cell("x", f'table:number-columns-repeated="{10**9}"')
WIDE_ROW = f"<table:table-row>{WIDE_CELL}</table:table-row>"
MANY_PARAGRAPHS = (
    "<table:table-row><table:table-cell>"
    + "<text:p/>" * 40_000
    + "</table:table-cell></table:table-row>"
)
OPENING, CLOSING = xlsx_sheet("|").encode().split(b"|")


def read_apart(path, seconds=30):
    command = [sys.executable, "-c", READING, str(path)]
    done = subprocess.run(command, capture_output=True, timeout=seconds, check=True)
    return json.loads(done.stdout)


def big_xlsx(path, pieces, part="xl/worksheets/sheet1.xml", **options):
    """Write a workbook of which one part consists of `pieces`, never wholly in memory."""
    parts = xlsx_parts(xlsx_sheet(ROWS), **options)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            if name != part:
                archive.writestr(name, content)
        with archive.open(part, "w", force_zip64=True) as stream:
            for piece in pieces:
                stream.write(piece)
    return path


def blown_up(unit, mebibytes):
    piece = unit * (MEBIBYTE // len(unit))
    yield OPENING + ROWS.encode()
    for _number in range(mebibytes):
        yield piece


def distinct(pattern, count):
    yield OPENING + ROWS.encode()
    for start in range(0, count, 10_000):
        yield b"".join(pattern % number for number in range(start, start + 10_000))
    yield CLOSING


@pytest.mark.parametrize(
    ("pieces", "sentence"),
    [
        (lambda: blown_up(b"<row></row>", 300), "far too large when unpacked"),
        (lambda: blown_up(b" ", 60), "more than 32767 characters"),
        (lambda: blown_up(b"<a>", 20), "is damaged"),
        (lambda: blown_up(b"<row/>", 20), "more than 500000 rows"),
        (lambda: [OPENING, b"<row x='", *[b"y" * MEBIBYTE] * 40], "is damaged"),
        (lambda: distinct(b"<n%d/>", 500_000), "is damaged"),
        (lambda: distinct(b"<n a%d=''/>", 500_000), "is damaged"),
        (lambda: distinct(b"<n xmlns:p%d='u'/>", 500_000), "is damaged"),
    ],
    ids=["inflation", "spaces", "depth", "rows", "tag", "names", "attributes", "prefixes"],
)
def test_a_sheet_that_would_grow_without_end_is_refused_in_little_memory(
    tmp_path, pieces, sentence
):
    read = read_apart(big_xlsx(tmp_path / "bombe.xlsx", pieces()))
    assert sentence in read["sentence"]
    assert read["peak"] < 100 * MEBIBYTE


def claim_size(path, size):
    """Let the directory of the workbook say that the first sheet unpacks to `size` bytes."""
    content = bytearray(path.read_bytes())
    entry = content.rindex(b"xl/worksheets/sheet1.xml") - 46
    content[entry + 24 : entry + 28] = size.to_bytes(4, "little")
    path.write_bytes(content)


def test_gigabytes_in_the_directory_are_refused_before_anything_is_unpacked(tmp_path):
    path = big_xlsx(tmp_path / "bombe.xlsx", [OPENING, ROWS.encode(), CLOSING])
    claim_size(path, 3_000_000_000)
    read = read_apart(path, seconds=5)
    assert "far too large when unpacked" in read["sentence"]
    assert read["peak"] < 100 * MEBIBYTE


def test_a_directory_that_lies_about_the_size_gains_nothing(tmp_path):
    path = big_xlsx(tmp_path / "bombe.xlsx", blown_up(b"<row></row>", 300))
    claim_size(path, 5_000)
    read = read_apart(path)
    assert "is damaged" in read["sentence"]
    assert read["peak"] < 100 * MEBIBYTE


def test_a_directory_of_a_million_parts_is_refused(tmp_path):
    path = big_xlsx(tmp_path / "bombe.xlsx", [OPENING, CLOSING])
    with path.open("ab") as file:
        file.write((b"PK\x01\x02" + b"\0" * 42) * 1_000_000)
    read = read_apart(path)
    assert "far too large when unpacked" in read["sentence"]
    assert read["peak"] < 100 * MEBIBYTE


def test_entities_that_multiply_themselves_are_refused(tmp_path):
    laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
    pieces = [laughs.encode(), OPENING, ROWS.encode(), CLOSING]
    read = read_apart(big_xlsx(tmp_path / "bombe.xlsx", pieces))
    assert "is damaged" in read["sentence"]


def test_two_cells_in_opposite_corners_cost_no_memory(tmp_path):
    far = b'<row r="1048576"><c r="A1048576"><v>1</v></c></row>'
    read = read_apart(big_xlsx(tmp_path / "ecken.xlsx", [OPENING, ROWS.encode(), far, CLOSING]))
    assert (read["sentence"], read["count"]) == ("", 2)
    assert read["peak"] < 100 * MEBIBYTE

    wide = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    read = read_apart(big_xlsx(tmp_path / "ecken.xlsx", [OPENING, ROWS.encode(), wide, CLOSING]))
    assert "Row 1048576 has more than 1000 columns" in read["sentence"]


def test_a_long_text_that_many_cells_share_is_held_once(tmp_path):
    row = b"<row>" + b'<c t="s"><v>0</v></c>' * 10 + b"</row>"
    path = big_xlsx(
        tmp_path / "texte.xlsx",
        [OPENING, row * 20_000, CLOSING],
        strings=f"<si><t>{'ä' * 32_000}</t></si>",
    )
    read = read_apart(path)
    assert (read["sentence"], read["count"]) == ("", 19_999)
    assert read["peak"] < 100 * MEBIBYTE


def test_more_shared_texts_than_a_list_can_have_are_refused(tmp_path):
    texts = (b"%d" % number * 150 for number in range(10_000))
    strings = b"".join(b"<si><t>%b</t></si>" % text for text in texts)
    opening, closing = b'<sst xmlns="urn:x">', b"</sst>"
    path = big_xlsx(
        tmp_path / "texte.xlsx",
        [opening, *[strings] * 60, closing],
        part="xl/sharedStrings.xml",
        strings="",
    )
    read = read_apart(path, seconds=60)
    assert "far too large when unpacked" in read["sentence"]
    assert read["peak"] < 700 * MEBIBYTE


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        (ods_row(MEMBER, 'table:number-rows-repeated="1000000"'), "more than 500000 rows"),
        (ods_row(MEMBER, 'table:number-rows-repeated="500001"'), "more than 500000 rows"),
        (ods_row(MEMBER, f'table:number-rows-repeated="{10**30}"'), "more than 500000 rows"),
        (WIDE_ROW, "more than 1000 columns"),
        (MANY_PARAGRAPHS, "more than 32767 characters"),
    ],
)
def test_what_calc_may_repeat_without_end_is_refused(tmp_path, rows, sentence):
    path = write_zip(tmp_path / "bombe.ods", ods_parts(ods_table(ods_row(HEADER) + rows)))
    read = read_apart(path)
    assert sentence in read["sentence"]
    assert read["peak"] < 200 * MEBIBYTE
