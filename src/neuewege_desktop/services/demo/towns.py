"""The pilots as the example data see them: staff, places, actors, measures."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from neuewege_desktop.domain.choices.work import ActorKind, MeasureStatus, StaffFunction
from neuewege_desktop.domain.records import RecordId
from neuewege_desktop.domain.records.catalogue import (
    Instrument,
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
from neuewege_desktop.services.demo.scribe import Scribe
from neuewege_desktop.services.founding import PROJECT_START
from neuewege_desktop.store.writer import Writer

PILOTS = ("06431022", "06431003", "06431009")
_LEAD, _ASSISTANT = "Anna Berg", "Tim Weber"
_MANAGERS = ("Frank Maurer", "Petra Linde", "Jens Roth")  # of the pilots in this order
_LIAISONS = {"06431009": "Karin Stein"}
_ANY_LIAISON = "Ansprechperson des Rathauses"
_ACTORS = (
    ("Kita Regenbogen", ActorKind.NURSERY, ("Kinderbetreuung",)),
    ("Gewerbeverein", ActorKind.TRADE, ("Arbeit", "Praktikum")),
    ("Beratungsstelle am Markt", ActorKind.ADVICE, ("Beratung",)),
    ("Turn- und Sportverein", ActorKind.CLUB, ("Ehrenamt",)),
)
_PROVIDER = "Bildungswerk"
# Name, instruments of which the law knows one on any day, hours a week.
_MEASURES = (
    ("Grünpflege am Bauhof", ("AGH_MAE_alt", "AGH_16d"), 30),
    ("Bewerbungswerkstatt", ("MAE_46", "MAT_45"), 20),
    ("Einstiegsoffensive", ("EINST_OFF",), 25),
)
_PAST = ("Ortsbildpflege", ("AGH_MAE_alt", "AGH_16d"), 30)
_LEAST_PLACES = 6
_HOUSEHOLDS_A_PLACE = 12  # fewer than this wait for one place of the same measure


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoTown:
    """What the example data of one pilot hang on."""

    municipality: Municipality
    team: RecordId
    manager: RecordId
    manager_name: str
    deputy: RecordId
    assistant: RecordId
    lead: RecordId
    liaison: str
    hall: RecordId
    rooms: RecordId
    runs: tuple[MeasureRun, ...]
    past_run: MeasureRun


def furnish_towns(writer: Writer, day: dt.date, households: int) -> Iterator[DemoTown]:
    """Give each pilot its team, places, actors and measures for so many households in all."""
    municipalities = {found.ags: found for found in writer.find(Municipality)}
    teams = {team.municipality: team.id for team in writer.find(Team)}
    staff = _staff(writer)
    codes = {instrument.id: instrument.code for instrument in writer.find(Instrument)}
    versions = [(codes[v.instrument], v) for v in writer.find(InstrumentVersion)]
    for number, ags in enumerate(PILOTS):
        municipality = municipalities[ags]
        team = teams[municipality.id]
        manager, deputy = staff[_MANAGERS[number]], staff[_MANAGERS[number - 1]]
        lead, assistant = staff[_LEAD], staff[_ASSISTANT]
        joined = Period(min(day, max(PROJECT_START, dt.date(day.year, 1, 1))))
        _join(writer, team, joined, manager, StaffFunction.CASE_MANAGER)
        _join(writer, team, joined, deputy, StaffFunction.CASE_MANAGER, deputy=True)
        _join(writer, team, joined, assistant, StaffFunction.ASSISTANT)
        _join(writer, team, joined, lead, StaffFunction.LEAD)
        scribe = Scribe(writer, town_scope(ags))
        liaison = _LIAISONS.get(ags, _ANY_LIAISON)
        hall, rooms = _places(scribe, municipality)
        provider = _actors(scribe, municipality, liaison)
        offers = _Offers(scribe, municipality, provider, versions, day)
        yield DemoTown(
            municipality=municipality,
            team=team,
            manager=manager,
            manager_name=_MANAGERS[number],
            deputy=deputy,
            assistant=assistant,
            lead=lead,
            liaison=liaison,
            hall=hall,
            rooms=rooms,
            runs=offers.running(_LEAST_PLACES + households // len(PILOTS) // _HOUSEHOLDS_A_PLACE),
            past_run=offers.past(),
        )


def _staff(writer: Writer) -> dict[str, RecordId]:
    """Return the ids of the staff by name; whoever is not known yet begins without access."""
    known = {user.name: user.id for user in writer.find(User)}
    scribe = Scribe(writer, SHARED)
    for name in (_LEAD, _ASSISTANT, *_MANAGERS):
        if name not in known:
            known[name] = scribe.write(User, name=name).id
    return known


def _join(
    writer: Writer,
    team: RecordId,
    period: Period,
    user: RecordId,
    function: StaffFunction,
    *,
    deputy: bool = False,
) -> None:
    """Take somebody into a team, unless the founding of the workplace did so already."""
    if not writer.find(TeamMember, team=team, user=user):
        Scribe(writer, SHARED).write(
            TeamMember, team=team, user=user, function=function, deputy=deputy, period=period
        )


def _places(scribe: Scribe, municipality: Municipality) -> tuple[RecordId, RecordId]:
    """Write the place of the conferences and that of the talks."""
    address = PostalAddress("Rathausplatz 1", municipality.postcode, municipality.name)
    hall = scribe.write(Place, name=f"Rathaus {municipality.name}", address=address)
    rooms = scribe.write(Place, name=f"Rathaus {municipality.name}, Zimmer 2", address=address)
    return hall.id, rooms.id


def _actors(scribe: Scribe, municipality: Municipality, liaison: str) -> RecordId:
    """Write the town hall and the local actors; return the provider of the measures."""
    scribe.write(
        Actor,
        name=f"Rathaus {municipality.name}",
        actor=ActorKind.TOWN_HALL,
        contact_person=liaison,
    )
    for name, kind, topics in _ACTORS:
        name = f"{name} {municipality.name}"
        scribe.write(Actor, name=name, actor=kind, topics=frozenset(topics))
    return scribe.write(Actor, name=_PROVIDER, actor=ActorKind.PROVIDER).id


class _Offers:
    """Writes measures of instruments that the law knows on the day they hang on."""

    def __init__(
        self,
        scribe: Scribe,
        municipality: Municipality,
        provider: RecordId,
        versions: list[tuple[str, InstrumentVersion]],
        day: dt.date,
    ) -> None:
        self._scribe = scribe
        self._municipality = municipality
        self._provider = provider
        self._versions = versions
        self._day = day

    def running(self, places: int) -> tuple[MeasureRun, ...]:
        """Write the runs of the day with so many places each; none begins before its law."""
        runs = []
        for name, codes, hours in _MEASURES:
            for version in self._valid(codes, self._day):
                start = max(self._day - dt.timedelta(60), version.period.start)
                period = Period(start, self._day + dt.timedelta(120))
                runs.append(self._run(name, version, period, hours, places))
        return tuple(runs)

    def past(self) -> MeasureRun:
        """Write a run that is over, by the law of its time."""
        name, codes, hours = _PAST
        period = Period(self._day - dt.timedelta(260), self._day - dt.timedelta(80))
        version = self._valid(codes, period.start)[0]
        return self._run(name, version, period, hours, None, MeasureStatus.ENDED)

    def _valid(self, codes: tuple[str, ...], day: dt.date) -> list[InstrumentVersion]:
        return [v for code, v in self._versions if code in codes and v.period.covers(day)]

    def _run(
        self,
        name: str,
        version: InstrumentVersion,
        period: Period,
        hours: int,
        places: int | None,
        status: MeasureStatus = MeasureStatus.ACTIVE,
    ) -> MeasureRun:
        measure = self._scribe.write(
            Measure,
            instrument_version=version.id,
            name=f"{name} {self._municipality.name}",
            provider=self._provider,
            status=status,
        )
        return self._scribe.write(
            MeasureRun,
            measure=measure.id,
            period=period,
            places_total=places,
            hours_week=hours,
            location=self._municipality.name,
        )
