"""Building the rows of a sheet cell by cell."""

from __future__ import annotations

import math

from neuewege_desktop.domain.lists.cells import Cell
from neuewege_desktop.exchange.lists import limits, refusals
from neuewege_desktop.exchange.lists.table import ListRow

_EXACT = 2**53


def number_of(text: str) -> int | float | str:
    """Return the number that `text` writes, whole ones as int; text that writes none as it is."""
    try:
        value = float(text)
    except ValueError:
        return text
    if not math.isfinite(value):
        return text
    return int(value) if value.is_integer() and abs(value) < _EXACT else value


def cell_name(column: int, line: int) -> str:
    """Return the name of a cell as spreadsheets show it: C5 is column 2 of row 5."""
    letters = ""
    while column >= 0:
        column, letter = divmod(column, 26)
        letters = chr(ord("A") + letter) + letters
        column -= 1
    return f"{letters}{line}"


class RowBuilder:
    """Collects the cells of the current row; `done` holds finished rows until they are taken."""

    def __init__(self) -> None:
        self.done: list[ListRow] = []
        self.line = 0
        self._cells: list[Cell] = []

    def begin(self, line: int) -> None:
        """Begin the row that the spreadsheet shows as `line`."""
        if not 0 < line <= limits.MAX_SHEET_ROW:
            raise refusals.too_many_rows()
        self.line = line
        self._cells = []

    def put(self, column: int, value: Cell) -> None:
        """Put `value` into the column with this index; an empty one takes no place."""
        if value is None or value == "":
            return
        if column >= limits.MAX_COLUMNS:
            raise refusals.too_many_columns(self.line)
        if isinstance(value, str) and len(value) > limits.MAX_CELL:
            raise refusals.cell_too_long(self.line)
        cells = self._cells
        if column < len(cells):
            cells[column] = value
            return
        if column > len(cells):
            cells.extend([None] * (column - len(cells)))
        cells.append(value)

    def finish(self, times: int = 1) -> None:
        """Finish the row; a sheet may say that it stands there several `times`."""
        if self._cells:
            if times > limits.MAX_ROWS:
                raise refusals.too_many_rows()
            cells = tuple(self._cells)
            self.done.extend(ListRow(self.line + number, cells) for number in range(times))

    def take(self) -> list[ListRow]:
        """Hand over the finished rows."""
        done, self.done = self.done, []
        return done
