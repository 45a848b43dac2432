"""What a conference must stand: two windows, releases, the same person twice, things done late."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from nine_households import CASE, MEETING, TOWN, ZWINGENBERG, enter_nine

from neuewege_desktop.base.errors import UserError
from neuewege_desktop.domain.choices.papers import Variant
from neuewege_desktop.domain.choices.work import (
    AttendanceStatus,
    DecisionKind,
    GuestBasis,
    ItemState,
    MeetingPart,
    PromiseOutcome,
)
from neuewege_desktop.domain.conference.minutes import release_refusal
from neuewege_desktop.domain.records.case import Agreement, Task
from neuewege_desktop.domain.records.household import Household
from neuewege_desktop.domain.records.meeting import AgendaItem, Attendance, Meeting
from neuewege_desktop.domain.records.minutes import GuestClearance, PromiseAnswer
from neuewege_desktop.reports.rewriting import spans
from neuewege_desktop.services.conference.agenda import (
    add_household,
    add_topic,
    add_town_topic,
    move_item,
    set_minutes,
)
from neuewege_desktop.services.conference.answering import answer_promise, answer_town_promise
from neuewege_desktop.services.conference.deciding import decide, new_decision
from neuewege_desktop.services.conference.holding import (
    begin,
    clear_guests,
    end,
    finish_item,
    finish_town_item,
    note,
    postpone_item,
    set_attendance,
)
from neuewege_desktop.services.conference.minutes import PaperToIssue, check, release
from neuewege_desktop.services.conference.planning import cancel_meeting, plan_meeting
from neuewege_desktop.services.conference.proposing import propose
from neuewege_desktop.services.conference.reading import conference_file
from neuewege_desktop.services.entries import NEW, save
from neuewege_desktop.services.labels import ActLabel
from neuewege_desktop.services.papers.agendas import agenda_paper
from neuewege_desktop.services.papers.minutes import minutes_paper

WEEK = dt.timedelta(7)
AT = dt.datetime(2009, 4, 20, 16, 0, tzinfo=dt.UTC)
PAPERS = [PaperToIssue(variant=Variant.INTERNAL, title="P", name="p.pdf", content=b"%PDF")]


@pytest.fixture
def office(office):
    return replace(office, today=MEETING)


@pytest.fixture
def cases(office):
    return enter_nine(office)


def find(office, kind, **equals):
    with office.store.reading() as reader:
        return reader.find(kind, **equals)


def record(office, kind, id_):
    with office.store.reading() as reader:
        return reader.get(kind, id_)


def planned(office, day=MEETING):
    plan_meeting(office, Meeting(id=NEW, scope=TOWN, ags=ZWINGENBERG, day=day, start=dt.time(14)))
    return max(found.id for found in find(office, Meeting))


def running(office, day):
    meeting = planned(office, day)
    propose(office, meeting)
    begin(office, meeting, dt.time(14))
    return meeting


def line_of(office, meeting, name):
    file = conference_file(office, meeting)
    return next(line for line in (*file.items, *file.capped) if line.name == name)


def promise_of(office, meeting, name="Z03", due=MEETING + WEEK):
    """Decide something on a household that is due by a day."""
    item = line_of(office, meeting, name).item
    decision = new_decision(item, DecisionKind.MEASURE, office.author)
    decide(office, item, replace(decision, text="Platz anfragen", due_on=due))


def guest(office, meeting):
    set_attendance(
        office,
        Attendance(
            id=NEW,
            scope=TOWN,
            meeting=meeting,
            guest="Karin Stein",
            external=True,
            status=AttendanceStatus.PRESENT,
            part=MeetingPart.INTERNAL,
        ),
    )


def release_everything(office, meeting):
    """Finish what is open in the plainest way, and release the minutes."""
    file = conference_file(office, meeting)
    for line in file.items:
        note(office, line.item, "besprochen")
        if line.item.state == ItemState.OPEN:
            for promise in line.promises:
                answer_promise(office, line.item, promise, PromiseOutcome.KEPT)
            finish_item(office, line.item)
    for topic in file.town_items:
        note(office, topic.item, "besprochen")
        finish_town_item(office, topic.item)
    for line in file.attendance:
        set_attendance(office, replace(line.attendance, status=AttendanceStatus.PRESENT))
    save(
        office,
        replace(record(office, Meeting, meeting), chair=office.author, minute_taker=office.author),
    )
    end(office, meeting, dt.time(15))
    check(office, meeting)
    release(office, meeting, PAPERS, {office.author}, AT)


@pytest.fixture
def first(office, cases):
    """Hold a conference that promises something about Z03; its minutes stay a draft."""
    meeting = running(office, MEETING)
    promise_of(office, meeting)
    finish_item(office, line_of(office, meeting, "Z03").item)
    return meeting


@pytest.fixture
def second(office, first):
    return running(office, MEETING + 2 * WEEK)


# --- released is released ------------------------------------------------------------------------


def test_released_minutes_take_no_answer_no_clearance_and_no_other_minutes(office, second):
    add_town_topic(office, second, "Bauhof")
    line = line_of(office, second, "Z03")
    late, item = line.promises[0], line.item
    guest(office, second)
    clear_guests(office, item, GuestBasis.LEFT, dt.time(14, 1))
    release_everything(office, second)
    meeting = record(office, Meeting, second)
    before = [find(office, kind) for kind in (PromiseAnswer, GuestClearance, AgendaItem, Task)]
    for act in (
        lambda: answer_promise(office, item, late, PromiseOutcome.KEPT),
        lambda: answer_town_promise(office, meeting, late, PromiseOutcome.KEPT),
        lambda: clear_guests(office, item, GuestBasis.CONSENT, dt.time(15)),
        lambda: set_minutes(office, item, 9),
    ):
        with pytest.raises(UserError):
            act()
    assert before == [
        find(office, kind) for kind in (PromiseAnswer, GuestClearance, AgendaItem, Task)
    ]


def test_a_released_record_is_not_changed_by_a_form_that_was_still_open(office, second):
    item = line_of(office, second, "Z03").item
    release_everything(office, second)
    kept = record(office, AgendaItem, item.id)
    with pytest.raises(UserError, match="released"):
        save(office, replace(kept, discussion="anders"))
    meeting = record(office, Meeting, second)
    with pytest.raises(UserError, match="released"):
        save(office, replace(meeting, chair=None), before=meeting)


def test_an_answer_given_after_the_check_has_to_be_checked_again(office, second):
    line = line_of(office, second, "Z03")
    with office.store.writing(ActLabel.SAVE, office.author) as writer:
        writer.save(replace(writer.get(Meeting, second), checked_by=office.author))
    answer_promise(office, line.item, line.promises[0], PromiseOutcome.KEPT)
    assert conference_file(office, second).meeting.checked_by is None


# --- two windows ---------------------------------------------------------------------------------


def test_an_item_with_an_answered_promise_stays_when_the_agenda_is_proposed_again(office, second):
    line = line_of(office, second, "Z03")
    answer_promise(office, line.item, line.promises[0], PromiseOutcome.KEPT)
    for agreement in find(office, Agreement):
        save(office, replace(agreement, review_due=dt.date(2010, 1, 1)))
    propose(office, second)
    assert line_of(office, second, "Z03").item.id == line.item.id


def test_a_promise_is_answered_once_at_a_conference(office, second):
    line = line_of(office, second, "Z03")
    answer_promise(office, line.item, line.promises[0], PromiseOutcome.KEPT)
    with pytest.raises(UserError, match="answered"):
        answer_promise(office, line.item, line.promises[0], PromiseOutcome.DROPPED, reason="x")
    assert len(find(office, PromiseAnswer)) == 1


def test_a_corrected_word_of_a_decision_leaves_the_new_date_of_its_promise(office, first, second):
    line, new = line_of(office, second, "Z03"), MEETING + 4 * WEEK
    answer_promise(office, line.item, line.promises[0], PromiseOutcome.NEW_DATE, new_due=new)
    earlier = line_of(office, first, "Z03")
    [decided] = earlier.decisions
    decide(office, earlier.item, replace(decided.decision, text="Platz am Bauhof anfragen"))
    [task] = find(office, Task, decision=decided.decision.id)
    assert (task.title, task.due_on) == ("Platz am Bauhof anfragen", new)


def test_a_guest_before_an_item_below_the_line_is_cleared_like_before_any_other(office, second):
    line = line_of(office, second, "Z03")
    with office.store.writing(ActLabel.SAVE, office.author) as writer:
        writer.save(replace(line.item, capped=True))
    guest(office, second)
    clear_guests(office, line.item, GuestBasis.CONSENT, dt.time(14))
    assert find(office, GuestClearance)


# --- who, and when -------------------------------------------------------------------------------


def test_a_case_opened_after_the_conference_is_refused_with_a_sentence(office, cases):
    meeting = planned(office, dt.date(2009, 3, 2))
    late = cases["Z01"]  # opened in April
    with pytest.raises(UserError, match="only after the conference"):
        add_household(office, meeting, late.id, "eilt")


def test_whoever_chairs_and_takes_the_minutes_lets_somebody_else_release_them():
    meeting = Meeting(id=1, scope=TOWN, ags=ZWINGENBERG, day=MEETING, chair=7, minute_taker=7)
    assert "does not release" in release_refusal(meeting, 7, {7, 8})
    assert release_refusal(meeting, 8, {7, 8}) == ""
    assert release_refusal(meeting, 7, {7}) == ""


def test_what_is_said_of_a_household_stays_in_the_scope_of_cases(office, second):
    line = line_of(office, second, "Z03")
    answer_promise(office, line.item, line.promises[0], PromiseOutcome.KEPT)
    assert {found.scope for found in find(office, PromiseAnswer)} == {CASE}


# --- what waits ----------------------------------------------------------------------------------


def test_each_conference_that_has_no_time_for_a_household_makes_it_more_urgent(office, cases):
    seen = []
    for week in range(3):
        meeting = running(office, MEETING + week * WEEK)
        item = line_of(office, meeting, "Z05").item
        seen.append(item.priority)
        postpone_item(office, item, "keine Zeit")
    assert seen == [3, 2, 1]


def test_a_note_for_the_agenda_is_not_settled_by_a_conference_that_never_began(office, cases):
    meeting = planned(office)
    propose(office, meeting)
    add_household(office, meeting, cases["Z09"].id, "bittet um Beratung")
    item = line_of(office, meeting, "Z09").item
    decision = replace(
        new_decision(item, DecisionKind.OTHER, office.author), text="x", due_on=MEETING + WEEK
    )
    for act in (
        lambda: finish_item(office, item),
        lambda: postpone_item(office, item, ""),
        lambda: decide(office, item, decision),
    ):
        with pytest.raises(UserError, match="not begun"):
            act()
    cancel_meeting(office, meeting, "Grippe")
    later = planned(office, MEETING + WEEK)
    propose(office, later)
    assert line_of(office, later, "Z09").reasons[0] == "Anna Berg: bittet um Beratung"


@pytest.mark.parametrize(("place", "expected"), [(0, 1), (1, 1), (99, 7)])
def test_an_item_can_be_moved_to_the_very_ends_of_the_agenda(office, cases, place, expected):
    meeting = planned(office)
    propose(office, meeting)
    move_item(office, line_of(office, meeting, "Z02").item.id, place)
    assert line_of(office, meeting, "Z02").item.seq == expected


def test_the_topics_of_a_cancelled_conference_come_up_at_the_next_one(office, cases):
    meeting = planned(office)
    add_topic(office, meeting, "Urlaubsplan")
    add_town_topic(office, meeting, "Plätze am Bauhof")
    cancel_meeting(office, meeting, "Grippe")
    later = planned(office, MEETING + WEEK)
    propose(office, later)
    file = conference_file(office, later)
    assert "Urlaubsplan" in [line.name for line in file.items]
    assert [line.item.topic for line in file.town_items] == ["Plätze am Bauhof"]


def test_a_household_erased_since_leaves_an_item_that_says_so_and_names_nobody(office, second):
    line = line_of(office, second, "Z03")
    home = record(office, Household, line.household)
    with office.store.writing(ActLabel.SAVE, office.author) as writer:
        writer.erase(home.scope, home.id, home.kind.name)
    assert line_of(office, second, "erased household").item.id == line.item.id
    at = dt.datetime(2009, 5, 4, 16)  # noqa: DTZ001 - the local time of a laptop
    for make in (agenda_paper, minutes_paper):
        said = " ".join(s.text for s in spans(make(office, second, Variant.INTERNAL, at).document))
        assert "erased household" in said
        assert "ProbstZ03" not in said
