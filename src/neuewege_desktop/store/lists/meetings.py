"""The list of case conferences."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import sqlalchemy as sa

from neuewege_desktop.domain.choices.work import MeetingStatus
from neuewege_desktop.domain.listing import ListKind, MeetingRow
from neuewege_desktop.domain.records import Life, RecordId
from neuewege_desktop.domain.scopes import Family, municipality_of
from neuewege_desktop.store import schema
from neuewege_desktop.store.german import finds, in_german_order
from neuewege_desktop.store.lists import columns
from neuewege_desktop.store.lists.asking import Listing
from neuewege_desktop.store.lists.columns import DAY, LIVE, in_its_order
from neuewege_desktop.store.reader import Reader

_MEETING, _PLACE, _CASE_ITEM, _TOWN_ITEM = (
    schema.TABLES[kind] for kind in ("meeting", "place", "agenda_item", "town_item")
)
_M = _MEETING.c
_MUNICIPALITY = columns.municipality_name(_M.scope)
_PLACE_NAME = sa.select(_PLACE.c.name).where(_PLACE.c.id == _M.place).scalar_subquery()
_CHAIR = columns.user_name(_M.chair)


def _how_many(items: sa.Table) -> sa.ColumnElement[int]:
    return (
        sa.select(sa.func.count())
        .select_from(items)
        .where(items.c.meeting == _M.id, items.c.life == LIVE)
        .correlate(_MEETING)
        .scalar_subquery()
    )


_ITEMS = _how_many(_CASE_ITEM) + _how_many(_TOWN_ITEM)

MEETINGS = Listing(
    kind=ListKind.MEETINGS,
    source=_MEETING,
    families=(Family.TOWN,),
    words=lambda typed: finds(typed, _MUNICIPALITY, _PLACE_NAME, _CHAIR),
    natural=(_M.day, _M.start, _M.id),
    orders={
        "date": _M.day,
        "place": in_german_order(_PLACE_NAME),
        "municipality": in_german_order(_MUNICIPALITY),
        "status": in_its_order(_M.status, MeetingStatus),
        "items": _ITEMS,
        "chair": in_german_order(_CHAIR),
    },
    filters={
        "coming": _M.day >= DAY,
        "past": _M.day < DAY,
        "draft_minutes": _M.status == MeetingStatus.DRAFT_MINUTES.value,
    },
)

_ROWS = sa.select(
    _M.id,
    _M.life,
    _M.scope,
    _M.day,
    _M.start,
    _M.status,
    _MUNICIPALITY,
    _PLACE_NAME,
    _ITEMS,
    _CHAIR,
).where(columns.is_asked(_M.id), columns.is_shown(_M.life))


def meeting_rows(reader: Reader, ids: Sequence[RecordId], day: dt.date) -> list[MeetingRow]:
    """Return these case conferences, in the order of the ids."""
    rows: dict[RecordId, MeetingRow] = {}
    for row in reader.connection.execute(_ROWS, columns.asked(ids, day)):
        id_, life, scope, date, start, status, municipality, place, items, chair = row
        rows[id_] = MeetingRow(
            id=id_,
            life=Life(life),
            municipality=municipality_of(scope),
            municipality_name=municipality or "",
            date=dt.date.fromisoformat(date),
            start=dt.time.fromisoformat(start) if start else None,
            place=place or "",
            status=MeetingStatus(status),
            items=items,
            chair=chair or "",
        )
    return [rows[id_] for id_ in ids if id_ in rows]
