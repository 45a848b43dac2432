"""The teams of the project: how much they talk about, who belongs to them, when they meet."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout
from typing_extensions import override

from neuewege_desktop.base.i18n import _, ngettext
from neuewege_desktop.domain.records.catalogue import TeamMember
from neuewege_desktop.gui.kit.buttons import button, with_icon
from neuewege_desktop.gui.kit.cells import Cell, Shape
from neuewege_desktop.gui.kit.look.colours import Tone
from neuewege_desktop.gui.kit.text import Text
from neuewege_desktop.gui.session import Session
from neuewege_desktop.gui.settings import project_fields
from neuewege_desktop.gui.settings.card import Card
from neuewege_desktop.gui.settings.line_list import Deed, Line, LineList
from neuewege_desktop.gui.settings.project_leaf import ProjectLeaf, since
from neuewege_desktop.gui.settings.series import HINT, series_form, series_line
from neuewege_desktop.services.conference.outlook import SeriesLine, new_series
from neuewege_desktop.services.conference.planning import PLANNED_AHEAD, plan_series
from neuewege_desktop.services.project import ProjectView, TeamLine


class TeamsLeaf(ProjectLeaf):
    """The teams with their members; a card for each."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, _("&Teams"))
        self._cards: dict[int, TeamCard] = {}
        self._frame = QVBoxLayout()
        self._frame.setSpacing(14)
        self.column.addLayout(self._frame)
        self.column.addStretch(1)

    @override
    def show_view(self, view: ProjectView) -> None:
        """Show the teams; cards of teams that are there already stay."""
        for team in [key for key in self._cards if key not in {t.record.id for t in view.teams}]:
            self._cards.pop(team).deleteLater()
        for position, line in enumerate(view.teams):
            team = line.record.id
            card = self._cards.get(team)
            if card is None:
                card = self._cards[team] = TeamCard(self, self._session)
                self._frame.insertWidget(position, card)
            card.show_team(line, [found for found in view.series if found.record.team == team])


class TeamCard(Card):
    """One team: what it is called, who belongs to it, when it meets."""

    def __init__(self, leaf: ProjectLeaf, session: Session) -> None:
        super().__init__("", " ")
        self._leaf, self._session = leaf, session
        self._team: TeamLine | None = None
        self._series: Sequence[SeriesLine] = ()
        theme = session.room.theme
        self.edit_button = with_icon(button(_("Change …"), self._edit), theme, "pencil")
        self.add_button = with_icon(button(_("Add a member …"), self._add), theme, "user-plus")
        for made in (self.edit_button, self.add_button):
            self.add_beside_heading(made)
        self.lines = LineList(theme)
        self.lines.chosen.connect(self._edit_member)
        self.series_button = with_icon(
            button(_("Add a series …"), self._add_series), theme, "calendar-days"
        )
        self.series = LineList(theme)
        self.series.chosen.connect(self._change_series)
        self.column.addSpacing(4)
        self.column.addWidget(self.lines)
        self._add_conferences()

    def _add_conferences(self) -> None:
        head = QHBoxLayout()
        head.addWidget(Text(_("Case conferences"), "heading"), 1)
        head.addWidget(self.series_button)
        self.column.addSpacing(8)
        self.column.addLayout(head)
        self.column.addWidget(self.series)

    def show_team(self, team: TeamLine, series: Sequence[SeriesLine]) -> None:
        """Show a team and when it meets."""
        self._team, self._series = team, series
        name = team.record.name
        self.heading.setText(name)
        self.edit_button.setObjectName(f"team-{team.record.id}")
        self.edit_button.setAccessibleName(_("Change: {what}").format(what=name))
        self.add_button.setObjectName(f"newMember-{team.record.id}")
        self.add_button.setAccessibleName(_("{team}: add a member").format(team=name))
        self.hint.setText(_size_words(team))
        today = self._session.room.today()
        self.lines.show_lines(
            [_member_line(member, user, today) for member, user in team.members],
            _("Nobody belongs to this team yet."),
        )
        self.series_button.setObjectName(f"newSeries-{team.record.id}")
        self.series_button.setAccessibleName(_("{team}: add a series").format(team=name))
        self.series.show_lines(
            [series_line(line, today) for line in series],
            _("This team has no fixed day yet. A series plans its conferences by itself."),
        )

    def _edit(self) -> None:
        team = self._team
        if team is not None:
            title = _("Change: {what}").format(what=team.record.name)
            self._leaf.open_form(title, lambda office: project_fields.team(office, team.record))

    def _add(self) -> None:
        if self._team is not None:
            today = self._session.room.today()
            self._open_member(project_fields.new_member(self._team.record, today))

    def _edit_member(self, _code: str, key: int) -> None:
        if self._team is not None:
            members = [member for member, _name in self._team.members]
            self._open_member(next(member for member in members if member.id == key))

    def _open_member(self, member: TeamMember) -> None:
        if self._team is not None:
            room = self._session.room
            self._leaf.open_form(
                _("Member of {team}").format(team=self._team.record.name),
                lambda office: project_fields.member(office, room, member),
            )

    def _add_series(self) -> None:
        if self._team is None:
            return
        team, room = self._team.record, self._session.room
        self._leaf.open_form(
            _("Case conferences of {team}").format(team=team.name),
            lambda office: series_form(office, room, new_series(office, team.id)),
            _(HINT),
        )

    def _change_series(self, code: str, key: int) -> None:
        if code == "ahead":
            until = self._session.room.today() + PLANNED_AHEAD
            self._session.act(lambda office: plan_series(office, key, until), owner=self)
        else:
            self._edit_series(key)

    def _edit_series(self, key: int) -> None:
        if self._team is None:
            return
        record = next(line.record for line in self._series if line.record.id == key)
        self._leaf.open_form(
            _("Case conferences of {team}").format(team=self._team.record.name),
            lambda office: series_form(office, self._session.room, record),
            _(HINT),
        )


def _size_words(team: TeamLine) -> str:
    return ngettext(
        "{n} household per conference at most",
        "{n} households per conference at most",
        team.record.max_items,
    )


def _member_line(member: TeamMember, user: str, today: dt.date) -> Line:
    function = member.function.label
    words = [function[:1].upper() + function[1:]]
    if member.deputy:
        words.append(_("deputy"))
    words.append(since(member.period))
    chip = None
    if member.period.last < today:
        chip = Cell(_("former"), tone=Tone.QUIET, icon="circle", shape=Shape.CHIP)
    return Line(
        member.id,
        user,
        "  ·  ".join(words),
        "user-round",
        chip,
        (Deed("member", _("Change …")),),
    )
