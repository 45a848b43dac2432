"""What a document says, as values: who may read which part is written beside the words.

A document is built once, for everybody, out of blocks with localised text. Each span that names
a person carries what stands in its place for readers outside the team, and each block the
audiences it is meant for: what must not be printed is taken out of these values
(`redaction.redact`), never out of a finished file.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import Enum
from typing import Literal

from neuewege_desktop.base.errors import Bug
from neuewege_desktop.base.i18n import _
from neuewege_desktop.reports.audiences import EVERYONE as EVERYONE
from neuewege_desktop.reports.audiences import INTERNAL_ONLY as INTERNAL_ONLY
from neuewege_desktop.reports.audiences import NOT_THE_MUNICIPALITY as NOT_THE_MUNICIPALITY
from neuewege_desktop.reports.audiences import Audience as Audience


@dataclass(frozen=True, slots=True)
class Span:
    """A run of words in one style."""

    text: str
    instead: str | None = None
    """What every copy but the internal one prints in its place; None: the same."""
    bold: bool = False
    italic: bool = False
    accent: bool = False
    """It stands in the accent colour: a number or a name to find things by."""
    lang: str = ""
    """The language of foreign words as a BCP 47 tag; empty: that of the document."""
    free: bool = False
    """Somebody typed this; a name may be hidden in it."""


Text = tuple[Span, ...]
"""Spans in reading order; a line break in a span starts a new line on paper."""


def text(*parts: str | Span) -> Text:
    """Return the parts as one text."""
    return tuple(Span(part) if isinstance(part, str) else part for part in parts)


def strong(words: str, instead: str | None = None) -> Span:
    """Return emphasised words, and what stands in their place outside the team."""
    return Span(words, instead, bold=True)


def free(words: str) -> Text:
    """Return what somebody typed as a text."""
    return (Span(words, free=True),)


def plain(words: Text) -> str:
    """Return the bare characters of a text."""
    return "".join(span.text for span in words)


# --- blocks -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What every block has: the audiences in whose copies it stands."""

    audiences: frozenset[Audience] = EVERYONE


@dataclass(frozen=True, slots=True)
class Heading(Part):
    """A heading, also a bookmark; level 1 is as great as the title and opens a part of a folder."""

    words: Text
    level: Literal[1, 2, 3] = 2
    label: str = ""
    """What stands before it, in the accent colour: „TOP 3“."""


class Role(Enum):
    """How loudly a paragraph speaks."""

    BODY = "body"
    SMALL = "small"
    LEAD = "lead"
    MUTED = "muted"


@dataclass(frozen=True, slots=True)
class Paragraph(Part):
    """One or more sentences."""

    words: Text
    role: Role = Role.BODY


@dataclass(frozen=True, slots=True)
class BulletList(Part):
    """Short items of equal rank, numbered if their order means something."""

    items: tuple[Text, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Check:
    """One line of a check list."""

    words: Text
    done: bool = False


@dataclass(frozen=True, slots=True)
class CheckList(Part):
    """Items with a box to tick by pen, or ticked already."""

    items: tuple[Check, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """A value and what it is; dropped where its audiences do not reach."""

    label: str
    value: Text
    audiences: frozenset[Audience] = EVERYONE


@dataclass(frozen=True, slots=True)
class Facts(Part):
    """Labelled values side by side in so many columns; `tinted` on a quiet ground."""

    facts: tuple[Fact, ...]
    columns: int = 3
    tinted: bool = False


class Align(Enum):
    """Where the text of a column stands."""

    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table: `mm` wide, or `weight` shares of what the others leave."""

    title: str
    weight: float = 1.0
    mm: float | None = None
    align: Align = Align.LEFT
    names_row: bool = False
    """Its cells say what their row is about; screen readers repeat them."""
    audiences: frozenset[Audience] = EVERYONE


@dataclass(frozen=True, slots=True)
class Row:
    """One row: as many texts as the table has columns."""

    cells: tuple[Text, ...]
    audiences: frozenset[Audience] = EVERYONE


@dataclass(frozen=True, slots=True)
class Table(Part):
    """Rows under a head that every further page repeats; it may be 50 000 rows long."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    summary: str
    """What the table shows, in one sentence; read aloud, not printed."""
    if_empty: str = field(default_factory=lambda: _("There are no entries."))
    """The sentence printed in place of a table without rows."""

    def __post_init__(self) -> None:
        wide = len(self.columns)
        if any(len(row.cells) != wide for row in self.rows):
            raise Bug(f"a row of the table “{self.summary}” has not {wide} cells")


@dataclass(frozen=True, slots=True)
class Box(Part):
    """Blocks on a tinted ground with a bar at the left: a decision, a warning."""

    blocks: tuple[Block, ...]
    warning: bool = False


@dataclass(frozen=True, slots=True)
class NoteLines(Part):
    """Empty lines to write on by hand."""

    count: int
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Signature:
    """One line to sign on: who, and as what."""

    name: Text
    role: str = ""


@dataclass(frozen=True, slots=True)
class Signatures(Part):
    """Lines to sign on, three side by side, kept on one page; `place` captions place and date."""

    people: tuple[Signature, ...]
    place: str = ""


@dataclass(frozen=True, slots=True)
class PageBreak(Part):
    """What follows begins on a new page."""


@dataclass(frozen=True, slots=True)
class Together(Part):
    """Blocks that stand on one page if one page can hold them."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Bookmark(Part):
    """A place to jump to that has no heading of its own."""

    title: Text
    level: Literal[1, 2, 3] = 1


Block = (
    Heading
    | Paragraph
    | BulletList
    | CheckList
    | Facts
    | Table
    | Box
    | NoteLines
    | Signatures
    | PageBreak
    | Together
    | Bookmark
)


# --- the document -----------------------------------------------------------------------------


def _page_words() -> str:
    return _("Page {page} of {pages}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A whole document; its title is printed as its first heading."""

    kind: str
    """What sort of document it is: „Protokoll“."""
    title: Text
    identifier: str
    """The number or pseudonym it is filed under; never a client's name."""
    issuer: tuple[str, ...]
    """Who issues it, one line each: the office first."""
    issued_at: dt.datetime
    """The local time of issue; also the creation date of the file."""
    issued_by: str
    """The user who printed it."""
    confidentiality: str
    blocks: tuple[Block, ...]
    lead: Text = ()
    """One sentence under the title."""
    audience: Audience = Audience.INTERNAL
    variant: str = field(default_factory=lambda: Audience.INTERNAL.label)
    page_words: str = field(default_factory=_page_words)
    """The page number with `{page}` and `{pages}`."""
    language: str = "de-DE"
    landscape: bool = False
    large_print: bool = False


def blocks_of(blocks: Iterable[Block]) -> Iterator[Block]:
    """Walk over the blocks and over those inside boxes."""
    for block in blocks:
        yield block
        if isinstance(block, Box | Together):
            yield from blocks_of(block.blocks)
