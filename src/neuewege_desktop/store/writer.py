"""The one way to write: everything saved in one block is one act, one transaction, one undo."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

import sqlalchemy as sa

from neuewege_desktop.base.errors import Bug, UserError
from neuewege_desktop.base.i18n import _
from neuewege_desktop.domain.identity import Ids
from neuewege_desktop.domain.journal.editing import creation, edit, encode
from neuewege_desktop.domain.journal.entries import Act
from neuewege_desktop.domain.journal.operations import Erase, Finalise, Operation, Release
from neuewege_desktop.domain.journal.replica import Change, Replica
from neuewege_desktop.domain.journal.state import RecordState
from neuewege_desktop.domain.records import KINDS, Record, RecordId
from neuewege_desktop.domain.scopes import family_of, may_point
from neuewege_desktop.store.derived import refresh
from neuewege_desktop.store.guard import act_open
from neuewege_desktop.store.ledger import SqlLedger
from neuewege_desktop.store.reader import Reader
from neuewege_desktop.store.rows import ROWS, in_chunks, select_rows
from neuewege_desktop.store.states import load_states

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an act did: enough for a view to know whether it is stale."""

    act: int
    records: Mapping[str, Sequence[RecordId]] = field(default_factory=dict)  # by kind
    erased: tuple[tuple[str, RecordId, str], ...] = ()  # scope, record, kind

    @property
    def changed(self) -> bool:
        """Say whether anything was written at all."""
        return any(map(len, self.records.values()))

    def touches(self, kind: type[Record]) -> bool:
        """Say whether a record of `kind` changed."""
        return bool(self.records.get(kind.kind.name))


class Writer(Reader):
    """One open act. What it reads is what the file held when the act began."""

    def __init__(self, connection: sa.Connection, replica: Replica, ids: Ids, act: Act) -> None:
        super().__init__(connection)
        self._replica = replica
        self._ids = ids
        self.act = act
        self._added: dict[RecordId, Record] = {}
        self._saved: dict[RecordId, tuple[Record, frozenset[str]]] = {}
        self._changes: list[Change] = []
        self._papers: dict[RecordId, bytes] = {}
        self.outcome = Outcome(act.id)

    def new_id(self) -> RecordId:
        """Return an id nobody else will ever make."""
        return self._ids.next()

    def add(self, *records: Record) -> None:
        """Begin new records; their ids come from `new_id` of this act."""
        for record in records:
            _check_scope(record)
            self._added[record.id] = record

    def save(self, record: Record, resolves: Iterable[str] = ()) -> None:
        """Bring a record to these values; `resolves` names fields whose conflict is decided.

        UserError, when it is written, if the record is finalised and would change.
        """
        _check_scope(record)
        if record.id in self._added:
            self._added[record.id] = record
        else:
            self._saved[record.id] = (record, frozenset(resolves))

    def do(self, record: Record, *operations: Operation) -> None:
        """Write operations as they are (undo, and the acts below)."""
        self._changes.append(Change(record.scope, record.id, record.kind.name, operations))

    def apply(self, changes: Sequence[Change]) -> None:
        """Write changes as they are."""
        self._changes.extend(changes)

    def finalise(self, record: Record) -> None:
        """Freeze a record with the content given."""
        self.do(record, Finalise(encode(record)))

    def erase(self, scope: str, record: RecordId, kind: str) -> None:
        """Erase a record for ever, here and wherever this act arrives."""
        self._changes.append(Change(scope, record, kind, (Erase(),)))

    def release(self, record: Record) -> None:
        """Hand a record over to another scope; there it is admitted under a new id."""
        state = load_states(self.connection, record.kind.name, record.scope, [record.id])[record.id]
        dots = tuple(version.dot for version in state.versions("life"))
        self.do(record, Release(dots))

    def admit(self, record: Record) -> None:
        """Begin a record that was released in another scope, with the fields chosen."""
        _check_scope(record)
        self.do(record, creation(record, admitted=True))

    def archive(self, paper: RecordId, content: bytes) -> None:
        """Keep the bytes of a paper that this act issues."""
        self._papers[paper] = content

    def drop_draft(self, place: str) -> None:
        """Forget what the author typed at a place: this act keeps it for good."""
        statement = "DELETE FROM draft WHERE place = ? AND author = ?"
        self.connection.exec_driver_sql(statement, (place, self.act.author))

    def flush(self) -> None:
        """Write what was gathered so far, still within the act: for acts too large for the memory.

        What is flushed can be found by this writer like everything else in the file.
        """
        changes = [*self._creations(), *self._edits(), *self._changes]
        if changes:
            self._check_references()
            with act_open(self.connection):
                self._replica.commit(self.act, changes)
        self._added, self._saved, self._changes = {}, {}, []

    def commit(self) -> None:
        """Write the act. Called once, by the store, when the block ends without an error."""
        self.flush()
        ledger = self._replica.ledger
        if not isinstance(ledger, SqlLedger):
            raise Bug("a writer needs the ledger of its own connection")
        if not ledger.touched:
            return
        with act_open(self.connection):
            refresh(self.connection, ledger.touched)
            for paper, content in self._papers.items():
                statement = "INSERT INTO archived (record, content) VALUES (?, ?)"
                self.connection.exec_driver_sql(statement, (paper, content))
        for records in ledger.touched.values():
            self._clear_drafts(records)
        self.outcome = Outcome(self.act.id, ledger.touched, tuple(ledger.erasures))

    def _check_references(self) -> None:
        """Raise a Bug if a record points out of its scope, or at nothing (`domain/scopes.py`)."""
        records = [*self._added.values(), *(record for record, _resolves in self._saved.values())]
        pointers: dict[str, list[tuple[str, RecordId]]] = {}
        for record in records:
            for name, target in _REFERENCES[record.kind.name]:
                pointed = getattr(record, name)
                if pointed is not None and pointed not in self._added:
                    pointers.setdefault(target, []).append((record.scope, pointed))
                elif pointed is not None:
                    _check_pointer(record.scope, self._added[pointed].scope)
        for target, found in pointers.items():
            ids = sorted({pointed for _scope, pointed in found})
            scopes = {
                id_: row[1] for id_, row in select_rows(self.connection, ROWS[target], ids).items()
            }
            for scope, pointed in found:
                _check_pointer(scope, scopes.get(pointed))

    def _creations(self) -> list[Change]:
        return [
            Change(record.scope, record.id, record.kind.name, (creation(record),))
            for record in self._added.values()
        ]

    def _edits(self) -> list[Change]:
        by_place: dict[tuple[str, str], list[RecordId]] = {}
        for record, _resolves in self._saved.values():
            by_place.setdefault((record.kind.name, record.scope), []).append(record.id)
        changes = []
        for (kind, scope), ids in by_place.items():
            for chunk in in_chunks(ids):
                for id_, state in load_states(self.connection, kind, scope, chunk).items():
                    if state.created is None:
                        raise Bug(f"{kind} was saved before it was added")
                    record, resolves = self._saved[id_]
                    if operations := edit(KINDS[kind], state, encode(record), resolves):
                        _refuse_frozen(state)
                        changes.append(Change(scope, id_, kind, operations))
        return changes

    def _clear_drafts(self, records: Iterable[RecordId]) -> None:
        exists = self.connection.exec_driver_sql("SELECT EXISTS (SELECT 1 FROM draft)")
        if exists.scalar_one():
            lines = [(self.act.author, record) for record in records]
            statement = "DELETE FROM draft WHERE author = ? AND record = ?"
            self.connection.exec_driver_sql(statement, lines)


def _refuse_frozen(state: RecordState) -> None:
    """Raise UserError if a record is finalised: the edit would be kept, and never be seen."""
    if state.finals:
        raise UserError(_("This was released and cannot be changed any more."))


_REFERENCES = {
    kind.name: [(info.name, info.refers) for info in kind.fields if info.refers is not None]
    for kind in KINDS.values()
}


def _check_pointer(scope: str, target: str | None) -> None:
    if target is None or not may_point(scope, target):
        raise Bug("a record points out of its scope")


def _check_scope(record: Record) -> None:
    if family_of(record.scope) != record.kind.family:
        raise Bug(f"{record.kind.name} does not live in this scope")
