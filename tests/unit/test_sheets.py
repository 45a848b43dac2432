"""Pages lie below each other and are as large as somebody chose."""

from __future__ import annotations

import pytest

from neuewege_desktop.gui.preview.pictures import SIDE, pieces
from neuewege_desktop.gui.preview.sheets import GAP, Fit, Size, laid_out, next_step, scale_of

A4, WIDE = Size(595.3, 841.9), Size(841.9, 595.3)
WINDOW = Size(1000, 700)
NATURAL = 96 / 72


def test_at_100_percent_a_page_is_as_large_as_on_paper():
    assert scale_of(100, (A4,), WINDOW) == NATURAL
    assert scale_of(200, (A4,), WINDOW) == 2 * NATURAL


def test_the_widest_page_fits_into_the_width_of_the_window():
    scale = scale_of(Fit.WIDTH, (A4, WIDE), WINDOW)
    assert WIDE.width * scale == pytest.approx(WINDOW.width - 2 * GAP)


def test_a_whole_page_fits_into_the_window_both_ways():
    for page in (A4, WIDE):
        scale = scale_of(Fit.PAGE, (page,), WINDOW)
        assert page.height * scale <= WINDOW.height
        assert page.width * scale <= WINDOW.width


def test_not_even_a_huge_window_makes_pages_larger_than_can_be_chosen():
    assert scale_of(Fit.WIDTH, (A4,), Size(9000, 700)) == 4 * NATURAL


@pytest.mark.parametrize(
    ("percent", "larger", "smaller"), [(100, 110, 90), (400, 400, 300), (50, 60, 50), (93, 100, 90)]
)
def test_every_step_leads_to_the_next_size_and_stops_at_the_last(percent, larger, smaller):
    scale = percent / 100 * NATURAL
    assert next_step(scale, larger=True) == larger
    assert next_step(scale, larger=False) == smaller


def test_pages_lie_in_the_middle_below_each_other_with_a_gap():
    sheets = laid_out((A4, WIDE, A4), 1.0, 1000)
    first, second, third = sheets.places
    assert (first.top, first.left) == (GAP, (1000 - 595) // 2)
    assert second.top == first.bottom + GAP
    assert sheets.height == third.bottom + GAP
    assert sheets.width == 1000


def test_only_pages_in_sight_are_named():
    sheets = laid_out((A4,) * 2000, 1.0, 1000)
    last = sheets.places[1999]
    assert sheets.seen(0, 700) == range(1)
    assert sheets.seen(last.top - 5, last.bottom) == range(1999, 2000)
    assert sheets.seen(sheets.places[7].top + 10, sheets.places[8].top + 1) == range(7, 9)
    assert not sheets.seen(sheets.places[0].bottom, sheets.places[1].top)


def test_the_page_at_a_line_is_the_one_that_began_before_it():
    sheets = laid_out((A4,) * 3, 1.0, 1000)
    assert sheets.page_at(0) == 0
    assert sheets.page_at(sheets.places[1].top) == 1
    assert sheets.page_at(sheets.places[1].bottom + 1) == 1
    assert sheets.page_at(10**6) == 2


def test_the_pieces_of_a_page_cover_what_is_seen_of_it_and_nothing_twice():
    width, height = 2500, 3500
    found = list(pieces(0, width, height, 0, height))
    assert sum((p.right - p.left) * (p.bottom - p.top) for p in found) == width * height
    seen = list(pieces(0, width, height, 1100, 1200))
    assert {p.top for p in seen} == {SIDE}
    assert list(pieces(0, width, height, -900, 0)) == []
    assert list(pieces(0, width, height, height, height + 50)) == []
