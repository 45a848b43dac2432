"""The expected values that came with the domain specification, computed by another program."""

from __future__ import annotations

import csv
import datetime as dt
import json
from pathlib import Path

from neuewege_desktop.domain.values import Period

FOLDER = Path(__file__).parent.parent / "data" / "domain"
VECTORS = json.loads((FOLDER / "test_vectors.json").read_text(encoding="utf-8"))

day = dt.date.fromisoformat


def period(start, end):
    return Period(day(start), day(end) if end else None)


def biblis():
    path = FOLDER / "testdata_biblis_2010-06-15.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))
