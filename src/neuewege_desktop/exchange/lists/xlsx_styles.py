"""Which cells of an XLSX sheet are dates: only their number format tells."""

from __future__ import annotations

import re

from neuewege_desktop.exchange.lists.archive import Archive
from neuewege_desktop.exchange.lists.markup import Attributes, Markup

# The built-in formats with a day in them (ECMA-376 part 1, 18.8.30, East Asian ones included).
_BUILT_IN = frozenset(map(str, (14, 15, 16, 17, 22, *range(27, 32), 36, *range(50, 59))))
# What a format code says besides its letters: quoted text, escaped signs, [colours and conditions].
_NO_LETTERS = re.compile(r'"[^"]*"|[\\_*].|\[[^\]]*\]')


def shows_a_day(format_code: str) -> bool:
    """Tell whether a number format shows a date; a mere time of day does not count.

    An m alone is a month as well as a minute: it takes a day or a year to be sure.
    """
    letters = _NO_LETTERS.sub("", format_code.partition(";")[0]).lower()
    return "general" not in letters and ("d" in letters or "y" in letters)


class _StyleReader:
    def __init__(self) -> None:
        self.date_styles: set[str] = set()
        self._date_formats = set(_BUILT_IN)
        self._in_cell_formats = False
        self._count = 0

    def number_format(self, attributes: Attributes) -> None:
        if shows_a_day(attributes.get("formatCode", "")):
            self._date_formats.add(attributes.get("numFmtId", ""))
        else:
            self._date_formats.discard(attributes.get("numFmtId", ""))

    def begin_cell_formats(self, _attributes: Attributes) -> None:
        self._in_cell_formats = True

    def end_cell_formats(self) -> None:
        self._in_cell_formats = False

    def cell_format(self, attributes: Attributes) -> None:
        if self._in_cell_formats:
            if attributes.get("numFmtId") in self._date_formats:
                self.date_styles.add(str(self._count))
            self._count += 1


def date_styles(archive: Archive, name: str) -> frozenset[str]:
    """Return the numbers of the cell styles that show a date, out of the part `name`."""
    reader = _StyleReader()
    markup = Markup(
        {
            "numFmt": reader.number_format,
            "cellXfs": reader.begin_cell_formats,
            "xf": reader.cell_format,
        },
        {"cellXfs": reader.end_cell_formats},
    )
    with archive.small_part(name) as part:
        markup.parse(part)
    return frozenset(reader.date_styles)
