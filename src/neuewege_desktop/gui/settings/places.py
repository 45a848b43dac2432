"""The places where talks and conferences are held."""

from __future__ import annotations

from typing_extensions import override

from neuewege_desktop.base.i18n import _
from neuewege_desktop.gui.kit.buttons import button, with_icon
from neuewege_desktop.gui.session import Session
from neuewege_desktop.gui.settings import project_fields
from neuewege_desktop.gui.settings.card import Card
from neuewege_desktop.gui.settings.line_list import Deed, Line, LineList
from neuewege_desktop.gui.settings.project_leaf import ProjectLeaf
from neuewege_desktop.services.project import PlaceLine, ProjectView
from neuewege_desktop.services.wording import spoken


class PlacesLeaf(ProjectLeaf):
    """The places where talks and conferences are held."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, _("&Places"))
        theme = session.room.theme
        self.lines = LineList(theme)
        self.lines.chosen.connect(self._edit)
        card = Card(
            _("Meeting places"),
            _("Town halls, offices and rooms where talks and conferences are held."),
        )
        self.add_button = with_icon(
            button(_("&Add a place …"), self._add, name="newPlace"), theme, "plus"
        )
        card.add_beside_heading(self.add_button)
        card.column.addSpacing(4)
        card.column.addWidget(self.lines)
        self.column.addWidget(card)
        self.column.addStretch(1)

    @override
    def show_view(self, view: ProjectView) -> None:
        """Show the places."""
        self.add_button.setEnabled(bool(view.towns))
        lines = [_place_line(line) for line in view.places]
        self.lines.show_lines(lines, _("There is no place yet."))

    def _add(self) -> None:
        view = self._view
        if view is not None:
            made = project_fields.new_place(view)
            self.open_form(_("New place"), lambda office: project_fields.place(office, made, view))

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
