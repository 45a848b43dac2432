"""The way in: from the first window to an opened workplace."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from neuewege_desktop.base.errors import UserError
from neuewege_desktop.base.i18n import _
from neuewege_desktop.gui.kit.room import Room
from neuewege_desktop.gui.start.demo import demo_folder
from neuewege_desktop.gui.start.frame import StartWindow
from neuewege_desktop.gui.start.instance import Presence
from neuewege_desktop.gui.start.preferences import Preferences
from neuewege_desktop.gui.start.progress import Progress
from neuewege_desktop.gui.start.stage import Stage
from neuewege_desktop.gui.start.surroundings import Surroundings
from neuewege_desktop.gui.start.unlock import Unlock
from neuewege_desktop.gui.start.welcome import Welcome
from neuewege_desktop.services.folders import holds_workplace

if TYPE_CHECKING:
    from neuewege_desktop.services.workplaces import Workplace


class Entrance(QObject):
    """Leads through welcome, new workplace, password and recovery.

    `entered` gives the opened workplace, `left` the one that was made and is open when the user
    closed its last window, or None.
    """

    entered = Signal(object)
    left = Signal(object)

    def __init__(
        self,
        room: Room,
        surroundings: Surroundings,
        preferences: Preferences,
        stage: Stage,
        presence: Presence,
    ) -> None:
        super().__init__(stage)
        self._room, self._surroundings, self._preferences = room, surroundings, preferences
        self._stage, self._presence = stage, presence

    def begin(self) -> None:
        """Ask for the password of the workplace opened last, else say welcome."""
        recent = self._preferences.settings.recent
        if recent and holds_workplace(Path(recent[0])):
            self.open(Path(recent[0]))
        else:
            self.welcome()

    def welcome(self, problem: str = "") -> None:
        """Offer what one may begin with."""
        self._presence.give_up()
        recent = [Path(place) for place in self._preferences.settings.recent]
        window = Welcome(self._room, recent, problem)
        window.create_wanted.connect(self.create)
        window.demo_wanted.connect(self.open_demo)
        window.folder_chosen.connect(self.open)
        window.recent_dropped.connect(self._forget)
        window.language_chosen.connect(self._speak)
        self._show(window)

    def open(self, folder: Path) -> None:
        """Ask for the password of a workplace; whoever shows it already comes to the front."""
        if not holds_workplace(folder):
            sentence = _("There is no workplace in “{folder}”. Please check the place.")
            self.welcome(sentence.format(folder=folder))
        elif not self._presence.claim(folder):
            self.left.emit(None)
        else:
            self._unlock(folder)

    def _unlock(self, folder: Path, remark: str = "") -> None:
        window = Unlock(self._room, folder, self._surroundings, remark)
        window.opened.connect(self.entered)
        window.forgotten.connect(lambda: self.recover(folder))
        window.other_wanted.connect(lambda: self.welcome())
        self._show(window)

    def recover(self, folder: Path) -> None:
        """Let somebody set a new password with the recovery code."""

        def show(_none: object) -> None:
            from neuewege_desktop.gui.start.recovering import Recovering

            window = Recovering(self._room, folder, self._surroundings)
            window.given_up.connect(lambda: self._unlock(folder))
            remark = _("The new password is set. Please open the workplace with it.")
            window.finished_anew.connect(lambda: self._unlock(folder, remark))
            self._show(window)

        self._room.tasks.run(self._surroundings.import_heavy, show, owner=self._stage.window)

    def create(self) -> None:
        """Let somebody make a workplace."""

        def show(_none: object) -> None:
            from neuewege_desktop.gui.start.creating import Creating

            window = Creating(self._room, self._surroundings)
            window.given_up.connect(lambda: self.welcome())
            window.made.connect(self.entered)
            self._show(window)

        self._room.tasks.run(self._surroundings.import_heavy, show, owner=self._stage.window)

    def open_demo(self) -> None:
        """Open the example workplace without a question; it is made if there is none yet."""
        folder = demo_folder(self._surroundings.profile)
        if not self._presence.claim(folder):
            self.left.emit(None)
            return
        sentence = _("The example data are being opened …")
        if not holds_workplace(folder):
            sentence = _("Invented households and conferences are being made. Just a moment …")
        self._show(Progress(self._room, _("Example"), sentence))
        setting, today = self._surroundings.setting, self._room.today()

        def work() -> Workplace:
            from neuewege_desktop.gui.start.acts import open_demo

            return open_demo(folder, setting(), today)

        self._room.tasks.run(work, self.entered.emit, self._fail)

    def _fail(self, error: Exception) -> None:
        self.welcome(str(error) if isinstance(error, UserError) else "")
        if not isinstance(error, UserError):
            raise error

    def _forget(self, folder: Path) -> None:
        self._preferences.forget(folder)
        self.welcome()

    def _speak(self, language: str) -> None:
        self._preferences.speak(language)
        self.welcome()

    def _show(self, window: StartWindow) -> None:
        window.closed.connect(lambda: self.left.emit(window.workplace))
        self._stage.show(window)
