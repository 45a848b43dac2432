"""Finding clients by words in the full-text index, exactly and with one slip a word forgiven.

A slip is forgiven by asking for each of the some hundred spellings it may come from: 63 000
different names are asked in some 10 ms (tools/bench.py), and no second index has to be kept.
"""

from __future__ import annotations

from collections.abc import Sequence

import sqlalchemy as sa

from neuewege_desktop.domain.finding import Nearness, WordAsked
from neuewege_desktop.domain.records import Life, RecordId
from neuewege_desktop.store import schema
from neuewege_desktop.store.reader import Reader

_CANDIDATES = 200  # hits that are put into order; of more, the oldest ones


def clients_found(
    reader: Reader, kind: str, words: Sequence[WordAsked], near: Nearness, limit: int
) -> list[RecordId]:
    """Return the live households or persons that fit so nearly, in German order."""
    search = sa.table(f"{kind}_search", sa.column("rowid", sa.Integer), sa.column("words"))
    match = search.c.words.op("MATCH")(" AND ".join(_condition(word, near) for word in words))
    hits = sa.select(search.c.rowid).where(match).limit(_CANDIDATES)
    table = schema.TABLES[kind].c
    statement = sa.select(table.id).where(table.id.in_(hits), table.life == Life.LIVE.value)
    return list(
        reader.connection.scalars(statement.order_by(table.sort_key, table.id).limit(limit))
    )


def _condition(word: WordAsked, near: Nearness) -> str:
    """Return the full-text condition for one word; quoted, no sign in it is ever a command."""
    if near == Nearness.WHOLE:
        return f'"{word.folded}"'
    beginnings = {word.folded}
    if near == Nearness.FORGIVEN:
        beginnings |= word.slips
    return "(" + " OR ".join(f'"{beginning}"*' for beginning in sorted(beginnings)) + ")"
