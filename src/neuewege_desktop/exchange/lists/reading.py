"""Reading the list at a path, whatever it is: the door to this package."""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Generator, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from neuewege_desktop.base.errors import StoreError
from neuewege_desktop.base.i18n import _
from neuewege_desktop.domain.lists.cells import text_of
from neuewege_desktop.domain.lists.columns import recognise
from neuewege_desktop.exchange.lists import limits, refusals
from neuewege_desktop.exchange.lists.archive import Archive, open_archive
from neuewege_desktop.exchange.lists.delimited import DelimitedList
from neuewege_desktop.exchange.lists.markup import Attributes, Markup
from neuewege_desktop.exchange.lists.ods import OdsWorkbook
from neuewege_desktop.exchange.lists.table import ListRow, ListTable, Sheet, Source
from neuewege_desktop.exchange.lists.xlsx import XlsxWorkbook

_ZIP_MARKS = (b"PK\x03\x04", b"PK\x05\x06")
_OLE_MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_SPREADSHEET = b"application/vnd.oasis.opendocument.spreadsheet"
_MANIFEST = "META-INF/manifest.xml"
_PIECE = 1 << 20
_SHEETS_TRIED = 20


def _is_encrypted(path: Path) -> bool:
    """Tell an encrypted XLSX from an old Excel file: both lie in the same kind of container."""
    rest = b""
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            if _ENCRYPTED_PACKAGE in rest + piece:
                return True
            rest = piece[-len(_ENCRYPTED_PACKAGE) :]
    return False


def _refuse_protected(archive: Archive) -> None:
    def refuse(_attributes: Attributes) -> None:
        raise refusals.protected()

    with archive.small_part(_MANIFEST) as part:
        Markup({"encryption-data": refuse}).parse(part)


def _workbook(path: Path) -> Source:
    with open_archive(path) as archive:
        if "mimetype" not in archive:
            if "_rels/.rels" not in archive:
                raise refusals.wrong_kind()
            return XlsxWorkbook(path)
        with archive.small_part("mimetype") as part:
            if part.read(len(_SPREADSHEET)) != _SPREADSHEET:
                raise refusals.wrong_kind()
        _refuse_protected(archive)
    return OdsWorkbook(path)


def _source(path: Path) -> Source:
    """Return the reader for what the file is; its name does not matter."""
    if not path.is_file():
        raise refusals.no_file(str(path))
    size = path.stat().st_size
    if size == 0:
        raise refusals.empty()
    if size > limits.MAX_FILE_BYTES:
        raise refusals.too_large()
    with path.open("rb") as file:
        head = file.read(len(_OLE_MARK))
    if head == _OLE_MARK:
        raise refusals.protected() if _is_encrypted(path) else refusals.old_excel()
    return _workbook(path) if head.startswith(_ZIP_MARKS) else DelimitedList(path)


def _header(source: Source, sheet: Sheet) -> tuple[str, ...]:
    """Return the texts of the first row with content; none if there is no such row."""
    with closing(source.rows(sheet)) as rows:
        first = next(rows, None)
    names = [text_of(cell) for cell in first.cells] if first else []
    while names and not names[-1]:
        names.pop()
    return tuple(names)


def _named(source: Source, name: str) -> Sheet:
    for sheet in source.sheets():
        if sheet.name == name:
            return sheet
    raise refusals.no_such_sheet(name)


def _likely(source: Source) -> Sheet:
    """Return the first visible sheet with the obligatory columns, else the first visible one."""
    first: Sheet | None = None
    with closing(source.sheets()) as sheets:
        for sheet in itertools.islice(sheets, _SHEETS_TRIED):
            if not sheet.visible:
                continue
            if not recognise(_header(source, sheet)).missing:
                return sheet
            first = first or sheet
    if first is None:
        raise refusals.empty()
    return first


@contextmanager
def _failures_as_sentences() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise StoreError(
            _("The file cannot be read. Please check the drive and your rights to it.")
        ) from error


def _fitted(row: ListRow, width: int) -> ListRow:
    """Return `row` as wide as the header; what has content beyond it stays."""
    cells = list(row.cells)
    while len(cells) > width and cells[-1] is None:
        cells.pop()
    cells.extend([None] * (width - len(cells)))
    return ListRow(row.line, tuple(cells))


@dataclass(frozen=True, slots=True)
class _DataRows:
    """The rows below the header, each time anew; no more of them than a list may have."""

    source: Source
    sheet: Sheet
    width: int

    def __iter__(self) -> Generator[ListRow]:
        with _failures_as_sentences(), closing(self.source.rows(self.sheet)) as rows:
            next(rows, None)
            for count, row in enumerate(rows):
                if count == limits.MAX_ROWS:
                    raise refusals.too_many_rows()
                yield row if len(row.cells) == self.width else _fitted(row, self.width)


def read_list(path: Path, sheet: str | None = None) -> ListTable:
    """Open the list at `path`; of a workbook the named `sheet`, else the likely one.

    Raises UserError with a sentence if it is no readable list, StoreError if the disk fails.
    """
    with _failures_as_sentences():
        source = _source(path)
        chosen = _likely(source) if sheet is None else _named(source, sheet)
        header = _header(source, chosen)
    if not header:
        raise refusals.empty()
    rows = _DataRows(source, chosen, len(header))
    table = ListTable(header=header, rows=rows, format=source.format, sheet=chosen.name)
    if not table.first_rows(1):
        raise refusals.no_rows()
    return table


def checksum_of(path: Path) -> str:
    """Return what tells the content of a file from every other; StoreError if the disk fails."""
    with _failures_as_sentences(), path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def sheet_names(path: Path) -> tuple[str, ...]:
    """Return the names of the visible sheets, in their order; a CSV file has one without a name."""
    with _failures_as_sentences():
        return tuple(sheet.name for sheet in _source(path).sheets() if sheet.visible)
