"""What the leaves about the project have in common: they read it, and open its forms."""

from __future__ import annotations

from collections.abc import Callable

from typing_extensions import override

from neuewege_desktop.base.formats import long_date
from neuewege_desktop.base.i18n import _
from neuewege_desktop.domain.values import Period
from neuewege_desktop.gui.form_dialog import FormDialog
from neuewege_desktop.gui.record_editor import Editing
from neuewege_desktop.gui.session import Session
from neuewege_desktop.gui.settings.card import Leaf
from neuewege_desktop.services.office import Office
from neuewege_desktop.services.outcome import Outcome
from neuewege_desktop.services.project import ProjectView, project_view

_KINDS = frozenset(
    (
        "project_municipality",
        "municipality",
        "team",
        "team_member",
        "user",
        "place",
        "meeting_series",
        "meeting",
    )
)


class ProjectLeaf(Leaf):
    """A leaf about the project: reads it anew when something of it changed."""

    def __init__(self, session: Session, title: str) -> None:
        super().__init__(title)
        self._session = session
        self._view: ProjectView | None = None
        session.changed.connect(self._take_change)

    @override
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


def since(period: Period) -> str:
    """Return a period as it stands beside other words."""
    if period.end is None:
        return _("since {day}").format(day=long_date(period.start))
    return _("from {start} to {end}").format(
        start=long_date(period.start), end=long_date(period.end)
    )
