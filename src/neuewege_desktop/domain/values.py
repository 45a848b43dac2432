"""Small frozen values that several records share."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `start` to `end`, both included; no end is open."""

    start: dt.date
    end: dt.date | None = None


@dataclass(frozen=True, slots=True)
class PostalAddress:
    """Where somebody lives."""

    street: str
    postcode: str
    town: str
