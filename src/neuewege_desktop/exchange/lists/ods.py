"""Lists as ODS, read cell by cell; of formulas the last value counts."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path

from neuewege_desktop.domain.lists.cells import Cell
from neuewege_desktop.domain.lists.serials import from_iso
from neuewege_desktop.exchange.lists import limits, refusals
from neuewege_desktop.exchange.lists.archive import open_archive
from neuewege_desktop.exchange.lists.markup import Attributes, EndHandler, Markup, StartHandler
from neuewege_desktop.exchange.lists.rows import RowBuilder, cell_name, number_of
from neuewege_desktop.exchange.lists.table import ListFormat, ListRow, Sheet

_CONTENT = "content.xml"
_URI = "urn:oasis:names:tc:opendocument:xmlns:"
_OFFICE, _STYLE, _TABLE, _TEXT = (
    f"{_URI}{name}:1.0 " for name in ("office", "style", "table", "text")
)
_VALUE_TYPE = f"{_OFFICE}value-type"
_VALUE = f"{_OFFICE}value"
_DATE_VALUE = f"{_OFFICE}date-value"
_BOOLEAN_VALUE = f"{_OFFICE}boolean-value"
_STRING_VALUE = f"{_OFFICE}string-value"
_ERROR_TYPE = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0 value-type"
_COLUMNS_REPEATED = f"{_TABLE}number-columns-repeated"
_ROWS_REPEATED = f"{_TABLE}number-rows-repeated"
_COLUMNS_SPANNED = f"{_TABLE}number-columns-spanned"
_ROWS_SPANNED = f"{_TABLE}number-rows-spanned"
_SPACES = f"{_TEXT}c"
_MAX_SHEETS = 1_000
_MAX_SPACES = 1_000


def _times(attributes: Attributes, name: str) -> int:
    return max(int(attributes[name]), 1) if name in attributes else 1


class _TableCounter:
    """Knows at which sheet the pass is, and whether it is hidden."""

    def __init__(self, starts: dict[str, StartHandler], ends: dict[str, EndHandler]) -> None:
        self.sheets: list[Sheet] = []
        self.in_table = False
        self._style = ""
        self._hidden: set[str] = set()
        self.markup = Markup(
            {
                "style": self._style_begins,
                "table-properties": self._table_properties,
                "table": self._table_begins,
                **starts,
            },
            {"table": self._table_ends, **ends},
        )

    def _style_begins(self, attributes: Attributes) -> None:
        self._style = attributes.get(f"{_STYLE}name", "")

    def _table_properties(self, attributes: Attributes) -> None:
        if attributes.get(f"{_TABLE}display") == "false" and len(self._hidden) < _MAX_SHEETS:
            self._hidden.add(self._style)

    def _table_begins(self, attributes: Attributes) -> None:
        if len(self.sheets) == _MAX_SHEETS:
            raise refusals.broken()
        self.in_table = True
        self.sheets.append(
            Sheet(
                index=len(self.sheets),
                name=attributes.get(f"{_TABLE}name", ""),
                visible=attributes.get(f"{_TABLE}style-name") not in self._hidden,
            )
        )

    def _table_ends(self) -> None:
        self.in_table = False


class _SheetReader(_TableCounter):
    """Reads the rows of the sheet with the number `index`."""

    def __init__(self, index: int) -> None:
        super().__init__(
            {
                "table-row": self._begin_row,
                "table-cell": self._begin_cell,
                "covered-table-cell": self._begin_cell,
                "p": self._begin_paragraph,
                "s": self._spaces,
                "tab": self._blank,
                "line-break": self._blank,
            },
            {
                "table-row": self._end_row,
                "table-cell": self._end_cell,
                "covered-table-cell": self._end_cell,
                "p": self._end_paragraph,
            },
        )
        self.rows = RowBuilder()
        self._index = index
        self._row_times = 1
        self._cell: Attributes = {}
        self._cell_depth = 0
        self._column = 0
        self._paragraphs: list[str] = []
        self._length = 0

    @property
    def is_past(self) -> bool:
        """Tell whether the sheet has been read."""
        at = len(self.sheets) - 1
        return at > self._index or (at == self._index and not self.in_table)

    def _is_here(self) -> bool:
        return self.in_table and len(self.sheets) - 1 == self._index

    def _begin_row(self, attributes: Attributes) -> None:
        if self._is_here():
            self.rows.begin(self.rows.line + self._row_times)
            self._row_times = _times(attributes, _ROWS_REPEATED)
            self._column = 0

    def _end_row(self) -> None:
        if self._is_here():
            self.rows.finish(self._row_times)

    def _begin_cell(self, attributes: Attributes) -> None:
        self._cell = attributes
        self._cell_depth = self.markup.depth
        self._paragraphs.clear()
        self._length = 0

    def _end_cell(self) -> None:
        if not self._is_here():
            return
        cell = self._cell
        times = _times(cell, _COLUMNS_REPEATED)
        if _times(cell, _COLUMNS_SPANNED) > 1 or _times(cell, _ROWS_SPANNED) > 1:
            raise refusals.merged_cells(cell_name(self._column, self.rows.line))
        value = self._read_value(cell)
        if value is not None:
            for column in range(self._column, self._column + times):
                self.rows.put(column, value)
        self._column += times

    def _read_value(self, cell: Attributes) -> Cell:
        match cell.get(_VALUE_TYPE):
            case "float" | "percentage" | "currency":
                return number_of(cell.get(_VALUE, ""))
            case "date":
                return from_iso(cell.get(_DATE_VALUE, "")) or self._written()
            case "boolean":
                return cell.get(_BOOLEAN_VALUE) == "true"
        return None if cell.get(_ERROR_TYPE) == "error" else self._written()

    def _written(self) -> str | None:
        return "\n".join(self._paragraphs) or self._cell.get(_STRING_VALUE)

    def _is_own_paragraph(self) -> bool:
        """Tell notes and drawings, which have paragraphs too, from the text of the cell."""
        return self.markup.depth == self._cell_depth + 1

    def _begin_paragraph(self, _attributes: Attributes) -> None:
        if self._is_own_paragraph():
            self.markup.text.clear()

    def _end_paragraph(self) -> None:
        if self._is_own_paragraph():
            paragraph = "".join(self.markup.text)
            self._paragraphs.append(paragraph)
            self._length += len(paragraph) + 1
            if self._length > limits.MAX_CELL + 1:
                raise refusals.text_too_long()

    def _spaces(self, attributes: Attributes) -> None:
        self.markup.text.append(" " * min(_times(attributes, _SPACES), _MAX_SPACES))

    def _blank(self, _attributes: Attributes) -> None:
        self.markup.text.append(" ")


class OdsWorkbook:
    """A workbook in the OpenDocument format."""

    format = ListFormat.ODS

    def __init__(self, path: Path) -> None:
        self._path = path

    def sheets(self) -> Generator[Sheet]:
        """Yield the sheets in the order of the workbook, as far as it has been read for that."""
        counter = _TableCounter({}, {})
        taken = 0
        with open_archive(self._path) as archive, archive.part(_CONTENT) as part:
            for _piece in counter.markup.pieces(part):
                yield from counter.sheets[taken:]
                taken = len(counter.sheets)
                counter.markup.text.clear()

    def rows(self, sheet: Sheet) -> Generator[ListRow]:
        """Yield the rows of `sheet` that have content; raise UserError where it is unreadable."""
        reader = _SheetReader(sheet.index)
        with open_archive(self._path) as archive, archive.part(_CONTENT) as part:
            for _piece in reader.markup.pieces(part):
                yield from reader.rows.take()
                if reader.is_past:
                    return
