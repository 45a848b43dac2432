"""How a kind of record is described: once, here; tables, journal and checks derive from it.

A record is a frozen dataclass. Each field states its sensitivity; each kind states the scope it
lives in. A kind without either cannot even be imported, so it fails the build.
"""

from __future__ import annotations

import dataclasses
import typing
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, ClassVar, TypeVar, dataclass_transform

from neuewege_desktop.base.errors import Bug
from neuewege_desktop.domain.records.shapes import Shape, shape_of
from neuewege_desktop.domain.scopes import Family, may_refer

RecordId = int
R = TypeVar("R", bound="Record")


class Sensitivity(StrEnum):
    """How carefully a field is handled (domain specification 2.1)."""

    S0 = "S0"  # no personal reference
    S1 = "S1"  # contact data of people who are no clients
    S2 = "S2"  # Sozialdaten, § 67 SGB X
    S3 = "S3"  # specially protected: health, debts, addiction, residence


S0, S1, S2, S3 = Sensitivity.S0, Sensitivity.S1, Sensitivity.S2, Sensitivity.S3


class Life(StrEnum):
    """Whether a record counts. Only erasure is final."""

    LIVE = "LIVE"
    ARCHIVED = "ARCHIVED"  # put away by a person, can come back
    WITHDRAWN = "WITHDRAWN"  # its creation was undone
    RELEASED = "RELEASED"  # handed over to another municipality
    ERASED = "ERASED"  # Art. 17 DSGVO: content gone for ever, everywhere


def fact(
    sensitivity: Sensitivity,
    *,
    default: Any = dataclasses.MISSING,  # noqa: ANN401 - as dataclasses.field
    refers: str | None = None,
    index: bool = False,
) -> Any:  # noqa: ANN401
    """Declare a field: its sensitivity, the kind it refers to, whether lists look it up."""
    meta = {"sensitivity": sensitivity, "refers": refers, "index": index}
    return dataclasses.field(default=default, metadata=meta)


@dataclass(frozen=True, slots=True)
class FieldInfo:
    """What is known of one field of a kind."""

    name: str
    sensitivity: Sensitivity
    shape: Shape
    refers: str | None
    index: bool
    default: Any  # as the journal writes it; None where the field is obligatory
    initial: Any  # the default itself; MISSING where the field is obligatory


@dataclass(frozen=True, slots=True)
class KindInfo:
    """What is known of one kind of record."""

    name: str
    family: Family
    record: type[Record]
    fields: tuple[FieldInfo, ...]
    by_name: Mapping[str, FieldInfo]


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What all records have: an id made offline, the scope they live in, whether they count."""

    kind: ClassVar[KindInfo]

    id: RecordId
    scope: str
    life: Life = Life.LIVE


KINDS: dict[str, KindInfo] = {}
_LIFE = FieldInfo(
    "life", S0, shape_of(Life), None, index=False, default=Life.LIVE.value, initial=Life.LIVE
)


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(fact,))
def record(name: str, family: Family) -> Callable[[type[R]], type[R]]:
    """Register a class as the kind of record `name` that lives in scopes of `family`."""

    def register(cls: type[R]) -> type[R]:
        made = dataclass(frozen=True, slots=True, kw_only=True)(cls)
        info = _describe(name, family, made)
        made.kind = info
        if name in KINDS:
            raise Bug(f"two kinds of record are called {name}")
        KINDS[name] = info
        return made

    return register


def _describe(name: str, family: Family, cls: type[Record]) -> KindInfo:
    hints = typing.get_type_hints(cls)
    infos = [_LIFE]
    for field in dataclasses.fields(cls):
        if field.name in ("id", "scope", "life"):
            continue
        if "sensitivity" not in field.metadata:
            raise Bug(f"{name}.{field.name} states no sensitivity")
        shape = shape_of(hints[field.name])
        optional = field.default is not dataclasses.MISSING
        infos.append(
            FieldInfo(
                field.name,
                field.metadata["sensitivity"],
                shape,
                field.metadata["refers"],
                field.metadata["index"],
                shape.encode(field.default) if optional else None,
                field.default,
            )
        )
    return KindInfo(name, family, cls, tuple(infos), {info.name: info for info in infos})


def check_references() -> None:
    """Raise a Bug if a kind refers to one that is unknown or out of its scope's reach."""
    for kind in KINDS.values():
        for info in kind.fields:
            if info.refers is None:
                continue
            target = KINDS.get(info.refers)
            if target is None or not may_refer(kind.family, target.family):
                raise Bug(f"{kind.name}.{info.name} may not refer to {info.refers}")
