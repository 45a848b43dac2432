"""An opened workplace in the hands of one person: what every act is given."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from neuewege_desktop.domain.records import RecordId
from neuewege_desktop.store.store import Store


@dataclass(frozen=True, slots=True)
class Office:
    """A store, the user whose slot opened it, and the day on which they work."""

    store: Store
    author: RecordId
    today: dt.date
