"""Lists as CSV: of whatever encoding and delimiter the office's program chose."""

from __future__ import annotations

import codecs
import csv
import re
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import TextIO

from neuewege_desktop.exchange.lists import limits, refusals
from neuewege_desktop.exchange.lists.table import ListFormat, ListRow, Sheet

_PIECE = 1 << 20
_LONGEST_LINE = 4_000_000
_DELIMITERS = ";,\t"
_QUOTED = re.compile(r'"[^"]*"?')
# Excel's own way to name the delimiter, in a line before the header.
_NAMED_DELIMITER = re.compile(r"sep=([;,\t])\s*")
_OTHER_KINDS = (b"%PDF", b"{\\rtf", b"<")
_BLANK = codecs.BOM_UTF8 + b" \t\r\n"


def _reads_as(path: Path, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        with path.open("rb") as file:
            while piece := file.read(_PIECE):
                decoder.decode(piece)
        decoder.decode(b"", final=True)
    except UnicodeError:
        return False
    return True


def _has_zero_bytes(path: Path) -> bool:
    with path.open("rb") as file:
        return any(b"\0" in piece for piece in iter(lambda: file.read(_PIECE), b""))


def _encoding(path: Path) -> str:
    """Return the encoding of the text in `path`; refuse what is no text."""
    with path.open("rb") as file:
        head = file.read(64)
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        candidates: tuple[str, ...] = ("utf-16",)
    elif head.lstrip(_BLANK).startswith(_OTHER_KINDS) or _has_zero_bytes(path):
        raise refusals.wrong_kind()
    else:
        candidates = ("utf-8-sig", "cp1252")
    for encoding in candidates:
        if _reads_as(path, encoding):
            return encoding
    raise refusals.wrong_kind()


def _physical_lines(file: TextIO) -> Iterator[str]:
    """Yield the lines as they stand in the file, never more than a bounded one in memory."""
    number = 0
    while line := file.readline(_LONGEST_LINE):
        number += 1
        if len(line) == _LONGEST_LINE:
            raise refusals.cell_too_long(number)
        yield line


def _delimiter(file: TextIO) -> str:
    """Return the delimiter that the first line with content has most often outside quotes."""
    for line in _physical_lines(file):
        if named := _NAMED_DELIMITER.fullmatch(line):
            return named[1]
        if line.strip():
            bare = _QUOTED.sub("", line)
            return max(_DELIMITERS, key=bare.count)
    raise refusals.empty()


class DelimitedList:
    """A CSV file: one sheet without a name."""

    format = ListFormat.CSV

    def __init__(self, path: Path) -> None:
        self._path = path
        self._encoding = _encoding(path)
        with self._open() as file:
            self._delimiter = _delimiter(file)

    def _open(self) -> TextIO:
        return self._path.open(encoding=self._encoding, newline="")

    def sheets(self) -> Generator[Sheet]:
        """Yield the only sheet."""
        yield Sheet(index=0, name="")

    def rows(self, sheet: Sheet) -> Generator[ListRow]:  # noqa: ARG002
        """Yield the records that have content; raise UserError at the first that is unreadable."""
        with self._open() as file:
            records = csv.reader(_physical_lines(file), delimiter=self._delimiter, strict=True)
            line = 1
            try:
                for record in records:
                    if any(record) and not (line == 1 and record[0].startswith("sep=")):
                        yield _row(line, record)
                    line = records.line_num + 1
            except csv.Error:
                raise refusals.unclosed_quote(line) from None


def _row(line: int, record: list[str]) -> ListRow:
    if len(record) > limits.MAX_COLUMNS:
        raise refusals.too_many_columns(line)
    if max(map(len, record)) > limits.MAX_CELL:
        raise refusals.cell_too_long(line)
    return ListRow(line, tuple([cell or None for cell in record]))
