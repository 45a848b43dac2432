"""Damaged lists of every kind: nothing but a sentence may come out, and soon."""

from __future__ import annotations

import contextlib
import io
import random
import time
import zipfile
from pathlib import Path

import pytest

from neuewege_desktop.base.errors import UserError
from neuewege_desktop.domain.lists.cells import CellError, date_of, text_of
from neuewege_desktop.domain.lists.columns import complaint, recognise
from neuewege_desktop.exchange.lists.reading import read_list, sheet_names

SAMPLES = Path(__file__).parent.parent / "data" / "samples"
SECONDS = 12
SLOWEST_CASE = 5
# What tends to matter in the three formats.
WORDS = [
    *(b";", b'"', b"\r", b"\n", b"\0", b"\xff", b"\xef\xbb\xbf", b"\xff\xfe", b"sep=,\n", b"'="),
    *(b"<", b">", b"/>", b"&", b"&#0;", b"&#1114112;", b"<!DOCTYPE a>", b"<![CDATA[", b"<?xml"),
    *(b'encoding="utf-7"', b't="s"', b't="d"', b't="e"', b' r="A0"', b' r="-1"', b' r="XFD9"'),
    *(b"999999999999", b"-1", b"1e999", b"nan", b"_x0000_", b"_xD800_", b"\xc3", b"PK\x01\x02"),
    *(b'table:number-rows-repeated="99999999"', b'table:number-columns-repeated="-7"'),
    *(b"<mergeCell/>", b"<row>", b"</row>", b"<c>", b"</table:table>", b"<table:table-row>"),
]


def damaged(chance, content, other):
    """Return `content` with a few bytes changed, cut, doubled, filled in or taken from `other`."""
    content = bytearray(content)
    for _number in range(chance.choice((1, 1, 2, 3, 8))):
        at = chance.randrange(len(content) + 1)
        end = min(len(content), at + chance.choice((1, 4, 30, 500, 5_000)))
        kind = chance.randrange(6)
        if kind == 0 and at < len(content):
            content[at] ^= 1 << chance.randrange(8)
        elif kind == 1:
            del content[at:end]
        elif kind == 2:
            content[at:at] = content[at:end]
        elif kind == 3:
            content[at:at] = chance.choice(WORDS)
        elif kind == 4:
            content[at:end] = chance.choice(WORDS)
        else:
            start = chance.randrange(len(other))
            content[at:end] = other[start : start + end - at]
    return bytes(content)


def damaged_parts(chance, content, other):
    """Return a sound archive of which one part is damaged or missing."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = chance.choice([name for name in parts if name.endswith(("xml", "rels", "mimetype"))])
    parts[name] = damaged(chance, parts[name], parts.get(other, WORDS[0]))
    if chance.random() < 0.02:
        del parts[name]
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_STORED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return written.getvalue()


def read_all(path):
    """Read the list as an import does; return the number of cells."""
    sheet_names(path)
    table = read_list(path)
    complaint(recognise(table.header))
    count = 0
    for row in table.rows:
        for cell in row.cells:
            count += 1
            text_of(cell)
            try:
                date_of(cell)
            except CellError:
                count += 1
    return count


@pytest.mark.prove
@pytest.mark.parametrize("name", ["zwingenberg.csv", "zwingenberg.xlsx", "grasellenbach.ods"])
def test_a_damaged_list_is_read_or_refused_with_a_sentence(tmp_path, name, capsys):
    chance = random.Random(name)
    original = (SAMPLES / name).read_bytes()
    other = (SAMPLES / "biblis_2010-06-15.csv").read_bytes()
    path = tmp_path / name
    cases = read = 0
    slowest = 0.0
    until = time.monotonic() + SECONDS
    while (start := time.monotonic()) < until:
        if name.endswith("csv") or chance.random() < 0.3:
            path.write_bytes(damaged(chance, original, other))
        else:
            path.write_bytes(damaged_parts(chance, original, "content.xml"))
        with contextlib.suppress(UserError):
            read_all(path)
            read += 1
        cases += 1
        slowest = max(slowest, time.monotonic() - start)
    with capsys.disabled():
        print(f"\n{name}: {cases} damaged, {read} read, slowest {slowest:.2f} s")
    assert read < cases
    assert slowest < SLOWEST_CASE
