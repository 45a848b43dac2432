"""The main window: rail, top bar, pages and messages, put together; what they do is elsewhere."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from neuewege_desktop.base.i18n import _
from neuewege_desktop.gui.actions import MENUS, Actions
from neuewege_desktop.gui.backing_up import backup_reminder
from neuewege_desktop.gui.kit.buttons import button
from neuewege_desktop.gui.kit.dossier import Target
from neuewege_desktop.gui.kit.look.colours import Tone
from neuewege_desktop.gui.kit.notice import Notice
from neuewege_desktop.gui.kit.room import Room
from neuewege_desktop.gui.kit.scrim import Scrim
from neuewege_desktop.gui.kit.tab_order import go_by_tab
from neuewege_desktop.gui.kit.text import plain
from neuewege_desktop.gui.kit.toast import Toast
from neuewege_desktop.gui.list_page import ListPage
from neuewege_desktop.gui.session import Session, Steps
from neuewege_desktop.gui.window.conferences import is_held
from neuewege_desktop.gui.window.deeds import Deeds
from neuewege_desktop.gui.window.dropping import list_in
from neuewege_desktop.gui.window.page_makers import make_page
from neuewege_desktop.gui.window.rail import Rail
from neuewege_desktop.gui.window.search_key import SearchKey
from neuewege_desktop.gui.window.status_line import StatusLine
from neuewege_desktop.gui.window.top_bar import TopBar
from neuewege_desktop.services.workplaces import Workplace, user_name

_WORDS_FIT = 1120  # logical pixels of the window, for the rail with words
_SMALLEST = (640, 440)
_USUAL = (1280, 800)
_PLACE = "main"


class MainWindow(QMainWindow):
    """One opened workplace."""

    lock_requested = Signal()
    closed = Signal()
    language_chosen = Signal(str)
    scheme_chosen = Signal(str)
    scale_chosen = Signal(int)  # percent
    lock_minutes_chosen = Signal(int)
    spelling_chosen = Signal(bool)
    restart_wanted = Signal()  # the workplace was exchanged: log in anew

    def __init__(self, workplace: Workplace, room: Room) -> None:
        super().__init__()
        self.session = Session(workplace, room, self)
        self.room = room
        self.setWindowTitle(_("{workplace} – Neue Wege").format(workplace=workplace.folder.name))
        self.setMinimumSize(*_SMALLEST)
        self.actions_table = Actions(room.theme, self)
        self.deeds = Deeds(self)
        self._search_key = SearchKey(self)
        self.actions_table.chosen.connect(self.deeds.do)
        self._pages: dict[str, QWidget] = {}
        self._front = ""
        self._make(workplace)
        self.toast = Toast(self)
        self.setAcceptDrops(True)
        self._connect()
        self._restore_size()
        self.show_page("overview")
        self._remind()

    def _make(self, workplace: Workplace) -> None:
        for menu in MENUS:
            made = self.menuBar().addMenu(_(menu))
            for action, begins_group in self.actions_table.of_menu(menu):
                if begins_group:
                    made.addSeparator()
                made.addAction(action)
        theme = self.room.theme
        self.rail = Rail(theme, workplace.folder.name)
        self.top_bar = TopBar(theme, self.actions_table)
        self._stack = QStackedWidget()
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top_bar)
        column.addLayout(self._make_notices())
        column.addWidget(self._stack, 1)
        self._middle = QWidget()
        row = QHBoxLayout(self._middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(right, 1)
        self.setCentralWidget(self._middle)
        self.status = StatusLine(self.room, workplace.folder.name, user_name(workplace), self)
        self.setStatusBar(self.status)

    def _make_notices(self) -> QVBoxLayout:
        self.notice = Notice(self.room.theme)
        self.reminder = Notice(self.room.theme)  # stays while something is refused
        column = QVBoxLayout()
        column.setContentsMargins(24, 4, 24, 0)
        column.addWidget(self.notice)
        column.addWidget(self.reminder)
        return column

    def _connect(self) -> None:
        self.rail.chosen.connect(self.show_page)
        self.session.done.connect(self._tell_done)
        self.session.refused.connect(self._tell_refusal)
        self.session.unsaved.connect(self.status.tell_unsaved)
        self.session.steps_known.connect(self._show_steps)
        self.session.look_back()
        self.session.learn_words()

    # --- pages ------------------------------------------------------------------------------

    def page(self, key: str) -> QWidget:
        """Return a page; it is made when it is needed first."""
        if key not in self._pages:
            made = make_page(key, self.session)
            self._pages[key] = made
            self._stack.addWidget(made)
            self.deeds.attach(made)
        return self._pages[key]

    def show_page(self, key: str) -> None:
        """Bring a page to the front."""
        page = self.page(key)
        self._front = key
        self._stack.setCurrentWidget(page)
        self.rail.mark(key)
        enter = getattr(page, "enter", None)
        if callable(enter):
            enter()

    @property
    def front(self) -> str:
        """Return the key of the page in front."""
        return self._front

    def pages_made(self) -> list[QWidget]:
        """Return the pages that were looked at so far."""
        return list(self._pages.values())

    def go_to(self, target: Target) -> None:
        """Show another record."""
        key = PAGE_OF_KIND.get(target.act)
        if key is None:
            return
        self.show_page(key)
        go_to = getattr(self.page(key), "go_to", None)
        if callable(go_to):
            go_to(target.key)

    # --- messages ---------------------------------------------------------------------------

    def _tell_done(self, name: str) -> None:
        self.status.tell_saved()
        if name and not is_held(self):  # the screen of a conference tells it by itself
            self.toast.tell(name, plain(_("&Undo")), self.actions_table["undo"].trigger)

    def _tell_refusal(self, sentence: str) -> None:
        self.notice.tell(sentence, Tone.BAD, self.deeds.closing_button(self.notice))

    def _show_steps(self, steps: Steps) -> None:
        for code, name, words, bare in (
            ("undo", steps.undo, _("&Undo: {act}"), _("&Undo")),
            ("redo", steps.redo, _("&Redo: {act}"), _("&Redo")),
        ):
            action = self.actions_table[code]
            action.setEnabled(name is not None)
            action.setText(words.format(act=name) if name is not None else bare)

    def _remind(self) -> None:
        """Say that the last backup is old, if it is."""

        def show(sentence: str | None) -> None:
            if sentence is not None:
                self.reminder.tell(
                    sentence,
                    Tone.WARNING,
                    button(_("Back up now"), self._back_up),
                    self.deeds.closing_button(self.reminder),
                )

        workplace, now = self.session.workplace, self.room.now()
        self.room.tasks.run(lambda: backup_reminder(workplace, now), show, owner=self)

    def _back_up(self) -> None:
        self.reminder.clear()
        self.actions_table["backup"].trigger()

    # --- coming and going -------------------------------------------------------------------

    def flush_drafts(self, done: Callable[[], object]) -> None:
        """Write everything that is being typed, then call `done`."""
        for page in self._pages.values():
            if isinstance(page, ListPage):
                page.keep_drafts()
        self.deeds.keep_drafts()
        self.session.leaving.emit()
        self.room.tasks.run(lambda: None, lambda _nothing: done())

    def cover(self) -> None:
        """Show nothing of the workplace any more, at once."""
        for dialog in self.findChildren(QWidget):
            if (dialog.isWindow() or isinstance(dialog, Scrim)) and dialog.isVisible():
                dialog.hide()
        self.setWindowTitle(_("Locked – Neue Wege"))
        self._middle.hide()
        self.statusBar().hide()
        self.menuBar().hide()

    def end(self) -> None:
        """End the threads of the pages."""
        self._keep_size()
        for page in self._pages.values():
            if isinstance(page, ListPage):
                page.close_finder()

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        return go_by_tab(self, forward=next)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if list_in(event.mimeData()) is not None:
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        source = list_in(event.mimeData())
        if source is not None:
            self.deeds.open_import(source)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self._keep_size()
        self.flush_drafts(lambda: None)
        super().closeEvent(event)
        self.closed.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.rail.show_words(visible=self.width() >= _WORDS_FIT)
        self.status.fit(self.width())
        if self.toast.isVisible():
            self.toast.place()

    def _restore_size(self) -> None:
        kept = self.room.state.find(_PLACE)
        if kept is None or not self.restoreGeometry(kept):
            available = self.screen().availableGeometry()
            self.resize(
                min(_USUAL[0], available.width() - 20), min(_USUAL[1], available.height() - 40)
            )

    def _keep_size(self) -> None:
        self.room.state.keep(_PLACE, self.saveGeometry())
        self.room.state.write()


PAGE_OF_KIND = {
    "household": "households",
    "person": "persons",
    "measure": "measures",
    "meeting": "meetings",
    "agenda": "agenda",
    "minutes": "minutes",
    "task": "tasks",
    "town_task": "tasks",
    "actor": "actors",
}
