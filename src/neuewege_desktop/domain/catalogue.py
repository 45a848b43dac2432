"""The rows of the shipped catalogues, from which a new workplace is seeded."""

from __future__ import annotations

from dataclasses import dataclass

from neuewege_desktop.domain.choices.work import MunicipalityKind
from neuewege_desktop.domain.values import Period


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueMunicipality:
    """A municipality of the district; `short` are the two letters that begin its pseudonyms."""

    ags: str
    name: str
    kind: MunicipalityKind
    postcode: str
    short: str
    pilot: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueInstrument:
    """A type of service, the law to cite, and the days on which it could be granted.

    The `counts_*` flags say where it counts in the key figures, § 2 VO § 48a SGB II.
    """

    code: str
    group: str
    name: str
    law: str
    period: Period
    counts_activation: bool
    counts_job_accompanying: bool
    counts_public_job: bool
    max_months: int | None
