from __future__ import annotations

from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from neuewege_desktop.domain.identity import Ids, compose, count_of, device_of, mint_device

DEVICES = st.integers(1, (1 << 31) - 1)
COUNTS = st.integers(1, (1 << 32) - 1)


@given(DEVICES, COUNTS)
def test_a_number_carries_its_device_and_fits_into_63_bits(device, count):
    number = compose(device, count)
    assert (device_of(number), count_of(number)) == (device, count)
    assert 0 < number < 1 << 63


@pytest.mark.parametrize(("device", "count"), [(0, 1), (1 << 31, 1), (1, 0), (1, 1 << 32), (-1, 1)])
def test_a_number_out_of_range_is_never_handed_out(device, count):
    with pytest.raises(ValueError, match="out of range"):
        compose(device, count)


def test_ids_go_on_where_they_ended():
    ids = Ids(7)
    first = list(islice(ids, 3))
    again = Ids(7, ids.last)
    assert [*first, again.next()] == [compose(7, count) for count in (1, 2, 3, 4)]


def test_a_device_number_is_never_zero():
    bits = iter([0, 0, 42])
    assert mint_device(lambda _count: next(bits)) == 42
