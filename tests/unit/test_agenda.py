from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from domain_vectors import VECTORS, day, period
from hypothesis import given
from hypothesis import strategies as st

from neuewege_desktop.base.errors import UserError
from neuewege_desktop.domain.agenda.facts import (
    AgreementFact,
    AppointmentFact,
    CaseFacts,
    FlagFact,
    FollowUpFact,
)
from neuewege_desktop.domain.agenda.meeting import Thresholds
from neuewege_desktop.domain.agenda.proposal import due_items
from neuewege_desktop.domain.agenda.rules import RULES, rules_named
from neuewege_desktop.domain.choices.work import AgreementKind, AppointmentStatus, Phase
from neuewege_desktop.domain.law.agreements import review_due
from neuewege_desktop.services.catalogue import terms

AGENDA = VECTORS["agenda"]
MEETING, NEXT = day(AGENDA["meeting"]), day(AGENDA["next"])
MISSED, ATTENDED = AppointmentStatus.MISSED, AppointmentStatus.ATTENDED
QUIET = CaseFacts(household="Z10", opened_on=day("2009-04-02"), phase=Phase.IMPLEMENTATION)


def appointment(when, status, decided=False, person=1):
    start = dt.datetime.combine(day(when), dt.time(10))
    return AppointmentFact(person, start, status, decided)


def facts(row):
    case = replace(QUIET, household=row["bg"])
    if "opened" in row:
        case = replace(case, opened_on=day(row["opened"]), phase=Phase.PROPOSED)
    if "agreement_from" in row:
        review = review_due(day(row["agreement_from"]))
        case = replace(case, agreements=(AgreementFact(AgreementKind.EGV, review),))
    if "bwz_to" in row:
        case = replace(case, approvals=(period("2008-12-01", row["bwz_to"]),))
    if "no_show" in row:
        case = replace(case, appointments=(appointment(row["no_show"], MISSED),))
    if "follow_up" in row:
        case = replace(case, follow_ups=(FollowUpFact(day(row["follow_up"]), "Rücksprache"),))
    return case


ZWINGENBERG = tuple(facts(row) for row in AGENDA["input"])


def agenda(*cases, meeting=MEETING, thresholds=None, rules=RULES):
    following = meeting + dt.timedelta(days=7)
    return due_items(cases, meeting, following, thresholds or Thresholds(), terms(), rules)


def only(case, meeting=MEETING):
    (item,) = agenda(case, meeting=meeting)
    return item


def test_zwingenberg_gets_the_agenda_of_the_specification():
    found = [
        {
            "bg": item.household,
            "rules": list(item.rules),
            "prio": item.priority,
            "ref": item.reference_day.isoformat(),
            "overdue_days": item.overdue_days,
        }
        for item in due_items(ZWINGENBERG, MEETING, NEXT, Thresholds(), terms())
    ]
    assert found == AGENDA["expected"]


def test_reasons_read_as_a_clerk_would_say_them():
    texts = [item.reasons[0].text for item in agenda(*ZWINGENBERG)]
    assert texts == [
        "Review of Eingliederungsvereinbarung due on 13.04.2009",
        "Appointment on 15.04.2009 not kept (no. 1 in a row)",
        "Approval period ends on 30.04.2009",
        "New in the project since 02.04.2009",
        "Review of Eingliederungsvereinbarung due on 27.04.2009",
        "Follow-up of 24.04.2009: Rücksprache",
        "Approval period ends on 31.05.2009",
    ]


def test_a_case_already_discussed_or_well_under_way_is_not_new():
    new = replace(QUIET, phase=Phase.INVITED)
    assert agenda(new)
    assert not agenda(replace(new, last_discussed=day("2009-04-13")))
    assert not agenda(QUIET)


@pytest.mark.parametrize(
    ("due", "priority"), [("2009-04-26", 3), ("2009-04-13", 3), ("2009-04-12", 1)]
)
def test_a_follow_up_becomes_urgent_when_more_than_a_week_overdue(due, priority):
    assert only(replace(QUIET, follow_ups=(FollowUpFact(day(due), "x"),))).priority == priority


def test_a_follow_up_due_at_the_next_meeting_waits_for_it():
    assert not agenda(replace(QUIET, follow_ups=(FollowUpFact(NEXT, "x"),)))


@pytest.mark.parametrize(
    ("due", "priority"), [("2009-05-18", 2), ("2009-04-20", 2), ("2009-04-19", 1)]
)
def test_a_review_is_urgent_once_its_day_is_past(due, priority):
    agreement = AgreementFact(AgreementKind.EGV, day(due))
    assert only(replace(QUIET, agreements=(agreement,))).priority == priority
    assert not agenda(
        replace(QUIET, agreements=(replace(agreement, review_due=day("2009-05-19")),))
    )


def test_the_review_of_a_later_plan_uses_the_word_of_its_time():
    plan = AgreementFact(AgreementKind.COOPERATION_PLAN, day("2026-11-24"))
    item = only(replace(QUIET, agreements=(plan,)), meeting=day("2026-11-23"))
    assert item.reasons[0].text == "Review of Kooperationsplan due on 24.11.2026"


@pytest.mark.parametrize(
    ("end", "priority"),
    [("2009-06-01", 3), ("2009-05-05", 3), ("2009-05-04", 1), ("2009-03-31", 1)],
)
def test_the_end_of_an_approval_is_urgent_two_weeks_ahead_and_ever_after(end, priority):
    assert only(replace(QUIET, approvals=(period("2008-12-01", end),))).priority == priority


def test_an_approval_that_is_already_continued_does_not_end():
    ending, follow_on = period("2008-11-01", "2009-04-30"), period("2009-05-01", "2009-10-31")
    assert not agenda(replace(QUIET, approvals=(follow_on, ending)))
    assert not agenda(replace(QUIET, approvals=(ending, period("2009-05-01", None))))


def test_a_gap_before_the_follow_on_approval_is_noticed():
    ending, after_a_gap = period("2008-11-01", "2009-04-30"), period("2009-06-01", "2009-11-30")
    for meeting in (MEETING, day("2009-05-11")):
        item = only(replace(QUIET, approvals=(ending, after_a_gap)), meeting=meeting)
        assert item.reference_day == day("2009-04-30")
    assert not agenda(replace(QUIET, approvals=(ending, after_a_gap)), meeting=day("2009-06-01"))


def test_an_approval_that_has_not_begun_counts_too():
    assert only(replace(QUIET, approvals=(period("2009-05-01", "2009-05-31"),))).rules == ("R05",)


def test_missed_appointments_are_counted_until_somebody_came():
    case = replace(
        QUIET,
        appointments=(
            appointment("2009-04-15", MISSED),
            appointment("2009-04-08", AppointmentStatus.CANCELLED),
            appointment("2009-04-01", MISSED, decided=True),
            appointment("2009-03-25", ATTENDED),
            appointment("2009-03-18", MISSED),
            appointment("2009-04-29", AppointmentStatus.INVITED),
        ),
    )
    assert only(case).reasons[0].text == "Appointment on 15.04.2009 not kept (no. 2 in a row)"


@pytest.mark.parametrize(
    "latest",
    [
        appointment("2009-04-15", MISSED, decided=True),
        appointment("2009-04-15", AppointmentStatus.EXCUSED),
        appointment("2009-04-15", AppointmentStatus.ATTENDED_LATE),
    ],
)
def test_an_appointment_decided_on_excused_or_kept_late_is_settled(latest):
    earlier = appointment("2009-04-08", MISSED)
    assert not agenda(replace(QUIET, appointments=(earlier, latest)))


def test_one_member_who_came_does_not_settle_what_another_missed():
    came, missed = appointment("2009-04-16", ATTENDED), appointment("2009-04-15", MISSED, person=2)
    assert only(replace(QUIET, appointments=(came, missed))).rules == ("R06",)


def test_a_flag_says_who_raised_it():
    flag = FlagFact(day("2009-04-14"), "Frank Maurer", "bitte besprechen")
    item = only(replace(QUIET, flags=(flag,)))
    assert item.reasons[0].text == "Frank Maurer: bitte besprechen"
    assert (item.priority, item.overdue_days) == (2, 6)


def test_all_reasons_are_listed_and_the_most_urgent_leads():
    case = replace(
        QUIET,
        approvals=(period("2008-12-01", "2009-05-31"),),
        follow_ups=(FollowUpFact(day("2009-04-24"), "b"), FollowUpFact(day("2009-04-01"), "a")),
        appointments=(appointment("2009-04-15", MISSED),),
    )
    item = only(case)
    assert [(reason.rule, reason.priority) for reason in item.reasons] == [
        ("R02", 1),
        ("R06", 1),
        ("R02", 3),
        ("R05", 3),
    ]
    assert item.rules == ("R02", "R06", "R05")
    assert (item.reference_day, item.overdue_days) == (day("2009-04-01"), 19)


def test_an_item_that_had_to_wait_comes_back_one_step_more_urgent():
    postponed = replace(ZWINGENBERG[1], waiting=())
    item = only(postponed, meeting=NEXT)
    assert (item.household, item.priority, item.overdue_days) == ("Z02", 1, 0)
    assert only(replace(ZWINGENBERG[2], waiting=())).priority == 1


def test_who_was_discussed_longest_ago_comes_first_and_never_is_longest():
    flag = FlagFact(MEETING, "Frank Maurer", "x")
    flagged = replace(QUIET, flags=(flag,))
    cases = [
        replace(flagged, household="A", last_discussed=day("2009-04-13")),
        replace(flagged, household="C"),
        replace(flagged, household="B"),
        replace(flagged, household="D", last_discussed=day("2009-04-06")),
    ]
    assert [item.household for item in agenda(*cases)] == ["B", "C", "D", "A"]


def test_what_does_not_fit_into_the_meeting_is_listed_as_capped():
    items = agenda(*ZWINGENBERG, thresholds=Thresholds(max_items=5))
    assert [item.capped for item in items] == [False] * 5 + [True] * 2


def test_an_agenda_of_some_rules_leaves_the_others_out():
    items = agenda(*ZWINGENBERG, rules=rules_named(["R05", "R01"]))
    assert [item.household for item in items] == ["Z04", "Z01", "Z05"]


def test_an_unknown_rule_is_refused_with_the_rules_there_are():
    with pytest.raises(UserError, match=r"R99.*R01, R02, R03, R05, R06, R18, R20"):
        rules_named(["R01", "R99"])


DAYS = st.dates(MEETING - dt.timedelta(days=60), MEETING + dt.timedelta(days=60))


@st.composite
def cases(draw):
    numbers = draw(st.lists(st.integers(1, 99), unique=True, max_size=8))
    return [
        replace(
            QUIET,
            household=f"43102BG00000{number:02d}",
            phase=draw(st.sampled_from(Phase)),
            last_discussed=draw(st.none() | DAYS),
            waiting=draw(st.sampled_from([None, ()])),
            follow_ups=tuple(FollowUpFact(d, "x") for d in draw(st.lists(DAYS, max_size=3))),
            flags=tuple(FlagFact(d, "x", "y") for d in draw(st.lists(DAYS, max_size=1))),
        )
        for number in numbers
    ]


@given(cases(), st.randoms())
def test_the_order_does_not_depend_on_where_the_cases_came_from(found, random):
    shuffled = list(found)
    random.shuffle(shuffled)
    assert agenda(*shuffled) == agenda(*found)


@given(cases())
def test_no_item_stands_before_a_more_urgent_one(found):
    items = agenda(*found)
    assert [item.priority for item in items] == sorted(item.priority for item in items)
    assert all(item.priority >= 1 and item.reasons for item in items)
