from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from neuewege_desktop.domain.journal.operations import (
    AddElement,
    BadOperation,
    Create,
    Erase,
    Finalise,
    Release,
    RemoveElement,
    SetField,
    dump,
    load,
)

NAMES = st.text(max_size=8)
DOTS = st.lists(st.integers(0, 2**63 - 1), max_size=3).map(tuple)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3),
    max_leaves=8,
)
VALUES = st.dictionaries(NAMES, JSON, max_size=4)
OPERATIONS = st.one_of(
    st.builds(Create, VALUES, st.booleans()),
    st.builds(SetField, NAMES, JSON, DOTS),
    st.builds(AddElement, NAMES, JSON),
    st.builds(RemoveElement, NAMES, JSON, DOTS),
    st.builds(Finalise, VALUES),
    st.builds(Release, DOTS),
    st.just(Erase()),
)


@given(st.lists(OPERATIONS, max_size=5))
def test_what_was_written_is_read_as_it_was(operations):
    assert load(dump(operations)) == tuple(operations)


@given(st.text() | JSON.map(repr) | st.lists(JSON).map(str))
def test_a_text_that_is_none_of_ours_is_refused_in_one_way(text):
    with contextlib.suppress(BadOperation):
        load(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "5",
        "null",
        '"e"',
        '["e"]',
        '{"e":1}',
        "[[]]",
        '[["x"]]',
        '[["c"]]',
        '[["c",[]]]',
        '[["s","phone"]]',
        '[["s",1,"v",[]]]',
        '[["s","phone","v",[1.0]]]',
        '[["s","phone","v",[true]]]',
        '[["s","phone",NaN,[]]]',
        '[["s","phone",Infinity,[]]]',
        '[["e",1]]',
        '[[["e"]]]',
        "[" * 100_000,
        "9" * 10_000,
    ],
)
def test_a_damaged_text_is_refused(text):
    with pytest.raises(BadOperation):
        load(text)
