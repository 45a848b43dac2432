"""The municipalities that take part in the project, and how a list may name them."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass

from neuewege_desktop.base.formats import fold
from neuewege_desktop.domain.records import RecordId
from neuewege_desktop.domain.records.catalogue import (
    Municipality,
    Project,
    ProjectMunicipality,
    Team,
)
from neuewege_desktop.domain.scopes import case_scope
from neuewege_desktop.store.reader import Reader


@dataclass(frozen=True, slots=True)
class Town:
    """A municipality that takes part in the project on the day of the list."""

    ags: str
    short: str
    team: RecordId | None
    scope: str  # of its clients


class Towns:
    """The municipalities of the project, and how a list may name them."""

    def __init__(self, reader: Reader, day: dt.date) -> None:
        municipalities = {found.id: found for found in reader.find(Municipality)}
        teams = {team.municipality: team.id for team in reader.find(Team)}
        self._towns = {
            town.ags: Town(town.ags, town.short, teams.get(town.id), case_scope(town.ags))
            for taking_part in reader.find(ProjectMunicipality)
            if taking_part.period.covers(day)
            and (town := municipalities.get(taking_part.municipality))
        }
        self._by_name: defaultdict[str, set[str]] = defaultdict(set)
        for municipality in municipalities.values():
            for name in (municipality.name, municipality.postcode):
                self._by_name[fold(name)].add(municipality.ags)

    def named(self, ags: str) -> Town | None:
        """Return the municipality of the project with this key."""
        return self._towns.get(ags)

    def key_of(self, ags: str, place: str, postcode: str) -> str:
        """Return the key that a line gives, or that its place or post code stands for alone."""
        for name in (place, postcode):
            if not ags and len(found := self._by_name.get(fold(name), set())) == 1:
                return next(iter(found))
        return ags


def project_of(reader: Reader) -> RecordId:
    """Return the project that new households are taken into."""
    return reader.find(Project)[0].id
