"""What can be done with a record besides editing it: new ones, parts of it, putting it away."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from neuewege_desktop.base.i18n import _, ngettext
from neuewege_desktop.domain.records import KINDS, Record
from neuewege_desktop.domain.records.case import Task
from neuewege_desktop.domain.records.meeting import TownTask
from neuewege_desktop.gui.kit.questions import Answer, ask
from neuewege_desktop.gui.pages.household_parts import ADDRESS, APPROVAL, CASE, MEMBERSHIP
from neuewege_desktop.gui.pages.intake import open_closing, open_new_household, open_new_member
from neuewege_desktop.gui.pages.moving import open_cancelling, open_moving
from neuewege_desktop.gui.pages.parts import Part, open_change, open_new
from neuewege_desktop.gui.pages.work_parts import ACTOR, MEASURE, MEETING, TASK
from neuewege_desktop.gui.session import Session
from neuewege_desktop.services.entries import archive, restore
from neuewege_desktop.services.office import Office
from neuewege_desktop.services.outcome import Outcome
from neuewege_desktop.services.records import needed, open_case_of, record_of

# By code: at the owner of the key, a new part begins.
_NEW: Mapping[str, Part] = {
    "address": ADDRESS,
    "approval": APPROVAL,
    "task": TASK,
    "new-measures": MEASURE,
    "new-meetings": MEETING,
    "new-actors": ACTOR,
    "new-tasks": TASK,
}
# By kind: the part of this key is changed.
_PARTS = {part.kind.kind.name: part for part in (ADDRESS, APPROVAL, MEMBERSHIP, CASE, TASK)}
_OTHERS: Mapping[str, Callable[[QWidget, Session, int], None]] = {
    "move": open_moving,
    "cancel": open_cancelling,
    "new-households": open_new_household,
    "member": open_new_member,
    "close_case": open_closing,
}


def command(window: QWidget, session: Session, code: str, keys: tuple[int, ...]) -> None:
    """Do what a page asks for, with one record or, where that makes sense, with several."""
    key = keys[0]
    deed, _colon, kind = code.partition(":")
    if code in _OTHERS:
        _OTHERS[code](window, session, key)
    elif code in _NEW:
        open_new(window, session, _NEW[code], key)
    elif deed == "change" and kind == CASE.kind.kind.name:
        _open_case(window, session, key)
    elif deed == "change":
        open_change(window, session, _PARTS[kind], key)
    elif deed == "archive":
        _ask_to_archive(window, session, kind, keys)
    elif deed == "restore":
        session.act(lambda office: restore(office, *_records(office, kind, keys)))


def _open_case(window: QWidget, session: Session, household: int) -> None:
    def find(office: Office) -> int | None:
        case = open_case_of(office, household)
        return case.id if case else None

    def show(case: int | None) -> None:
        if case is not None:
            open_change(window, session, CASE, case)

    session.read(find, show, owner=window)


def _records(office: Office, kind: str, keys: tuple[int, ...]) -> list[Record]:
    return [needed(office, KINDS[_kind_of(office, kind, key)].record, key) for key in keys]


def _kind_of(office: Office, kind: str, key: int) -> str:
    """Return which of the two kinds of task a row of the list of tasks is."""
    is_town_task = kind == Task.kind.name and record_of(office, Task, key) is None
    return TownTask.kind.name if is_town_task else kind


def _ask_to_archive(window: QWidget, session: Session, kind: str, keys: tuple[int, ...]) -> None:
    def act(office: Office) -> Outcome:
        return archive(office, *_records(office, kind, keys))

    ask(
        window,
        session.room.theme,
        ngettext("Put this entry away?", "Put these {n} entries away?", len(keys)),
        _(
            "It leaves the lists. You find it again with the filter “Archived” and can bring it "
            "back; nothing is lost."
        ),
        [Answer(_("Put a&way"), lambda: session.act(act), is_usual=True)],
    )
