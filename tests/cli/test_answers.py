"""What commands answer: lists, agenda, history; documents for machines, tables for people."""

from __future__ import annotations

import datetime as dt

import pytest

from neuewege_desktop.domain.choices.people import MemberRole
from neuewege_desktop.domain.records.case import Case
from neuewege_desktop.domain.records.catalogue import Project
from neuewege_desktop.domain.records.household import ApprovalPeriod, Household, Membership
from neuewege_desktop.domain.records.meeting import Meeting
from neuewege_desktop.domain.records.person import Person, PersonName
from neuewege_desktop.domain.scopes import case_scope, town_scope
from neuewege_desktop.domain.values import Period
from neuewege_desktop.services.labels import ActLabel

OPEN = ("--password-file", "passwort")
ZWINGENBERG = "06431022"
TOWN = ("--municipality", ZWINGENBERG)
NUMBER = "43102BG0000101"
SINCE = dt.date(2009, 4, 2)
CLOSE = ("--date", "2009-04-20")


@pytest.fixture
def household(writing):
    """Write one household with its case, and the conference of the day."""
    with writing(ActLabel.SAVE) as writer:
        common = {"scope": case_scope(ZWINGENBERG)}
        person = Person(
            id=writer.new_id(),
            name=PersonName("Täubchen", "Ulf"),
            client_number="427D000101",
            birth_date=dt.date(1962, 5, 12),
            **common,
        )
        household = Household(
            id=writer.new_id(), number=NUMBER, pseudonym="ZW-001", period=Period(SINCE), **common
        )
        writer.add(
            person,
            household,
            Membership(
                id=writer.new_id(),
                household=household.id,
                person=person.id,
                role=MemberRole.HEAD,
                period=Period(SINCE),
                **common,
            ),
            Case(
                id=writer.new_id(),
                household=household.id,
                project=writer.find(Project)[0].id,
                opened_on=SINCE,
                **common,
            ),
            ApprovalPeriod(
                id=writer.new_id(),
                household=household.id,
                period=Period(dt.date(2008, 11, 1), dt.date(2009, 4, 30)),
                **common,
            ),
            Meeting(
                id=writer.new_id(),
                scope=town_scope(ZWINGENBERG),
                ags=ZWINGENBERG,
                day=dt.date(2009, 4, 20),
            ),
        )
    return household


def test_a_list_of_households_gives_codes_and_no_names(neuewege, household):
    answer = neuewege("list", "households", "buero", *TOWN, *OPEN, "--json")
    assert answer.document == [
        {
            "household": NUMBER,
            "municipality": ZWINGENBERG,
            "type": "SINGLE",
            "members": 1,
            "pseudonym": "ZW-001",
        }
    ]
    assert answer.err == ""


def test_a_list_of_persons_gives_the_household_and_role_of_the_day(neuewege, household):
    answer = neuewege("list", "persons", "buero", "--search", "taub", *OPEN, "--json")
    assert answer.document == [
        {
            "client_number": "427D000101",
            "last_name": "Täubchen",
            "first_name": "Ulf",
            "birth_date": "1962-05-12",
            "household": NUMBER,
            "role": "HEAD",
        }
    ]
    before = ("--as-of", "2009-04-01")
    (person,) = neuewege("list", "persons", "buero", *before, *OPEN, "--json").document
    assert (person["household"], person["role"]) == ("", None)


def test_a_list_of_meetings_gives_ids_as_text(neuewege, household):
    (meeting,) = neuewege("list", "meetings", "buero", *OPEN, "--json").document
    assert isinstance(meeting.pop("id"), str)
    assert meeting == {"municipality": ZWINGENBERG, "date": "2009-04-20", "status": "GEPLANT"}


def test_a_list_of_measures_may_be_empty(neuewege, household):
    answer = neuewege("list", "measures", "buero", *TOWN, *OPEN)
    assert (answer.code, answer.out) == (0, "0 measures\n")
    assert neuewege("list", "measures", "buero", *OPEN, "--json").document == []


def test_a_search_that_finds_nothing_is_no_failure(neuewege, household):
    answer = neuewege("list", "households", "buero", "--search", "zz", *OPEN, "--json")
    assert (answer.code, answer.document) == (0, [])


def test_an_unknown_municipality_is_refused(neuewege, household):
    refused = neuewege("list", "meetings", "buero", "--municipality", "1", *OPEN, "--json")
    assert (refused.code, refused.out) == (1, "")
    assert "municipality 1" in refused.err


def test_a_table_stands_in_columns_with_its_total_below(neuewege, household):
    lines = neuewege("list", "persons", "buero", *OPEN).out.splitlines()
    assert lines[0].startswith("Client number  Last name  First name  Born")
    assert lines[2].index("Täubchen") == lines[0].index("Last name")
    assert "12.05.1962" in lines[2]
    assert lines[-1] == "1 person"


def test_the_agenda_says_who_is_due_and_why_without_storing_anything(neuewege, household):
    before = neuewege("workplace", "info", "buero", *OPEN, "--json").document
    (item,) = neuewege("agenda", "buero", *TOWN, *CLOSE, *OPEN, "--json").document
    assert item == {
        "household": NUMBER,
        "rules": ["R05", "R01"],
        "priority": 1,
        "overdue_days": -10,
        "reasons": [
            "Approval period ends on 30.04.2009",
            "New in the project since 02.04.2009",
        ],
        "capped": False,
    }
    assert neuewege("workplace", "info", "buero", *OPEN, "--json").document == before


def test_an_agenda_can_be_limited_to_some_rules(neuewege, household):
    chosen = ("--rules", "R01, R06")
    (item,) = neuewege("agenda", "buero", *TOWN, *CLOSE, *chosen, *OPEN, "--json").document
    assert (item["rules"], item["overdue_days"]) == (["R01"], 18)
    refused = neuewege("agenda", "buero", *TOWN, *CLOSE, "--rules", "R99", *OPEN)
    assert refused.code == 1
    assert "R99" in refused.err


def test_the_agenda_of_a_person_has_a_heading_and_a_total(neuewege, household):
    lines = neuewege("agenda", "buero", *TOWN, *CLOSE, *OPEN).out.splitlines()
    assert lines[0] == "Proposed agenda: Zwingenberg, 20.04.2009"
    assert lines[-1] == "1 household is due"


@pytest.mark.parametrize("name", [NUMBER, "ZW-001"])
def test_the_history_of_a_household_tells_every_change(neuewege, household, name):
    lines = neuewege("history", "buero", name, *OPEN, "--json").document
    assert {line["kind"] for line in lines} == {
        "approval_period",
        "case",
        "household",
        "membership",
        "person",
    }
    (number,) = [line for line in lines if line["field"] == "number"]
    assert number["record"] == str(household.id)
    assert (number["old"], number["new"]) == (None, NUMBER)
    assert number["user"] == "Administration"
    assert dt.datetime.fromisoformat(number["at"]).date() == dt.date(2009, 4, 20)
    (member,) = [line for line in lines if line["field"] == "household" and line["kind"] == "case"]
    assert member["new"] == str(household.id)


def test_the_history_of_a_person_speaks_in_words(neuewege, household):
    answer = neuewege("history", "buero", NUMBER, *OPEN)
    assert "01.11.2008–30.04.2009" in answer.out
    assert "head of household" in answer.out
    assert "HEAD" not in answer.out


def test_an_unknown_household_is_refused(neuewege, household):
    refused = neuewege("history", "buero", "4711", *OPEN, "--json")
    assert (refused.code, refused.out) == (1, "")
    assert "4711" in refused.err


def test_an_act_is_taken_back_and_done_again(neuewege, household):
    undone = neuewege("undo", "buero", *OPEN, "--json")
    assert undone.document["undone"] == "save"
    assert neuewege("list", "households", "buero", *OPEN, "--json").document == []
    assert neuewege("undo", "buero", *OPEN).code == 1
    assert neuewege("redo", "buero", *OPEN).out == "Done again: Entry saved\n"
    assert len(neuewege("list", "households", "buero", *OPEN, "--json").document) == 1
    assert neuewege("redo", "buero", *OPEN).code == 1
