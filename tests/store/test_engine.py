"""The encrypted file: how it is opened, who may write, and that nothing of anybody leaks out."""

from __future__ import annotations

import os
from contextlib import closing

import pytest
import sqlalchemy as sa
from sqlcipher3 import dbapi2
from stores import AGS, AUTHOR, KEY, OTHER_KEY, add_person, store_in

from neuewege_desktop.base.errors import StoreError
from neuewege_desktop.domain.records.person import Person
from neuewege_desktop.domain.records.town import Place
from neuewege_desktop.domain.scopes import town_scope
from neuewege_desktop.services.founding import Founding
from neuewege_desktop.services.labels import ActLabel
from neuewege_desktop.services.workplaces import create
from neuewege_desktop.store.drafts import Draft, keep_draft
from neuewege_desktop.store.engine import Database, connect, refuse_plaintext
from neuewege_desktop.store.guard import _GUARDED
from neuewege_desktop.store.layout import STORE
from neuewege_desktop.store.migrate import migrate
from neuewege_desktop.store.vault.passwords import Cost
from neuewege_desktop.store.workplace import Setting

SETTINGS = {
    "journal_mode": "wal",
    "synchronous": 2,  # FULL: an act that was acknowledged survives a power cut
    "foreign_keys": 1,
    "temp_store": 2,  # MEMORY: no sorted list ever lies on the disk in plain
    "secure_delete": 1,
    "cell_size_check": 1,
    "recursive_triggers": 0,
}
WORDS = ("Täubchenwiese", "Gernotfried", "06251-4711-0815", "Zetteltraum")


@pytest.fixture
def store(tmp_path):
    store = store_in(tmp_path)
    yield store
    store.database.close()


@pytest.mark.parametrize("name", SETTINGS)
def test_every_connection_is_set_to_be_safe(store, name):
    with store.database.read() as connection:
        assert connection.exec_driver_sql(f"PRAGMA {name}").scalar_one() == SETTINGS[name]
    with store.database.write() as connection:
        assert connection.exec_driver_sql(f"PRAGMA {name}").scalar_one() == SETTINGS[name]
    with closing(store.database.raw()) as raw:
        assert raw.execute(f"PRAGMA {name}").fetchone() == (SETTINGS[name],)


def test_an_unencrypted_file_is_refused_with_a_sentence(tmp_path):
    with closing(dbapi2.connect(str(tmp_path / STORE))) as plain:
        plain.execute("CREATE TABLE person (name)")
        plain.commit()
    with pytest.raises(StoreError, match="not encrypted"):
        refuse_plaintext(tmp_path / STORE)
    with pytest.raises(StoreError, match="does not belong to this key"):
        connect(tmp_path / STORE, KEY)


def test_a_wrong_key_opens_nothing_and_is_told_in_our_own_words(store, tmp_path):
    add_person(store)
    with pytest.raises(StoreError, match="does not belong to this key") as refusal:
        connect(tmp_path / STORE, OTHER_KEY)
    assert "file is not a database" not in str(refusal.value)


def test_a_key_of_another_length_is_never_taken_for_a_passphrase(tmp_path):
    with pytest.raises(ValueError, match="64 hex digits"):
        connect(tmp_path / STORE, "x'1111'")
    assert not (tmp_path / STORE).exists()


@pytest.fixture(scope="module")
def file_with_rows(tmp_path_factory):
    """Return a file in which every guarded table has a row to update or delete."""
    store = store_in(tmp_path_factory.mktemp("guarded"))
    database = store.database
    with database.write() as connection:
        for table in _GUARDED:
            connection.exec_driver_sql(f'DROP TRIGGER "guard_{table}_insert"')
            fill_one_row(connection, table)
    migrate(database)  # makes the triggers anew
    yield database
    database.close()


def fill_one_row(connection, table):
    columns = connection.exec_driver_sql(f'PRAGMA table_info("{table}")').all()
    values = {name: 7 for _cid, name, _type, obligatory, *_ in columns if obligatory}
    if "life" in {column[1] for column in columns}:
        values["life"] = "ERASED"
    names = ", ".join(f'"{name}"' for name in values)
    marks = ", ".join("?" * len(values))
    connection.exec_driver_sql(
        f'INSERT INTO "{table}" ({names}) VALUES ({marks})', tuple(values.values())
    )


def run(database, statement):
    with database.write() as connection:
        connection.exec_driver_sql(statement)


@pytest.mark.parametrize("table", _GUARDED)
@pytest.mark.parametrize(
    "statement", ["INSERT INTO {} DEFAULT VALUES", "UPDATE {} SET rowid = 1", "DELETE FROM {}"]
)
def test_no_statement_outside_an_act_writes_into_a_table_of_records(
    file_with_rows, table, statement
):
    with pytest.raises(sa.exc.IntegrityError, match="write outside an act"):
        run(file_with_rows, statement.format(f'"{table}"'))


def test_a_console_that_knows_the_key_cannot_change_a_record_unseen(store):
    person = add_person(store)
    with closing(store.database.raw()) as console:
        for statement in (
            "UPDATE person SET phone = '1'",
            "DELETE FROM person",
            "INSERT INTO entry DEFAULT VALUES",
        ):
            with pytest.raises(dbapi2.OperationalError, match="nw_act_open"):
                console.execute(statement)
    with store.reading() as reader:
        assert reader.get(Person, person.id) == person


def test_an_act_that_ended_leaves_the_tables_closed(store):
    add_person(store)
    with pytest.raises(sa.exc.IntegrityError, match="write outside an act"):
        run(store.database, "UPDATE person SET phone = '1'")


def test_a_second_program_reads_while_one_writes(store):
    add_person(store)
    other = Database(store.database.path, KEY)
    with store.writing(ActLabel.SAVE, AUTHOR) as writer:
        writer.add(Place(id=writer.new_id(), scope=town_scope(AGS), name="Rathaus"))
        with other.read() as connection:
            assert connection.exec_driver_sql("SELECT count(*) FROM place").scalar_one() == 0
    with other.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM place").scalar_one() == 1
    other.close()


# --- nothing in plain -----------------------------------------------------------------------

EXPECTED_FILES = {
    "anlagen",
    "bestand.db",
    "reserve",
    "sicherungen",
    "sperre",
    "tresor.json",
    "tresor.json.bak",
}


def traces(folder, words):
    """Return where any of the words lies in plain, in any writing a file may have."""
    wanted = {
        spelling.encode(encoding)
        for word in words
        for spelling in (word, word.lower(), word.upper(), word.replace("ä", "a").lower())
        for encoding in ("utf-8", "utf-16-le", "utf-16-be", "cp1252")
    }
    return {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and any(word in path.read_bytes() for word in wanted)
    }


def test_the_search_for_traces_finds_what_lies_in_plain(tmp_path):
    (tmp_path / "a").write_text("... Zetteltraum ...", encoding="utf-8")
    (tmp_path / "b").write_text("täubchenwiese", encoding="utf-16-be")
    (tmp_path / "c").write_text("taubchenwiese", encoding="utf-8")
    (tmp_path / "d").write_text("Täubchen Wiese", encoding="utf-8")
    assert traces(tmp_path, WORDS) == {"a", "b", "c"}


def test_nothing_of_a_person_lies_in_plain_anywhere_in_the_workplace(tmp_path, clock):
    last, first, phone, draft = WORDS
    cost = Cost(memory=65_536, passes=1, lanes=1)
    setting = Setting(now=clock, random_bytes=os.urandom, profile=tmp_path / "profil", cost=cost)
    founding = Founding(name="Kommunalprojekt", user="Anna Berg", day=clock().date())
    workplace, _code = create(tmp_path / "buero", founding, "fünf Wörter sind ein Satz", setting)
    person = add_person(workplace.store, last, phone=phone, title=first)
    text = Draft("person.note", AUTHOR, person.id, 1, draft)
    keep_draft(workplace.store.database, text)
    assert (tmp_path / "buero" / f"{STORE}-wal").stat().st_size > 0
    assert traces(tmp_path, WORDS) == set(), "while the workplace is open"
    workplace.back_up()
    assert traces(tmp_path, WORDS) == set(), "after a backup"
    workplace.close()
    assert traces(tmp_path, WORDS) == set(), "after closing"
    assert {path.name for path in (tmp_path / "buero").iterdir()} == EXPECTED_FILES


@pytest.mark.parametrize("table", ["setting", "draft", "scope"])
def test_who_only_reads_cannot_change_even_what_no_guard_watches(store, table):
    with pytest.raises(StoreError), store.database.read() as connection:
        connection.exec_driver_sql(f"DELETE FROM {table}")
    with store.database.write() as connection:  # the same connection, lent anew, may write
        connection.exec_driver_sql("UPDATE setting SET value = value")
