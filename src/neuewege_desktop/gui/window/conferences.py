"""What the actions of the menu do: with the conference in front, or else with the next one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from neuewege_desktop.base.errors import UserError
from neuewege_desktop.base.i18n import _
from neuewege_desktop.domain.records import RecordId
from neuewege_desktop.domain.records.meeting import Meeting
from neuewege_desktop.gui.conference import open_conference
from neuewege_desktop.gui.conference.window import ConferenceWindow
from neuewege_desktop.gui.kit.dossier import Target
from neuewege_desktop.gui.meetings.conference_page import ConferencePage
from neuewege_desktop.gui.meetings.papers import show_folder
from neuewege_desktop.services.conference.choosing import (
    conference_to_hold,
    latest_minutes,
    next_conference,
)
from neuewege_desktop.services.conference.proposing import propose
from neuewege_desktop.services.office import Office

if TYPE_CHECKING:
    from neuewege_desktop.gui.window.main_window import MainWindow


def is_held(window: QWidget) -> bool:
    """Say whether the screen of a conference is in front of a window."""
    return any(screen.isVisible() for screen in window.findChildren(ConferenceWindow))


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
    _with_conference(window, "minutes", latest_minutes, lambda key: window.go_to(_minutes_of(key)))


def hold(window: MainWindow) -> None:
    """Hold the conference that runs, or the next one; afterwards its minutes are open."""

    def go_on(key: RecordId) -> None:
        open_conference(window, window.session, key, lambda key: window.go_to(_minutes_of(key)))

    _with_conference(window, "agenda", conference_to_hold, go_on)


def print_folder(window: MainWindow) -> None:
    """Show everything for the next conference, to be printed."""
    _with_conference(
        window, "agenda", next_conference, lambda key: show_folder(window, window.session, key)
    )


def _minutes_of(key: RecordId) -> Target:
    return Target("minutes", key)


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
