"""Who wrote the value that stands: a person, or the program out of a list."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

import sqlalchemy as sa

from neuewege_desktop.domain.records import Record, RecordId
from neuewege_desktop.store import schema
from neuewege_desktop.store.rows import in_chunks

EVERY_FIELD = "*"


class Provenance:
    """Tells values written by hand, by the labels of the acts that wrote them."""

    def __init__(self, connection: sa.Connection, by_program: Collection[str]) -> None:
        self._connection = connection
        e = schema.entry.c
        query = sa.select(e.scope, e.device, e.seq).where(e.label.not_in(sorted(by_program)))
        self._by_hand: defaultdict[str, set[int]] = defaultdict(set)
        for scope, device, seq in connection.execute(query):
            self._by_hand[scope].add(device << 32 | seq)

    def fields_by_hand(
        self, kind: type[Record], records: Sequence[RecordId]
    ) -> Mapping[RecordId, set[str]]:
        """Return the fields whose value a person wrote; `EVERY_FIELD` for a record they began.

        Fields of such a record that a list has changed since are left out of account: whoever
        entered a record by hand answers for all of it.
        """
        table, v = schema.TABLES[kind.kind.name].c, schema.version.c
        found: defaultdict[RecordId, set[str]] = defaultdict(set)
        if not any(self._by_hand.values()):
            return found
        for chunk in in_chunks(records):
            scopes = {}
            rows = sa.select(table.id, table.scope, table.dot).where(table.id.in_(chunk))
            for record, scope, dot in self._connection.execute(rows):
                scopes[record] = scope
                if dot in self._by_hand[scope]:
                    found[record].add(EVERY_FIELD)
            edits = sa.select(v.record, v.field, v.dot).where(v.record.in_(chunk))
            for record, field, dot in self._connection.execute(edits):
                if dot in self._by_hand[scopes.get(record, "")]:
                    found[record].add(field)
        return found
