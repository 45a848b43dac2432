"""Guard triggers: a table of records can be written only while an act is being applied.

They fail closed. A forgotten path, a bulk statement, a console without our function: every write
outside an act is an error, so nothing can change without standing in the journal.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import sqlalchemy as sa

from neuewege_desktop.store.schema import TABLES

_FUNCTION = "nw_act_open"
_GUARDED = (*TABLES, "part", "entry", "version", "archived")


def register_guard(raw: Any, record: Any) -> None:  # noqa: ANN401 - the driver has no types
    """Teach a new connection the function that the triggers ask (event `connect`)."""
    flag = record.info["act_open"] = [False]
    raw.create_function(_FUNCTION, 0, lambda: flag[0])


@contextmanager
def act_open(connection: sa.Connection) -> Iterator[None]:
    """Let the tables of records be written on this connection."""
    flag = connection.info["act_open"]
    flag[0] = True
    try:
        yield
    finally:
        flag[0] = False


def trigger_statements(tables: Iterable[str] = _GUARDED) -> list[str]:
    """Return the statements that make every guard trigger of these tables which is not there."""
    return [
        f'CREATE TRIGGER IF NOT EXISTS guard_{table}_{event.lower()} BEFORE {event} ON "{table}" '
        f"WHEN NOT {_FUNCTION}() BEGIN SELECT RAISE(ABORT, 'write outside an act'); END"
        for table in tables
        for event in ("INSERT", "UPDATE", "DELETE")
    ]


def ensure_triggers(connection: sa.Connection) -> None:
    """Make every guard trigger that a migration or somebody else dropped.

    A table that only a later step makes has none yet.
    """
    names = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'")
    there = set(names.scalars())
    for statement in trigger_statements(table for table in _GUARDED if table in there):
        connection.exec_driver_sql(statement)
