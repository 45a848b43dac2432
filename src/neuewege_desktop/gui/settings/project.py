"""The municipalities that take part, their teams and the places where one meets."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from neuewege_desktop.base.formats import long_date
from neuewege_desktop.base.i18n import _, ngettext
from neuewege_desktop.domain.records.catalogue import TeamMember
from neuewege_desktop.domain.values import Period
from neuewege_desktop.gui.form_dialog import FormDialog
from neuewege_desktop.gui.kit.buttons import button, with_icon
from neuewege_desktop.gui.kit.cells import Cell, Shape
from neuewege_desktop.gui.kit.look.colours import Tone
from neuewege_desktop.gui.record_editor import Editing
from neuewege_desktop.gui.session import Session
from neuewege_desktop.gui.settings import project_fields
from neuewege_desktop.gui.settings.card import Card, Leaf
from neuewege_desktop.gui.settings.line_list import Deed, Line, LineList
from neuewege_desktop.services.office import Office
from neuewege_desktop.services.outcome import Outcome
from neuewege_desktop.services.project import (
    PlaceLine,
    ProjectView,
    TeamLine,
    TownLine,
    project_view,
)
from neuewege_desktop.services.wording import spoken

_KINDS = frozenset(
    ("project_municipality", "municipality", "team", "team_member", "user", "place")
)


class ProjectLeaf(Leaf):
    """A leaf about the project: reads it anew when something of it changed."""

    def __init__(self, session: Session, title: str) -> None:
        super().__init__(title)
        self._session = session
        self._view: ProjectView | None = None
        session.changed.connect(self._take_change)

    def enter(self) -> None:
        """Show how the project is arranged now."""
        self._session.read(project_view, self._take, owner=self)

    def _take(self, view: ProjectView) -> None:
        self._view = view
        self.show_view(view)

    def show_view(self, view: ProjectView) -> None:
        """Show what the leaf is about."""
        raise NotImplementedError

    def _take_change(self, outcome: Outcome) -> None:
        if self._view is not None and not _KINDS.isdisjoint(outcome.records):
            self.enter()

    def open_form(self, title: str, make: Callable[[Office], Editing], hint: str = "") -> None:
        """Open a form over the window."""

        def show(editing: Editing) -> None:
            FormDialog(self._session, title, editing, self, hint).open()

        self._session.read(make, show, owner=self)


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
            button(_("&Take in a municipality …"), self._join, name="join"), theme, "plus"
        )
        card.add_beside_heading(self.join_button)
        card.column.addSpacing(4)
        card.column.addWidget(self.lines)
        self.column.addWidget(card)
        self.column.addStretch(1)

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
    second = "  ·  ".join((_since(period), town.record.status.label))
    deeds = (Deed("leave", _("End …")),) if period.last >= today else ()
    return Line(town.record.id, town.name, second, "building-2", chip, deeds)


def _since(period: Period) -> str:
    if period.end is None:
        return _("since {day}").format(day=long_date(period.start))
    return _("from {start} to {end}").format(
        start=long_date(period.start), end=long_date(period.end)
    )


class TeamsLeaf(ProjectLeaf):
    """The teams with their members; a card for each."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, _("&Teams"))
        self._cards: dict[int, TeamCard] = {}
        self._frame = QVBoxLayout()
        self._frame.setSpacing(14)
        self.column.addLayout(self._frame)
        self.column.addStretch(1)

    def show_view(self, view: ProjectView) -> None:
        """Show the teams; cards of teams that are there already stay."""
        for team in [key for key in self._cards if key not in {t.record.id for t in view.teams}]:
            self._cards.pop(team).deleteLater()
        for position, line in enumerate(view.teams):
            card = self._cards.get(line.record.id)
            if card is None:
                card = self._cards[line.record.id] = TeamCard(self, self._session)
                self._frame.insertWidget(position, card)
            card.show_team(line)


class TeamCard(Card):
    """One team: what it is called, how much it talks about, who belongs to it."""

    def __init__(self, leaf: ProjectLeaf, session: Session) -> None:
        super().__init__("", "")
        self._leaf, self._session = leaf, session
        self._team: TeamLine | None = None
        theme = session.room.theme
        self.edit_button = with_icon(button(_("Change …"), self._edit), theme, "pencil")
        self.add_button = with_icon(button(_("Add a member …"), self._add), theme, "user-plus")
        for made in (self.edit_button, self.add_button):
            self.add_beside_heading(made)
        self.lines = LineList(theme)
        self.lines.chosen.connect(self._edit_member)
        self.column.addWidget(self.lines)

    def show_team(self, team: TeamLine) -> None:
        """Show a team."""
        self._team = team
        name = team.record.name
        self.heading.setText(name)
        self.edit_button.setObjectName(f"team-{team.record.id}")
        self.edit_button.setAccessibleName(_("Change: {what}").format(what=name))
        self.add_button.setObjectName(f"newMember-{team.record.id}")
        self.add_button.setAccessibleName(_("{team}: add a member").format(team=name))
        self.hint_words(_size_words(team))
        today = self._session.room.today()
        self.lines.show_lines(
            [_member_line(member, user, today) for member, user in team.members],
            _("Nobody belongs to this team yet."),
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
    words.append(_since(member.period))
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


class PlacesLeaf(ProjectLeaf):
    """The places where talks and conferences are held."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, _("&Places"))
        theme = session.room.theme
        self.lines = LineList(theme)
        self.lines.chosen.connect(self._edit)
        card = Card(
            _("Places"), _("Town halls, offices and rooms where talks and conferences are held.")
        )
        self.add_button = with_icon(
            button(_("&Add a place …"), self._add, name="newPlace"), theme, "plus"
        )
        card.add_beside_heading(self.add_button)
        card.column.addSpacing(4)
        card.column.addWidget(self.lines)
        self.column.addWidget(card)
        self.column.addStretch(1)

    def show_view(self, view: ProjectView) -> None:
        """Show the places."""
        self.add_button.setEnabled(bool(view.towns))
        lines = [_place_line(line) for line in view.places]
        self.lines.show_lines(lines, _("There is no place yet."))

    def _add(self) -> None:
        view = self._view
        if view is not None:
            made = project_fields.new_place(view)
            self.open_form(
                _("New place"), lambda office: project_fields.place(office, made, view)
            )

    def _edit(self, _code: str, key: int) -> None:
        view = self._view
        if view is not None:
            line = next(line for line in view.places if line.record.id == key)
            self.open_form(
                f"{line.record.name} ({line.municipality})",
                lambda office: project_fields.place(office, line.record, view),
            )


def _place_line(line: PlaceLine) -> Line:
    where = [line.municipality]
    if line.record.address is not None:
        where.append(spoken(line.record.address))
    return Line(
        line.record.id,
        line.record.name,
        "  ·  ".join(where),
        "map-pin",
        deeds=(Deed("place", _("Change …")),),
    )
