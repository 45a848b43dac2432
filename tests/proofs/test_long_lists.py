"""100 000 rows come in, and the process stays small."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

SAMPLES = Path(__file__).parent.parent / "data" / "samples"
ROWS = 100_000  # held in memory, they would take more than is allowed
MEBIBYTE = 1 << 20
READING = """
import json, pathlib, sys, time
from neuewege_desktop.exchange.lists.reading import read_list
start = time.monotonic()
count = sum(1 for _row in read_list(pathlib.Path(sys.argv[1])).rows)
seconds = time.monotonic() - start
status = dict(line.split(":", 1) for line in open("/proc/self/status"))
print(json.dumps([count, int(status["VmHWM"].split()[0]) * 1024, seconds]))
"""

pytestmark = [
    pytest.mark.prove,
    pytest.mark.skipif(
        not Path("/proc/self/status").exists(), reason="only Linux tells the size of a process"
    ),
]


def repeated(content, row_pattern, number):
    """Yield the text of a sheet with its data rows (all but the first) written `ROWS` times."""
    rows = list(re.finditer(row_pattern, content, re.DOTALL))
    yield content[: rows[0].end()]
    data = [row[0] for row in rows[1:]]
    for index in range(ROWS):
        yield number(data[index % len(data)], index + 2)
    yield content[rows[-1].end() :]


def renumbered(row, line):
    """Return a row of XLSX for `line`, its texts in the row itself and different in each."""
    row = re.sub(r' r="([A-Z]*)\d+"', lambda place: f' r="{place[1]}{line}"', row)
    return re.sub(r't="s"><v>(\d+)</v>', rf't="inlineStr"><is><t>\1 {line}</t></is>', row)


def spreadsheet(path, sample, part, row_pattern, number):
    with (
        zipfile.ZipFile(SAMPLES / sample) as source,
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            if name != part:
                target.writestr(name, source.read(name))
        with target.open(part, "w") as stream:
            for text in repeated(source.read(part).decode(), row_pattern, number):
                stream.write(text.encode())


def csv(path):
    lines = (SAMPLES / "zwingenberg.csv").read_bytes().splitlines(keepends=True)
    with path.open("wb") as file:
        file.write(lines[0])
        for index in range(ROWS):
            file.write(lines[1 + index % (len(lines) - 1)])


def xlsx(path):
    part = "xl/worksheets/sheet1.xml"
    spreadsheet(path, "zwingenberg.xlsx", part, r"<row .*?</row>", renumbered)


def ods(path):
    pattern = r"<table:table-row.*?</table:table-row>"
    spreadsheet(path, "grasellenbach.ods", "content.xml", pattern, lambda row, _line: row)


@pytest.mark.parametrize("write", [csv, xlsx, ods])
def test_a_hundred_thousand_rows_are_read_in_little_memory(tmp_path, write, capsys):
    path = tmp_path / f"liste.{write.__name__}"
    write(path)
    done = subprocess.run(
        [sys.executable, "-c", READING, str(path)], capture_output=True, check=True, timeout=300
    )
    count, peak, seconds = json.loads(done.stdout)
    with capsys.disabled():
        print(f"\n{write.__name__}: {count} rows, {peak >> 20} MiB, {seconds:.1f} s")
    assert count == ROWS
    assert peak < 100 * MEBIBYTE
