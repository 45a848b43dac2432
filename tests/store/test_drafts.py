"""What is typed and not yet saved."""

from __future__ import annotations

from dataclasses import replace

import pytest
from stores import AUTHOR, START_MS, add_person, store_in

from neuewege_desktop.services.labels import ActLabel
from neuewege_desktop.store.drafts import Draft, drafts_of, drop_draft, keep_draft
from neuewege_desktop.store.verify import verify

COLLEAGUE = AUTHOR + 1


@pytest.fixture
def store(tmp_path):
    store = store_in(tmp_path)
    yield store
    store.close()


def draft(person=None, text="ruft morgen zurück", author=AUTHOR, place="person.note", at=START_MS):
    return Draft(place, author, person.id if person else None, at, text)


def test_what_was_typed_is_there_after_the_program_ended(store, tmp_path):
    keep_draft(store.database, draft())
    store.close()
    assert drafts_of(store_in(tmp_path).database, AUTHOR) == [draft()]


def test_only_the_last_text_of_a_field_is_kept_and_the_latest_field_comes_first(store):
    keep_draft(store.database, draft(text="ru"))
    keep_draft(store.database, draft(text="ruft"))
    later = draft(place="person.phone", text="06251", at=START_MS + 1000)
    keep_draft(store.database, later)
    assert drafts_of(store.database, AUTHOR) == [later, draft(text="ruft")]


def test_saving_a_record_clears_what_its_author_had_typed_there(store):
    person, other = add_person(store), add_person(store, "Ohnesorgen")
    kept = [draft(other, place="other"), draft(person, author=COLLEAGUE)]
    for line in (draft(person), *kept):
        keep_draft(store.database, line)
    with store.writing(ActLabel.SAVE, AUTHOR) as writer:
        writer.save(replace(person, phone="06251 0000"))
    assert drafts_of(store.database, AUTHOR) == kept[:1]
    assert drafts_of(store.database, COLLEAGUE) == kept[1:]


def test_erasing_a_person_clears_what_anybody_had_typed_there(store):
    person = add_person(store)
    keep_draft(store.database, draft(person))
    keep_draft(store.database, draft(person, author=COLLEAGUE))
    with store.writing(ActLabel.ERASE, AUTHOR) as writer:
        writer.erase(person.scope, person.id, "person")
    assert drafts_of(store.database, AUTHOR) == drafts_of(store.database, COLLEAGUE) == []


def test_a_draft_can_be_given_up(store):
    keep_draft(store.database, draft())
    drop_draft(store.database, "person.note", COLLEAGUE)
    assert drafts_of(store.database, AUTHOR) == [draft()]
    drop_draft(store.database, "person.note", AUTHOR)
    assert drafts_of(store.database, AUTHOR) == []


def test_drafts_are_no_part_of_the_journal(store):
    person = add_person(store)
    before = store.vectors()
    keep_draft(store.database, draft(person))
    assert store.vectors() == before
    assert verify(store.database) == []
