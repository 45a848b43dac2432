"""What can be done with a record besides editing it: new ones, parts of it, putting it away."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from neuewege_desktop.base.i18n import _
from neuewege_desktop.domain.records import KINDS
from neuewege_desktop.gui.kit.questions import Answer, ask
from neuewege_desktop.gui.pages.household_parts import ADDRESS, APPROVAL, CASE, MEMBERSHIP
from neuewege_desktop.gui.pages.intake import open_closing, open_new_household, open_new_member
from neuewege_desktop.gui.pages.parts import Part, open_change, open_new
from neuewege_desktop.gui.pages.work_parts import ACTOR, MEASURE, MEETING, TASK
from neuewege_desktop.gui.session import Session
from neuewege_desktop.services.entries import archive, restore
from neuewege_desktop.services.office import Office
from neuewege_desktop.services.outcome import Outcome
from neuewege_desktop.services.records import needed, open_case_of

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
    "new-households": open_new_household,
    "member": open_new_member,
    "close_case": open_closing,
}


def command(window: QWidget, session: Session, code: str, key: int) -> None:
    """Do what a page asks for."""
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
        _ask_to_archive(window, session, kind, key)
    elif deed == "restore":
        session.act(lambda office: restore(office, needed(office, KINDS[kind].record, key)))


def _open_case(window: QWidget, session: Session, household: int) -> None:
    def find(office: Office) -> int | None:
        case = open_case_of(office, household)
        return case.id if case else None

    def show(case: int | None) -> None:
        if case is not None:
            open_change(window, session, CASE, case)

    session.read(find, show, owner=window)


def _ask_to_archive(window: QWidget, session: Session, kind: str, key: int) -> None:
    def act(office: Office) -> Outcome:
        return archive(office, needed(office, KINDS[kind].record, key))

    ask(
        window,
        session.room.theme,
        _("Put this entry away?"),
        _(
            "It leaves the lists. You find it again with the filter “Archived” and can bring it "
            "back; nothing is lost."
        ),
        [Answer(_("Put a&way"), lambda: session.act(act), is_usual=True)],
    )
