"""Days as people write them into a text: a birth date tells who is meant (6.4)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

GAP = r"[\s./\u2010-\u2015-]"
"""What stands between the parts of a number: spaces of any width, dots, strokes, dashes."""

# All look ahead, so that „2 12.05.1975“ is read from its 2 and from its 12.
_DAY = re.compile(
    rf"(?<!\d)(?=(\d{{1,2}}){GAP}{{1,3}}(\d{{1,2}}){GAP}{{1,3}}['’]?(\d{{4}}|\d\d)(?!\d))"
)
_ISO_DAY = re.compile(rf"(?<!\d)(?=(\d{{4}}){GAP}(\d{{1,2}}){GAP}(\d{{1,2}})(?!\d))")
_MONTH_DAY = re.compile(r"(?<!\d)(?=(\d{1,2})\.?\s*([a-zäA-ZÄ]{3,9})\.?\s*['’]?(\d{4}|\d\d)(?!\d))")
_DIGIT_DAY = re.compile(r"(?<!\d)(?=(\d\d)(\d\d)(\d{4}|\d\d)(?!\d))")
_DAYS = (
    (_DAY, (3, 2, 1)),
    (_ISO_DAY, (1, 2, 3)),
    (_MONTH_DAY, (3, 2, 1)),
    (_DIGIT_DAY, (3, 2, 1)),
)
_MONTHS = ("jan", "feb", "mar", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "dez")


def days_in(line: str) -> Iterator[tuple[int, int, dt.date]]:
    """Yield the days written in a line, in every way a German clerk writes them."""
    for pattern, order in _DAYS:
        for found in pattern.finditer(line):
            for day in _days(*(found.group(part) for part in order)):
                yield found.start(1), found.end(3), day


def _days(year: str, month: str, day: str) -> Iterator[dt.date]:
    """Yield what a day may mean; two digits of a year are of this century or the last."""
    folded = month.casefold().replace("ä", "a")[:3]
    number = (
        int(month) if month.isdigit() else _MONTHS.index(folded) + 1 if folded in _MONTHS else 0
    )
    years = [int(year)] if len(year) == 4 else [1900 + int(year), 2000 + int(year)]
    for each in years:
        try:
            yield dt.date(each, number, int(day))
        except ValueError:
            continue
