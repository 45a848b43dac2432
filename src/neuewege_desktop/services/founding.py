"""Setting up a new workplace: municipalities, project, teams, instruments, the first user."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from neuewege_desktop.base.errors import UserError
from neuewege_desktop.base.i18n import _
from neuewege_desktop.domain.catalogue import CatalogueInstrument, CatalogueMunicipality
from neuewege_desktop.domain.choices.work import ProjectStatus, StaffFunction
from neuewege_desktop.domain.records import RecordId
from neuewege_desktop.domain.records.catalogue import (
    Instrument,
    InstrumentVersion,
    Municipality,
    Project,
    ProjectMunicipality,
    Team,
    TeamMember,
    User,
)
from neuewege_desktop.domain.scopes import SHARED, TEAM, case_scope, town_scope
from neuewege_desktop.domain.values import Period
from neuewege_desktop.services.catalogue import instruments, municipalities
from neuewege_desktop.services.labels import ActLabel
from neuewege_desktop.store.store import Store
from neuewege_desktop.store.writer import Writer

PROJECT_START = dt.date(2009, 4, 2)  # domain specification 2.15


@dataclass(frozen=True, slots=True, kw_only=True)
class Founding:
    """What a new workplace begins with.

    `municipalities` are the AGS that take part besides the pilots, from `day` on.
    """

    name: str
    user: str
    day: dt.date
    municipalities: tuple[str, ...] = ()


def found(store: Store, founding: Founding, author: RecordId) -> None:
    """Fill a new store; `author` is the id of its first user, made here."""
    catalogue = municipalities()
    check_municipalities(founding.municipalities)
    store.hold([SHARED, TEAM])
    for entry in catalogue:
        store.hold([case_scope(entry.ags), town_scope(entry.ags)])
    with store.writing(ActLabel.SETUP, author) as writer:
        writer.add(User(id=author, scope=SHARED, name=founding.user))
        project = _add_project(writer, founding)
        for entry in catalogue:
            _add_municipality(writer, entry, project, founding, author)
        for instrument in instruments():
            _add_instrument(writer, instrument)


def check_municipalities(asked: Sequence[str]) -> None:
    """Raise UserError if one of the AGS is none of the district."""
    known = {entry.ags for entry in municipalities()}
    for ags in asked:
        if ags not in known:
            raise UserError(
                _(
                    "There is no municipality {ags} in the district. Please check the number."
                ).format(ags=ags)
            )


def _add_project(writer: Writer, founding: Founding) -> Project:
    project = Project(
        id=writer.new_id(),
        scope=SHARED,
        code="KP",
        title=founding.name,
        period=Period(PROJECT_START),
    )
    writer.add(project)
    return project


def _add_municipality(
    writer: Writer,
    entry: CatalogueMunicipality,
    project: Project,
    founding: Founding,
    user: RecordId,
) -> None:
    municipality = Municipality(
        id=writer.new_id(),
        scope=SHARED,
        ags=entry.ags,
        name=entry.name,
        status=entry.kind,
        postcode=entry.postcode,
        short=entry.short,
    )
    writer.add(municipality)
    if not entry.pilot and entry.ags not in founding.municipalities:
        return
    period = Period(PROJECT_START if entry.pilot else founding.day)
    status = ProjectStatus.PILOT if entry.pilot else ProjectStatus.EXPANSION
    team = new_team(writer.new_id(), municipality)
    writer.add(
        taking_part(writer.new_id(), project.id, municipality, period, status),
        team,
        lead_of(writer.new_id(), team, user, period),
    )


def taking_part(
    id_: RecordId,
    project: RecordId,
    municipality: Municipality,
    period: Period,
    status: ProjectStatus,
) -> ProjectMunicipality:
    """Return that a municipality takes part in the project for a time."""
    return ProjectMunicipality(
        id=id_,
        scope=SHARED,
        project=project,
        municipality=municipality.id,
        period=period,
        status=status,
    )


def new_team(id_: RecordId, municipality: Municipality) -> Team:
    """Return the team of a municipality, still without members."""
    return Team(
        id=id_, scope=SHARED, municipality=municipality.id, name=f"Team {municipality.name}"
    )


def lead_of(id_: RecordId, team: Team, user: RecordId, period: Period) -> TeamMember:
    """Return that somebody leads a team for a time."""
    return TeamMember(
        id=id_,
        scope=SHARED,
        team=team.id,
        user=user,
        function=StaffFunction.LEAD,
        period=period,
    )


def _add_instrument(writer: Writer, entry: CatalogueInstrument) -> None:
    instrument = Instrument(
        id=writer.new_id(), scope=SHARED, code=entry.code, group=entry.group, name=entry.name
    )
    version = InstrumentVersion(
        id=writer.new_id(),
        scope=SHARED,
        instrument=instrument.id,
        law=entry.law,
        period=entry.period,
        counts_activation=entry.counts_activation,
        counts_job_accompanying=entry.counts_job_accompanying,
        counts_public_job=entry.counts_public_job,
        max_months=entry.max_months,
    )
    writer.add(instrument, version)
