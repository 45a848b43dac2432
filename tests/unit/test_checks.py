"""What is wrong with a record is said at its field, with the way out."""

from __future__ import annotations

import datetime as dt

import pytest

from neuewege_desktop.domain.checks import Context, problems_of
from neuewege_desktop.domain.checks.rules import RULES
from neuewege_desktop.domain.choices.people import FamilyStatus, MemberRole
from neuewege_desktop.domain.choices.work import ActorKind, ParticipationState
from neuewege_desktop.domain.records import KINDS
from neuewege_desktop.domain.records.case import Case, Task
from neuewege_desktop.domain.records.catalogue import Team, User
from neuewege_desktop.domain.records.household import (
    ApprovalPeriod,
    Household,
    HouseholdAddress,
    Membership,
)
from neuewege_desktop.domain.records.measure import Measure, MeasureRun, Participation
from neuewege_desktop.domain.records.meeting import Meeting, MeetingSeries
from neuewege_desktop.domain.records.person import Person, PersonName
from neuewege_desktop.domain.records.town import Actor
from neuewege_desktop.domain.scopes import SHARED, case_scope, town_scope
from neuewege_desktop.domain.values import Period, PostalAddress

AGS = "06431022"
TODAY = dt.date(2009, 6, 1)
CASE, TOWN = case_scope(AGS), town_scope(AGS)
SINCE = Period(dt.date(2009, 4, 2))
HERE = 1  # the household
ULF, ANNA, MIA = 11, 12, 13


def found(record, **surroundings):
    """Return the fields with problems, those that block with an exclamation mark."""
    surroundings.setdefault("municipalities", frozenset({AGS}))
    problems = problems_of(record, Context(today=TODAY, **surroundings))
    assert all(problem.text.endswith(".") for problem in problems)
    return {problem.field + "!" * problem.blocks for problem in problems}


def household(**values):
    given = {"number": "43102BG0000101", "pseudonym": "ZW-001", "period": SINCE}
    return Household(id=HERE, scope=CASE, **{**given, **values})


def person(record=ULF, **values):
    given = {"name": PersonName("Täubchen", "Ulf"), "birth_date": dt.date(1962, 5, 12)}
    return Person(id=record, scope=CASE, **{**given, **values})


def member(of=ULF, role=MemberRole.HEAD, *, period=SINCE, household=HERE, **values):
    return Membership(
        id=100 + of,
        scope=CASE,
        household=household,
        person=of,
        role=role,
        period=period,
        **values,
    )


def address(**values):
    home = {"street": "Musterweg 1", "postcode": "64673", "town": "Zwingenberg", **values}
    ags = home.pop("ags", AGS)
    return HouseholdAddress(
        id=5, scope=CASE, household=HERE, address=PostalAddress(**home), ags=ags, period=SINCE
    )


def approval(record, start, end=None):
    return ApprovalPeriod(id=record, scope=CASE, household=HERE, period=Period(start, end))


def test_every_rule_belongs_to_a_kind_of_record():
    assert set(RULES) <= set(KINDS)


def test_a_household_as_it_should_be_has_no_problem():
    assert found(household()) == set()


@pytest.mark.parametrize(
    ("values", "problems"),
    [
        ({"number": "43102BG000010"}, {"number"}),
        ({"number": ""}, set()),
        ({"note": "x" * 501}, {"note"}),
        ({"persons_in_household": 1}, {"persons_in_household"}),
        ({"persons_in_household": 2}, set()),
    ],
)
def test_doubts_about_a_household_never_keep_it_from_being_saved(values, problems):
    members = (member(ULF), member(ANNA, MemberRole.PARTNER))
    assert found(household(**values), memberships=members) == problems


@pytest.mark.parametrize(
    ("day", "problems"),
    [
        (dt.date(1850, 1, 1), {"period.start!"}),
        (dt.date(2008, 4, 1), {"period.start!"}),
        (dt.date(2008, 4, 2), {"period.start"}),
        (dt.date(2009, 4, 1), {"period.start"}),
        (dt.date(2009, 4, 2), set()),
        (dt.date(2010, 6, 1), set()),
        (dt.date(2010, 6, 2), {"period.start!"}),
    ],
)
def test_a_mistyped_year_of_coming_into_the_project_is_refused_and_a_doubtful_day_told(
    day, problems
):
    project = Period(dt.date(2009, 4, 2), dt.date(2010, 12, 31))
    assert found(household(period=Period(day)), project=project) == problems


@pytest.mark.parametrize(
    ("values", "problems"),
    [
        ({}, set()),
        ({"name": PersonName("", " ")}, {"name.last!", "name.first!"}),
        ({"name": PersonName("x" * 101, "Ulf")}, {"name.last!"}),
        ({"name": PersonName("O’Neill-Ağaoğlu", "Zoë")}, set()),
        ({"birth_date": None}, {"birth_date"}),
        ({"birth_date": dt.date(2009, 6, 1)}, set()),
        ({"birth_date": dt.date(2009, 6, 2)}, {"birth_date!"}),
        ({"birth_date": dt.date(1898, 6, 2)}, set()),
        ({"birth_date": dt.date(1898, 6, 1)}, {"birth_date!"}),
        ({"death_date": dt.date(1962, 5, 11)}, {"death_date!"}),
        ({"death_date": dt.date(2009, 6, 2)}, {"death_date!"}),
        ({"client_number": "427D123456"}, set()),
        ({"client_number": "427d123456"}, {"client_number"}),
    ],
)
def test_what_is_wrong_with_a_person(values, problems):
    assert found(person(**values)) == problems


def test_a_client_number_that_somebody_else_bears_is_only_warned_of():
    assert found(person(client_number="427D123456"), number_is_taken=True) == {"client_number"}


@pytest.mark.parametrize(
    ("values", "problems"),
    [
        ({}, set()),
        ({"postcode": "6467"}, {"address.postcode!"}),
        ({"street": "", "town": ""}, {"address.street!", "address.town!"}),
        ({"ags": "06431999"}, {"ags!"}),
    ],
)
def test_what_is_wrong_with_an_address(values, problems):
    assert found(address(**values)) == problems


def test_two_addresses_at_one_time_are_warned_of():
    assert found(address(), addresses=(address(),)) == {"period.start"}


def test_approval_periods_may_follow_each_other_but_not_overlap():
    first = approval(1, dt.date(2009, 1, 1), dt.date(2009, 6, 30))
    assert (
        found(approval(2, dt.date(2009, 7, 1), dt.date(2009, 12, 31)), approvals=(first,)) == set()
    )
    overlapping = approval(2, dt.date(2009, 6, 30), dt.date(2009, 12, 31))
    assert found(overlapping, approvals=(first,)) == {"period.start!"}


def test_benefits_approved_for_more_than_a_year_are_warned_of():
    assert found(approval(1, dt.date(2009, 1, 1), dt.date(2009, 12, 31))) == set()
    assert found(approval(1, dt.date(2009, 1, 1), dt.date(2010, 1, 1))) == {"period.end"}
    assert found(approval(1, dt.date(2009, 1, 1))) == {"period.end"}


PERSONS = {
    ULF: person(ULF),
    ANNA: person(ANNA, name=PersonName("Täubchen", "Anna")),
    MIA: person(MIA, birth_date=dt.date(1990, 5, 12)),
}


def test_a_household_has_one_head_and_one_partner_at_a_time():
    couple = (member(ULF), member(ANNA, MemberRole.PARTNER))
    assert found(member(MIA), memberships=couple, persons=PERSONS) == {"role!"}
    partner = member(MIA, MemberRole.PARTNER)
    assert found(partner, memberships=couple, persons=PERSONS) == {"role!"}


def test_a_new_head_may_follow_on_the_day_after_the_old_one_left():
    old = member(ULF, period=Period(SINCE.start, dt.date(2009, 5, 31)))
    new = member(ANNA, period=Period(dt.date(2009, 6, 1)))
    assert found(new, memberships=(old,), persons=PERSONS) == set()
    assert found(old, memberships=(new,), persons=PERSONS) == set()


def test_a_member_of_a_household_without_head_is_warned_of():
    assert found(member(ANNA, MemberRole.PARTNER), persons=PERSONS) == {"role"}


def test_a_head_may_not_leave_the_others_unnoticed():
    leaving = member(ULF, period=Period(SINCE.start, dt.date(2009, 5, 31)))
    child = (member(MIA, MemberRole.CHILD_U25),)
    assert found(leaving, memberships=child, persons=PERSONS) == {"period.end"}
    assert found(leaving, persons=PERSONS) == set()


def test_nobody_belongs_to_two_households_unless_for_a_time():
    elsewhere = member(ULF, household=2)
    assert found(member(ULF), memberships=(elsewhere,)) == {"period.start!"}
    assert found(member(ULF, temporary=True), memberships=(elsewhere,)) == set()
    assert found(member(ULF), memberships=(member(ULF, household=2, temporary=True),)) == set()


def test_nobody_belongs_twice_to_one_household():
    twice = member(ULF, temporary=True)
    assert found(member(ULF), memberships=(twice,)) == {"period.start!"}


@pytest.mark.parametrize(
    ("birth", "status", "problems"),
    [
        (dt.date(1990, 1, 1), None, set()),
        (dt.date(1984, 4, 3), None, {"period.end"}),  # turned 25 since
        (dt.date(1984, 4, 2), None, {"role!"}),  # was 25 on the first day
        (dt.date(1990, 1, 1), FamilyStatus.MARRIED, {"role"}),
        (None, None, set()),
    ],
)
def test_a_child_is_unmarried_and_under_25(birth, status, problems):
    persons = {**PERSONS, MIA: person(MIA, birth_date=birth, family_status=status)}
    child = member(MIA, MemberRole.CHILD_U25)
    assert found(child, memberships=(member(ULF),), persons=persons) == problems


def test_parents_belong_to_a_young_head_only():
    parent = member(ANNA, MemberRole.PARENT)
    assert found(parent, memberships=(member(MIA),), persons=PERSONS) == set()
    assert found(parent, memberships=(member(ULF),), persons=PERSONS) == {"role"}
    partner = member(ULF, MemberRole.PARENT_PARTNER)
    assert found(partner, memberships=(member(MIA),), persons=PERSONS) == {"role"}
    assert found(partner, memberships=(member(MIA), parent), persons=PERSONS) == set()


@pytest.mark.parametrize(
    ("record", "problems"),
    [
        (
            Measure(id=1, scope=TOWN, instrument_version=0, name=""),
            {"name!", "instrument_version!"},
        ),
        (MeasureRun(id=1, scope=TOWN, measure=1, period=SINCE, places_total=-1), {"places_total!"}),
        (
            MeasureRun(
                id=1, scope=TOWN, measure=1, period=SINCE, places_total=2, places_reserved=3
            ),
            {"places_reserved"},
        ),
        (MeasureRun(id=1, scope=TOWN, measure=1, period=SINCE, hours_week=61), {"hours_week!"}),
        (
            Participation(
                id=1, scope=CASE, person=1, run=1, period=SINCE, state=ParticipationState.ENDED
            ),
            {"result_code!"},
        ),
        (
            Meeting(id=1, scope=TOWN, ags=AGS, day=TODAY, start=dt.time(10), end=dt.time(9, 30)),
            {"end!", "day"},  # Whit Monday
        ),
        (
            Meeting(id=1, scope=TOWN, ags=AGS, day=TODAY, start=dt.time(10), end=dt.time(10)),
            {"day"},  # it was over at once
        ),
        (Meeting(id=1, scope=TOWN, ags="", day=TODAY + dt.timedelta(1)), {"ags!"}),
        (
            MeetingSeries(
                id=1,
                scope=TOWN,
                team=1,
                weekday=0,
                start=dt.time(14),
                duration_min=20,
                max_items=0,
                period=Period(TODAY),
            ),
            {"town_min!", "max_items!"},
        ),
        (Task(id=1, scope=CASE, title="", due_on=TODAY), {"title!"}),
        (Actor(id=1, scope=TOWN, name="", actor=ActorKind.CLUB), {"name!"}),
        (User(id=1, scope=SHARED, name=" "), {"name!"}),
        (Team(id=1, scope=SHARED, municipality=1, name="", max_items=0), {"name!", "max_items!"}),
        (
            Case(
                id=1,
                scope=CASE,
                household=1,
                project=1,
                opened_on=TODAY,
                closed_on=dt.date(2009, 5, 1),
            ),
            {"closed_on!", "close_reason!"},
        ),
    ],
)
def test_what_is_wrong_with_the_records_of_daily_work(record, problems):
    assert found(record) == problems
