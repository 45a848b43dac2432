"""By which way a document gets to the printer, and what the print system is told."""

from __future__ import annotations

import pytest

from neuewege_desktop.gui.preview.print_order import (
    PrintOrder,
    Sides,
    Way,
    chosen_pages,
    command,
    way_for,
)

LP = "/usr/bin/lp"


@pytest.mark.parametrize(
    ("platform", "lp", "way"),
    [
        ("linux", LP, Way.AS_IT_IS),
        ("darwin", LP, Way.AS_IT_IS),
        ("linux", None, Way.AS_PICTURES),
        ("win32", None, Way.AS_PICTURES),
        ("win32", "C:/Program Files/lp.exe", Way.AS_PICTURES),
    ],
)
def test_the_pdf_itself_is_printed_where_the_system_takes_it_without_a_file(platform, lp, way):
    assert way_for(platform, lp) is way


def test_the_whole_document_once_leaves_everything_else_to_the_printer():
    assert command(PrintOrder(printer="Flur"), LP) == [
        *(LP, "-d", "Flur", "-n", "1", "-t", "Neue Wege")
    ]


def test_copies_sides_and_pages_are_told_as_they_were_chosen():
    order = PrintOrder(
        printer="Raum 12",
        copies=3,
        collated=False,
        sides=Sides.LONG_EDGE,
        pages=((1, 2), (5, 5)),
    )
    assert command(order, LP)[1:] == [
        *("-d", "Raum 12", "-n", "3", "-t", "Neue Wege", "-o", "collate=false"),
        *("-o", "sides=two-sided-long-edge", "-P", "1-2,5"),
    ]


def test_only_pages_that_there_are_are_printed():
    assert chosen_pages(PrintOrder(printer="Flur"), 3) == [0, 1, 2]
    assert chosen_pages(PrintOrder(printer="Flur", pages=((2, 9), (1, 1))), 3) == [0, 1, 2]
    assert chosen_pages(PrintOrder(printer="Flur", pages=((7, 9),)), 3) == []
