"""Part B of an agenda: the topics with the municipality."""

from __future__ import annotations

from neuewege_desktop.base.i18n import N_, _
from neuewege_desktop.gui.kit.deed_bar import RowDeed
from neuewege_desktop.gui.kit.numbered_rows import NumberedRow
from neuewege_desktop.gui.meetings.forms import minutes_form
from neuewege_desktop.gui.meetings.item_leaf import ItemLeaf
from neuewege_desktop.gui.meetings.rows import town_rows
from neuewege_desktop.gui.pages.asking import asking_for_words
from neuewege_desktop.gui.session import Session
from neuewege_desktop.services.conference.agenda import (
    add_town_topic,
    drop_town_item,
    move_town_item,
)
from neuewege_desktop.services.conference.holding import reopen_item
from neuewege_desktop.services.conference.reading import ConferenceFile, TownLine


def _counts(row: NumberedRow) -> bool:
    return not row.is_struck


_DEEDS = (
    RowDeed(code="townTopic", text=N_("Topic …"), icon="plus", keys="Ins", needs_row=False),
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
        code="take",
        text=N_("Take it in"),
        icon="check",
        keys="Ctrl+Return",
        fits=lambda row: row.is_struck,
    ),
)
_NO_CLIENTS = N_(
    "The town hall reads along: please enter no names, numbers or data of clients here."
)


class PartB(ItemLeaf):
    """The topics that are talked about with the town hall."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, _("Part B, with the municipality"), _DEEDS, _(_NO_CLIENTS))
        self.does(
            {
                "townTopic": self._add_topic,
                "up": lambda row: self._move(row, -1),
                "down": lambda row: self._move(row, 1),
                "minutes": self._plan_minutes,
                "drop": self._drop,
                "take": self._take,
            }
        )

    def show_file(self, file: ConferenceFile) -> None:
        """Show the topics of a conference."""
        self.file = file
        self.show_rows(town_rows(file), _("No topic yet."))

    def _line(self, row: NumberedRow | None) -> TownLine | None:
        if self.file is None or row is None:
            return None
        return next((line for line in self.file.town_items if line.item.id == row.key), None)

    def _add_topic(self, _row: NumberedRow | None) -> None:
        if (file := self.file) is not None:
            self.open_form(
                _("New topic with the municipality"),
                lambda _office: asking_for_words(
                    N_("&Topic"),
                    lambda office, text: add_town_topic(office, file.meeting.id, text),
                    _("&Put on the agenda"),
                    hint=_NO_CLIENTS,
                ),
            )

    def _move(self, row: NumberedRow | None, step: int) -> None:
        if self.file is None or row is None:
            return
        keys = [line.item.id for line in self.file.town_items]
        to = keys.index(row.key) + 1 + step
        if 1 <= to <= len(keys):
            self.act(lambda office: move_town_item(office, row.key, to))

    def _plan_minutes(self, row: NumberedRow | None) -> None:
        if (line := self._line(row)) is not None:
            title = _("Planned time: {what}").format(what=line.item.topic)
            self.open_form(title, lambda _office: minutes_form(line.item))

    def _drop(self, row: NumberedRow | None) -> None:
        if (line := self._line(row)) is not None:
            self.open_form(
                _("Drop: {what}").format(what=line.item.topic),
                lambda _office: asking_for_words(
                    N_("&Why?"),
                    lambda office, why: drop_town_item(office, line.item.id, why),
                    _("&Drop it"),
                    lines=2,
                ),
            )

    def _take(self, row: NumberedRow | None) -> None:
        if (line := self._line(row)) is not None:
            self.act(lambda office: reopen_item(office, line.item))
