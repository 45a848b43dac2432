"""„Seit letztem Mal“ is complete: no field of any record of a household changes in silence."""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import typing
from dataclasses import MISSING, replace
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from offices import founded_in

from neuewege_desktop.base.errors import UserError
from neuewege_desktop.domain.choices.choice import Choice
from neuewege_desktop.domain.records import KINDS, Life
from neuewege_desktop.domain.records.case import Task
from neuewege_desktop.domain.records.kind import Sensitivity
from neuewege_desktop.domain.records.person import PersonName
from neuewege_desktop.domain.scopes import Family, case_scope, town_scope
from neuewege_desktop.domain.values import Period, PostalAddress
from neuewege_desktop.services.case_file.changes import changes_since
from neuewege_desktop.services.history import redo, undo
from neuewege_desktop.services.labels import ActLabel
from neuewege_desktop.store.since import present_moment

AGS = "06431022"
SCOPES = {
    Family.CASE: case_scope(AGS),
    Family.TOWN: town_scope(AGS),
    Family.TEAM: "team",
    Family.SHARED: "shared",
}
OF_CONFERENCES = {"issued_paper"}  # papers are about many households
OF_HOUSEHOLDS = [
    kind
    for kind in KINDS.values()
    if kind.family == Family.CASE and kind.name not in OF_CONFERENCES
]
FIELDS = [(kind, info) for kind in OF_HOUSEHOLDS for info in kind.fields if info.name != "life"]


class Sample(NamedTuple):
    """A value of a field, and the words that a sentence about it must contain."""

    value: object
    words: tuple[str, ...]


def samples(kind, info):
    """Return two different values of a field that refers to nothing."""
    special = {
        "ags": (Sample("06431022", ("Zwingenberg",)), Sample("06431003", ("Biblis",))),
        "reasons": tuple(
            Sample(json.dumps([{"rule": "R20", "day": "2009-04-02", "text": text}]), (text,))
            for text in ("fragt nach Kita", "zieht um")
        ),
    }
    if info.name in ("language", "interpreter_language"):
        return Sample("tr", ("Turkish",)), Sample("uk", ("Ukrainian",))
    if info.name in special:
        return special[info.name]
    hint = typing.get_type_hints(kind.record)[info.name]
    plain = [part for part in typing.get_args(hint) if part is not type(None)]
    is_set = typing.get_origin(hint) is frozenset
    made = _plain(plain[0] if plain else hint)
    return tuple(Sample(frozenset({s.value}), s.words) for s in made) if is_set else made


def _plain(hint):
    days = dt.date(2009, 4, 20), dt.date(2009, 5, 11)
    if issubclass(hint, Choice):
        first, *_rest, second = hint
        return Sample(first, (first.label,)), Sample(second, (second.label,))
    made = {
        str: (Sample("Ahorn", ("Ahorn",)), Sample("Birke", ("Birke",))),
        int: (Sample(3, ("3",)), Sample(8, ("8",))),
        bool: tuple(Sample(found, (word,)) for found, word in ((False, "no"), (True, "yes"))),
        dt.time: tuple(Sample(dt.time(hour), (f"{hour}:00",)) for hour in (14, 15)),
        dt.date: tuple(Sample(day, (f"{day:%d.%m.%Y}",)) for day in days),
        dt.datetime: tuple(
            Sample(dt.datetime.combine(day, dt.time(9, 30)), (f"{day:%d.%m.%Y}", "09:30"))
            for day in days
        ),
        Period: (
            Sample(Period(days[0]), ("since 20.04.2009",)),
            Sample(Period(*days), ("from 20.04.2009 through 11.05.2009",)),
        ),
        PostalAddress: tuple(
            Sample(PostalAddress(street, "64673", town), (street, "64673", town))
            for street, town in (("Musterweg 1", "Zwingenberg"), ("Neuweg 3", "Rodau"))
        ),
        PersonName: tuple(
            Sample(PersonName(last, "Rosa"), (last, "Rosa")) for last in ("Ulme", "Weide")
        ),
    }
    return made[hint]


BELONGING = ("person", "household", "case")
WORDS_OF = {  # by which the sentences name the first and the second record of a kind
    "person": (("Ulme",), ("Weide",)),
    "meeting": (("20.04.2009",), ("11.05.2009",)),
    "agenda_item": (("20.04.2009",), ("11.05.2009",)),
}
NAMED = (("Ahorn",), ("Birke",))


class Home:
    """A household with a record of every kind that can belong to one, and something beside each."""

    def __init__(self, office):
        self.office = office
        self._records = {}
        with office.store.writing(ActLabel.SETUP, office.author) as writer:  # not to be undone
            self._writer = writer
            for kind in OF_HOUSEHOLDS:
                self.of(kind.name)
            for _kind, info in FIELDS:
                if info.refers:
                    self.of(info.refers)
                    self.of(info.refers, 1)
            other = replace(
                self.of("membership"), id=writer.new_id(), person=self.of("person", 1).id
            )
            writer.add(other)

    def of(self, kind, place=0):
        """Return the first or second record of a kind; both belong to the first household."""
        if (kind, place) not in self._records:
            info = KINDS[kind]
            values = {}
            for field in info.fields:
                if field.refers in BELONGING or (field.refers and field.initial is MISSING):
                    values[field.name] = self._pointed(kind, field, place)
                elif field.refers is None and field.name != "life":
                    values[field.name] = samples(info, field)[place].value
            record = info.record(id=self._writer.new_id(), scope=SCOPES[info.family], **values)
            self._writer.add(record)
            self._records[kind, place] = record
        return self._records[kind, place]

    def _pointed(self, kind, field, place):
        stays = field.refers in BELONGING and kind != "case"
        return self.of(field.refers, 0 if stays else place).id

    def samples(self, kind, info):
        """Return two different values of a field with their words."""
        if not info.refers:
            return samples(kind, info)
        words = WORDS_OF.get(info.refers, NAMED)
        return tuple(Sample(self.of(info.refers, place).id, words[place]) for place in (0, 1))

    def write(self, record):
        with self.office.store.writing(ActLabel.SAVE, self.office.author) as writer:
            writer.save(record)

    def now(self):
        with self.office.store.reading() as reader:
            return present_moment(reader.connection)

    def begin_task(self, label):
        with self.office.store.writing(label, self.office.author) as writer:
            writer.add(replace(self.of("task"), id=writer.new_id()))

    def tasks(self):
        """Return every task of the household, living or not."""
        with self.office.store.reading() as reader:
            found = reader.find(Task, lives=tuple(Life))
        return {task.id: task for task in found if task.case == self.of("case").id}

    def told(self, household, since):
        with self.office.store.reading() as reader:
            return changes_since(reader, household, since)


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    office = founded_in(tmp_path_factory.mktemp("home"))
    yield Home(office)
    office.store.close()


@pytest.mark.parametrize(
    ("kind", "info"), FIELDS, ids=[f"{kind.name}.{info.name}" for kind, info in FIELDS]
)
def test_no_field_changes_without_a_sentence_that_says_what_it_was_and_is(home, kind, info):
    record, (old, new) = home.of(kind.name), home.samples(kind, info)
    home.write(replace(record, **{info.name: old.value}))
    since = home.now()
    home.write(replace(record, **{info.name: new.value}))
    # What was moved to another household is told there.
    has_moved = info.refers == "household" or (info.refers == "case" and kind.name != "case")
    household = home.of("household", 1 if has_moved else 0)
    changes = home.told(household.id, since)
    home.write(record)
    [change] = changes
    if info.sensitivity == Sensitivity.S3:
        assert change.sensitivity == Sensitivity.S3
        assert change.text.partition(": ")[2] == "a specially protected fact was changed"
    else:
        assert (change.kind, change.record) == (kind.name, record.id)
        assert [word for word in (*old.words, *new.words) if word not in change.text] == []


@pytest.mark.parametrize("kind", OF_HOUSEHOLDS, ids=[kind.name for kind in OF_HOUSEHOLDS])
def test_putting_away_and_bringing_back_any_record_is_told(home, kind):
    record, household = home.of(kind.name), home.of("household")
    since = home.now()
    home.write(replace(record, life=Life.ARCHIVED))
    [put_away] = home.told(household.id, since)
    since = home.now()
    home.write(record)
    [brought_back] = home.told(household.id, since)
    if put_away.sensitivity == Sensitivity.S2:
        assert put_away.text.endswith(" put away")
        assert brought_back.text.endswith(" brought back")


BEGUN = [kind for kind in OF_HOUSEHOLDS if kind.name not in ("household", "person")]


@pytest.mark.parametrize("kind", BEGUN, ids=[kind.name for kind in BEGUN])
def test_a_new_record_of_any_kind_is_one_sentence_and_taken_back_another(home, kind):
    household, before = home.of("household"), home.now()
    with home.office.store.writing(ActLabel.SAVE, home.office.author) as writer:
        writer.add(replace(home.of(kind.name), id=writer.new_id()))
    since = home.now()
    [begun] = home.told(household.id, before)
    undo(home.office)
    [taken_back] = home.told(household.id, since)
    assert home.told(household.id, before) == ()
    if begun.sensitivity == Sensitivity.S2:
        assert begun.text.startswith(("New: ", "On the agenda: "))
        assert taken_back.text.endswith(" taken back")


ACTS = st.lists(
    st.one_of(
        st.tuples(st.just("title"), st.sampled_from(["Anrufen", "Einladen", "Fragen"])),
        st.tuples(st.just("result"), st.sampled_from(["", "ja", "nein"])),
        st.tuples(st.just("life"), st.sampled_from([Life.LIVE, Life.ARCHIVED])),
        st.tuples(st.sampled_from(["begin", "undo", "redo"]), st.none()),
    ),
    max_size=12,
)


def do(home, act, value):
    tasks = home.tasks()
    match act:
        case "undo" | "redo":
            with contextlib.suppress(UserError):  # there is nothing to take back
                {"undo": undo, "redo": redo}[act](home.office)
        case "begin":
            home.begin_task(ActLabel.SAVE)
        case _:
            latest = tasks[max(tasks)]
            home.write(replace(latest, **{act: value}))


@settings(max_examples=60, deadline=None)
@given(ACTS, ACTS)
def test_whatever_was_done_and_undone_exactly_the_difference_is_told(home, earlier, acts):
    home.begin_task(ActLabel.SETUP)  # nobody takes that back, nor what was before it
    for act, value in earlier:
        do(home, act, value)
    since, before = home.now(), home.tasks()
    for act, value in acts:
        do(home, act, value)
    after = home.tasks()
    expected = {id_ for id_, task in after.items() if difference(before.get(id_), task)}
    changes = home.told(home.of("household").id, since)
    assert {change.record for change in changes} == expected
    texts = {id_: " / ".join(c.text for c in changes if c.record == id_) for id_ in expected}
    for id_, text in texts.items():
        assert told_of(text) == difference(before.get(id_), after[id_]), text


def _exists(task):
    return task is not None and task.life != Life.WITHDRAWN


def difference(old, new):
    """Return what there is to tell about a task that was `old` and is `new`."""
    if not _exists(old):
        return {"new"} if new.life == Life.LIVE else set()
    if not _exists(new):
        return {"taken back"}
    return {
        name for name in ("title", "result", "life") if getattr(old, name) != getattr(new, name)
    }


def told_of(text):
    """Return what the sentences about a task tell."""
    marks = {
        "new": "New: ",
        "taken back": " taken back",
        "title": ": now “",
        "result": "result ",
        "life": " put away",
    }
    found = {name for name, mark in marks.items() if mark in text}
    return found | ({"life"} if " brought back" in text else set())
