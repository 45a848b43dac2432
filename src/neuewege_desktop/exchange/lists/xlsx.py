"""Lists as XLSX, read cell by cell; of formulas the last value counts."""

from __future__ import annotations

from collections.abc import Generator
from functools import cached_property
from pathlib import Path

from neuewege_desktop.domain.lists.cells import Cell
from neuewege_desktop.domain.lists.serials import from_iso, from_serial
from neuewege_desktop.exchange.lists import refusals
from neuewege_desktop.exchange.lists.archive import open_archive
from neuewege_desktop.exchange.lists.markup import Attributes
from neuewege_desktop.exchange.lists.rows import RowBuilder, number_of
from neuewege_desktop.exchange.lists.table import ListFormat, ListRow, Sheet
from neuewege_desktop.exchange.lists.xlsx_parts import (
    RunReader,
    WorkbookParts,
    shared_strings,
    unescaped,
    workbook_parts,
)
from neuewege_desktop.exchange.lists.xlsx_styles import date_styles

_DIGITS = "0123456789"


class _Columns(dict[str, int]):
    """Indexes of columns by their letters: A is 0, AA is 26."""

    def __missing__(self, letters: str) -> int:
        index = 0
        if not (0 < len(letters) <= 3 and letters.isascii() and letters.isalpha()):
            raise refusals.broken()
        for letter in letters.upper():
            index = index * 26 + ord(letter) - ord("A") + 1
        self[letters] = index - 1
        return index - 1


class _SheetReader(RunReader):
    def __init__(self, strings: list[str], date_styles: frozenset[str], since_1904: bool) -> None:
        super().__init__(
            {
                "c": self._begin_cell,
                "v": self._begin_run,
                "row": self._begin_row,
                "mergeCell": self._refuse_merged,
            },
            {"c": self._end_cell, "v": self._end_value, "row": self._end_row},
        )
        self.rows = RowBuilder()
        self._strings = strings
        self._date_styles = date_styles
        self._since_1904 = since_1904
        self._columns = _Columns()
        self._column = 0
        self._kind: str | None = None
        self._style: str | None = None

    def _begin_row(self, attributes: Attributes) -> None:
        self.rows.begin(int(attributes.get("r", self.rows.line + 1)))
        self._column = 0

    def _end_row(self) -> None:
        self.rows.finish()

    def _begin_cell(self, attributes: Attributes) -> None:
        self._kind = attributes.get("t")
        self._style = attributes.get("s")
        reference = attributes.get("r")
        if reference:
            self._column = self._columns[reference.rstrip(_DIGITS)]
        self.value = ""

    def _end_value(self) -> None:
        if self._kind != "inlineStr":
            self.value = "".join(self.markup.text)

    def _end_cell(self) -> None:
        if self.value:
            self.rows.put(self._column, self._read_value())
        self._column += 1

    def _read_value(self) -> Cell:
        match self._kind:
            case "s":
                return self._shared(int(self.value))
            case None | "n":
                return self._number()
            case "b":
                return self.value == "1"
            case "e":
                return None  # A formula that failed has no value.
            case "d":
                return from_iso(self.value) or self.value
            case "str":
                return unescaped(self.value)
        return self.value

    def _shared(self, number: int) -> str:
        if not 0 <= number < len(self._strings):
            raise refusals.broken()
        return self._strings[number]

    def _number(self) -> Cell:
        number = number_of(self.value)
        if self._style not in self._date_styles or isinstance(number, str):
            return number
        return from_serial(number, since_1904=self._since_1904) or number

    def _refuse_merged(self, attributes: Attributes) -> None:
        raise refusals.merged_cells(attributes.get("ref", ""))


class XlsxWorkbook:
    """A workbook in the format of Excel."""

    format = ListFormat.XLSX

    def __init__(self, path: Path) -> None:
        self._path = path
        with open_archive(path) as archive:
            self._parts: WorkbookParts = workbook_parts(archive)

    @cached_property
    def _strings(self) -> list[str]:
        with open_archive(self._path) as archive:
            return shared_strings(archive, self._parts.strings) if self._parts.strings else []

    @cached_property
    def _date_styles(self) -> frozenset[str]:
        with open_archive(self._path) as archive:
            return date_styles(archive, self._parts.styles) if self._parts.styles else frozenset()

    def sheets(self) -> Generator[Sheet]:
        """Yield the sheets in the order of the workbook."""
        for sheet, _name in self._parts.sheets:
            yield sheet

    def rows(self, sheet: Sheet) -> Generator[ListRow]:
        """Yield the rows of `sheet` that have content; raise UserError where it is unreadable."""
        reader = _SheetReader(self._strings, self._date_styles, self._parts.since_1904)
        _sheet, name = self._parts.sheets[sheet.index]
        with open_archive(self._path) as archive, archive.part(name) as part:
            for _piece in reader.markup.pieces(part):
                yield from reader.rows.take()
