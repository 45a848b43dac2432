"""The state of one record: what its operations, in any causal order, come to.

A field holds every version that nobody replaced. One version is its value. Two that differ are a
conflict: both are kept, the later reading of the clock is shown until a person decides. Sets are
add-wins. A finalised record shows its frozen values; later edits stay behind them.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from neuewege_desktop.domain.journal.operations import (
    AddElement,
    Create,
    Dot,
    Finalise,
    Operation,
    Release,
    RemoveElement,
    SetField,
)

LIFE = "life"
RELEASED = "RELEASED"
FINAL = "#final"  # the name under which two different finalisations are listed as a conflict


class Version(NamedTuple):
    """One value that somebody wrote: when by the clock, in which entry."""

    hlc: int
    dot: Dot
    value: Any


@dataclass(slots=True)
class RecordState:
    """Versions by field, elements of sets with their dots, and finalisations."""

    created: Version | None = None  # its value holds all values the record began with
    fields: dict[str, list[Version]] = field(default_factory=dict)  # where not just the created
    sets: dict[str, list[Version]] = field(default_factory=dict)  # touched sets, whole
    finals: list[Version] = field(default_factory=list)

    def versions(self, name: str, default: Any = None) -> list[Version]:  # noqa: ANN401
        """Return what nobody replaced in a plain field."""
        if name in self.fields:
            return self.fields[name]
        if self.created is None:
            return []
        return [self.created._replace(value=self.created.value.get(name, default))]

    def elements(self, name: str) -> list[Version]:
        """Return the elements of a set, each with the dot that put it in."""
        if name in self.sets:
            return self.sets[name]
        if self.created is None:
            return []
        return [self.created._replace(value=item) for item in self.created.value.get(name) or ()]


def winner(versions: Sequence[Version]) -> Version:
    """Return the version to show: the latest by the clock, then by device."""
    return max(versions, key=lambda version: version[:2])


def differ(versions: Iterable[Version]) -> bool:
    """Say whether versions mean different things; spaces and spelling forms do not count."""
    return len({_normal(version.value) for version in versions}) > 1


def _normal(value: Any) -> str:  # noqa: ANN401
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value).strip()
    return json.dumps(value, sort_keys=True)


def apply(state: RecordState, op: Operation, dot: Dot, hlc: int) -> None:
    """Do one operation; erasure is not done here, because it forgets the state itself."""
    match op:
        case Create(values):
            state.created = Version(hlc, dot, values)
        case SetField(name, value, replaces):
            replace_versions(state, name, Version(hlc, dot, value), replaces)
        case Release(replaces):
            replace_versions(state, LIFE, Version(hlc, dot, RELEASED), replaces)
        case AddElement(name, element):
            state.sets[name] = [*state.elements(name), Version(hlc, dot, element)]
        case RemoveElement(name, element, replaces):
            remove_seen(state, name, element, replaces)
        case Finalise(values):
            state.finals.append(Version(hlc, dot, values))


def replace_versions(
    state: RecordState, name: str, new: Version, replaces: tuple[Dot, ...]
) -> None:
    """Put a version in the place of those it names; the others stand beside it.

    What the same entry wrote before is replaced unnamed: nobody is in conflict with himself.
    """
    gone = {*replaces, new.dot}
    kept = [version for version in state.versions(name) if version.dot not in gone]
    state.fields[name] = [*kept, new]


def remove_seen(
    state: RecordState,
    name: str,
    element: Any,  # noqa: ANN401
    replaces: tuple[Dot, ...],
) -> None:
    """Take out of a set the additions the author had seen; unseen ones stay."""
    state.sets[name] = [
        version
        for version in state.elements(name)
        if version.value != element or version.dot not in replaces
    ]


def frozen(state: RecordState) -> Mapping[str, Any] | None:
    """Return the values of a finalised record: those of its first finalisation, by the clock."""
    return min(state.finals, key=lambda final: final[:2]).value if state.finals else None


def conflicts(state: RecordState) -> dict[str, list[Version]]:
    """Return every field with different versions beside each other."""
    found = {
        name: heads for name, heads in state.fields.items() if len(heads) > 1 and differ(heads)
    }
    if differ(state.finals):
        found[FINAL] = state.finals
    return found
