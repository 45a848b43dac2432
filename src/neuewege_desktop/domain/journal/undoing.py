"""Taking an act back: the opposite operations, or the fields that somebody changed since."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from neuewege_desktop.domain.journal.editing import set_life, shown
from neuewege_desktop.domain.journal.operations import (
    AddElement,
    Create,
    Dot,
    Operation,
    Release,
    RemoveElement,
    SetField,
)
from neuewege_desktop.domain.journal.state import FINAL, LIFE, RecordState, apply
from neuewege_desktop.domain.records.kind import KindInfo, Life


@dataclass(frozen=True, slots=True)
class ActLine:
    """One act in the order in which acts were done: who did it, and which it takes back."""

    id: int
    author: int
    undoes: int | None


@dataclass(frozen=True, slots=True)
class Step:
    """What one entry did to one record, in the order in which it was applied here."""

    act: int
    dot: Dot
    hlc: int
    operations: tuple[Operation, ...]


@dataclass(frozen=True, slots=True)
class Inverse:
    """The operations that take an act back, or the fields that stand in the way."""

    operations: tuple[Operation, ...] = ()
    blockers: tuple[str, ...] = ()


class _Blocked(Exception):
    """Fields were changed since."""

    def __init__(self, *fields: str) -> None:
        super().__init__(*fields)
        self.fields = fields


def cancelled(acts: Sequence[ActLine]) -> set[int]:
    """Return the acts that no longer count: those taken back, and the acts that took them back.

    Undoing an undo (redo) cancels those two, and what was undone counts again.
    """
    found: set[int] = set()
    for act in reversed(acts):
        if act.undoes is not None and act.id not in found:
            found |= {act.id, act.undoes}
    return found


def since_last_counting(latest_first: Iterable[ActLine]) -> list[ActLine]:
    """Return somebody's acts from the last own one that still counts on, oldest first.

    They decide what is taken back or done again next; of a long history this reads the end only.
    """
    found: list[ActLine] = []
    gone: set[int] = set()
    for act in latest_first:
        found.append(act)
        if act.id in gone:
            continue
        if act.undoes is None:
            break
        gone |= {act.id, act.undoes}
    return found[::-1]


def next_undo(acts: Sequence[ActLine], author: int) -> int | None:
    """Return the act that `author` takes back next: the last own one that still counts."""
    gone = cancelled(acts)
    own = [act.id for act in acts if act.author == author and act.undoes is None]
    return next((act for act in reversed(own) if act not in gone), None)


def next_redo(acts: Sequence[ActLine], author: int) -> int | None:
    """Return the undo that `author` takes back next; nothing once something new was done."""
    gone_by: list[int] = []
    for act in acts:
        if act.author != author:
            continue
        if act.undoes is None:
            gone_by = []
        elif act.undoes in gone_by:
            gone_by.remove(act.undoes)
        else:
            gone_by.append(act.id)
    return gone_by[-1] if gone_by else None


def replay(steps: Iterable[Step]) -> RecordState:
    """Return the state that these steps come to."""
    state = RecordState()
    for step in steps:
        for op in step.operations:
            apply(state, op, step.dot, step.hlc)
    return state


def invert(kind: KindInfo, steps: Sequence[Step], act: int, gone: Collection[int]) -> Inverse:
    """Return the opposite of what `act` did to a record; `steps` are all steps of that record.

    Acts in `gone` cancel each other and do not stand in the way. Refuses field by field: where
    somebody wrote since, taking back would overwrite them.
    """
    own = [number for number, step in enumerate(steps) if step.act == act]
    if not own:  # what the act did to this record was erased since
        return Inverse(blockers=(LIFE,))
    view = _View(
        now=replay(steps),
        before=shown(kind, replay(steps[: own[0]])),
        ours={step.dot for step in steps if step.act == act or step.act in gone},
        since=_fields_of(
            step for step in steps[own[0] :] if step.act != act and step.act not in gone
        ),
    )
    operations: list[Operation] = []
    blockers: list[str] = []
    for step in (steps[number] for number in own):
        for op in step.operations:
            try:
                operations.append(view.opposite(op))
            except _Blocked as blocked:
                blockers += blocked.fields
    return Inverse((), tuple(dict.fromkeys(blockers))) if blockers else Inverse(tuple(operations))


def _fields_of(steps: Iterable[Step]) -> tuple[str, ...]:
    return tuple(_field_of(op) for step in steps for op in step.operations)


def _field_of(op: Operation) -> str:
    return getattr(op, "field", LIFE if isinstance(op, Release) else FINAL)


@dataclass(frozen=True, slots=True)
class _View:
    """A record as it is and as it was before the act; whose dots are ours; what came since."""

    now: RecordState
    before: dict[str, Any]
    ours: Collection[Dot]
    since: tuple[str, ...]

    def opposite(self, op: Operation) -> Operation:
        """Return the opposite of one operation; _Blocked names the fields that changed since."""
        if self.now.finals:
            raise _Blocked(FINAL)
        match op:
            case Create() if self.since:
                raise _Blocked(*self.since)
            case Create():
                return set_life(self.now, Life.WITHDRAWN)
            case SetField(name):
                return self._set_back(name)
            case Release():
                return self._set_back(LIFE)
            case AddElement(name, element):
                return self._take_out(name, element)
            case RemoveElement(name, element):
                return AddElement(name, element)
        raise _Blocked(FINAL)

    def _set_back(self, name: str) -> SetField:
        if name in self.since:
            raise _Blocked(name)
        heads = (version.dot for version in self.now.versions(name))
        return SetField(name, self.before[name], tuple(dot for dot in heads if dot in self.ours))

    def _take_out(self, name: str, element: Any) -> RemoveElement:  # noqa: ANN401
        dots = [v.dot for v in self.now.elements(name) if v.value == element]
        ours = tuple(dot for dot in dots if dot in self.ours)
        if not ours:
            raise _Blocked(name)
        return RemoveElement(name, element, ours)
