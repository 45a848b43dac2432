"""What all scopes share: municipalities, project, staff, instruments (2.3, 2.10, 2.15)."""

from __future__ import annotations

from neuewege_desktop.domain.choices.work import MunicipalityKind, ProjectStatus, StaffFunction
from neuewege_desktop.domain.records.kind import S0, S1, Record, RecordId, fact, record
from neuewege_desktop.domain.scopes import Family
from neuewege_desktop.domain.values import Period


@record("municipality", Family.SHARED)
class Municipality(Record):
    """A town or municipality of the district; its official key (AGS) names it everywhere."""

    ags: str = fact(S0, index=True)
    name: str = fact(S0)
    status: MunicipalityKind = fact(S0)
    postcode: str = fact(S0)
    short: str = fact(S0)  # two letters that begin its pseudonyms
    district_parts: frozenset[str] = fact(S0, default=frozenset())
    population: int | None = fact(S0, default=None)
    population_year: int | None = fact(S0, default=None)


@record("project", Family.SHARED)
class Project(Record):
    """The project that households are taken into."""

    code: str = fact(S0)
    title: str = fact(S0)
    period: Period = fact(S0)


@record("project_municipality", Family.SHARED)
class ProjectMunicipality(Record):
    """A municipality takes part in the project for a time."""

    project: RecordId = fact(S0, refers="project")
    municipality: RecordId = fact(S0, refers="municipality", index=True)
    period: Period = fact(S0)
    status: ProjectStatus = fact(S0)


@record("user", Family.SHARED)
class User(Record):
    """A member of staff; the author of acts. Without a key slot, nobody can log in as it."""

    name: str = fact(S1)
    note: str = fact(S1, default="")


@record("team", Family.SHARED)
class Team(Record):
    """The project team of one municipality."""

    municipality: RecordId = fact(S0, refers="municipality", index=True)
    name: str = fact(S0)
    max_items: int = fact(S0, default=12)  # households on one agenda


@record("team_member", Family.SHARED)
class TeamMember(Record):
    """Somebody works in a team for a time, in their own right or as a deputy."""

    team: RecordId = fact(S1, refers="team", index=True)
    user: RecordId = fact(S1, refers="user", index=True)
    function: StaffFunction = fact(S1)
    deputy: bool = fact(S1, default=False)
    period: Period = fact(S1)


@record("instrument", Family.SHARED)
class Instrument(Record):
    """A type of service with a legal basis."""

    code: str = fact(S0, index=True)
    group: str = fact(S0)
    name: str = fact(S0)


@record("instrument_version", Family.SHARED)
class InstrumentVersion(Record):
    """An instrument as the law knew it during a time; participations keep theirs (§ 66 SGB II)."""

    instrument: RecordId = fact(S0, refers="instrument", index=True)
    law: str = fact(S0)
    period: Period = fact(S0)
    counts_activation: bool = fact(S0)
    counts_job_accompanying: bool = fact(S0)
    counts_public_job: bool = fact(S0)
    max_months: int | None = fact(S0, default=None)
