"""Settings of this copy of the store: its device, its counters, its clock."""

from __future__ import annotations

import sqlalchemy as sa

from neuewege_desktop.store import schema


def read_setting(connection: sa.Connection, name: str, default: str = "") -> str:
    """Return a setting of this copy, or the default."""
    query = sa.select(schema.setting.c.value).where(schema.setting.c.name == name)
    found = connection.execute(query).scalar_one_or_none()
    return default if found is None else found


def write_setting(connection: sa.Connection, name: str, value: str) -> None:
    """Keep a setting of this copy."""
    statement = "INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)"
    connection.exec_driver_sql(statement, (name, value))
