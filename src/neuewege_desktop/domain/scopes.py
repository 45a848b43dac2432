"""Scopes: who may hold what. A laptop has a scope whole or not at all.

`case:<AGS>` clients' data of one municipality (project team only) · `town:<AGS>` what its town
hall may have · `team` project-wide, staff only · `shared` catalogues, templates, staff.
References run case → town → shared, never back, so a town hall never holds a pointer to a client.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cache

TEAM = "team"
SHARED = "shared"


class Family(StrEnum):
    """The kind of scope a kind of record lives in."""

    CASE = "case"
    TOWN = "town"
    TEAM = "team"
    SHARED = "shared"


_REACH = {
    Family.CASE: (Family.CASE, Family.TOWN, Family.SHARED),
    Family.TOWN: (Family.TOWN, Family.SHARED),
    Family.TEAM: (Family.TEAM, Family.SHARED),
    Family.SHARED: (Family.SHARED,),
}


def case_scope(ags: str) -> str:
    """Return the scope of the clients' data of one municipality."""
    return f"{Family.CASE}:{ags}"


def town_scope(ags: str) -> str:
    """Return the scope that the town hall of one municipality may hold."""
    return f"{Family.TOWN}:{ags}"


@cache
def family_of(scope: str) -> Family:
    """Return the family of a scope; ValueError if it is none of ours."""
    family, _colon, ags = scope.partition(":")
    found = Family(family)
    if bool(ags) != (found in (Family.CASE, Family.TOWN)):
        raise ValueError("scope without its municipality, or with one too many")
    return found


def municipality_of(scope: str) -> str:
    """Return the AGS of a scope, or the empty text for `team` and `shared`."""
    return scope.partition(":")[2]


def may_refer(family: Family, to: Family) -> bool:
    """Say whether a kind of record in `family` may point at one in `to`."""
    return to in _REACH[family]


def may_point(scope: str, to: str) -> bool:
    """Say whether a record in `scope` may point at a record in `to`: never to another town."""
    here, there = municipality_of(scope), municipality_of(to)
    return may_refer(family_of(scope), family_of(to)) and there in ("", here)
