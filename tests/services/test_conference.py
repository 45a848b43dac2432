"""Monday's conference at the service desk: agenda, talk, decisions, minutes, correction (S2)."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from nine_households import CASE, MEETING, TOWN, ZWINGENBERG, enter_nine

from neuewege_desktop.base.errors import UserError
from neuewege_desktop.domain.choices.papers import PaperKind, Variant
from neuewege_desktop.domain.choices.work import (
    AttendanceStatus,
    DecisionKind,
    GuestBasis,
    ItemState,
    MeetingPart,
    MeetingStatus,
    PromiseOutcome,
    TaskKind,
    TaskState,
)
from neuewege_desktop.domain.records.case import Task
from neuewege_desktop.domain.records.catalogue import Municipality, Team, User
from neuewege_desktop.domain.records.meeting import Attendance, Meeting, MeetingSeries
from neuewege_desktop.domain.records.minutes import GuestClearance
from neuewege_desktop.domain.scopes import SHARED
from neuewege_desktop.domain.values import Period
from neuewege_desktop.services.conference.agenda import (
    add_household,
    add_topic,
    add_town_topic,
    drop_item,
    move_item,
    take_in,
)
from neuewege_desktop.services.conference.answering import answer_promise
from neuewege_desktop.services.conference.deciding import decide, new_decision
from neuewege_desktop.services.conference.holding import (
    DecisionNeeded,
    begin,
    clear_guests,
    end,
    finish_item,
    finish_town_item,
    note,
    postpone_item,
    postpone_town_item,
    set_attendance,
)
from neuewege_desktop.services.conference.minutes import (
    CorrectionLine,
    PaperToIssue,
    as_issued,
    check,
    correct,
    gaps,
    issued_papers,
    release,
)
from neuewege_desktop.services.conference.planning import (
    cancel_meeting,
    move_meeting,
    plan_meeting,
    save_series,
)
from neuewege_desktop.services.conference.proposing import propose
from neuewege_desktop.services.conference.reading import conference_file
from neuewege_desktop.services.entries import NEW
from neuewege_desktop.services.history import undo
from neuewege_desktop.services.labels import ActLabel

WEEK = dt.timedelta(7)
ORDER = ["Z03", "Z06", "Z04", "Z01", "Z02", "Z07", "Z05"]
DECIDED = {
    "Z03": (DecisionKind.AGREEMENT, "EGV neu vereinbaren", dt.date(2009, 4, 29)),
    "Z06": (DecisionKind.INVITE, "erneut einladen mit RFB", dt.date(2009, 4, 24)),
    "Z04": (DecisionKind.BENEFITS, "Weiterbewilligungsantrag anmahnen", dt.date(2009, 4, 22)),
    "Z01": (DecisionKind.INVITE, "Erstgespräch einladen", dt.date(2009, 4, 24)),
    "Z07": (DecisionKind.MEASURE, "AGH-Platz anfragen", dt.date(2009, 5, 4)),
    "Z05": (DecisionKind.OBSERVE, "beobachten", dt.date(2009, 5, 11)),
}
AT = dt.datetime(2009, 4, 20, 16, 0, tzinfo=dt.UTC)


@pytest.fixture
def office(office):
    return replace(office, today=MEETING)


@pytest.fixture
def cases(office):
    return enter_nine(office)


def planned(office, day=MEETING):
    meeting = Meeting(id=NEW, scope=TOWN, ags=ZWINGENBERG, day=day, start=dt.time(14))
    plan_meeting(office, meeting)
    with office.store.reading() as reader:
        return max(reader.find(Meeting), key=lambda found: found.id).id


def all_of(office, kind):
    with office.store.reading() as reader:
        return reader.find(kind)


def on_agenda(office, meeting):
    return [line.name for line in conference_file(office, meeting).items]


def line_of(office, meeting, name):
    file = conference_file(office, meeting)
    return next(line for line in (*file.items, *file.capped) if line.name == name)


def add_user(office, name):
    with office.store.writing(ActLabel.USER, office.author) as writer:
        user = User(id=writer.new_id(), scope=SHARED, name=name)
        writer.add(user)
    return user.id


@pytest.fixture
def meeting(office, cases):
    found = planned(office)
    propose(office, found)
    return found


@pytest.fixture
def held(office, meeting):
    """Hold the conference of the specification: six decisions, Z02 postponed, one topic."""
    taker = add_user(office, "Tim Weber")
    with office.store.writing(ActLabel.SAVE, office.author) as writer:
        found = writer.get(Meeting, meeting)
        writer.save(replace(found, chair=office.author, minute_taker=taker))
    add_town_topic(office, meeting, "Plätze am Bauhof")
    begin(office, meeting, dt.time(14))
    attend(office, meeting, office.author)
    for name in ORDER:
        line = line_of(office, meeting, name)
        if name == "Z02":
            postpone_item(office, line.item, "Unterlagen fehlen")
            continue
        note(office, line.item, f"Stand von {name} besprochen.")
        kind, text, due = DECIDED[name]
        decision = new_decision(line.item, kind, office.author)
        decide(office, line.item, replace(decision, text=text, due_on=due))
        finish_item(office, line.item, 5)
    topic = conference_file(office, meeting).town_items[0].item
    note(office, topic, "Drei Plätze sind frei.")
    finish_town_item(office, topic)
    end(office, meeting, dt.time(15, 30))
    return meeting


def attend(office, meeting, user=None, **more):
    attendance = Attendance(
        id=NEW,
        scope=TOWN,
        meeting=meeting,
        user=user,
        status=AttendanceStatus.PRESENT,
        part=MeetingPart.INTERNAL,
    )
    set_attendance(office, replace(attendance, **more))


PAPERS = [
    PaperToIssue(variant=variant, title="Protokoll", name=f"p_{variant}.pdf", content=content)
    for variant, content in ((Variant.INTERNAL, b"%PDF-I"), (Variant.MUNICIPALITY, b"%PDF-K"))
]


def released(office, meeting):
    check(office, meeting)
    release(office, meeting, PAPERS, {office.author}, AT)
    return meeting


def test_the_agenda_proposes_the_households_in_the_order_of_the_specification(office, meeting):
    assert on_agenda(office, meeting) == ORDER
    assert line_of(office, meeting, "Z03").reasons == (
        "Review of Eingliederungsvereinbarung due on 13.04.2009",
    )


def test_proposing_again_changes_nothing(office, meeting):
    assert not propose(office, meeting).changed


def test_an_item_moved_by_hand_stays_where_it_was_put_until_everything_is_ordered_anew(
    office, meeting
):
    move_item(office, line_of(office, meeting, "Z05").item.id, 1)
    propose(office, meeting)
    assert on_agenda(office, meeting)[0] == "Z05"
    propose(office, meeting, anew=True)
    assert on_agenda(office, meeting) == ORDER


def test_a_household_put_on_the_agenda_by_hand_says_who_wanted_it_and_why(office, cases, meeting):
    add_household(office, meeting, cases["Z09"].id, "bittet um Beratung")
    assert on_agenda(office, meeting)[-1] == "Z09"
    assert line_of(office, meeting, "Z09").reasons == ("Anna Berg: bittet um Beratung",)
    with pytest.raises(UserError, match="already"):
        add_household(office, meeting, cases["Z09"].id, "noch einmal")


def test_a_dropped_item_needs_a_reason_and_comes_back_more_urgent(office, meeting):
    item = line_of(office, meeting, "Z02").item
    with pytest.raises(UserError, match="why"):
        drop_item(office, item.id, " ")
    drop_item(office, item.id, "wird am Telefon geklärt")
    begin(office, meeting, dt.time(14))
    later = planned(office, MEETING + WEEK)
    propose(office, later)
    assert line_of(office, later, "Z02").item.priority == 1


def test_what_the_conference_has_no_room_for_stands_below_the_line_and_comes_back(office, cases):
    town = next(t for t in all_of(office, Municipality) if t.ags == ZWINGENBERG)
    team = next(t for t in all_of(office, Team) if t.municipality == town.id)
    series = MeetingSeries(
        id=NEW,
        scope=TOWN,
        team=team.id,
        weekday=0,
        start=dt.time(14),
        max_items=5,
        period=Period(MEETING),
    )
    save_series(office, series)
    first, second = sorted(all_of(office, Meeting), key=lambda found: found.day)[:2]
    propose(office, first.id)
    file = conference_file(office, first.id)
    assert [line.name for line in file.items] == ORDER[:5]
    assert [line.name for line in file.capped] == ORDER[5:]
    take_in(office, file.capped[0].item.id)
    assert on_agenda(office, first.id) == ORDER[:6]
    begin(office, first.id, dt.time(14))
    propose(office, second.id)
    assert line_of(office, second.id, "Z05").item.priority == 2


def test_a_series_skips_the_holidays_of_hesse_and_is_not_planned_twice(office):
    town = next(t for t in all_of(office, Municipality) if t.ags == ZWINGENBERG)
    team = next(t for t in all_of(office, Team) if t.municipality == town.id)
    series = MeetingSeries(
        id=NEW,
        scope=TOWN,
        team=team.id,
        weekday=0,
        start=dt.time(14),
        period=Period(dt.date(2009, 4, 6)),
    )
    save_series(replace(office, today=dt.date(2009, 4, 6)), series)
    days = [found.day for found in all_of(office, Meeting)]
    assert dt.date(2009, 4, 6) in days
    assert dt.date(2009, 4, 13) not in days  # Easter Monday
    assert dt.date(2009, 6, 1) not in days  # Whit Monday
    [kept] = all_of(office, MeetingSeries)
    assert not save_series(replace(office, today=dt.date(2009, 4, 6)), kept).changed


def test_a_changed_series_takes_its_untouched_conferences_along(office):
    office = replace(office, today=dt.date(2009, 4, 6))
    town = next(t for t in all_of(office, Municipality) if t.ags == ZWINGENBERG)
    team = next(t for t in all_of(office, Team) if t.municipality == town.id)
    series = MeetingSeries(
        id=NEW,
        scope=TOWN,
        team=team.id,
        weekday=0,
        start=dt.time(14),
        period=Period(dt.date(2009, 4, 6)),
    )
    save_series(office, series)
    first, second, *_others = sorted(all_of(office, Meeting), key=lambda found: found.day)
    add_town_topic(office, first.id, "Kita")
    moved = second.day + dt.timedelta(1)
    move_meeting(office, second.id, moved, dt.time(9), None)
    [kept] = all_of(office, MeetingSeries)
    save_series(office, replace(kept, weekday=3, start=dt.time(10)))
    days = {found.day: found.start for found in all_of(office, Meeting)}
    assert days[first.day] == dt.time(14)
    assert days[moved] == dt.time(9)
    assert {day.weekday() for day in days} - {first.day.weekday(), moved.weekday()} == {3}
    assert dt.date(2009, 5, 21) not in days  # Ascension Day


def test_a_moved_conference_takes_its_agenda_along_and_a_cancelled_one_gives_it_back(
    office, meeting
):
    move_meeting(office, meeting, MEETING + dt.timedelta(1), dt.time(9), None)
    assert on_agenda(office, meeting) == ORDER
    with pytest.raises(UserError, match="why"):
        cancel_meeting(office, meeting, "")
    cancel_meeting(office, meeting, "Grippe")
    later = planned(office, MEETING + WEEK)
    propose(office, later)
    assert set(on_agenda(office, later)) >= set(ORDER)


def test_decisions_become_tasks_at_once_and_observing_brings_the_household_back(office, held):
    tasks = [task for task in all_of(office, Task) if task.decision is not None]
    due = sorted((t.due_on, t.title) for t in tasks if t.task == TaskKind.TASK)
    assert due == sorted((due, text) for _kind, text, due in DECIDED.values())
    [again] = [task for task in tasks if task.task == TaskKind.FOLLOW_UP]
    assert again.due_on == dt.date(2009, 5, 11)


def test_a_postponed_household_is_the_first_priority_next_week(office, held):
    later = planned(office, MEETING + WEEK)
    propose(office, later)
    assert line_of(office, later, "Z02").item.priority == 1


def test_an_open_promise_must_be_answered_before_the_item_is_finished(office, held):
    later = planned(office, dt.date(2009, 5, 4))
    propose(office, later)
    line = line_of(office, later, "Z04")
    begin(office, later, dt.time(14))
    assert [promise.task.title for promise in line.promises] == [DECIDED["Z04"][1]]
    with pytest.raises(UserError, match="no answer"):
        finish_item(office, line.item)
    with pytest.raises(UserError, match="why"):
        answer_promise(office, line.item, line.promises[0], PromiseOutcome.DROPPED)
    answer_promise(office, line.item, line.promises[0], PromiseOutcome.KEPT)
    finish_item(office, line.item)
    assert line_of(office, later, "Z04").item.state == ItemState.DISCUSSED


def test_a_promise_with_a_new_date_is_answered_here_and_asked_about_next_time(office, held):
    later, next_one = (planned(office, dt.date(2009, 5, 4) + n * WEEK) for n in range(2))
    propose(office, later)
    begin(office, later, dt.time(14))
    line = line_of(office, later, "Z04")
    new = dt.date(2009, 5, 8)
    answer_promise(office, line.item, line.promises[0], PromiseOutcome.NEW_DATE, new_due=new)
    assert not line_of(office, later, "Z04").promises
    finish_item(office, line.item)
    propose(office, next_one)
    [again] = line_of(office, next_one, "Z04").promises
    assert (again.task.due_on, again.moved) == (new, 1)


def test_a_third_new_date_asks_for_a_decision(office, held):
    for count in range(4):
        monday = dt.date(2009, 5, 4) + count * WEEK
        later = planned(office, monday)
        propose(office, later)
        begin(office, later, dt.time(14))
        line = line_of(office, later, "Z04")
        new = monday + dt.timedelta(3)
        if count < 2:
            answer_promise(
                office, line.item, line.promises[0], PromiseOutcome.NEW_DATE, new_due=new
            )
            continue
        with pytest.raises(UserError, match="decide"):
            answer_promise(
                office, line.item, line.promises[0], PromiseOutcome.NEW_DATE, new_due=new
            )
        reason = "wartet auf das Amt"
        answer_promise(
            office,
            line.item,
            line.promises[0],
            PromiseOutcome.NEW_DATE,
            new_due=new,
            reason=reason,
        )


def test_a_household_put_off_a_third_time_asks_for_a_decision(office, meeting):
    current = meeting
    for count in range(3):
        begin(office, current, dt.time(14))
        item = line_of(office, current, "Z02").item
        if count == 2:
            with pytest.raises(DecisionNeeded, match="2 times"):
                postpone_item(office, item, "")
        postpone_item(office, item, "keine Zeit" if count == 2 else "")
        current = planned(office, MEETING + (count + 1) * WEEK)
        propose(office, current)


def test_a_guest_in_the_internal_part_blocks_until_the_question_is_answered(office, meeting):
    begin(office, meeting, dt.time(14))
    attend(office, meeting, guest="Karin Stein", external=True)
    line = line_of(office, meeting, "Z03")
    with pytest.raises(UserError, match="Karin Stein"):
        finish_item(office, line.item)
    clear_guests(office, line.item, GuestBasis.CONSENT, dt.time(14, 5))
    finish_item(office, line.item)
    [clearance] = all_of(office, GuestClearance)
    assert (clearance.scope, clearance.basis) == (CASE, GuestBasis.CONSENT)
    other = line_of(office, meeting, "Z06")
    with pytest.raises(UserError, match="Karin Stein"):
        finish_item(office, other.item)
    clear_guests(office, other.item, GuestBasis.LEFT, dt.time(14, 10))
    finish_item(office, other.item)
    assert not conference_file(office, meeting).guests_in_part_a


def test_a_conference_that_begins_plans_its_series_on(office):
    town = next(t for t in all_of(office, Municipality) if t.ags == ZWINGENBERG)
    team = next(t for t in all_of(office, Team) if t.municipality == town.id)
    series = MeetingSeries(
        id=NEW, scope=TOWN, team=team.id, weekday=0, start=dt.time(14), period=Period(MEETING)
    )
    save_series(office, series)
    last = max(all_of(office, Meeting), key=lambda found: found.day)
    begin(replace(office, today=last.day), last.id, dt.time(14))
    assert max(found.day for found in all_of(office, Meeting)) > last.day


def test_an_item_nobody_got_to_can_be_dropped_while_the_minutes_are_written(office, meeting):
    begin(office, meeting, dt.time(14))
    end(office, meeting, dt.time(15))
    drop_item(office, line_of(office, meeting, "Z02").item.id, "keine Zeit mehr")
    assert line_of(office, meeting, "Z02").item.state == ItemState.DROPPED


def test_what_was_decided_about_a_topic_of_the_team_comes_back_until_it_is_answered(
    office, meeting
):
    add_topic(office, meeting, "Urlaubsvertretung")
    begin(office, meeting, dt.time(14))
    topic = line_of(office, meeting, "Urlaubsvertretung").item
    decision = new_decision(topic, DecisionKind.OTHER, office.author)
    due = MEETING + dt.timedelta(3)
    decide(office, topic, replace(decision, text="Plan aushängen", due_on=due))
    finish_item(office, topic)
    end(office, meeting, dt.time(15))
    later = planned(office, MEETING + WEEK)
    propose(office, later)
    begin(office, later, dt.time(14))
    line = line_of(office, later, "Urlaubsvertretung")
    with pytest.raises(UserError, match="no answer"):
        finish_item(office, line.item)
    answer_promise(office, line.item, line.promises[0], PromiseOutcome.KEPT)
    finish_item(office, line.item)
    again = planned(office, MEETING + 2 * WEEK)
    propose(office, again)
    assert "Urlaubsvertretung" not in on_agenda(office, again)


def test_a_guest_who_stays_until_an_hour_that_lies_ahead_is_still_in_the_room(office, meeting):
    begin(office, meeting, dt.time(14))
    attend(office, meeting, guest="Karin Stein", external=True, end=dt.time(15))
    with pytest.raises(UserError, match="Karin Stein"):
        finish_item(office, line_of(office, meeting, "Z03").item)


def test_topics_that_were_put_off_come_back_too(office, meeting):
    add_topic(office, meeting, "Urlaubsvertretung")
    add_town_topic(office, meeting, "Plätze am Bauhof")
    add_town_topic(office, meeting, "Kita-Plätze")
    begin(office, meeting, dt.time(14))
    first, second = (line.item for line in conference_file(office, meeting).town_items)
    postpone_town_item(office, first, "keine Zeit")
    finish_town_item(office, second)
    end(office, meeting, dt.time(15))
    later = planned(office, MEETING + WEEK)
    propose(office, later)
    file = conference_file(office, later)
    assert [line.item.topic for line in file.town_items] == ["Plätze am Bauhof"]
    assert "Urlaubsvertretung" in [line.name for line in file.items]
    assert not propose(office, later).changed


def test_what_is_missing_in_the_minutes_is_listed_and_they_are_not_checked(office, meeting):
    begin(office, meeting, dt.time(14))
    assert len(gaps(office, meeting)) >= len(ORDER)
    end(office, meeting, dt.time(15))
    with pytest.raises(UserError, match="not complete"):
        check(office, meeting)


def test_whoever_took_the_minutes_does_not_release_them_where_somebody_else_can(office, held):
    check(office, held)
    other = add_user(office, "Frank Maurer")
    with office.store.reading() as reader:
        taker = reader.get(Meeting, held).minute_taker
    as_taker = replace(office, author=taker)
    with pytest.raises(UserError, match="minutes"):
        release(as_taker, held, PAPERS, {taker, other}, AT)
    with pytest.raises(UserError, match="chair"):
        release(replace(office, author=other), held, PAPERS, {office.author, other}, AT)


def test_released_minutes_are_frozen_and_printed_again_as_issued(office, held):
    released(office, held)
    with office.store.reading() as reader:
        assert reader.get(Meeting, held).status == MeetingStatus.RELEASED_MINUTES
    with pytest.raises(UserError, match="released"):
        note(office, line_of(office, held, "Z03").item, "anders")
    with pytest.raises(UserError, match="undone"):
        undo(office)
    papers = issued_papers(office, held)
    assert [as_issued(office, paper) for paper in papers] == [b"%PDF-I", b"%PDF-K"]
    assert [paper.scope for paper in papers] == [CASE, TOWN]


def test_a_change_after_the_check_needs_a_new_check(office, held):
    check(office, held)
    note(office, line_of(office, held, "Z03").item, "doch anders")
    with pytest.raises(UserError, match="check"):
        release(office, held, PAPERS, {office.author}, AT)


def test_a_correction_is_numbered_and_leaves_the_minutes_as_they_are(office, held):
    item = line_of(office, held, "Z03").item
    with pytest.raises(UserError, match="not released"):
        correct(office, held, [CorrectionLine(item, "richtig")], "Tippfehler", [], AT)
    released(office, held)
    for number in (1, 2):
        correct(office, held, [CorrectionLine(item, "richtig")], "Tippfehler", PAPERS[:1], AT)
        paper = issued_papers(office, held)[-1]
        assert (paper.paper, paper.number) == (PaperKind.CORRECTION, number)
    assert line_of(office, held, "Z03").item.discussion == "Stand von Z03 besprochen."


def test_a_task_decided_by_mistake_goes_with_its_decision_when_it_is_taken_back(office, meeting):
    begin(office, meeting, dt.time(14))
    line = line_of(office, meeting, "Z03")
    decision = new_decision(line.item, DecisionKind.INVITE, office.author)
    decide(office, line.item, replace(decision, text="einladen", due_on=MEETING + WEEK))
    undo(office)
    assert not [task for task in all_of(office, Task) if task.decision is not None]
    assert not line_of(office, meeting, "Z03").decisions
    assert all(task.state == TaskState.OPEN for task in all_of(office, Task))
