"""The project on the ground: which municipalities take part, their teams and their places."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace

from neuewege_desktop.base.errors import UserError
from neuewege_desktop.base.formats import long_date, sort_key
from neuewege_desktop.base.i18n import _
from neuewege_desktop.domain.choices.work import ProjectStatus
from neuewege_desktop.domain.records import RecordId
from neuewege_desktop.domain.records.catalogue import (
    Municipality,
    Project,
    ProjectMunicipality,
    Team,
    TeamMember,
    User,
)
from neuewege_desktop.domain.records.town import Place
from neuewege_desktop.domain.scopes import municipality_of
from neuewege_desktop.domain.values import Period
from neuewege_desktop.services.conference.outlook import SeriesLine, series_lines
from neuewege_desktop.services.founding import lead_of, new_team, taking_part
from neuewege_desktop.services.labels import ActLabel
from neuewege_desktop.services.office import Office
from neuewege_desktop.services.places import municipality_named
from neuewege_desktop.store.reader import Reader
from neuewege_desktop.store.writer import Outcome


@dataclass(frozen=True, slots=True)
class TownLine:
    """A municipality that takes part, or did; `name` is its own."""

    record: ProjectMunicipality
    ags: str
    name: str


@dataclass(frozen=True, slots=True)
class TeamLine:
    """A team with its members and their names, by name."""

    record: Team
    municipality: str
    members: tuple[tuple[TeamMember, str], ...]


@dataclass(frozen=True, slots=True)
class PlaceLine:
    """A place with the name of its municipality."""

    record: Place
    municipality: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectView:
    """Everything about the project that a person arranges by hand.

    `others` are key and name of the municipalities that could join.
    """

    towns: tuple[TownLine, ...]
    others: tuple[tuple[str, str], ...]
    teams: tuple[TeamLine, ...]
    places: tuple[PlaceLine, ...]
    series: tuple[SeriesLine, ...]


def project_view(office: Office) -> ProjectView:
    """Return the project as it is arranged."""
    with office.store.reading() as reader:
        municipalities = {town.id: town for town in reader.find(Municipality)}
        towns = [
            TownLine(record, town.ags, town.name)
            for record in reader.find(ProjectMunicipality)
            if (town := municipalities.get(record.municipality)) is not None
        ]
        teams = list(_teams(reader, municipalities))
        names = {town.ags: town.name for town in municipalities.values()}
        places = [
            PlaceLine(place, names.get(municipality_of(place.scope), ""))
            for place in reader.find(Place)
        ]
        series = series_lines(reader, office.today)
    taken = {line.ags for line in towns if line.record.period.last >= office.today}
    others = [(ags, name) for ags, name in names.items() if ags not in taken]
    return ProjectView(
        towns=tuple(sorted(towns, key=lambda line: sort_key(line.name))),
        others=tuple(sorted(others, key=lambda town: sort_key(town[1]))),
        teams=tuple(sorted(teams, key=lambda line: sort_key(line.record.name))),
        places=tuple(sorted(places, key=_place_order)),
        series=series,
    )


def staff_names(office: Office) -> list[tuple[RecordId, str]]:
    """Return id and name of everybody who works here, in German order."""
    with office.store.reading() as reader:
        found = [(user.id, user.name) for user in reader.find(User)]
    return sorted(found, key=lambda user: sort_key(user[1]))


def _teams(reader: Reader, municipalities: dict[RecordId, Municipality]) -> Iterable[TeamLine]:
    users = {user.id: user.name for user in reader.find(User)}
    members = reader.find(TeamMember)
    for team in reader.find(Team):
        own = [(member, users.get(member.user, "")) for member in members if member.team == team.id]
        town = municipalities.get(team.municipality)
        yield TeamLine(
            team,
            town.name if town is not None else "",
            tuple(sorted(own, key=lambda pair: sort_key(pair[1]))),
        )


def _place_order(line: PlaceLine) -> tuple[str, str]:
    return sort_key(line.municipality), sort_key(line.record.name)


def join_project(office: Office, ags: str, day: dt.date) -> Outcome:
    """Let a municipality take part from a day on; one without a team gets one.

    UserError if it takes part on that day, or will later.
    """
    with office.store.writing(ActLabel.JOIN, office.author) as writer:
        town = municipality_named(writer, ags)
        _refuse_twice(writer, town, day)
        project = writer.find(Project)[0].id
        period = Period(day)
        writer.add(taking_part(writer.new_id(), project, town, period, ProjectStatus.EXPANSION))
        if not writer.find(Team, municipality=town.id):
            team = new_team(writer.new_id(), town)
            writer.add(team, lead_of(writer.new_id(), team, office.author, period))
    return writer.outcome


def _refuse_twice(reader: Reader, town: Municipality, day: dt.date) -> None:
    for known in reader.find(ProjectMunicipality, municipality=town.id):
        if known.period.last >= day:
            raise UserError(
                _("{municipality} takes part since {day} already.").format(
                    municipality=town.name, day=long_date(known.period.start)
                )
            )


def leave_project(office: Office, participation: RecordId, day: dt.date) -> Outcome:
    """End the participation of a municipality with a day; its households stay as they are."""
    with office.store.writing(ActLabel.LEAVE, office.author) as writer:
        known = writer.get(ProjectMunicipality, participation)
        if known is None:
            raise UserError(_("This entry was erased meanwhile."))
        writer.save(replace(known, period=Period(known.period.start, day)))
    return writer.outcome
