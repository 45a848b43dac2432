"""A look at a list before anything of it comes in: its sheets, its header, its first rows."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from neuewege_desktop.base.i18n import N_, _
from neuewege_desktop.domain.lists.cells import text_of
from neuewege_desktop.domain.lists.mapping import ColumnMapping, recognised_mapping
from neuewege_desktop.exchange.lists.reading import read_list, sheet_names
from neuewege_desktop.exchange.lists.table import ListFormat

SAMPLE_ROWS = 5
_LIST_KINDS = {
    ListFormat.CSV: N_("Text table (CSV)"),
    ListFormat.XLSX: N_("Excel workbook (XLSX)"),
    ListFormat.ODS: N_("OpenDocument spreadsheet (ODS)"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPreview:
    """What a list looks like. `mapping` is what its header says; a person may choose otherwise.

    `sheets` are the visible sheets (a CSV file has one without a name), `sheet` the one looked at,
    `lines` where the rows of the `sample` stand in it, `kind` the words for the format.
    """

    sheets: tuple[str, ...]
    sheet: str
    header: tuple[str, ...]
    lines: tuple[int, ...]
    sample: tuple[tuple[str, ...], ...]
    mapping: ColumnMapping
    kind: str


def preview_list(source: Path, sheet: str | None = None) -> ListPreview:
    """Look at the list at `source`; of a workbook at the named `sheet`, else at the likely one.

    Raises UserError with a sentence if it is no readable list, StoreError if the disk fails.
    """
    table = read_list(source, sheet)
    rows = table.first_rows(SAMPLE_ROWS)
    width = len(table.header)
    return ListPreview(
        sheets=sheet_names(source),
        sheet=table.sheet,
        header=table.header,
        lines=tuple(row.line for row in rows),
        sample=tuple(tuple(map(text_of, row.cells[:width])) for row in rows),
        mapping=recognised_mapping(table.header),
        kind=_(_LIST_KINDS[table.format]),
    )
