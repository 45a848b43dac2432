"""Every paper keeps PDF/UA-1 and PDF/A-3a; and the gates are shown to close."""

import io
import re
from dataclasses import replace

import page
import pikepdf
import pytest
from papers import PROFILES, broken_rules, expected, structure, syntax_problems, unclaimed
from samples import EVERYTHING, MINUTES, document, long_list

from neuewege_desktop.reports.model import Audience
from neuewege_desktop.reports.redaction import redact
from neuewege_desktop.reports.rendering import render

SAMPLES = {
    "minutes": MINUTES,
    "minutes_pseudonym": redact(MINUTES, Audience.PSEUDONYM),
    "everything": EVERYTHING,
    "everything_municipality": redact(EVERYTHING, Audience.MUNICIPALITY),
    "large_print": replace(EVERYTHING, large_print=True),
    "long_list": long_list(120),
    "empty": document(),
}


@pytest.fixture(scope="module")
def papers():
    return {name: render(sample) for name, sample in SAMPLES.items()}


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("profile", PROFILES)
def test_every_paper_keeps_the_standards_of_readers_and_archives(papers, name, profile):
    assert broken_rules(papers[name], profile) == []


@pytest.mark.parametrize("name", SAMPLES)
def test_every_paper_is_sound_pdf(papers, name):
    assert syntax_problems(papers[name]) == []


@pytest.mark.parametrize(
    "name", ["minutes", "minutes_pseudonym", "everything", "everything_municipality"]
)
def test_a_screen_reader_walks_along_the_words_in_their_order(papers, name):
    assert expected(name, structure(papers[name]))


def without(data, key):
    with pikepdf.open(io.BytesIO(data)) as pdf:
        del pdf.Root[key]
        target = io.BytesIO()
        pdf.save(target)
        return target.getvalue()


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("key", ["/StructTreeRoot", "/Metadata", "/MarkInfo"])
def test_a_paper_that_lost_what_makes_it_accessible_is_found_out(papers, profile, key):
    assert broken_rules(without(papers["minutes"], key), profile)


def test_a_paper_without_its_colour_profile_is_no_archive(papers):
    assert broken_rules(without(papers["minutes"], "/OutputIntents"), "3a")


def test_a_torn_paper_is_found_out(papers):
    torn = papers["minutes"][:2000]
    with pytest.raises(page.PageError):
        broken_rules(torn, "ua1")
    with pytest.raises(pikepdf.PdfError):
        syntax_problems(torn)


def test_a_broken_page_is_found_out(papers):
    with pikepdf.open(io.BytesIO(papers["minutes"])) as pdf:
        target = io.BytesIO()
        pdf.pages[0].Contents.write(b"BT (no end")
        pdf.save(target)
    assert syntax_problems(target.getvalue())


def test_a_structure_that_leads_nowhere_is_found_out(papers):
    with pikepdf.open(io.BytesIO(papers["minutes"])) as pdf:
        del pdf.Root.StructTreeRoot["/K"]
        target = io.BytesIO()
        pdf.save(target)
    with pytest.raises(AttributeError):
        structure(target.getvalue())


def test_what_nobody_reads_aloud_is_said_elsewhere_too(papers):
    """Header, footer and repeated heads are artifacts."""
    for name in ("minutes", "long_list"):
        read = " ".join(structure(papers[name]).split())
        for words in unclaimed(papers[name]):
            for part in words.split(" · "):
                assert part in read or re.fullmatch(r"Seite \d+ von \d+", part), part
