"""The agenda out of a real store: the nine households of the specification (5.2, scenario S2)."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from nine_households import CASE, MEETING, TOWN, VECTOR, ZWINGENBERG, enter_nine

from neuewege_desktop.base.errors import UserError
from neuewege_desktop.domain.choices.work import (
    DecisionKind,
    ItemState,
    MeetingStatus,
)
from neuewege_desktop.domain.records.case import (
    AgendaFlag,
)
from neuewege_desktop.domain.records.meeting import AgendaItem, Decision, Meeting
from neuewege_desktop.services.conference.due import propose_agenda
from neuewege_desktop.services.labels import ActLabel


@pytest.fixture
def nine(office):
    return enter_nine(office)


def proposed(office, on=MEETING, rules=()):
    return propose_agenda(office.store, ZWINGENBERG, on, rules)


def test_the_nine_households_come_in_the_order_of_the_specification(office, nine):
    found = [
        {
            "bg": item.household,
            "rules": list(item.rules),
            "prio": item.priority,
            "ref": item.reference_day.isoformat(),
            "overdue_days": item.overdue_days,
        }
        for item in proposed(office)
    ]
    assert found == VECTOR["expected"]


def test_rules_can_be_chosen_and_an_unknown_one_is_refused(office, nine):
    assert [item.household for item in proposed(office, rules=["R05"])] == ["Z04", "Z05"]
    with pytest.raises(UserError, match="R99"):
        proposed(office, rules=["R99"])


def test_an_unknown_municipality_is_refused(office):
    with pytest.raises(UserError, match="06431999"):
        propose_agenda(office.store, "06431999", MEETING)


def hold(office, case, state, *, decided=False, on=MEETING):
    """Hold a conference that talked about one case."""
    with office.store.writing(ActLabel.SAVE, office.author) as writer:
        meeting = Meeting(
            id=writer.new_id(),
            scope=TOWN,
            ags=ZWINGENBERG,
            day=on,
            status=MeetingStatus.RELEASED_MINUTES,
        )
        item = AgendaItem(
            id=writer.new_id(), scope=CASE, meeting=meeting.id, case=case.id, seq=1, state=state
        )
        writer.add(meeting, item)
        if decided:
            writer.add(
                Decision(
                    id=writer.new_id(),
                    scope=CASE,
                    item=item.id,
                    decision=DecisionKind.INVITE,
                    text="erneut einladen",
                )
            )


def test_a_postponed_household_comes_back_more_urgent_next_week(office, nine):
    hold(office, nine["Z02"], ItemState.POSTPONED)
    again = {item.household: item.priority for item in proposed(office, MEETING + dt.timedelta(7))}
    assert again["Z02"] == 1


def test_a_household_once_discussed_is_no_longer_new(office, nine):
    hold(office, nine["Z01"], ItemState.DISCUSSED)
    again = [item.household for item in proposed(office, MEETING + dt.timedelta(7))]
    assert "Z01" not in again


def test_a_missed_appointment_is_settled_by_a_decision(office, nine):
    hold(office, nine["Z06"], ItemState.DISCUSSED, decided=True)
    again = [item.household for item in proposed(office, MEETING + dt.timedelta(7))]
    assert "Z06" not in again


def test_a_colleague_can_put_a_household_on_the_agenda_by_hand(office, nine):
    with office.store.writing(ActLabel.SAVE, office.author) as writer:
        flag = AgendaFlag(
            id=writer.new_id(),
            scope=CASE,
            case=nine["Z09"].id,
            raised_by=office.author,
            raised_on=dt.date(2009, 4, 16),
            text="bittet um Beratung",
        )
        writer.add(flag)
    found = {item.household: item for item in proposed(office)}
    assert found["Z09"].rules == ("R20",)
    assert found["Z09"].reasons[0].text == "Anna Berg: bittet um Beratung"
    with office.store.writing(ActLabel.SAVE, office.author) as writer:
        writer.save(replace(flag, settled_on=MEETING))
    assert "Z09" not in [item.household for item in proposed(office)]


def test_a_closed_case_is_not_on_the_agenda(office, nine):
    with office.store.writing(ActLabel.SAVE, office.author) as writer:
        writer.save(replace(nine["Z03"], closed_on=dt.date(2009, 4, 18)))
    assert "Z03" not in [item.household for item in proposed(office)]
