"""Bringing a file to today's version: numbered SQL, each step in one transaction with its number.

A file of a newer program is refused. Before the first step the caller makes a verified copy.
"""

from __future__ import annotations

import re
from importlib import resources

import sqlalchemy as sa

from neuewege_desktop.base.errors import StoreError
from neuewege_desktop.base.i18n import _
from neuewege_desktop.store import schema
from neuewege_desktop.store.engine import Database
from neuewege_desktop.store.guard import act_open, ensure_triggers

_NAME = re.compile(r"(\d{4})_\w+\.sql")


def steps() -> list[tuple[int, str]]:
    """Return the numbers and SQL texts of all migrations, in order."""
    folder = resources.files("neuewege_desktop.store.migrations")
    found = [(_NAME.fullmatch(file.name), file) for file in folder.iterdir()]
    return sorted(
        (int(match[1]), file.read_text(encoding="utf-8")) for match, file in found if match
    )


def file_version(database: Database) -> int:
    """Return the version of the file; 0 for a new one. StoreError if it is not ours or newer."""
    with database.read() as connection:
        version = int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
        owner = int(connection.exec_driver_sql("PRAGMA application_id").scalar_one())
    if version and owner != schema.APPLICATION_ID:
        raise StoreError(_("This file was not written by Neue Wege Desktop. It was not opened."))
    if version > schema.VERSION:
        raise StoreError(
            _("This workplace was used with a newer program. Please install that version here too.")
        )
    return version


def migrate(database: Database) -> None:
    """Take every step the file has not had; a failing one leaves the file as it was."""
    version = file_version(database)
    for number, script in steps():
        if number > version:
            _step(database, number, script)
    with database.write() as connection:
        ensure_triggers(connection)


def _step(database: Database, number: int, script: str) -> None:
    with database.rebuilding() as connection, act_open(connection):
        connection.exec_driver_sql(f"PRAGMA application_id = {schema.APPLICATION_ID}")
        for statement in _statements(script):
            connection.exec_driver_sql(statement)
        if connection.exec_driver_sql("PRAGMA foreign_key_check").first():
            raise StoreError(_("The workplace could not be updated. It was left as it was."))
        ensure_triggers(connection)
        connection.exec_driver_sql(f"PRAGMA user_version = {number}")


def _statements(script: str) -> list[str]:
    """Cut a script into statements; ours hold no semicolon inside a text."""
    bare = "\n".join(line for line in script.splitlines() if not line.startswith("--"))
    return [statement.strip() for statement in bare.split(";") if statement.strip()]


def schema_of(connection: sa.Connection) -> dict[str, str]:
    """Return the SQL of everything in the file, by name: to compare two files."""
    rows = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
    return {name: " ".join(sql.split()) for name, sql in rows}
