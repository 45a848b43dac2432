"""What somebody types is kept beside the keyboard, for them alone, until it is saved."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from neuewege_desktop.domain.choices.work import ActorKind
from neuewege_desktop.domain.records.town import Actor
from neuewege_desktop.domain.scopes import town_scope
from neuewege_desktop.services.drafts import draft_at, drafts_of, drop_draft, keep_draft
from neuewege_desktop.services.entries import NEW, save

NOON = dt.datetime(2009, 4, 2, 12, 0, tzinfo=dt.UTC)
NEW_ACTOR = "actor/new"


def typed(office, text, place=NEW_ACTOR, record=None, at=NOON):
    keep_draft(office, place, record, text, at)


def texts(office):
    return [draft.text for draft in drafts_of(office)]


def test_the_latest_text_of_a_place_comes_back(office):
    typed(office, "Ki")
    typed(office, "Kita")
    assert draft_at(office, NEW_ACTOR).text == "Kita"
    assert draft_at(office, "actor/other") is None


def test_drafts_come_back_with_the_latest_first(office):
    typed(office, "Kita", at=NOON)
    typed(office, "Verein", place="actor/other", at=NOON + dt.timedelta(seconds=1))
    assert texts(office) == ["Verein", "Kita"]


def test_nobody_sees_what_a_colleague_types(office):
    typed(office, "Kita")
    colleague = replace(office, author=7)
    assert draft_at(colleague, NEW_ACTOR) is None
    drop_draft(colleague, NEW_ACTOR)
    assert texts(office) == ["Kita"]


def test_what_was_given_up_is_forgotten(office):
    typed(office, "Kita")
    drop_draft(office, NEW_ACTOR)
    assert texts(office) == []


def test_saving_drops_the_draft_of_something_new_and_of_something_known(office):
    typed(office, "Kita")
    actor = Actor(id=NEW, scope=town_scope("06431022"), name="Kita", actor=ActorKind.NURSERY)
    [kept] = save(office, actor, draft=NEW_ACTOR).records["actor"]
    typed(office, "Kita Nord", place="actor/edit", record=kept)
    save(office, replace(actor, id=kept, name="Kita Nord"))
    assert texts(office) == []
