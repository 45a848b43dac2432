"""What is typed is what is printed: whatever it is, and however long."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from papers import PROFILES, broken_rules, pages_of, structure, text_of, unclaimed
from samples import MINUTES, document, long_list

from neuewege_desktop.base.cancelling import Cancel, Cancelled
from neuewege_desktop.base.errors import Bug
from neuewege_desktop.reports.model import (
    Column,
    Heading,
    Paragraph,
    Row,
    Table,
    Together,
    free,
    text,
)
from neuewege_desktop.reports.rendering import render
from neuewege_desktop.reports.sanitising import sanitize


def table(*rows, titles=("Name", "Inhalt")):
    cells = (Row(tuple(map(text, row))) for row in rows)
    return Table(tuple(map(Column, titles)), tuple(cells), "Eine Tabelle")


def spoken(data):
    return " ".join(structure(data).replace("~", "").split())


@pytest.mark.parametrize(
    "typed",
    [
        "<b>Meyer & Söhne</b>",
        '<img src="/etc/passwd"/>',
        "&amp; &#65; <para>",
        r"\(Klammern\) (auf) und ) zu",
        "%PDF-1.4 endstream endobj",
        "O’Neill „Anführung“ – ½ €",
        "Yılmaz Đorđević Łukasz Şahin Žižek Ñandú",
        "Дмитрий Ελένη",
    ],
)
def test_a_name_that_looks_like_markup_prints_as_typed(typed):
    data = render(
        document(
            Heading(text(typed)), Paragraph(free(typed)), table((typed, typed)), title=text(typed)
        )
    )
    assert spoken(data).count(typed) == 5
    assert typed in text_of(data)


def test_the_same_document_gives_the_same_bytes():
    assert render(MINUTES) == render(MINUTES)
    assert render(MINUTES) != render(replace(MINUTES, identifier="FB-2009-17"))


def test_papers_made_at_the_same_time_do_not_mix():
    wanted = [replace(MINUTES, identifier=f"FB-{number}") for number in range(6)]
    with ThreadPoolExecutor(3) as pool:
        assert list(pool.map(render, wanted)) == [render(document) for document in wanted]


def test_letters_are_composed_and_control_characters_are_gone():
    wild = document(Paragraph(text("Mu\u0308ller\x00\x07\u200b\u202e\ttippt\r\nweiter")))
    clean, warnings = sanitize(wild)
    assert clean.blocks[0].words[0].text == "Müller tippt\nweiter"
    assert warnings == ()
    assert "Müller tippt weiter" in text_of(render(wild))


def test_a_letter_that_paper_lacks_is_a_square_and_is_told():
    clean, warnings = sanitize(document(Paragraph(text("Frau 漢 und noch einmal 漢, مريم"))))
    assert clean.blocks[0].words[0].text == "Frau □ und noch einmal □, □□□□"
    assert "漢" in warnings[0]
    assert "U+6F22" in warnings[0]
    assert len(warnings) == 4
    assert broken_rules(render(document(Paragraph(text("漢 😀 \ud800")))), "ua1") == []


def test_a_fit_document_is_not_copied():
    assert sanitize(MINUTES) == (MINUTES, ())
    assert sanitize(MINUTES)[0] is MINUTES


def test_a_cell_of_200_lines_is_split_over_pages_and_stays_one_cell():
    rows = "\n".join(f"Zeile {number}" for number in range(1, 201))
    data = render(document(table(("Lang", rows), ("Kurz", "Schluss"))))
    assert structure(data).count(" TD\n") == 4
    assert [f"Zeile {number}" in spoken(data) for number in range(1, 201)] == [True] * 200
    assert len(pages_of(data)) == 4
    assert [broken_rules(data, profile) for profile in PROFILES] == [[], []]


def test_a_word_without_end_is_broken_and_lost_nowhere():
    word = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 40
    data = render(document(Paragraph(free(word)), table((word, "kurz"))))
    assert "".join(structure(data).replace("~", "").split()).count(word) == 2
    for page in pages_of(data):
        assert page


def test_a_long_word_is_divided_by_syllables():
    data = render(
        document(
            Paragraph(text("Die Arbeitsunfähigkeitsbescheinigung " * 12)),
        )
    )
    assert "~" in structure(data)
    assert spoken(data).count("Arbeitsunfähigkeitsbescheinigung") == 12


def test_dates_and_numbers_are_never_broken():
    data = render(document(Paragraph(text("am 11.05.2009 um FB-2009-16 " * 30))))
    assert structure(data).count("11.05.2009") == 30
    for page in pages_of(data):
        assert page.count("11.05.2009") == 30


def test_a_table_without_rows_says_so():
    empty = Table((Column("Name"),), (), "Niemand", if_empty="Es gibt keine Einträge.")
    data = render(document(empty))
    assert "Es gibt keine Einträge." in spoken(data)
    assert "Table" not in structure(data)


def test_a_row_with_a_missing_cell_is_a_mistake_of_the_program():
    with pytest.raises(Bug):
        table(("nur eine Zelle",))


def test_each_page_knows_its_number_and_how_many_there_are():
    pages = pages_of(render(long_list(120)))
    for number, words in enumerate(pages, 1):
        assert f"Seite {number} von {len(pages)}" in words
    assert len(pages) > 3


def test_the_head_of_a_table_is_repeated_for_the_eye_and_read_once():
    data = render(long_list(120))
    pages = pages_of(data)
    assert all("Anliegen" in words for words in pages)
    assert structure(data).count("Anliegen") == 1
    assert unclaimed(data).count("Anliegen") == len(pages) - 1


def test_a_heading_never_stands_alone_at_the_foot_of_a_page():
    for rows in range(34, 48):
        filler = Paragraph(text("\n".join(str(number) for number in range(rows))))
        pages = pages_of(
            render(document(filler, Heading(text("Überschrift")), Paragraph(text("Der Text."))))
        )
        [page] = [page for page in pages if "Überschrift" in page]
        assert "Der Text." in page


def test_what_belongs_together_stays_on_one_page():
    for rows in range(30, 44):
        filler = Paragraph(text("\n".join(str(number) for number in range(rows))))
        pair = Together((Paragraph(text("Anfang")), Paragraph(text("Ende"))))
        pages = pages_of(render(document(filler, pair)))
        assert [page for page in pages if "Anfang" in page and "Ende" in page]


def test_a_text_longer_than_a_page_may_stand_in_a_box_that_wants_to_stay_together():
    pair = Together(tuple(Paragraph(text(f"Absatz {number}.")) for number in range(120)))
    words = text_of(render(document(pair)))
    assert all(f"Absatz {number}." in words for number in range(120))


def test_a_document_that_nobody_waits_for_is_given_up():
    cancel = Cancel()
    cancel.cancel()
    with pytest.raises(Cancelled):
        render(long_list(2000), cancel)
