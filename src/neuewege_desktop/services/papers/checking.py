"""What leaves the team is looked through: each doubtful line is confirmed by a person (6.4)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from neuewege_desktop.base.errors import UserError
from neuewege_desktop.base.i18n import _, ngettext
from neuewege_desktop.domain.papers.free_text import Hit, hits_in, masked
from neuewege_desktop.domain.papers.known import Known, cleaned
from neuewege_desktop.domain.records import RecordId
from neuewege_desktop.reports.model import (
    Audience,
    Block,
    Document,
    Heading,
    Span,
    blocks_of,
    plain,
)
from neuewege_desktop.reports.redaction import redact
from neuewege_desktop.reports.rewriting import rewritten
from neuewege_desktop.services.papers.homes import Home
from neuewege_desktop.services.papers.knowledge import known_in
from neuewege_desktop.store.reader import Reader


@dataclass(frozen=True, slots=True)
class Confirmed:
    """A person read a doubtful line and says what these readers find in its place."""

    audience: Audience
    place: str
    line: str
    printed: str


Confirmations: TypeAlias = frozenset[Confirmed]
NONE: Confirmations = frozenset()


@dataclass(frozen=True, slots=True)
class Doubt:
    """A line that may tell who is meant: under which heading, what was found, what is proposed.

    What one audience may read says nothing about another: a pseudonym is none of the town hall's.
    """

    audience: Audience
    place: str
    line: str
    what: tuple[str, ...]
    proposed: str

    def confirm(self, printed: str | None = None) -> Confirmed:
        """Return the answer to it: what was proposed, unless something else shall be printed."""
        shown = self.proposed if printed is None else printed
        return Confirmed(self.audience, self.place, self.line, shown)


class Unconfirmed(UserError):
    """Lines may give somebody away and wait for a person; `doubts` has every one of them."""

    def __init__(self, doubts: Sequence[Doubt]) -> None:
        places = list(dict.fromkeys(doubt.place for doubt in doubts))
        sentence = ngettext(
            "One line may tell who is meant. Please confirm it before the document is issued:",
            "{n} lines may tell who is meant. Please confirm each of them before the document is "
            "issued:",
            len(doubts),
        )
        super().__init__("\n".join([sentence, *places]))
        self.doubts = tuple(doubts)


def proposed(doubts: Iterable[Doubt]) -> Confirmations:
    """Return what was proposed for all of them: nothing that was found is printed."""
    return frozenset(doubt.confirm() for doubt in doubts)


def for_readers(
    reader: Reader,
    document: Document,
    homes: Mapping[RecordId, Home],
    day: dt.date,
    confirmed: Confirmations,
) -> Document:
    """Return the copy of a document for its audience; Unconfirmed if lines wait for a person."""
    audience = document.audience
    copy = redact(document, audience)
    if audience == Audience.INTERNAL:
        return copy
    known = known_in(reader, [line for _place, line in typed_lines(copy)], homes, day)
    check = _Check(known, audience, confirmed)
    checked = with_lines(copy, check.printed)
    if check.doubts:
        raise Unconfirmed(check.doubts)
    return checked


class _Check:
    """Looks at one line after the other; keeps the doubts that nobody has answered."""

    def __init__(self, known: Known, audience: Audience, confirmed: Confirmations) -> None:
        self._known = known
        self._audience = audience
        self._answers = {
            (answer.place, answer.line): answer.printed
            for answer in confirmed
            if answer.audience == audience
        }
        self.doubts: list[Doubt] = []

    def printed(self, place: str, line: str) -> str:
        """Return what is printed in place of a line."""
        shown = cleaned(line)
        for_team = self._audience == Audience.PSEUDONYM
        hits = hits_in(shown, self._known, place, for_team=for_team)
        if not hits:
            return line
        if (place, line) in self._answers:
            return self._answers[place, line]
        doubt = Doubt(self._audience, place, line, _what(shown, hits), masked(shown, hits))
        if doubt not in self.doubts:
            self.doubts.append(doubt)
        return doubt.proposed


def _what(line: str, hits: Sequence[Hit]) -> tuple[str, ...]:
    """Return what was found, once each: „Name: Meyer“."""
    found = (
        _("{what}: {words}").format(what=hit.what, words=line[hit.start : hit.end]) for hit in hits
    )
    return tuple(dict.fromkeys(found))


def typed_lines(document: Document) -> Iterator[tuple[str, str]]:
    """Yield each line that somebody typed, and the heading it stands under."""
    found: list[tuple[str, str]] = []

    def note(place: str, line: str) -> str:
        found.append((place, line))
        return line

    with_lines(document, note)
    yield from found


def with_lines(document: Document, change: Callable[[str, str], str]) -> Document:
    """Return the document with each typed line changed; `change` gets the heading and the line."""
    place = plain(document.title)
    blocks: list[Block] = []
    for block in document.blocks:
        place = _place(block) or place
        part = replace(document, title=(), lead=(), blocks=(block,))
        blocks += rewritten(part, {Span: _changing(place, change)}).blocks
    return replace(document, blocks=tuple(blocks))


def _place(block: Block) -> str:
    headings = [found for found in blocks_of((block,)) if isinstance(found, Heading)]
    if not headings:
        return ""
    return " ".join(filter(None, (headings[-1].label, plain(headings[-1].words))))


def _changing(place: str, change: Callable[[str, str], str]) -> Callable[[Span], Span]:
    def changed(span: Span) -> Span:
        if not span.free or not span.text.strip():
            return span
        lines = span.text.split("\n")
        words = "\n".join(change(place, line) if line.strip() else line for line in lines)
        return span if words == span.text else replace(span, text=words)

    return changed
