"""Which municipalities take part in the project, since when."""

from __future__ import annotations

import datetime as dt

from typing_extensions import override

from neuewege_desktop.base.i18n import _
from neuewege_desktop.gui.kit.buttons import button, with_icon
from neuewege_desktop.gui.kit.cells import Cell, Shape
from neuewege_desktop.gui.kit.look.colours import Tone
from neuewege_desktop.gui.session import Session
from neuewege_desktop.gui.settings import project_fields
from neuewege_desktop.gui.settings.card import Card
from neuewege_desktop.gui.settings.line_list import Deed, Line, LineList
from neuewege_desktop.gui.settings.project_leaf import ProjectLeaf, since
from neuewege_desktop.services.project import ProjectView, TownLine


class TownsLeaf(ProjectLeaf):
    """Which municipalities take part, since when."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, _("&Municipalities"))
        theme = session.room.theme
        self.lines = LineList(theme)
        self.lines.chosen.connect(self._leave)
        card = Card(
            _("Municipalities of the project"),
            _("Lists bring in households of these municipalities only."),
        )
        self.join_button = with_icon(
            button(_("Ta&ke in a municipality …"), self._join, name="join"), theme, "plus"
        )
        card.add_beside_heading(self.join_button)
        card.column.addSpacing(4)
        card.column.addWidget(self.lines)
        self.column.addWidget(card)
        self.column.addStretch(1)

    @override
    def show_view(self, view: ProjectView) -> None:
        """Show the municipalities."""
        today = self._session.room.today()
        self.join_button.setEnabled(bool(view.others))
        self.lines.show_lines([_town_line(town, today) for town in view.towns])

    def _join(self) -> None:
        view, room = self._view, self._session.room
        if view is not None:
            self.open_form(
                _("Take in a municipality"),
                lambda office: project_fields.joining(office, room, view),
                _("It gets a team, which you lead at first. Both can be changed afterwards."),
            )

    def _leave(self, _code: str, key: int) -> None:
        if self._view is None:
            return
        town = next(line for line in self._view.towns if line.record.id == key)
        room = self._session.room
        self.open_form(
            _("{municipality}: end the participation").format(municipality=town.name),
            lambda office: project_fields.leaving(office, room, town),
            _(
                "Its households, its team and all conferences stay as they are; but lists bring in "
                "no more households from there after that day."
            ),
        )


def _town_line(town: TownLine, today: dt.date) -> Line:
    period = town.record.period
    if period.covers(today):
        chip = Cell(_("takes part"), tone=Tone.GOOD, icon="circle-check", shape=Shape.CHIP)
    elif period.start > today:
        chip = Cell(_("will take part"), tone=Tone.INFO, icon="clock", shape=Shape.CHIP)
    else:
        chip = Cell(_("took part"), tone=Tone.QUIET, icon="circle", shape=Shape.CHIP)
    second = "  ·  ".join((since(period), town.record.status.label))
    deeds = (Deed("leave", _("End …")),) if period.last >= today else ()
    return Line(town.record.id, town.name, second, "building-2", chip, deeds)
