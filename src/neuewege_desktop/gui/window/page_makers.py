"""Which page is made of what. A page is made when somebody goes there first."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from neuewege_desktop.gui.kit.room import Room
from neuewege_desktop.gui.list_page import ListPage
from neuewege_desktop.gui.listing import Listing
from neuewege_desktop.gui.meetings.agenda_page import AgendaPage
from neuewege_desktop.gui.meetings.minutes_page import MinutesPage
from neuewege_desktop.gui.pages.evaluation import EvaluationPage
from neuewege_desktop.gui.pages.households import households
from neuewege_desktop.gui.pages.overview import OverviewPage
from neuewege_desktop.gui.pages.persons import persons
from neuewege_desktop.gui.pages.settings import SettingsPage
from neuewege_desktop.gui.pages.work_lists import actors, measures, meetings, tasks
from neuewege_desktop.gui.session import Session

_LISTS: Mapping[str, Callable[[Room], Listing]] = {
    "households": households,
    "persons": persons,
    "measures": measures,
    "meetings": meetings,
    "tasks": tasks,
    "actors": actors,
}
_OTHERS: Mapping[str, Callable[[Session], QWidget]] = {
    "overview": OverviewPage,
    "evaluation": EvaluationPage,
    "settings": SettingsPage,
    "agenda": AgendaPage,
    "minutes": MinutesPage,
}


def make_page(key: str, session: Session) -> QWidget:
    """Return a new page."""
    if key in _LISTS:
        return ListPage(session, _LISTS[key](session.room))
    return _OTHERS[key](session)
