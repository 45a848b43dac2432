"""Finding case conferences by their day: of decades of them, one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

import sqlalchemy as sa

from neuewege_desktop.domain.choices.work import ItemState, MeetingStatus
from neuewege_desktop.domain.records import Life, RecordId
from neuewege_desktop.domain.records.meeting import Meeting
from neuewege_desktop.store import schema
from neuewege_desktop.store.reader import Reader


def first_meeting(
    reader: Reader, ags: str, since: dt.date, statuses: Collection[MeetingStatus]
) -> RecordId | None:
    """Return the first conference of a municipality from a day on that has one of these states."""
    m = schema.TABLES["meeting"].c
    query = (
        sa.select(m.id)
        .where(m.ags == ags, m.life == Life.LIVE.value, m.day >= since.isoformat())
        .where(m.status.in_([status.value for status in statuses]))
        .order_by(m.day, m.id)
        .limit(1)
    )
    return reader.connection.scalars(query).first()


def last_discussion(
    reader: Reader,
    cases: Collection[RecordId],
    before: Meeting,
    statuses: Collection[MeetingStatus],
) -> tuple[RecordId, RecordId] | None:
    """Return meeting and item of the last discussion of these cases before a conference began.

    Only conferences that have one of these states count.
    """
    m, i = schema.TABLES["meeting"].c, schema.TABLES["agenda_item"].c
    start = sa.func.coalesce(m.start, "")
    begin = before.start.isoformat() if before.start is not None else ""
    query = (
        sa.select(m.id, i.id)
        .join_from(schema.TABLES["agenda_item"], schema.TABLES["meeting"], i.meeting == m.id)
        .where(i.case.in_(list(cases)), i.state == ItemState.DISCUSSED.value)
        .where(i.life == Life.LIVE.value, m.life == Life.LIVE.value)
        .where(m.status.in_([status.value for status in statuses]))
        .where(sa.tuple_(m.day, start, m.id) < (before.day.isoformat(), begin, before.id))
        .order_by(m.day.desc(), start.desc(), m.id.desc())
        .limit(1)
    )
    row = reader.connection.execute(query).first()
    return (row[0], row[1]) if row else None
