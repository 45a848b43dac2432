"""The pilots as the example data see them: staff, places, actors, measures."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from neuewege_desktop.domain.choices.work import ActorKind, StaffFunction
from neuewege_desktop.domain.records import RecordId
from neuewege_desktop.domain.records.catalogue import (
    InstrumentVersion,
    Municipality,
    Team,
    TeamMember,
    User,
)
from neuewege_desktop.domain.records.measure import Measure, MeasureRun
from neuewege_desktop.domain.records.town import Actor, Place
from neuewege_desktop.domain.scopes import SHARED, town_scope
from neuewege_desktop.domain.values import Period, PostalAddress
from neuewege_desktop.store.writer import Writer

PILOTS = ("06431022", "06431003", "06431009")
GUEST = "Karin Stein"
_MANAGERS = ("Frank Maurer", "Petra Linde", "Jens Roth")
_LEAD, _ASSISTANT = "Anna Berg", "Tim Weber"
_ACTORS = (
    ("Kita Regenbogen", ActorKind.NURSERY, ("Kinderbetreuung",)),
    ("Gewerbeverein", ActorKind.TRADE, ("Arbeit", "Praktikum")),
    ("Beratungsstelle am Markt", ActorKind.ADVICE, ("Beratung",)),
)
_MEASURES = ("Bauhof", "Grünpflege", "Bewerbungswerkstatt")


@dataclass(frozen=True, slots=True)
class DemoTown:
    """What the example data of one pilot hang on."""

    municipality: Municipality
    team: RecordId
    manager: RecordId
    assistant: RecordId
    lead: RecordId
    place: RecordId
    runs: tuple[MeasureRun, ...]


def furnish_towns(writer: Writer, day: dt.date) -> list[DemoTown]:
    """Give each pilot its team, places, actors and measures; return them."""
    municipalities = {found.ags: found for found in writer.find(Municipality)}
    teams = {team.municipality: team.id for team in writer.find(Team)}
    staff = _staff(writer)
    towns = []
    for ags, manager in zip(PILOTS, _MANAGERS, strict=True):
        municipality = municipalities[ags]
        team = teams[municipality.id]
        period = Period(min(day, dt.date(day.year, 1, 1)))
        for name, function in (
            (manager, StaffFunction.CASE_MANAGER),
            (_ASSISTANT, StaffFunction.ASSISTANT),
            (_LEAD, StaffFunction.LEAD),
        ):
            member = TeamMember(
                id=writer.new_id(),
                scope=SHARED,
                team=team,
                user=staff[name],
                function=function,
                period=period,
            )
            writer.add(member)
        place = _furnish(writer, municipality)
        runs = _measures(writer, municipality, day)
        towns.append(
            DemoTown(
                municipality,
                team,
                staff[manager],
                staff[_ASSISTANT],
                staff[_LEAD],
                place,
                runs,
            )
        )
    return towns


def _staff(writer: Writer) -> dict[str, RecordId]:
    known = {user.name: user.id for user in writer.find(User)}
    for name in (_LEAD, _ASSISTANT, *_MANAGERS):
        if name not in known:
            user = User(id=writer.new_id(), scope=SHARED, name=name)
            writer.add(user)
            known[name] = user.id
    return known


def _furnish(writer: Writer, municipality: Municipality) -> RecordId:
    scope = town_scope(municipality.ags)
    hall = Place(
        id=writer.new_id(),
        scope=scope,
        name=f"Rathaus {municipality.name}",
        address=PostalAddress("Rathausplatz 1", municipality.postcode, municipality.name),
    )
    writer.add(hall)
    for name, kind, topics in _ACTORS:
        writer.add(
            Actor(
                id=writer.new_id(),
                scope=scope,
                name=f"{name} {municipality.name}",
                actor=kind,
                topics=frozenset(topics),
            )
        )
    return hall.id


def _measures(writer: Writer, municipality: Municipality, day: dt.date) -> tuple[MeasureRun, ...]:
    """Begin measures of instruments that the law knows on the day."""
    scope = town_scope(municipality.ags)
    valid = [v for v in writer.find(InstrumentVersion) if v.period.covers(day)]
    activating = [version for version in valid if version.counts_activation]
    runs = []
    for name, version in zip(_MEASURES, activating, strict=False):
        measure = Measure(
            id=writer.new_id(),
            scope=scope,
            instrument_version=version.id,
            name=f"{name} {municipality.name}",
        )
        run = MeasureRun(
            id=writer.new_id(),
            scope=scope,
            measure=measure.id,
            period=Period(day - dt.timedelta(60), day + dt.timedelta(120)),
            places_total=6,
            hours_week=30,
        )
        writer.add(measure, run)
        runs.append(run)
    return tuple(runs)
