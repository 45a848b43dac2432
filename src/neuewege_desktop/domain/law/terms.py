"""The words of the law, each with the days on which it holds (domain specification 1.2)."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from neuewege_desktop.base.errors import Bug, UserError
from neuewege_desktop.base.formats import long_date
from neuewege_desktop.base.i18n import _
from neuewege_desktop.domain.values import Period


class NoWord(UserError):
    """The law has no word for this on the day asked for."""


@dataclass(frozen=True, slots=True)
class Term:
    """One word for `key` and the days on which it is the word of the law."""

    key: str
    validity: Period
    text: str


class Terms:
    """The dictionary of the words of the law."""

    def __init__(self, rows: Iterable[Term]) -> None:
        by_key: defaultdict[str, list[Term]] = defaultdict(list)
        for term in sorted(rows, key=lambda term: (term.key, term.validity.start)):
            by_key[term.key].append(term)
        for words in by_key.values():
            for earlier, later in pairwise(words):
                if earlier.validity.overlaps(later.validity):
                    raise Bug(f"two words at once for {later.key}")
        self._by_key: Mapping[str, list[Term]] = dict(by_key)

    def word(self, key: str, legal_date: dt.date) -> str:
        """Return the word for `key` on `legal_date`; NoWord before the first, a Bug for no key."""
        if key not in self._by_key:
            raise Bug(f"no term {key}")
        for term in self._by_key[key]:
            if term.validity.covers(legal_date):
                return term.text
        raise NoWord(
            _(
                "On {day} the law has no word for this yet or no longer. Please check the date of "
                "the document."
            ).format(day=long_date(legal_date))
        )
