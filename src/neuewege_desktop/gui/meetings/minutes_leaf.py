"""What both parts of minutes have in common: results, postponing, reopening, corrections."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Signal

from neuewege_desktop.base.i18n import N_, _
from neuewege_desktop.gui.kit.deed_bar import RowDeed
from neuewege_desktop.gui.kit.numbered_rows import NumberedRow
from neuewege_desktop.gui.meetings.item_leaf import Doing, ItemLeaf
from neuewege_desktop.gui.meetings.minutes_forms import Item, result_form
from neuewege_desktop.gui.meetings.minutes_rows import DRAFT, FROZEN, ITEM, OPEN
from neuewege_desktop.gui.pages.asking import asking_for_words
from neuewege_desktop.gui.session import Session
from neuewege_desktop.services.conference.holding import reopen_item
from neuewege_desktop.services.conference.minutes_view import MinutesView
from neuewege_desktop.services.office import Office
from neuewege_desktop.services.outcome import Outcome

Finish = Callable[[Office], Outcome]


def marked(*marks: str) -> Callable[[NumberedRow], bool]:
    """Return whether a row has all these marks."""
    wanted = frozenset(marks)
    return lambda row: wanted <= row.marks


def _is_answered(row: NumberedRow) -> bool:
    return ITEM in row.marks and DRAFT in row.marks and OPEN not in row.marks


RESULT = RowDeed(
    code="result", text=N_("Result …"), icon="notebook-pen", keys="Ctrl+E", fits=marked(ITEM, DRAFT)
)
FINISH = RowDeed(
    code="finish", text=N_("Talked about"), icon="check", keys="Ctrl+Return", fits=marked(OPEN)
)
POSTPONE = RowDeed(
    code="postpone", text=N_("Postponed …"), icon="calendar-clock", fits=marked(OPEN)
)
REOPEN = RowDeed(code="reopen", text=N_("Open again"), icon="undo-2", fits=_is_answered)
CORRECT = RowDeed(
    code="correct", text=N_("Write a correction …"), icon="pencil", fits=marked(ITEM, FROZEN)
)


class MinutesLeaf(ItemLeaf):
    """Shows one part of the minutes; a part says what its items are and what else it can do."""

    correction_wanted = Signal(object, str)  # Item, how it is called

    def __init__(self, session: Session, name: str, deeds: Sequence[RowDeed]) -> None:
        super().__init__(session, name, (RESULT, *deeds, FINISH, POSTPONE, REOPEN, CORRECT))
        self.view: MinutesView | None = None

    def does_also(self, doings: Mapping[str, Doing]) -> None:
        """Say what the deeds of this part do besides the common ones."""
        common: dict[str, Doing] = {
            "result": self._note,
            "finish": self._finish,
            "postpone": self._postpone,
            "reopen": self._reopen,
            "correct": self._correct,
            "open": self._open_row,
        }
        self.does(common | dict(doings))

    def item_of(self, key: int) -> Item | None:
        """Return the item of a row: its own, or the one under which it stands."""
        raise NotImplementedError

    def finishing(self, item: Item) -> Finish:
        """Return what says that an item was talked about."""
        raise NotImplementedError

    def postponing(self, item: Item, why: str) -> Finish:
        """Return what puts an item off."""
        raise NotImplementedError

    def open_part(self, key: int, field: str = "") -> None:
        """Open the form of a row that stands under an item."""
        raise NotImplementedError

    def open_result(self, key: int) -> None:
        """Open the form for the result of an item."""
        self.list.go_to(key)
        self._note(self.list.current())

    def _item(self, row: NumberedRow | None) -> Item | None:
        return self.item_of(row.key) if row is not None else None

    def _open_row(self, row: NumberedRow | None) -> None:
        if row is None or DRAFT not in row.marks:
            return
        if ITEM in row.marks:
            self._note(row)
        else:
            self.open_part(row.key)

    def _note(self, row: NumberedRow | None) -> None:
        item = self._item(row)
        if item is not None and row is not None:
            self.open_form(
                _("Result: {what}").format(what=row.title),
                lambda office: result_form(office, item),
            )

    def _finish(self, row: NumberedRow | None) -> None:
        if (item := self._item(row)) is not None:
            self.act(self.finishing(item))

    def _postpone(self, row: NumberedRow | None) -> None:
        item = self._item(row)
        if item is not None and row is not None:
            self.open_form(
                _("Postpone: {what}").format(what=row.title),
                lambda _office: asking_for_words(
                    N_("&Why?"),
                    lambda office, why: self.postponing(item, why)(office),
                    _("&Postpone"),
                    lines=2,
                ),
            )

    def _reopen(self, row: NumberedRow | None) -> None:
        if (item := self._item(row)) is not None:
            self.act(lambda office: reopen_item(office, item))

    def _correct(self, row: NumberedRow | None) -> None:
        item = self._item(row)
        if item is not None and row is not None:
            self.correction_wanted.emit(item, row.title)
