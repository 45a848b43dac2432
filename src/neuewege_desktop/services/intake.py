"""Taking a household into the project: by a list, or by hand (domain specification 2.7)."""

from __future__ import annotations

import datetime as dt

from neuewege_desktop.domain.choices.work import Phase
from neuewege_desktop.domain.records import RecordId
from neuewege_desktop.domain.records.case import Case, CasePhase
from neuewege_desktop.domain.records.household import Household
from neuewege_desktop.domain.values import Period
from neuewege_desktop.services.imports.towns import Town
from neuewege_desktop.store.writer import Writer


def take_in(
    writer: Writer, town: Town, *, number: str, pseudonym: str, project: RecordId, day: dt.date
) -> tuple[Household, Case]:
    """Begin a household and its case, as proposed since `day`, with the team of its municipality.

    The number may be empty: the office may not know it yet.
    """
    household = Household(
        id=writer.new_id(),
        scope=town.scope,
        number=number,
        pseudonym=pseudonym,
        period=Period(day),
    )
    case = Case(
        id=writer.new_id(),
        scope=town.scope,
        household=household.id,
        project=project,
        team=town.team,
        opened_on=day,
    )
    phase = CasePhase(
        id=writer.new_id(),
        scope=town.scope,
        case=case.id,
        phase=Phase.PROPOSED,
        period=Period(day),
    )
    writer.add(household, case, phase)
    return household, case
