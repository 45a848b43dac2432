"""Every kind of record. Importing this package registers and checks them all.

A new kind: write its class in the module of its field, give each field a sensitivity, add a
migration (`docs/CONTRIBUTING.md`).
"""

from __future__ import annotations

from neuewege_desktop.domain.records import (
    abilities,
    case,
    catalogue,
    household,
    measure,
    meeting,
    minutes,
    person,
    team,
    town,
)
from neuewege_desktop.domain.records.kind import KINDS, KindInfo, Life, Record, RecordId
from neuewege_desktop.domain.records.kind import check_references as _check_references

__all__ = [
    "KINDS",
    "KindInfo",
    "Life",
    "Record",
    "RecordId",
    "abilities",
    "case",
    "catalogue",
    "household",
    "measure",
    "meeting",
    "minutes",
    "person",
    "team",
    "town",
]

_check_references()
