"""What the actions of the menu do: with the conference in front, or else with the next one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from neuewege_desktop.base.errors import UserError
from neuewege_desktop.base.i18n import _
from neuewege_desktop.domain.records import RecordId
from neuewege_desktop.domain.records.meeting import Meeting
from neuewege_desktop.gui.actions import Actions
from neuewege_desktop.gui.kit.dossier import Target
from neuewege_desktop.gui.meetings.conference_page import ConferencePage
from neuewege_desktop.gui.meetings.doors import DOORS, Step
from neuewege_desktop.services.conference.choosing import (
    conference_to_hold,
    latest_minutes,
    next_conference,
)
from neuewege_desktop.services.conference.proposing import propose
from neuewege_desktop.services.office import Office

if TYPE_CHECKING:
    from neuewege_desktop.gui.window.main_window import MainWindow


def hide_what_is_shut(actions: Actions) -> None:
    """Take the actions away behind which there is nothing here."""
    for code, door in (("hold", DOORS.hold), ("folder", DOORS.folder)):
        actions[code].setVisible(door is not None)
        actions[code].setEnabled(door is not None)


def propose_agenda(window: MainWindow) -> None:
    """Bring the agenda of the next conference up to date, and open it."""

    def go_on(key: RecordId) -> None:
        window.session.act(
            lambda office: propose(office, key),
            lambda _outcome: window.go_to(Target("agenda", key)),
            owner=window,
        )

    _with_conference(window, "agenda", next_conference, go_on)


def open_minutes(window: MainWindow) -> None:
    """Open the minutes that wait to be finished, or else those of the latest conference."""
    _with_conference(
        window, "minutes", latest_minutes, lambda key: window.go_to(Target("minutes", key))
    )


def hold(window: MainWindow) -> None:
    """Hold the conference that runs, or the next one."""
    _step_through(window, DOORS.hold, conference_to_hold)


def print_folder(window: MainWindow) -> None:
    """Print everything for the next conference."""
    _step_through(window, DOORS.folder, next_conference)


def _step_through(
    window: MainWindow, step: Step | None, usual: Callable[[Office], Meeting | None]
) -> None:
    if step is not None:
        _with_conference(window, "agenda", usual, lambda key: step(window, window.session, key))


def _with_conference(
    window: MainWindow,
    page: str,
    usual: Callable[[Office], Meeting | None],
    go_on: Callable[[RecordId], object],
) -> None:
    """Go on with the conference in front if its page is that one, else with the usual one."""
    front = window.page(window.front) if window.front == page else None
    key = front.open_key if isinstance(front, ConferencePage) else None
    if key is not None:
        go_on(key)
        return

    def take(found: Meeting | None) -> None:
        if found is None:
            window.session.refuse(UserError(_NOTHING[page]()))
        else:
            go_on(found.id)

    window.session.read(usual, take, owner=window)


_NOTHING: dict[str, Callable[[], str]] = {
    "agenda": lambda: _(
        "No conference is planned. Please plan one on the page “Case conferences”, or give the "
        "team a series in the settings."
    ),
    "minutes": lambda: _("No conference was held yet. Minutes begin when one is held."),
}
