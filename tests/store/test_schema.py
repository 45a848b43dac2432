"""The file as migrated, the tables as described and the kinds of record are one and the same."""

from __future__ import annotations

import re

import pytest
from stores import KEY

from neuewege_desktop.domain.records import KINDS
from neuewege_desktop.store import schema
from neuewege_desktop.store.engine import Database
from neuewege_desktop.store.guard import trigger_statements
from neuewege_desktop.store.migrate import migrate, schema_of

BEFORE_VALUES = ("id", "scope", "dot", "hlc")
SHADOWS = ("", "_config", "_data", "_docsize", "_idx")  # the tables behind a full-text index


@pytest.fixture
def migrated(tmp_path):
    database = Database(tmp_path / "migrated.db", KEY)
    migrate(database)
    with database.read() as connection:
        yield schema_of(connection)
    database.close()


@pytest.fixture
def described(tmp_path):
    database = Database(tmp_path / "described.db", KEY)
    with database.write() as connection:
        schema.metadata.create_all(connection)
        for statement in trigger_statements():
            connection.exec_driver_sql(statement)
        yield schema_of(connection)
    database.close()


def is_search(name):
    return any(name.startswith(f"{kind}_search") for kind in schema.SEARCHES)


def test_a_migrated_file_has_the_tables_indexes_and_triggers_that_the_program_describes(
    migrated, described
):
    def bare(sql):  # a table that a step rebuilt has its name in quotes
        return re.sub(r'^CREATETABLE"(\w+)"', r"CREATETABLE\1", "".join(sql.split()))

    found = {name: bare(sql) for name, sql in migrated.items() if not is_search(name)}
    assert found == {name: bare(sql) for name, sql in described.items()}


def test_a_migrated_file_can_be_searched_and_keeps_nothing_of_erased_words(migrated):
    expected = {f"{kind}_search{shadow}" for kind in schema.SEARCHES for shadow in SHADOWS}
    assert {name for name in migrated if is_search(name)} == expected
    for kind in schema.SEARCHES:
        assert "content='', contentless_delete=1" in migrated[f"{kind}_search"]


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_a_table_holds_every_field_of_its_kind_and_nothing_else(kind):
    columns = [column.name for column in schema.TABLES[kind.name].columns]
    fields = [name for info in kind.fields for name in schema.columns_of(info)]
    assert columns == [*BEFORE_VALUES, *fields, *schema.DERIVED.get(kind.name, ())]


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_every_reference_has_an_index_or_is_never_looked_up_backwards(kind):
    for info in kind.fields:
        if info.index:
            names = {index.name for index in schema.TABLES[kind.name].indexes}
            assert f"by_{kind.name}_{info.name}" in names
