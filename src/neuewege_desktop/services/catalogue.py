"""Reads the catalogues shipped with the program: municipalities, instruments, words of the law."""

from __future__ import annotations

import csv
import datetime as dt
from functools import cache

from neuewege_desktop.base.paths import resources
from neuewege_desktop.domain.catalogue import CatalogueInstrument, CatalogueMunicipality
from neuewege_desktop.domain.choices.work import MunicipalityKind
from neuewege_desktop.domain.law.terms import Term, Terms
from neuewege_desktop.domain.values import Period

_KINDS = {"Stadt": MunicipalityKind.TOWN, "Gemeinde": MunicipalityKind.RURAL}


def _rows(name: str) -> list[dict[str, str]]:
    path = resources() / "catalogue" / f"{name}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=";", strict=True))


def _period(row: dict[str, str]) -> Period:
    end = row["valid_to"]
    start = dt.date.fromisoformat(row["valid_from"])
    return Period(start, dt.date.fromisoformat(end) if end else None)


@cache
def municipalities() -> tuple[CatalogueMunicipality, ...]:
    """Return the municipalities of the district in the order of their official keys."""
    return tuple(
        CatalogueMunicipality(
            ags=row["ags"],
            name=row["name"],
            kind=_KINDS[row["typ"]],
            postcode=row["plz_hauptort"],
            short=row["short"],
            pilot=row["projektstatus_2009"] == "pilot",
        )
        for row in _rows("municipalities")
    )


@cache
def instruments() -> tuple[CatalogueInstrument, ...]:
    """Return the instruments in the order of the catalogue, one row per version of the law."""
    return tuple(
        CatalogueInstrument(
            code=row["code"],
            group=row["group"],
            name=row["name"],
            law=row["law"],
            period=_period(row),
            counts_activation=row["counts_activation"] == "1",
            counts_job_accompanying=row["counts_job_accompanying"] == "1",
            counts_public_job=row["counts_public_job"] == "1",
            max_months=int(row["max_months"]) if row["max_months"] else None,
        )
        for row in _rows("instruments")
    )


@cache
def terms() -> Terms:
    """Return the words of the law with the days on which they hold."""
    return Terms(Term(row["key"], _period(row), row["text"]) for row in _rows("terms"))
