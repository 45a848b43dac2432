"""What the command palette offers: actions, pages, and what services find in the workplace."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from neuewege_desktop.base.cancelling import Cancel, Cancelled
from neuewege_desktop.base.formats import long_date
from neuewege_desktop.base.i18n import N_, _
from neuewege_desktop.domain.finding import (
    Found,
    FoundKind,
    Nearness,
    nearness,
    words_asked,
    words_of,
)
from neuewege_desktop.domain.listing import ListKind, Query, TaskRow
from neuewege_desktop.gui.actions import ACTIONS, Actions
from neuewege_desktop.gui.kit.dossier import Target
from neuewege_desktop.gui.kit.entries import Entry, keys_of
from neuewege_desktop.gui.kit.tasks import Tasks
from neuewege_desktop.gui.kit.text import plain
from neuewege_desktop.gui.session import Session
from neuewege_desktop.services.finding import find
from neuewege_desktop.services.lists import list_keys, list_rows
from neuewege_desktop.services.office import Office

_MOST_RECORDS, _MOST_TASKS = 18, 6
_ITSELF = "palette"
_KINDS = {
    FoundKind.HOUSEHOLD: (N_("Households"), "house"),
    FoundKind.PERSON: (N_("Persons"), "user-round"),
    FoundKind.MEASURE: (N_("Measures"), "heart-handshake"),
    FoundKind.MEETING: (N_("Case conferences"), "calendar-days"),
    FoundKind.ACTOR: (N_("Actors"), "handshake"),
}


def action_entries(actions: Actions, text: str) -> list[Entry]:
    """Return what can be done now and fits what was typed: pages, then actions.

    Slips are forgiven only where nothing fits without one.
    """
    asked = words_asked(text)
    found = []
    for spec in ACTIONS:
        action = actions[spec.code]
        near = nearness(asked, words_of(plain(action.text()))) if asked else Nearness.WHOLE
        if near and action.isEnabled() and spec.code != _ITSELF:
            found.append((near, _of_action(spec.code, spec.icon, action)))
    best = max((near for near, _entry in found), default=Nearness.WHOLE)
    least = Nearness.BEGINS if best > Nearness.FORGIVEN else Nearness.FORGIVEN
    entries = [entry for near, entry in found if near >= least]
    pages = _("Go to")
    return sorted(entries, key=lambda entry: entry.group != pages)


def _of_action(code: str, icon: str, action: QAction) -> Entry:
    shortcut = action.shortcut()
    return Entry(
        text=plain(action.text()).removesuffix("…").rstrip(),
        group=_("Go to") if code.startswith("page-") else _("Do something"),
        icon=icon,
        keys=() if shortcut.isEmpty() else (keys_of(shortcut),),
        leads_to=code,
    )


def record_entries(found: Sequence[Found]) -> list[Entry]:
    """Return what was found, kind by kind; the kind that fits best comes first."""
    kinds = dict.fromkeys(hit.kind for hit in found)
    return [_of_record(hit) for kind in kinds for hit in found if hit.kind is kind]


def _of_record(hit: Found) -> Entry:
    group, icon = _KINDS[hit.kind]
    return Entry(
        text=hit.title,
        group=_(group),
        icon=icon,
        second=hit.subtitle,
        leads_to=Target(hit.kind.value, hit.id),
    )


def _of_tasks(office: Office, text: str, cancel: Cancel) -> Iterator[Entry]:
    """Yield the tasks that fit, those due first before the others."""
    asked = Query(day=office.today, search=text)
    try:
        ids = list_keys(office.store, ListKind.TASKS, asked, limit=_MOST_TASKS, cancel=cancel)
    except Cancelled:
        return
    for row in list_rows(office.store, ListKind.TASKS, ids, office.today):
        if isinstance(row, TaskRow):
            yield Entry(
                text=row.title,
                group=_("Tasks"),
                icon="list-todo",
                second=" · ".join(filter(None, (row.household, long_date(row.due_on)))),
                leads_to=Target(row.kind, row.id),
            )


class RecordFinder(QObject):
    """Finds records on a thread of its own; the latest question wins."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._worker: Tasks | None = None
        self._cancel = Cancel()

    def ask(
        self,
        text: str,
        records: Callable[[list[Entry]], object],
        tasks: Callable[[list[Entry]], object],
    ) -> None:
        """Find what fits `text`: `records` get households and all else, `tasks` those after it."""
        self._cancel.cancel()
        self._cancel = cancel = Cancel()
        if self._worker is None:
            self._worker = Tasks("palette", self)
        office = self._session.office

        def seek() -> list[Entry]:
            if cancel.wished:
                return []
            return record_entries(find(office.store, text, office.today, limit=_MOST_RECORDS))

        def seek_tasks() -> list[Entry]:
            return [] if cancel.wished else list(_of_tasks(office, text, cancel))

        for work, then in ((seek, records), (seek_tasks, tasks)):
            self._worker.run(work, _unless(cancel, then), self._session.refuse, owner=self)

    @property
    def is_idle(self) -> bool:
        """Say whether every question was answered."""
        return self._worker is None or self._worker.is_idle

    def forget(self) -> None:
        """Expect no answer any more."""
        self._cancel.cancel()

    def close(self) -> None:
        """End the thread."""
        self._cancel.cancel()
        if self._worker is not None:
            self._worker.close()
            self._worker.deleteLater()
            self._worker = None


def _unless(
    cancel: Cancel, then: Callable[[list[Entry]], object]
) -> Callable[[list[Entry]], object]:
    return lambda entries: None if cancel.wished else then(entries)
