"""Part A of an agenda: the households, in the order in which they are talked about."""

from __future__ import annotations

from neuewege_desktop.base.i18n import N_, _
from neuewege_desktop.domain.choices.work import ItemState
from neuewege_desktop.gui.kit.deed_bar import RowDeed
from neuewege_desktop.gui.kit.dossier import Target
from neuewege_desktop.gui.kit.numbered_rows import NumberedRow
from neuewege_desktop.gui.meetings.forms import minutes_form
from neuewege_desktop.gui.meetings.household_dialog import HouseholdDialog
from neuewege_desktop.gui.meetings.item_leaf import ItemLeaf
from neuewege_desktop.gui.meetings.rows import item_rows
from neuewege_desktop.gui.pages.asking import asking_for_words
from neuewege_desktop.gui.session import Session
from neuewege_desktop.services.conference.agenda import add_topic, drop_item, move_item, take_in
from neuewege_desktop.services.conference.holding import reopen_item
from neuewege_desktop.services.conference.proposing import propose
from neuewege_desktop.services.conference.reading import ConferenceFile, ItemLine


def _is_out(row: NumberedRow) -> bool:
    return row.is_struck or row.is_quiet


def _counts(row: NumberedRow) -> bool:
    return not _is_out(row)


_DEEDS = (
    RowDeed(code="household", text=N_("Household …"), icon="plus", keys="Ins", needs_row=False),
    RowDeed(code="topic", text=N_("Topic …"), icon="plus", keys="Shift+Ins", needs_row=False),
    RowDeed(
        code="take",
        text=N_("Take it in"),
        icon="check",
        keys="Ctrl+Return",
        fits=_is_out,
    ),
    RowDeed(code="up", text=N_("Up"), icon="chevron-up", keys="Alt+Up", is_sign=True, fits=_counts),
    RowDeed(
        code="down",
        text=N_("Down"),
        icon="chevron-down",
        keys="Alt+Down",
        is_sign=True,
        fits=_counts,
    ),
    RowDeed(code="minutes", text=N_("Minutes …"), icon="clock", keys="Ctrl+M", fits=_counts),
    RowDeed(code="drop", text=N_("Drop …"), icon="x", keys="Del", fits=_counts),
    RowDeed(
        code="anew",
        text=N_("Order by the rules"),
        icon="refresh-cw",
        keys="Ctrl+R",
        needs_row=False,
    ),
)


class PartA(ItemLeaf):
    """The households and the topics of the team; below them what had no room."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, _("Part A, internal"), _DEEDS)
        self.does(
            {
                "household": self._add_household,
                "topic": self._add_topic,
                "take": self._take,
                "up": lambda row: self._move(row, -1),
                "down": lambda row: self._move(row, 1),
                "minutes": self._plan_minutes,
                "drop": self._drop,
                "anew": self._order_anew,
                "open": self._open_household,
            }
        )

    def show_file(self, file: ConferenceFile) -> None:
        """Show the agenda of a conference."""
        self.file = file
        self.show_rows(
            item_rows(file),
            _("Nothing is on the agenda yet. Let it be proposed by the rules, or add a household."),
        )

    def _line(self, row: NumberedRow | None) -> ItemLine | None:
        if self.file is None or row is None:
            return None
        lines = (*self.file.items, *self.file.capped)
        return next((line for line in lines if line.item.id == row.key), None)

    def _add_household(self, _row: NumberedRow | None) -> None:
        if self.file is not None:
            dialog = HouseholdDialog(self.session, self.file, self)
            dialog.finished.connect(lambda _result: self.enter())
            dialog.open()

    def _add_topic(self, _row: NumberedRow | None) -> None:
        if (file := self.file) is not None:
            self.open_form(
                _("New topic"),
                lambda _office: asking_for_words(
                    N_("&Topic"),
                    lambda office, text: add_topic(office, file.meeting.id, text),
                    _("&Put on the agenda"),
                    hint=N_("Something the team talks about that is no household."),
                ),
            )

    def _take(self, row: NumberedRow | None) -> None:
        """Take in what had no room, or was dropped."""
        line = self._line(row)
        if line is None:
            return
        if line.item.state == ItemState.DROPPED:
            self.act(lambda office: reopen_item(office, line.item))
        else:
            self.act(lambda office: take_in(office, line.item.id))

    def _move(self, row: NumberedRow | None, step: int) -> None:
        if self.file is None or row is None:
            return
        keys = [line.item.id for line in self.file.items]
        to = keys.index(row.key) + 1 + step
        if 1 <= to <= len(keys):
            self.act(lambda office: move_item(office, row.key, to))

    def _plan_minutes(self, row: NumberedRow | None) -> None:
        if (line := self._line(row)) is not None:
            title = _("Planned time: {what}").format(what=line.head or line.name)
            self.open_form(title, lambda _office: minutes_form(line.item))

    def _drop(self, row: NumberedRow | None) -> None:
        if (line := self._line(row)) is not None:
            self.open_form(
                _("Drop: {what}").format(what=line.head or line.name),
                lambda _office: asking_for_words(
                    N_("&Why?"),
                    lambda office, why: drop_item(office, line.item.id, why),
                    _("&Drop it"),
                    hint=N_("The household comes back at the next conference, more urgent."),
                    lines=2,
                ),
            )

    def _order_anew(self, _row: NumberedRow | None) -> None:
        if (file := self.file) is not None:
            self.act(lambda office: propose(office, file.meeting.id, anew=True))

    def _open_household(self, row: NumberedRow | None) -> None:
        line = self._line(row)
        if line is not None and line.household is not None:
            self.wanted.emit(Target("household", line.household))
