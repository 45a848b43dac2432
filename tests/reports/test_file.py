"""What a reader's program learns from the file itself, before anybody reads a word."""

import io

import pikepdf
import pytest
from papers import structure
from samples import MINUTES, document

from neuewege_desktop.reports.model import Bookmark, Heading, PageBreak, Paragraph, text
from neuewege_desktop.reports.rendering import render


@pytest.fixture(scope="module")
def minutes():
    with pikepdf.open(io.BytesIO(render(MINUTES))) as pdf:
        yield pdf


def outline_of(data):
    def rows(items, depth):
        for item in items:
            yield depth, item.title
            yield from rows(item.children, depth + 1)

    with pikepdf.open(io.BytesIO(data)) as pdf, pdf.open_outline() as tree:
        return list(rows(tree.root, 0))


def test_the_file_tells_its_title_language_and_date(minutes):
    assert str(minutes.docinfo.Title) == "Fallbesprechung vom 20.04.2009"
    assert str(minutes.docinfo.CreationDate) == "D:20090420140500"
    assert str(minutes.Root.Lang) == "de-DE"
    assert bool(minutes.Root.ViewerPreferences.DisplayDocTitle)
    assert not minutes.is_encrypted


def test_every_font_is_inside(minutes):
    fonts = minutes.pages[0].resources.Font
    assert fonts
    for font in fonts.values():
        assert "/FontFile2" in font.FontDescriptor


def test_every_heading_can_be_jumped_to():
    rows = outline_of(render(MINUTES))
    assert rows[0] == (0, "Fallbesprechung vom 20.04.2009")
    assert (1, "Aufgaben") in rows
    assert (2, "TOP 2\u2003Bedarfsgemeinschaft Ackermann") in rows


def test_a_loose_page_can_be_jumped_to():
    data = render(
        document(
            Heading(text("Teil"), 1), PageBreak(), Bookmark(text("Liste")), Paragraph(text("x"))
        )
    )
    assert outline_of(data)[-1] == (0, "Liste")
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert len(pdf.pages) == 2


def test_headings_go_down_one_step_at_a_time_even_where_blocks_were_taken_out():
    words = structure(render(document(Heading(text("Tief"), 3), Heading(text("Tiefer"), 3))))
    assert words.index("  H2\n    Tief") < words.index("  H3\n    Tiefer")
