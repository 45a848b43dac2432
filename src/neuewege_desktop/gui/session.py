"""An opened workplace in the hands of one person, as all pages use it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from neuewege_desktop.base.errors import UserError
from neuewege_desktop.gui.kit.room import Room
from neuewege_desktop.gui.kit.spelling.checker import SpellChecker
from neuewege_desktop.services.history import next_redo, next_undo
from neuewege_desktop.services.office import Office
from neuewege_desktop.services.outcome import Outcome
from neuewege_desktop.services.spelling.own_words import own_words, remember_word
from neuewege_desktop.services.workplaces import Workplace, office_of

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Steps:
    """What undo and redo would do now, by the names of the acts; None: nothing."""

    undo: str | None
    redo: str | None


def next_steps(office: Office) -> Steps:
    """Return what undo and redo would do."""
    return Steps(next_undo(office), next_redo(office))


class Session(QObject):
    """Does acts on the worker and tells every page what they changed."""

    changed = Signal(object)  # Outcome
    done = Signal(str)  # the name of the act that was done
    steps_known = Signal(object)  # Steps: what undo and redo would do
    leaving = Signal()  # whatever is being typed has to be kept now
    came_in = Signal(str, object)  # kind and id of a record that somebody took in here
    unsaved = Signal(bool)  # whether a form holds something that is not saved
    refused = Signal(str)  # a sentence: why something was not done, and the way out

    def __init__(self, workplace: Workplace, room: Room, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workplace = workplace
        self.room = room
        self.spelling = self._checker(room)
        self._typed_in: set[int] = set()  # forms
        room.tasks.failed.connect(self.refuse)

    @property
    def office(self) -> Office:
        """Return the workplace as it is given to services: with its user, and today."""
        return office_of(self.workplace, self.room.today())

    def read(
        self,
        question: Callable[[Office], T],
        then: Callable[[T], object],
        *,
        owner: QObject | None = None,
    ) -> None:
        """Answer a question on the worker; `then` gets the answer in the window's thread."""
        office = self.office
        self.room.tasks.run(lambda: question(office), then, owner=owner)

    def act(
        self,
        act: Callable[[Office], Outcome],
        then: Callable[[Outcome], object] | None = None,
        failed: Callable[[UserError], object] | None = None,
        *,
        owner: QObject | None = None,
    ) -> None:
        """Do something on the worker; all pages hear of it, and the message bar names it."""
        office = self.office

        def do() -> tuple[Outcome, Steps]:
            return act(office), next_steps(office)  # asked at once: the next act has another name

        def finish(came: tuple[Outcome, Steps]) -> None:
            outcome, steps = came
            if outcome.changed:
                self.changed.emit(outcome)
            if then is not None:
                then(outcome)
            if outcome.changed:
                self._name(steps)

        def fail(error: Exception) -> None:
            if failed is not None and isinstance(error, UserError):
                failed(error)
            else:
                self.refuse(error)

        self.room.tasks.run(do, finish, fail, owner=owner)

    def tell(self, outcome: Outcome) -> None:
        """Tell all pages what an act changed, and the message bar what was done."""
        if outcome.changed:
            self.changed.emit(outcome)
            self.read(next_steps, self._name, owner=self)

    def tell_new(self, kind: str, outcome: Outcome) -> None:
        """Tell the pages which record of a kind an act brought in, so that it is seen."""
        for key in outcome.records.get(kind, ()):
            self.came_in.emit(kind, key)

    def note_typing(self, form: QObject, *, is_typed: bool) -> None:
        """Take note of whether a form holds something that is not saved."""
        before = bool(self._typed_in)
        if is_typed:
            self._typed_in.add(id(form))
        else:
            self._typed_in.discard(id(form))
        if before != bool(self._typed_in):
            self.unsaved.emit(not before)

    def look_back(self) -> None:
        """Find out what undo and redo would do."""
        self.read(next_steps, self.steps_known.emit, owner=self)

    def _checker(self, room: Room) -> SpellChecker | None:
        """Return what checks the spelling; None where no dictionary can be asked."""
        if room.dictionary is None:
            return None
        is_on = room.settings().check_spelling
        return SpellChecker(
            room.theme, room.dictionary, is_on=is_on, remember=self._remember, parent=self
        )

    def _remember(self, word: str) -> None:
        self.act(lambda office: remember_word(office, word))

    def learn_words(self) -> None:
        """Tell the spelling which words the team added."""
        if self.spelling is not None:
            self.read(own_words, self.spelling.know, owner=self)

    def _name(self, steps: Steps) -> None:
        self.steps_known.emit(steps)
        self.done.emit(steps.undo or "")

    def refuse(self, error: Exception) -> None:
        """Say why something was not done; a bug goes on to whoever looks after bugs."""
        if not isinstance(error, UserError):
            raise error
        self.refused.emit(str(error))
