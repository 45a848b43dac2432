"""Finding case conferences by their day: of decades of them, one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

import sqlalchemy as sa

from neuewege_desktop.domain.choices.work import MeetingStatus
from neuewege_desktop.domain.records import Life, RecordId
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
