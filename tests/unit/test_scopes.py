from __future__ import annotations

import pytest

from neuewege_desktop.domain.scopes import (
    SHARED,
    TEAM,
    Family,
    case_scope,
    family_of,
    may_point,
    may_refer,
    municipality_of,
    town_scope,
)

BIBLIS, ZWINGENBERG = "06431002", "06431022"


@pytest.mark.parametrize(
    ("scope", "family", "ags"),
    [
        (case_scope(BIBLIS), Family.CASE, BIBLIS),
        (town_scope(BIBLIS), Family.TOWN, BIBLIS),
        (TEAM, Family.TEAM, ""),
        (SHARED, Family.SHARED, ""),
    ],
)
def test_a_scope_tells_its_family_and_its_municipality(scope, family, ags):
    assert (family_of(scope), municipality_of(scope)) == (family, ags)


@pytest.mark.parametrize("scope", ["", "case", "case:", "town", "team:06431002", "m:1", "shared:x"])
def test_what_is_no_scope_is_refused(scope):
    with pytest.raises(ValueError, match=r"scope|Family"):
        family_of(scope)


def test_nothing_that_a_town_hall_holds_points_at_a_client():
    for family in (Family.TOWN, Family.SHARED):
        assert not may_refer(family, Family.CASE)
        assert not may_refer(family, Family.TEAM)
    assert not may_refer(Family.SHARED, Family.TOWN)


def test_references_run_from_case_to_town_to_shared_and_stay_in_their_municipality():
    case, town = case_scope(BIBLIS), town_scope(BIBLIS)
    assert may_point(case, case)
    assert may_point(case, town)
    assert may_point(town, SHARED)
    assert may_point(TEAM, SHARED)
    assert not may_point(town, case)
    assert not may_point(SHARED, town)
    assert not may_point(case, TEAM)
    assert not may_point(case, case_scope(ZWINGENBERG))
    assert not may_point(case, town_scope(ZWINGENBERG))
