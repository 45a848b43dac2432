"""Who may not read something does not get it: it is not in the values any more."""

import pytest
from papers import everything_in, structure, text_of
from samples import document

from neuewege_desktop.base.errors import Bug
from neuewege_desktop.reports.model import (
    INTERNAL_ONLY,
    NOT_THE_MUNICIPALITY,
    Audience,
    Box,
    Column,
    Fact,
    Facts,
    Heading,
    Paragraph,
    Row,
    Signature,
    Signatures,
    Span,
    Table,
    Together,
    free,
    text,
)
from neuewege_desktop.reports.naming import suggested_name
from neuewege_desktop.reports.redaction import redact
from neuewege_desktop.reports.rendering import render
from neuewege_desktop.reports.rewriting import free_texts, spans

SECRET = "Vera Täubchen"
VERA = (Span(SECRET, "GRA-0017", bold=True),)
OTHERS = [Audience.PSEUDONYM, Audience.MUNICIPALITY]

FILE = document(
    Heading(VERA),
    Paragraph(VERA),
    Box((Paragraph(VERA), Together((Paragraph(text(f"{SECRET}?"), audiences=INTERNAL_ONLY),)))),
    Facts((Fact("Name", VERA), Fact("Telefon", text(SECRET), audiences=INTERNAL_ONLY))),
    Table(
        (Column("Kürzel"), Column("Name", audiences=INTERNAL_ONLY)),
        (
            Row((VERA, text(SECRET))),
            Row((text(SECRET), text("x")), audiences=INTERNAL_ONLY),
        ),
        "Wer es ist",
    ),
    Box((Paragraph(text(SECRET), audiences=INTERNAL_ONLY),)),
    Paragraph(text("Nur für das Team."), audiences=NOT_THE_MUNICIPALITY),
    Signatures((Signature(VERA, "Kundin"),)),
    title=(Span("Akte "), *VERA),
    lead=VERA,
)


@pytest.mark.parametrize("audience", OTHERS)
def test_a_name_is_found_nowhere_in_a_copy_for_others(audience):
    copy = redact(FILE, audience)
    assert SECRET not in repr(copy)
    found = everything_in(render(copy))
    assert SECRET not in found
    assert "Täubchen" not in found
    assert found.count("GRA-0017") >= 10


def test_the_team_reads_the_name():
    assert everything_in(render(redact(FILE, Audience.INTERNAL))).count(SECRET) >= 12


def test_the_municipality_gets_no_block_of_the_team():
    assert "Nur für das Team." in text_of(render(redact(FILE, Audience.PSEUDONYM)))
    assert "Nur für das Team." not in text_of(render(redact(FILE, Audience.MUNICIPALITY)))


def test_a_copy_for_others_says_what_it_is_on_every_page():
    data = render(redact(FILE, Audience.PSEUDONYM))
    assert "PSEUDONYMISED" in text_of(data)
    assert "pseudonymised" in structure(data)


def test_a_redacted_copy_never_becomes_a_full_one():
    with pytest.raises(Bug):
        redact(redact(FILE, Audience.PSEUDONYM), Audience.INTERNAL)


def test_what_somebody_typed_can_be_checked_for_names():
    typed = document(Paragraph((*text("Sagt: "), *free("Herr Sauer war da"))))
    assert list(free_texts(typed)) == ["Herr Sauer war da"]
    assert [span.text for span in spans(typed)][-1] == "Herr Sauer war da"


def test_a_file_is_named_by_day_kind_number_and_variant():
    assert suggested_name(FILE) == "2009-04-20_protokoll_fb-2009-16_intern.pdf"
    copy = redact(document(kind="Aufgaben für Übermorgen", identifier="../a b"), Audience.PSEUDONYM)
    assert suggested_name(copy) == "2009-04-20_aufgaben-fuer-uebermorgen_a-b_pseudonymised.pdf"
