"""Conferences and papers from the command line: planned, shown, printed, every copy logged."""

from __future__ import annotations

import shutil
import stat
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from neuewege_desktop.domain.choices.papers import CopyWay, PaperKind, Variant
from neuewege_desktop.domain.records.case import Case
from neuewege_desktop.domain.records.household import Membership
from neuewege_desktop.domain.records.meeting import AgendaItem
from neuewege_desktop.domain.records.minutes import PaperCopy
from neuewege_desktop.domain.records.person import Person
from neuewege_desktop.services.labels import ActLabel

SAMPLES = Path(__file__).parents[1] / "data/samples"
OPEN = ("--password-file", "passwort")
ZWINGENBERG = "06431022"
DAY = "2009-04-20"


@pytest.fixture
def demo(neuewege, workplace):
    made = ("--name", "B", "--demo", "--households", 30, "--date", DAY, *OPEN)
    assert neuewege("workplace", "create", "probe", *made).code == 0
    return "probe"


@pytest.fixture
def meeting(neuewege, demo):
    """Return the conference that is planned for Monday, with its agenda."""
    asked = ("--municipality", ZWINGENBERG, "--date", DAY, *OPEN, "--json")
    return neuewege("meeting", "plan", demo, *asked).document["id"]


@pytest.fixture
def held(neuewege, demo):
    """Return the latest conference whose minutes are released."""
    found = neuewege("list", "meetings", demo, "--municipality", ZWINGENBERG, *OPEN, "--json")
    return [m["id"] for m in found.document if m["status"] == "PROTOKOLL_FREIGEGEBEN"][-1]


def words(path):
    with pypdfium2.PdfDocument(path) as pdf:
        texts = []
        for page in pdf:
            found = page.get_textpage()
            texts.append(found.get_text_bounded())
            found.close()
            page.close()
    return " ".join(" ".join(texts).split())


def test_a_conference_is_planned_once_with_its_agenda(neuewege, demo):
    asked = ("--municipality", ZWINGENBERG, "--date", "2009-04-27", *OPEN)
    planned = neuewege("meeting", "plan", demo, *asked, "--json").document
    assert (planned["new"], planned["status"]) == (True, "GEPLANT")
    assert planned["items"] > 5
    again = neuewege("meeting", "plan", demo, *asked)
    assert again.code == 0
    assert "planned already" in again.out
    shown = neuewege("meeting", "show", demo, "--meeting", planned["id"], *OPEN, "--json").document
    assert shown["start"] == "14:00"
    assert [item["seq"] for item in shown["items"] if not item["capped"]] == list(
        range(1, planned["items"] + 1)
    )


def test_a_holiday_is_told_and_an_unknown_municipality_refused(neuewege, demo):
    asked = ("--municipality", ZWINGENBERG, "--date", "2009-05-01", *OPEN)
    assert "public holiday" in neuewege("meeting", "plan", demo, *asked).out
    refused = neuewege("meeting", "plan", demo, "--municipality", "1", "--date", DAY, *OPEN)
    assert (refused.code, refused.out) == (1, "")


def test_what_is_shown_for_a_log_names_nobody(neuewege, demo, held):
    persons = neuewege("list", "persons", demo, *OPEN, "--json").document
    shown = neuewege("meeting", "show", demo, "--meeting", held, *OPEN)
    assert shown.code == 0
    assert not [p for p in persons if p["last_name"] in shown.out]
    document = neuewege("meeting", "show", demo, "--meeting", held, *OPEN, "--json").document
    assert document["items"][0]["decisions"][0]["responsible"] == "Frank Maurer"


@pytest.mark.parametrize("variant", ["internal", "pseudonym", "municipality"])
@pytest.mark.parametrize("paper", ["agenda", "minutes"])
def test_agenda_and_minutes_are_printed_for_each_reader(
    neuewege, demo, meeting, held, tmp_path, paper, variant
):
    number = meeting if paper == "agenda" else held
    asked = ("--meeting", number, "--variant", variant, "--out", "blatt.pdf", *OPEN)
    printed = neuewege("print", paper, demo, *asked)
    assert (printed.code, printed.err) == (0, "")
    assert "logged" in printed.out
    assert stat.S_IMODE((tmp_path / "blatt.pdf").stat().st_mode) == 0o600
    persons = neuewege("list", "persons", demo, *OPEN, "--json").document
    said = words(tmp_path / "blatt.pdf")
    named = [person for person in persons if person["last_name"] in said]
    assert bool(named) == (variant == "internal")


def test_folder_case_sheet_and_lists_are_printed(neuewege, demo, meeting, tmp_path):
    households = neuewege("list", "households", demo, *OPEN, "--json").document
    number = households[0]["household"]
    for command in (
        ("folder", demo, "--meeting", meeting),
        ("case-sheet", demo, "--household", number),
        ("tasks", demo),
        ("households", demo, "--municipality", ZWINGENBERG),
    ):
        out = f"{command[0]}.pdf"
        printed = neuewege("print", *command, "--out", out, *OPEN, "--json")
        assert printed.document["file"] == out
        assert words(tmp_path / out)
    assert number in words(tmp_path / "case-sheet.pdf")


def test_the_folder_is_for_nobody_but_the_team(neuewege, demo, meeting, tmp_path):
    asked = ("--meeting", meeting, "--variant", "municipality", "--out", "m.pdf", *OPEN)
    refused = neuewege("print", "folder", demo, *asked)
    assert refused.code == 1
    assert "only for the team" in refused.err
    assert not (tmp_path / "m.pdf").exists()


def test_no_file_is_overwritten_and_then_nothing_is_logged(neuewege, demo, meeting, tmp_path):
    (tmp_path / "da.pdf").write_text("schon da")
    asked = ("--meeting", meeting, "--variant", "internal", "--out", "da.pdf", *OPEN)
    refused = neuewege("print", "agenda", demo, *asked)
    assert (refused.code, refused.out) == (1, "")
    assert "exists already" in refused.err
    assert (tmp_path / "da.pdf").read_text() == "schon da"


def test_a_conference_that_is_not_there_is_refused(neuewege, demo, tmp_path):
    asked = ("--meeting", 4711, "--variant", "internal", "--out", "x.pdf", *OPEN)
    refused = neuewege("print", "minutes", demo, *asked)
    assert refused.code == 1
    assert "no longer here" in refused.err
    assert not (tmp_path / "x.pdf").exists()


def test_a_copy_is_logged_without_the_name_that_its_file_was_given(
    neuewege, workplace, writing, tmp_path
):
    asked = ("--out", "Meyer.pdf", *OPEN)
    assert neuewege("print", "households", "buero", *asked).code == 0
    with writing(ActLabel.SAVE) as writer:
        [copy] = writer.find(PaperCopy)
    assert (copy.paper, copy.variant, copy.way) == (
        PaperKind.HOUSEHOLDS,
        Variant.INTERNAL,
        CopyWay.SAVED,
    )
    assert "Meyer" not in copy.name


def test_a_line_that_names_somebody_is_refused_or_printed_as_proposed(
    neuewege, workplace, writing, tmp_path
):
    shutil.copy(SAMPLES / "s1_faulty_cp1252.csv", tmp_path / "liste.csv")
    assert neuewege("import", "buero", "liste.csv", "--as-of", "2009-04-02", *OPEN).code == 3
    asked = ("--municipality", ZWINGENBERG, "--date", DAY, *OPEN, "--json")
    number = neuewege("meeting", "plan", "buero", *asked).document["id"]
    with writing(ActLabel.SAVE) as writer:
        item = writer.find(AgendaItem, meeting=int(number))[0]
        case = writer.get(Case, item.case)
        head = writer.get(Person, writer.find(Membership, household=case.household)[0].person)
        writer.save(replace(item, discussion=f"Herr {head.name.last.upper()} ruft an."))
    printing = ("print", "minutes", "buero", "--meeting", number, "--variant", "pseudonym", *OPEN)
    refused = neuewege(*printing, "--out", "p.pdf")
    assert refused.code == 1
    assert head.name.last.upper() not in refused.err
    assert not (tmp_path / "p.pdf").exists()
    assert neuewege(*printing, "--out", "p.pdf", "--as-proposed").code == 0
    assert "HV ruft an." in words(tmp_path / "p.pdf")
