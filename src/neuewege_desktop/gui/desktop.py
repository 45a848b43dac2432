"""The program as one sees it: the way in, the main window, locking, and the end."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QMainWindow

from neuewege_desktop.base.errors import UserError
from neuewege_desktop.base.i18n import _
from neuewege_desktop.gui.application import Application
from neuewege_desktop.gui.kit.questions import tell
from neuewege_desktop.gui.kit.room import Room
from neuewege_desktop.gui.kit.spelling.dictionary import Dictionary
from neuewege_desktop.gui.kit.tasks import Tasks
from neuewege_desktop.gui.kit.window_state import WindowState
from neuewege_desktop.gui.start.entrance import Entrance
from neuewege_desktop.gui.start.instance import Presence
from neuewege_desktop.gui.start.leaving import start_afresh
from neuewege_desktop.gui.start.locking import Locking
from neuewege_desktop.gui.start.mishaps import Mishaps
from neuewege_desktop.gui.start.preferences import Preferences
from neuewege_desktop.gui.start.progress import Progress
from neuewege_desktop.gui.start.stage import Stage
from neuewege_desktop.gui.start.surroundings import Surroundings, WorkWindow
from neuewege_desktop.services.settings import Settings

if TYPE_CHECKING:
    from neuewege_desktop.services.workplaces import Workplace


class Desktop(QObject):
    """Owns the windows, and knows which workplace is open."""

    ended = Signal(int)  # the program may end, with this exit code

    def __init__(
        self, application: Application, surroundings: Surroundings, settings: Settings
    ) -> None:
        super().__init__(application)
        self.application = application
        self.surroundings = surroundings
        self.preferences = Preferences(application, surroundings.profile, settings)
        self.workplace: Workplace | None = None
        self.is_stuck = False  # work is under way that must not hold up the end
        self.room = Room(
            theme=application.theme,
            tasks=Tasks("work", self),
            state=WindowState(surroundings.profile),
            now=surroundings.now,
            settings=lambda: self.preferences.settings,
            dictionary=(
                Dictionary(surroundings.dictionary, self) if surroundings.dictionary else None
            ),
        )
        self.stage = Stage(self)
        self._presence = Presence(self)
        self._presence.hailed.connect(self.stage.come_to_front)
        self.entrance = Entrance(
            self.room, surroundings, self.preferences, self.stage, self._presence
        )
        self.entrance.entered.connect(self.enter)
        self.entrance.left.connect(self._leave)
        self._locking: Locking | None = None
        application.setQuitOnLastWindowClosed(False)
        self.mishaps = Mishaps(surroundings.profile, surroundings.now, self)
        self.mishaps.refused.connect(self._tell)
        self.mishaps.happened.connect(self._tell_mishap)

    def begin(self, folder: Path | None, *, demo: bool = False) -> None:
        """Show the first window, and bring in the heavy modules behind it."""
        if demo:
            self.entrance.open_demo()
        elif folder is not None:
            self.open(folder)
        else:
            self.entrance.begin()
        self.room.tasks.run(self.surroundings.import_heavy)

    def open(self, folder: Path) -> None:
        """Ask for the password of a workplace."""
        self.entrance.open(folder)

    def enter(self, workplace: Workplace) -> None:
        """Show the main window of an opened workplace."""
        self.workplace = workplace
        self._presence.claim(workplace.folder)
        self.preferences.remember(workplace.folder)
        minutes = self.preferences.settings.lock_minutes
        self._locking = Locking(self.room, workplace, minutes, self._main_window)
        self._locking.done.connect(self._end_locked)
        self.preferences.lock_minutes_changed.connect(self._locking.idle.allow)
        self._show_main(workplace, self._locking)

    def lock(self) -> None:
        """Cover the screen, keep the drafts, and let a fresh process ask for the password."""
        if self._locking is not None:
            self._locking.lock()

    def close(self) -> None:
        """Close the workplace, with its copy of the day, and end the program."""
        if self.workplace is not None:
            sentence = _("The workplace is being closed and its copy of the day is made …")
            self.stage.show(Progress(self.room, self.workplace.folder.name, sentence))
        self._leave(self.workplace)

    def _show_main(self, workplace: Workplace, locking: Locking) -> None:
        window = self.surroundings.make_main_window(workplace, self.room)
        work = cast("WorkWindow", window)
        work.lock_requested.connect(self.lock)
        work.language_chosen.connect(self._rebuild_in)
        work.scheme_chosen.connect(self.preferences.use_scheme)
        work.scale_chosen.connect(self.preferences.use_scale)
        work.lock_minutes_chosen.connect(self.preferences.lock_after)
        work.spelling_chosen.connect(self.preferences.check_spelling)
        work.restart_wanted.connect(locking.end)
        work.closed.connect(self.close)
        self.stage.show(window)
        locking.watch(window)

    def _main_window(self) -> QMainWindow:
        return cast("QMainWindow", self.stage.window)

    def _rebuild_in(self, language: str) -> None:
        """Build the main window anew in another language, with the same page in front."""
        window = cast("WorkWindow", self.stage.window)

        def rebuild() -> None:
            self.preferences.speak(language)
            if self.workplace is not None and self._locking is not None:
                page = window.front
                self._show_main(self.workplace, self._locking)
                cast("WorkWindow", self.stage.window).show_page(page)

        window.flush_drafts(rebuild)

    def _end_locked(self, by_force: bool) -> None:
        self.is_stuck = by_force
        self._presence.give_up()
        folder = self.workplace.folder if self.workplace is not None else None
        start_afresh(self.surroundings.program, folder)
        self.ended.emit(0)

    def _leave(self, workplace: Workplace | None) -> None:
        """End the program, and close what is open before."""
        if workplace is None:
            self.ended.emit(0)
        else:
            self.room.tasks.run(workplace.close, lambda _none: self.ended.emit(0), self._tell_last)

    def _tell_last(self, error: Exception) -> None:
        """Say what went wrong while closing; the program ends when it was read."""
        if not isinstance(error, UserError):
            raise error
        self._tell(str(error))
        for dialog in self._main_window().findChildren(QDialog):
            dialog.finished.connect(lambda: self.ended.emit(1))

    def _tell(self, sentence: str, details: str = "") -> None:
        window = self.stage.window
        if window is not None:
            tell(window, self.room.theme, sentence, details)

    def _tell_mishap(self, places: str) -> None:
        details = _(
            "What was stored before is safe. If it happens again, please send this line to those "
            "who look after the program:\n{places}"
        )
        sentence = _("The program made a mistake. You can go on working.")
        self._tell(sentence, details.format(places=places))
