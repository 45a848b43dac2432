"""Values as they stand in a sentence: words in quotes, days, periods and names without."""

from __future__ import annotations

import datetime as dt
from typing import Any

from neuewege_desktop.base.formats import long_date
from neuewege_desktop.base.i18n import _, language
from neuewege_desktop.domain.records import KINDS, RecordId
from neuewege_desktop.domain.values import Period
from neuewege_desktop.services.catalogue import municipalities
from neuewege_desktop.services.names import Names
from neuewege_desktop.services.wording import NOTHING, reasons_in, spoken

_LANGUAGES = frozenset({"language", "interpreter_language"})  # fields that hold ISO 639
_SELF_EVIDENT = _LANGUAGES | {"ags"}  # names, whatever the journal writes
_OF_PEOPLE = frozenset({"person", "user", "attendance"})  # kinds whose names need no quotes
_LONG = 120  # characters; a longer text is cut to where it differs
_LEAD = 20  # characters of it that stand before the difference


def quoted(kind: str, field: str, value: Any, names: Names) -> str:  # noqa: ANN401 - any JSON value
    """Return a value as it stands in a sentence, at most a line; the empty text for none."""
    return _in_quotes(kind, field, value, shortened(in_words(kind, field, value, names)))


def both_quoted(kind: str, field: str, old: Any, new: Any, names: Names) -> tuple[str, str]:  # noqa: ANN401
    """Return an old and a new value as they stand in a sentence, cut to where they differ."""
    was, now = _where_they_differ(
        in_words(kind, field, old, names), in_words(kind, field, new, names)
    )
    return _in_quotes(kind, field, old, was), _in_quotes(kind, field, new, now)


def _in_quotes(kind: str, field: str, value: Any, words: str) -> str:  # noqa: ANN401
    """Put words in quotes, unless they are those of a day, a number or a name."""
    info = KINDS[kind].by_name[field]
    if not words or field in _SELF_EVIDENT or info.refers in _OF_PEOPLE:
        return words
    if info.refers is None and not isinstance(info.shape.decode(value), (str, frozenset)):
        return words
    return _("“{text}”").format(text=words)


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
            return " ".join(spoken(other).split())


def period_words(period: Period) -> str:
    """Return a period as one says it: vom 01.04.2009 bis 30.04.2009, seit 01.04.2009."""
    if period.end is None:
        return _("since {day}").format(day=long_date(period.start))
    start, end = long_date(period.start), long_date(period.end)
    return _("from {start} through {end}").format(start=start, end=end)


def _language_word(code: str) -> str:
    from babel import Locale, UnknownLocaleError  # takes 30 ms: not for the first window

    try:
        return str(Locale(language()).languages.get(code, code))
    except UnknownLocaleError:
        return code


def _where_they_differ(old: str, new: str) -> tuple[str, str]:
    if max(len(old), len(new)) <= _LONG:
        return old, new
    letters = enumerate(zip(old, new, strict=False))
    same = next((n for n, (was, now) in letters if was != now), min(len(old), len(new)))
    start = old.rfind(" ", 0, max(same - _LEAD, 0)) + 1
    return shortened(old, start), shortened(new, start)


def shortened(text: str, start: int = 0) -> str:
    """Return at most a line of a text from a place on, cut between words; “…” for the rest."""
    part = text[start:]
    if len(part) > _LONG:
        part = part[:_LONG].rsplit(" ", 1)[0] + " …"
    return f"… {part}" if start else part
