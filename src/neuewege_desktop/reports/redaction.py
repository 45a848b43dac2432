"""What a reader may not see is taken out of the document before anything is drawn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import compress

from neuewege_desktop.base.errors import Bug
from neuewege_desktop.reports.model import (
    Audience,
    Block,
    Box,
    Document,
    Facts,
    Row,
    Span,
    Table,
    Together,
)
from neuewege_desktop.reports.rewriting import rewritten


def redact(document: Document, audience: Audience) -> Document:
    """Return the copy for `audience`: without the blocks of others, and with what stands instead.

    What was taken out is not in the values any more, so no later step can print it. A Bug if the
    document was redacted before, for somebody else.
    """
    if document.audience not in {Audience.INTERNAL, audience}:
        raise Bug(f"a copy for {document.audience.name} cannot become one for {audience.name}")
    blocks = tuple(_kept(document.blocks, audience))
    copy = replace(document, blocks=blocks, audience=audience, variant=audience.label)
    return copy if audience is Audience.INTERNAL else rewritten(copy, {Span: _instead})


def _instead(span: Span) -> Span:
    return span if span.instead is None else replace(span, text=span.instead, instead=None)


def _kept(blocks: Iterable[Block], audience: Audience) -> Iterator[Block]:
    for block in blocks:
        if audience not in block.audiences:
            continue
        match block:
            case Box() | Together():
                inner = tuple(_kept(block.blocks, audience))
                if inner:
                    yield replace(block, blocks=inner)
            case Facts():
                facts = tuple(fact for fact in block.facts if audience in fact.audiences)
                yield replace(block, facts=facts)
            case Table():
                yield _table(block, audience)
            case _:
                yield block


def _table(table: Table, audience: Audience) -> Table:
    stays = [audience in column.audiences for column in table.columns]
    rows = tuple(row for row in table.rows if audience in row.audiences)
    if not all(stays):
        rows = tuple(
            Row(tuple(compress(row.cells, stays)), audiences=row.audiences) for row in rows
        )
    return replace(table, columns=tuple(compress(table.columns, stays)), rows=rows)
