"""Checking everything: cipher, file, references, hash chains, and tables against the journal."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

import sqlalchemy as sa

from neuewege_desktop.base.cancelling import Cancel
from neuewege_desktop.base.errors import StoreError
from neuewege_desktop.base.i18n import _
from neuewege_desktop.domain.journal.entries import chain, is_open_or_redacted, root_of
from neuewege_desktop.domain.records import KINDS
from neuewege_desktop.domain.scopes import may_point
from neuewege_desktop.store import schema
from neuewege_desktop.store.engine import Database
from neuewege_desktop.store.entries import head_of, parts_of
from neuewege_desktop.store.replay import projection_problems

_MOST = 100  # problems listed; more would help nobody


def verify(database: Database, cancel: Cancel | None = None) -> list[str]:
    """Return what is wrong, in sentences without personal data; empty if everything is sound.

    The log is written into the file first: while it is pending, the cipher check reports damage
    that is none. Raises Cancelled as soon as `cancel` is wished for, from whichever thread.
    """
    database.checkpoint()
    problems: list[str] = []
    for check in (_integrity, _references, _scopes, _chains, projection_problems):
        try:
            with database.read(cancel) as connection:
                for problem in check(connection):
                    problems.append(problem)
                    if len(problems) >= _MOST:
                        return problems
        except StoreError as failure:
            problems.append(str(failure))  # a damaged page ends a check, not the others
    return problems


def _integrity(connection: sa.Connection) -> Iterator[str]:
    for (page,) in connection.exec_driver_sql("PRAGMA cipher_integrity_check"):
        yield _("The encrypted file is damaged: {detail}.").format(detail=page)
    for (line,) in connection.exec_driver_sql("PRAGMA integrity_check"):
        if line != "ok":
            yield _("The data file is damaged inside: {detail}.").format(detail=line)


def _references(connection: sa.Connection) -> Iterator[str]:
    for table, row, target, _key in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield _("{table} {row} points at a {target} that is not there.").format(
            table=table, row=row, target=target
        )


def _scopes(connection: sa.Connection) -> Iterator[str]:
    """Find references that leave their scope the wrong way."""
    for kind in KINDS.values():
        here = schema.TABLES[kind.name]
        for info in kind.fields:
            if info.refers is None:
                continue
            there = schema.TABLES[info.refers].alias("target")
            pairs = (
                sa.select(here.c.scope, there.c.scope, sa.func.min(here.c.id))
                .join(there, there.c.id == here.c[info.name])
                .group_by(here.c.scope, there.c.scope)
            )
            for scope, target, record in connection.execute(pairs):
                if not may_point(scope, target):
                    yield _("{kind} {record}: “{field}” points where it must not.").format(
                        kind=kind.name, record=record, field=info.name
                    )


def _chains(connection: sa.Connection) -> Iterator[str]:
    e, s = schema.entry, schema.stream
    heads = {
        (row.scope, row.device): (row.seq, row.hash)
        for row in connection.execute(sa.select(s).where(s.c.seq > 0))
    }
    sentence = _("The journal of {scope}, laptop {device}, is broken at number {seq}.")
    rows = connection.execute(sa.select(e).order_by(e.c.scope, e.c.device, e.c.seq))
    for (scope, device), stream in groupby(rows, key=lambda row: (row.scope, row.device)):
        previous, number = b"", 0
        for row in stream:
            number += 1
            if row.seq != number or not _is_sound(connection, row, previous):
                yield sentence.format(scope=scope, device=device, seq=row.seq)
            previous = row.hash
        if heads.pop((scope, device), None) != (number, previous):
            yield sentence.format(scope=scope, device=device, seq=number + 1)
    for scope, device in heads:
        yield sentence.format(scope=scope, device=device, seq=1)


def _is_sound(connection: sa.Connection, row: Any, previous: bytes) -> bool:  # noqa: ANN401
    head = head_of(row)
    parts = parts_of(connection, row.arrival)
    if chain(previous, head) != row.hash or root_of(parts) != head.root:
        return False
    return all(map(is_open_or_redacted, parts))
