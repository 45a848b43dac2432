"""Every kind of record is described whole: where it lives, how careful to be, how it is written."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from neuewege_desktop.base.errors import Bug, UserError
from neuewege_desktop.domain.choices.people import Sex
from neuewege_desktop.domain.records import KINDS, Life
from neuewege_desktop.domain.records.kind import (
    S0,
    FieldInfo,
    Record,
    Sensitivity,
    check_references,
    fact,
    record,
)
from neuewege_desktop.domain.records.person import PersonName
from neuewege_desktop.domain.records.shapes import shape_of
from neuewege_desktop.domain.records.words import FIELD_WORDS, KIND_WORDS
from neuewege_desktop.domain.scopes import Family, may_refer
from neuewege_desktop.domain.values import Period

DATES = st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31))
VALUES = {
    str: st.text(st.characters(exclude_categories=["Cs"]), max_size=20),
    int: st.integers(-(2**63), 2**63 - 1),
    bool: st.booleans(),
    dt.date: DATES,
    dt.time: st.times(),
    dt.datetime: st.datetimes(),
    Sex: st.sampled_from(Sex),
    Period: DATES.map(Period),
    PersonName: st.builds(PersonName, st.text(max_size=5), st.text(max_size=5)),
    frozenset[str]: st.frozensets(st.sampled_from(["A", "B", "C"])),
}


@pytest.fixture
def registry(monkeypatch):
    """Forget after the test which kinds it declared."""
    kinds = dict(KINDS)
    yield KINDS
    KINDS.clear()
    KINDS.update(kinds)


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_every_field_has_a_class_of_sensitivity_and_words_for_people(kind):
    assert isinstance(kind.family, Family)
    assert kind.name in KIND_WORDS
    for info in kind.fields:
        assert isinstance(info.sensitivity, Sensitivity)
        assert info.name in FIELD_WORDS


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_every_field_of_the_class_is_described_and_nothing_else(kind):
    names = {field.name for field in dataclasses.fields(kind.record)} - {"id", "scope"}
    assert {info.name for info in kind.fields} == names == kind.by_name.keys()


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_references_never_leave_what_their_holder_may_hold(kind):
    for info in kind.fields:
        if info.refers is not None:
            assert may_refer(kind.family, KINDS[info.refers].family)


def test_what_a_town_hall_may_hold_has_no_social_data():
    for kind in KINDS.values():
        if kind.family in (Family.TOWN, Family.SHARED):
            assert {info.sensitivity for info in kind.fields} <= {Sensitivity.S0, Sensitivity.S1}


def test_a_kind_without_a_scope_cannot_be_declared(registry):
    with pytest.raises(TypeError):
        record("house_visit")
    assert "house_visit" not in registry


def test_a_field_without_sensitivity_cannot_be_declared(registry):
    with pytest.raises(Bug, match=r"house_visit\.note states no sensitivity"):

        @record("house_visit", Family.CASE)
        class HouseVisit(Record):
            note: str = ""

    assert "house_visit" not in registry
    with pytest.raises(TypeError):
        fact()


def test_two_kinds_cannot_have_one_name(registry):
    with pytest.raises(Bug, match="two kinds"):

        @record("person", Family.CASE)
        class Another(Record):
            note: str = fact(S0, default="")


@pytest.mark.parametrize("target", ["person", "nobody"])
def test_a_reference_out_of_a_town_cannot_be_declared(registry, target):
    @record("visit", Family.TOWN)
    class Visit(Record):
        person: int = fact(S0, refers=target)

    with pytest.raises(Bug, match=r"visit\.person may not refer"):
        check_references()


def test_a_type_we_do_not_keep_cannot_be_declared():
    with pytest.raises(Bug, match="no shape"):
        shape_of(float)


@pytest.mark.parametrize("hint", VALUES)
@given(data=st.data())
def test_a_value_comes_back_as_it_was_from_journal_and_columns(hint, data):
    shape, value = shape_of(hint), data.draw(VALUES[hint])
    encoded = shape.encode(value)
    assert shape.decode(encoded) == value
    assert shape.from_columns(shape.columns(encoded)) == encoded
    assert len(shape.columns(encoded)) == len(shape.suffixes) == len(shape.storage)


@pytest.mark.parametrize(
    ("hint", "value"),
    [
        (str, 5),
        (str, ["a"]),
        (int, "5"),
        (int, 5.0),
        (int, True),
        (int, 2**63),
        (dt.date, "2009-02-30"),
        (dt.date, 20090402),
        (Sex, "UNKNOWN WORD"),
        (Period, ["2009-04-02"]),
        (Period, ["2009-04-02", "2009-04-01"]),
        (PersonName, ["A", "B", "C"]),
        (frozenset[str], [1]),
    ],
)
def test_a_value_from_elsewhere_that_is_none_is_noticed(hint, value):
    with pytest.raises((TypeError, ValueError, UserError)):
        shape_of(hint).decode(value)


def test_an_empty_field_is_empty_in_journal_and_columns():
    for hint in (str | None, dt.date | None, Period | None):
        shape = shape_of(hint)
        assert shape.encode(None) is None
        assert shape.decode(None) is None
        assert set(shape.columns(None)) == {None}
        assert shape.from_columns(shape.columns(None)) is None


def test_every_record_counts_until_somebody_says_otherwise():
    life = KINDS["person"].by_name["life"]
    assert isinstance(life, FieldInfo)
    assert life.default == Life.LIVE
