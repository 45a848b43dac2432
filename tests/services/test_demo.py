"""The example data: whole, consistent on any day, and nobody in them exists."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from offices import founded_in

from neuewege_desktop.domain.choices.work import MeetingStatus
from neuewege_desktop.domain.records import KINDS
from neuewege_desktop.domain.records.household import Household
from neuewege_desktop.domain.records.meeting import Meeting
from neuewege_desktop.domain.records.person import Person
from neuewege_desktop.domain.scopes import Family
from neuewege_desktop.services.agenda import propose_agenda
from neuewege_desktop.services.demo import make_demo
from neuewege_desktop.services.demo.towns import PILOTS
from neuewege_desktop.services.imports import import_list
from neuewege_desktop.store.verify import verify

DAYS = [dt.date(2009, 4, 20), dt.date(2010, 6, 15), dt.date(2026, 11, 24)]


def every(office, kind):
    with office.store.reading() as reader:
        return reader.find(kind)


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_each_pilot_has_released_conferences_behind_it_and_the_next_one_before_it(office, day):
    make_demo(office.store, office.author, day=day)
    for ags in PILOTS:
        meetings = [meeting for meeting in every(office, Meeting) if meeting.ags == ags]
        released = [m for m in meetings if m.status == MeetingStatus.RELEASED_MINUTES]
        planned = [m for m in meetings if m.status == MeetingStatus.PLANNED]
        assert len(released) >= 2
        assert all(meeting.day < day for meeting in released)
        assert [meeting.day >= day for meeting in planned] == [True]
    assert verify(office.store.database) == []


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_the_agenda_of_the_day_has_every_rule(office, day):
    make_demo(office.store, office.author, day=day)
    rules = {
        rule
        for ags in PILOTS
        for item in propose_agenda(office.store, ags, day)
        for rule in item.rules
    }
    assert rules == {"R01", "R02", "R03", "R05", "R06", "R20"}


def test_the_same_seed_invents_the_same_people(office, tmp_path):
    make_demo(office.store, office.author, day=DAYS[0], households=12, seed=7)
    first = [(p.name, p.birth_date, p.client_number) for p in every(office, Person)]
    other = tmp_path / "anders"
    other.mkdir()
    again = founded_in(other)
    make_demo(again.store, again.author, day=DAYS[0], households=12, seed=7)
    assert [(p.name, p.birth_date, p.client_number) for p in every(again, Person)] == first
    again.store.close()


def test_a_town_hall_would_find_no_client_in_what_it_may_hold(office):
    make_demo(office.store, office.author, day=DAYS[0])
    names = {person.name.last for person in every(office, Person)}
    names |= {household.number for household in every(office, Household)}
    texts = [
        str(value)
        for kind in KINDS.values()
        if kind.family != Family.CASE
        for record in every(office, kind.record)
        for value in (getattr(record, info.name) for info in kind.fields)
    ]
    assert not [text for text in texts for name in names if name in text]


def test_the_lists_of_the_district_never_meet_the_invented_numbers(office):
    make_demo(office.store, office.author, day=DAYS[0])
    report = import_list(office, Path("tests/data/samples/zwingenberg.csv"), DAYS[0])
    assert report.errors == []
    assert report.households.new == 110
    assert {w.field for w in report.warnings} <= {"fallmanager"}
