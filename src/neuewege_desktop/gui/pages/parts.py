"""Records that belong to another one: the dialog that begins a new one or changes one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtWidgets import QWidget

from neuewege_desktop.base.i18n import _
from neuewege_desktop.domain.records import Record
from neuewege_desktop.gui.editing import edit_record
from neuewege_desktop.gui.form_dialog import FormDialog
from neuewege_desktop.gui.kit.form import Field
from neuewege_desktop.gui.kit.room import Room
from neuewege_desktop.gui.record_editor import Editing
from neuewege_desktop.gui.session import Session
from neuewege_desktop.services.office import Office
from neuewege_desktop.services.outcome import Outcome
from neuewege_desktop.services.records import needed


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A kind of record that one enters at another one, its owner."""

    kind: type[Record]
    new_title: str  # marked with N_
    title: str
    fields: Callable[[Room, Office], Sequence[Field]]
    begin: Callable[[Office, int], Record]  # a new one for the owner of this id
    hint: str = ""
    settle: Callable[[Record], Record] = lambda record: record  # what follows from what was typed
    keep_new: Callable[[Office, Record, str], Outcome] | None = None  # record, place of its draft


def open_new(window: QWidget, session: Session, part: Part, owner: int) -> None:
    """Open the form of a new part."""

    def make(office: Office) -> Editing:
        record = part.begin(office, owner)
        fields = part.fields(session.room, office)
        editing = edit_record(office, record, fields, owner=owner, settle=part.settle)
        return _kept_by(part, editing)

    open_form(window, session, _(part.new_title), make, _(part.hint))


def _kept_by(part: Part, editing: Editing) -> Editing:
    """Let a new part be kept the way its kind wants it."""
    if (keep := part.keep_new) is None:
        return editing
    return replace(
        editing,
        save=lambda office, _before, record, draft: keep(office, part.settle(record), draft),
    )


def open_change(window: QWidget, session: Session, part: Part, key: int) -> None:
    """Open the form of a part that is there."""

    def make(office: Office) -> Editing:
        record = needed(office, part.kind, key)
        return edit_record(office, record, part.fields(session.room, office))

    open_form(window, session, _(part.title), make, _(part.hint))


def open_form(
    window: QWidget,
    session: Session,
    title: str,
    make: Callable[[Office], Editing],
    hint: str = "",
    saved: Callable[[Outcome], object] | None = None,
) -> None:
    """Read on the worker what is to be edited, then open the dialog; `saved` hears of the act."""

    def show(editing: Editing) -> None:
        dialog = FormDialog(session, title, editing, window, hint)
        if saved is not None:
            dialog.editor.saved.connect(saved)
        dialog.open()

    session.read(make, show, owner=window)
