"""Files of every version that was ever released are opened; those of a newer one are not."""

from __future__ import annotations

import datetime as dt
import shutil

import pytest
from stores import KEY, add_person, store_in

import keep_store
from neuewege_desktop.base.errors import StoreError
from neuewege_desktop.domain.listing import ListKind, Query
from neuewege_desktop.domain.records.person import Person, SchoolSpell
from neuewege_desktop.domain.values import Period
from neuewege_desktop.store import schema
from neuewege_desktop.store.drafts import drafts_of
from neuewege_desktop.store.engine import Database
from neuewege_desktop.store.guard import trigger_statements
from neuewege_desktop.store.layout import STORE
from neuewege_desktop.store.lists import household_rows, keys
from neuewege_desktop.store.migrate import _step, file_version, migrate, schema_of, steps
from neuewege_desktop.store.store import Store
from neuewege_desktop.store.verify import verify

KEPT = sorted(path.parent.name for path in keep_store.KEPT.glob(f"*/{STORE}"))
REBUILD_MEETINGS = """
CREATE TABLE meeting_new AS SELECT * FROM meeting;
DROP TABLE meeting;
ALTER TABLE meeting_new RENAME TO meeting;
"""


@pytest.fixture
def store(tmp_path):
    store = store_in(tmp_path)
    yield store
    store.database.close()


def content(database):
    with database.read() as connection:
        version = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
        return version, schema_of(connection)


def set_pragma(database, name, value):
    with database.write() as connection:
        connection.exec_driver_sql(f"PRAGMA {name} = {value}")


@pytest.mark.parametrize("version", KEPT)
def test_a_file_of_every_version_is_opened_and_shows_its_households(tmp_path, version):
    shutil.copy(keep_store.KEPT / version / STORE, tmp_path / STORE)
    database = Database(tmp_path / STORE, keep_store.KEY)
    assert file_version(database) == int(version.removeprefix("v"))
    migrate(database)
    assert file_version(database) == schema.VERSION
    assert verify(database) == []
    with Store(database, None).reading() as reader:
        query = Query(day=dt.date(2009, 4, 20))
        rows = household_rows(reader, keys(reader, ListKind.HOUSEHOLDS, query), query.day)
        persons = reader.find(Person)
        edited = next(person for person in persons if person.phone == "06251 0000")
        found = keys(reader, ListKind.PERSONS, Query(day=query.day, search=edited.name.last))
    assert len(rows) == 6
    assert all(row.members for row in rows)
    assert sum(row.members for row in rows) == len(persons)
    assert edited.id in found
    assert [draft.text for draft in drafts_of(database, edited.id >> 32 << 32 | 1)] == [
        "noch nicht fertig"
    ]
    database.close()


def test_a_file_of_this_version_is_kept():
    assert f"v{schema.VERSION:04d}" in KEPT


def test_steps_are_numbered_without_a_gap_up_to_the_version_of_the_program():
    assert [number for number, _script in steps()] == list(range(1, schema.VERSION + 1))


def test_bringing_a_file_up_to_date_twice_changes_nothing(store):
    before = content(store.database)
    migrate(store.database)
    assert content(store.database) == before


def test_a_file_of_a_newer_program_is_refused_with_a_sentence(store):
    set_pragma(store.database, "user_version", schema.VERSION + 1)
    before = content(store.database)
    with pytest.raises(StoreError, match="newer program"):
        migrate(store.database)
    assert content(store.database) == before


def test_a_file_of_another_program_is_refused_with_a_sentence(store):
    set_pragma(store.database, "application_id", 42)
    with pytest.raises(StoreError, match="not written by"):
        migrate(store.database)


def test_a_step_that_fails_leaves_the_file_as_it_was(store):
    person, before = add_person(store), content(store.database)
    with pytest.raises(StoreError):
        _step(
            store.database,
            schema.VERSION + 1,
            f"{REBUILD_MEETINGS} INSERT INTO nowhere VALUES (1);",
        )
    assert content(store.database) == before
    with store.reading() as reader:
        assert reader.get(Person, person.id) == person
    assert verify(store.database) == []


def test_a_step_that_breaks_a_reference_is_refused(store):
    add_person(store)
    before = content(store.database)
    orphan = "INSERT INTO elb_spell_new SELECT id, scope, dot, hlc, life, 1 FROM person;"
    table = (
        "CREATE TABLE elb_spell_new (id INTEGER PRIMARY KEY, scope, dot, hlc, life, "
        "person REFERENCES person (id));"
    )
    with pytest.raises(StoreError, match="left as it was"):
        _step(store.database, schema.VERSION + 1, f"{table} {orphan}")
    assert content(store.database) == before


def test_a_step_may_rebuild_a_table_that_others_point_at(store):
    person = add_person(store)
    first = steps()[0][1]
    start = first.index("CREATE TABLE person (")
    table = first[start : first.index(";", start) + 1].replace("person", "person_new", 1)
    with store.writing("save", 1) as writer:
        writer.add(
            SchoolSpell(
                id=writer.new_id(),
                scope=person.scope,
                person=person.id,
                period=Period(dt.date(2009, 4, 2)),
            )
        )
    script = (
        f"{table} INSERT INTO person_new SELECT * FROM person; DROP TABLE person; "
        "ALTER TABLE person_new RENAME TO person;"
    )
    _step(store.database, schema.VERSION + 1, script)
    assert verify(store.database) == []
    with store.reading() as reader:
        assert reader.get(Person, person.id) == person


def test_triggers_that_somebody_dropped_are_made_anew(store):
    before = content(store.database)
    with store.database.write() as connection:
        connection.exec_driver_sql("DROP TRIGGER guard_person_delete")
    migrate(store.database)
    assert content(store.database) == before
    assert len(trigger_statements()) == sum("CREATE TRIGGER" in sql for sql in before[1].values())


def test_every_connection_after_a_step_heeds_references(tmp_path):
    database = Database(tmp_path / STORE, KEY)
    migrate(database)
    with database.read() as connection:
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar_one() == 1
    database.close()
