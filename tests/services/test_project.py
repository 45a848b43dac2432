"""Municipalities join the project and leave it, from the window as when it was founded."""

from __future__ import annotations

import datetime as dt

import pytest

from neuewege_desktop.base.errors import UserError
from neuewege_desktop.domain.choices.work import ProjectStatus, StaffFunction
from neuewege_desktop.services.history import undo
from neuewege_desktop.services.labels import act_name
from neuewege_desktop.services.lists import municipalities_of
from neuewege_desktop.services.project import join_project, leave_project, project_view

LORSCH = "06431016"
MAY = dt.date(2009, 5, 1)


def town_of(office, ags):
    return next((line for line in project_view(office).towns if line.ags == ags), None)


def test_a_municipality_joins_with_a_team_that_i_lead(office):
    before = project_view(office)
    assert LORSCH in dict(before.others)
    join_project(office, LORSCH, MAY)
    after = project_view(office)
    joined = town_of(office, LORSCH)
    assert joined.record.status is ProjectStatus.EXPANSION
    assert (joined.record.period.start, joined.record.period.end) == (MAY, None)
    assert LORSCH not in dict(after.others)
    team = next(line for line in after.teams if line.municipality == joined.name)
    assert [(member.function, name) for member, name in team.members] == [
        (StaffFunction.LEAD, "Anna Berg")
    ]
    assert LORSCH in dict(municipalities_of(office.store, MAY))


def test_joining_is_one_step_that_can_be_taken_back(office):
    join_project(office, LORSCH, MAY)
    label, _outcome = undo(office)
    assert act_name(label) == "Municipality taken into the project"
    assert town_of(office, LORSCH) is None


def test_nobody_joins_twice_at_the_same_time(office):
    join_project(office, LORSCH, MAY)
    with pytest.raises(UserError, match=r"takes part since 01\.05\.2009 already"):
        join_project(office, LORSCH, MAY + dt.timedelta(days=30))


def test_who_left_may_come_back_and_finds_the_team_again(office):
    join_project(office, LORSCH, MAY)
    teams = len(project_view(office).teams)
    leave_project(office, town_of(office, LORSCH).record.id, MAY + dt.timedelta(days=10))
    join_project(office, LORSCH, MAY + dt.timedelta(days=100))
    assert len(project_view(office).teams) == teams
    assert len([line for line in project_view(office).towns if line.ags == LORSCH]) == 2


def test_nobody_leaves_before_joining(office):
    join_project(office, LORSCH, MAY)
    with pytest.raises(UserError, match=r"lies before the beginning"):
        leave_project(office, town_of(office, LORSCH).record.id, dt.date(2009, 4, 30))
