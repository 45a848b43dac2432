"""The documents of the team: whole, readable by everybody, and each reader's own."""

from __future__ import annotations

import io
from dataclasses import replace

import pikepdf
import pytest
from papers import (
    PROFILES,
    broken_rules,
    expected,
    pages_of,
    structure,
    syntax_problems,
    text_of,
)
from team_papers import AGENDA, COPIES, HOSTILE, ISSUE, MINUTES, PROTECTED, SECRETS, SHEET

from neuewege_desktop.base.i18n import use_language
from neuewege_desktop.base.paths import translations
from neuewege_desktop.reports.documents.case_sheet import case_sheet
from neuewege_desktop.reports.documents.folder import Folder, folder
from neuewege_desktop.reports.documents.minutes import minutes
from neuewege_desktop.reports.rendering import render

OUTSIDE = [name for name in COPIES if name.endswith(("_P", "_K"))]
FOR_THE_TOWN = [name for name in COPIES if name.endswith("_K")]


@pytest.fixture(scope="module")
def papers():
    use_language("en", translations())
    return {name: render(document) for name, document in COPIES.items()}


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("name", COPIES)
def test_every_document_keeps_the_standards_of_readers_and_archives(papers, name, profile):
    assert broken_rules(papers[name], profile) == []


@pytest.mark.parametrize("name", COPIES)
def test_every_document_is_sound_and_drawn_alike_again(papers, name):
    assert syntax_problems(papers[name]) == []
    assert render(COPIES[name]) == papers[name]


@pytest.mark.parametrize("name", COPIES)
def test_a_screen_reader_reads_every_document_in_its_order(papers, name):
    assert expected(name, structure(papers[name]))


@pytest.mark.parametrize("name", OUTSIDE)
def test_no_copy_for_others_holds_a_name_a_number_or_a_street(papers, name):
    with pikepdf.open(io.BytesIO(papers[name])) as pdf:
        metadata = str(pdf.docinfo) + bytes(pdf.Root.Metadata.read_bytes()).decode()
    said = text_of(papers[name]) + structure(papers[name]) + metadata
    for secret in SECRETS:
        assert secret not in said


@pytest.mark.parametrize("name", FOR_THE_TOWN)
def test_the_municipality_reads_part_b_alone(papers, name):
    said = text_of(papers[name])
    assert "Plätze am Bauhof" in said
    for word in ("ZW-123", "ZW-007", "households", "Vereinbarung", "HV", "Urlaubsplan", "Herbst"):
        assert word not in said


def test_a_name_full_of_signs_is_printed_as_it_was_typed(papers):
    for name in ("agenda_I", "minutes_of_a_conference_I", "case_sheet", "folder", "task_list"):
        assert HOSTILE in text_of(papers[name])


def test_persons_have_signs_and_age_bands_outside_the_team(papers):
    said = text_of(papers["minutes_of_a_conference_P"])
    assert "HV (25–49) · P (50+) · K1 (<25)" in said
    assert "ZW-123" in said
    assert "health matter" in said
    assert "medical" not in said


def test_a_decision_without_a_day_is_no_task(papers):
    [item, *others] = MINUTES.items
    undated = replace(item, decisions=(replace(item.decisions[0], due_on=None),))
    said = text_of(render(minutes(replace(MINUTES, items=(undated, *others)), ISSUE)))
    assert "Responsible: Frank Maurer" in said
    assert "Tasks of part A" not in said


def test_a_case_sheet_is_one_page_and_each_begins_a_new_one(papers):
    assert len(pages_of(papers["case_sheet"])) == 1
    three = tuple(
        replace(SHEET, household=replace(SHEET.household, number=f"BG{n}")) for n in range(3)
    )
    texts = pages_of(render(folder(Folder(agenda=AGENDA, sheets=three), ISSUE)))
    for number, page in enumerate(texts[-3:]):
        assert f"BG{number}" in page
        assert sum(f"BG{other}" in page for other in range(3)) == 1


def test_protected_data_stand_on_a_case_sheet_with_the_reason_why():
    said = text_of(render(case_sheet(replace(SHEET, protected=PROTECTED), ISSUE)))
    assert "no heavy lifting" in said
    assert "Printed because: Gutachten vorbereiten" in said


def test_a_blocked_address_is_not_printed():
    secret = replace(SHEET, address="", is_secret=True)
    assert "Disclosure is blocked" in text_of(render(case_sheet(secret, ISSUE)))


def test_minutes_speak_german(papers):
    use_language("de", translations())
    try:
        said = text_of(render(minutes(MINUTES, ISSUE)))
    finally:
        use_language("en", translations())
    for words in ("Protokoll der Fallbesprechung", "Montag, 20.04.2009", "14:00 bis 15:30 Uhr"):
        assert words in said
