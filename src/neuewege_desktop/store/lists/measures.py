"""The list of measures."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import sqlalchemy as sa

from neuewege_desktop.domain.choices.work import MeasureStatus
from neuewege_desktop.domain.law.places import TAKES_A_PLACE
from neuewege_desktop.domain.listing import ListKind, MeasureRow
from neuewege_desktop.domain.records import Life, RecordId
from neuewege_desktop.domain.scopes import Family, municipality_of
from neuewege_desktop.store import schema
from neuewege_desktop.store.german import finds, in_german_order
from neuewege_desktop.store.lists import columns
from neuewege_desktop.store.lists.asking import Listing
from neuewege_desktop.store.lists.columns import DAY, LIVE, counts, day_of, in_its_order
from neuewege_desktop.store.reader import Reader

_MEASURE, _RUN, _PARTICIPATION, _ACTOR, _VERSION, _INSTRUMENT = (
    schema.TABLES[kind]
    for kind in (
        "measure",
        "measure_run",
        "participation",
        "actor",
        "instrument_version",
        "instrument",
    )
)
_M, _R = _MEASURE.c, _RUN.c
_MUNICIPALITY = columns.municipality_name(_M.scope)
_PROVIDER = sa.select(_ACTOR.c.name).where(_ACTOR.c.id == _M.provider).scalar_subquery()
_CODE = (
    sa.select(_INSTRUMENT.c.code)
    .join_from(_VERSION, _INSTRUMENT, _INSTRUMENT.c.id == _VERSION.c.instrument)
    .where(_VERSION.c.id == _M.instrument_version)
    .scalar_subquery()
)
_TAKEN = (
    sa.select(sa.func.count())
    .select_from(_PARTICIPATION)
    .where(_PARTICIPATION.c.run == _R.id, counts(_PARTICIPATION.c))
    .where(_PARTICIPATION.c.state.in_(sorted(TAKES_A_PLACE)))
    .correlate(_RUN)
    .scalar_subquery()
)


def _of_runs(value: sa.ColumnElement[int | None]) -> sa.ColumnElement[int | None]:
    """Return a sum over the runs of the day; nothing where no run counts its places."""
    return (
        sa.select(sa.func.sum(value))
        .where(_R.measure == _M.id, counts(_R))
        .correlate(_MEASURE)
        .scalar_subquery()
    )


_PLACES = _of_runs(_R.places_total)
_FREE = _of_runs(sa.func.max(0, _R.places_total - _TAKEN))  # as domain.law.places.free_places
_PARTICIPANTS = sa.func.coalesce(
    sa.select(sa.func.sum(_TAKEN))
    .where(_R.measure == _M.id, _R.life == LIVE)
    .correlate(_MEASURE)
    .scalar_subquery(),
    0,
)
_NEXT_START = (
    sa.select(sa.func.min(_R.period_start))
    .where(_R.measure == _M.id, _R.life == LIVE, _R.period_start >= DAY)
    .scalar_subquery()
)
_NAME = in_german_order(_M.name)

MEASURES = Listing(
    kind=ListKind.MEASURES,
    source=_MEASURE,
    families=(Family.TOWN,),
    words=lambda typed: finds(typed, _M.name, _CODE, _PROVIDER, _MUNICIPALITY),
    natural=(_NAME, _M.id),
    orders={
        "name": _NAME,
        "instrument": _CODE,
        "provider": in_german_order(_PROVIDER),
        "municipality": in_german_order(_MUNICIPALITY),
        "status": in_its_order(_M.status, MeasureStatus),
        "participants": _PARTICIPANTS,
        "places": _PLACES,
        "free_places": _FREE,
        "next_start": _NEXT_START,
    },
    filters={
        "planned": _M.status == MeasureStatus.PLANNED.value,
        "active": _M.status == MeasureStatus.ACTIVE.value,
        "full": _M.status == MeasureStatus.FULL.value,
        "ended": _M.status == MeasureStatus.ENDED.value,
        "free_places": _FREE > 0,
    },
)

_ROWS = sa.select(
    _M.id,
    _M.life,
    _M.scope,
    _M.name,
    _M.status,
    _CODE,
    _PROVIDER,
    _MUNICIPALITY,
    _PARTICIPANTS,
    _PLACES,
    _FREE,
    _NEXT_START,
).where(columns.is_asked(_M.id), columns.is_shown(_M.life))


def measure_rows(reader: Reader, ids: Sequence[RecordId], day: dt.date) -> list[MeasureRow]:
    """Return these measures with their places on a day, in the order of the ids."""
    rows: dict[RecordId, MeasureRow] = {}
    for row in reader.connection.execute(_ROWS, columns.asked(ids, day)):
        id_, life, scope, name, status, code, provider, municipality, *numbers = row
        participants, places, free, next_start = numbers
        rows[id_] = MeasureRow(
            id=id_,
            life=Life(life),
            name=name,
            instrument=code or "",
            provider=provider or "",
            municipality=municipality_of(scope),
            municipality_name=municipality or "",
            status=MeasureStatus(status),
            participants=participants,
            places=places,
            free_places=free,
            next_start=day_of(next_start),
        )
    return [rows[id_] for id_ in ids if id_ in rows]
