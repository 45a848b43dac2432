"""Values as they stand in a sentence: words in quotes, days, periods and names without."""

from __future__ import annotations

import datetime as dt
from typing import Any

from babel import Locale, UnknownLocaleError

from neuewege_desktop.base.formats import long_date
from neuewege_desktop.base.i18n import _, language
from neuewege_desktop.domain.records import KINDS, RecordId
from neuewege_desktop.domain.values import Period
from neuewege_desktop.services.catalogue import municipalities
from neuewege_desktop.services.names import Names
from neuewege_desktop.services.wording import NOTHING, reasons_in, spoken

_LANGUAGES = frozenset({"language", "interpreter_language"})  # fields that hold ISO 639
_SELF_EVIDENT = _LANGUAGES | {"ags", "reasons"}
_OF_PEOPLE = frozenset({"person", "user"})  # kinds whose names need no quotes
_LONG = 120  # characters; a longer text is cut to where it differs
_LEAD = 20  # characters of it that stand before the difference


def quoted(kind: str, field: str, value: Any, names: Names) -> str:  # noqa: ANN401 - any JSON value
    """Return a value as it stands in a sentence, what is no day, number or name in quotes."""
    info, words = KINDS[kind].by_name[field], in_words(kind, field, value, names)
    if info.refers is not None:
        is_plain = info.refers in _OF_PEOPLE
    else:
        is_plain = field in _SELF_EVIDENT or not isinstance(value, (str, list))
        is_plain = is_plain or not isinstance(info.shape.decode(value), (str, frozenset))
    return words if is_plain or not words else _("“{text}”").format(text=words)


def in_words(kind: str, field: str, value: Any, names: Names) -> str:  # noqa: ANN401
    """Return a value of the journal as a clerk reads it; the empty text for none."""
    info = KINDS[kind].by_name[field]
    if value is None or value in ("", []):
        return ""
    if info.refers is not None:
        return names.of(info.refers, RecordId(value)) or NOTHING
    if field in _LANGUAGES:
        return _language_word(value)
    if field == "ags":
        return next((found.name for found in municipalities() if found.ags == value), value)
    if field == "reasons":
        return "; ".join(reasons_in(value))
    match info.shape.decode(value):
        case Period() as period:
            return period_words(period)
        case dt.datetime() as start:
            time = f"{start:%H:%M}"
            return _("{day}, {time}").format(day=long_date(start), time=time)
        case other:
            return spoken(other)


def period_words(period: Period) -> str:
    """Return a period as one says it: vom 01.04.2009 bis 30.04.2009, seit 01.04.2009."""
    if period.end is None:
        return _("since {day}").format(day=long_date(period.start))
    start, end = long_date(period.start), long_date(period.end)
    return _("from {start} through {end}").format(start=start, end=end)


def _language_word(code: str) -> str:
    try:
        return str(Locale(language()).languages.get(code, code))
    except UnknownLocaleError:
        return code


def where_they_differ(old: str, new: str) -> tuple[str, str]:
    """Cut two texts to what is different in them, if they are long; “…” stands for the rest."""
    if max(len(old), len(new)) <= _LONG:
        return old, new
    letters = enumerate(zip(old, new, strict=False))
    same = next((n for n, (was, now) in letters if was != now), min(len(old), len(new)))
    start = old.rfind(" ", 0, max(same - _LEAD, 0)) + 1
    return shortened(old, start), shortened(new, start)


def shortened(text: str, start: int = 0) -> str:
    """Return at most a line of a text from a place on, cut between words."""
    part = text[start:]
    if len(part) > _LONG:
        part = part[:_LONG].rsplit(" ", 1)[0] + " …"
    return f"… {part}" if start else part
