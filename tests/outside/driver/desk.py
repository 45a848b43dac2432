"""All requests a test can make: each is a public method of `Desk`."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from . import hands, keys, picture, reading
from .patience import listen, patiently
from .programs import Announcements, Programs
from .tree import Atspi, NotSeen, Role, State, Windows, find, has

SILENCE = 5_000  # milliseconds a program may take to answer one question
MOVE = 5.0  # seconds the focus may take to move
PARTS = 6  # within one thing, say hours, minutes, day, month and year, by which the focus comes


class Desk:
    """The desk at which one sits.

    `program` is the number of a started one, `path` leads through its window to a thing, `patience`
    is how many seconds one waits for it.
    """

    def __init__(self, folder: Path, runtime: Path) -> None:
        """Sit down; the registry must be there before the first program looks for it."""
        self.runtime = runtime
        self.programs = Programs(folder, runtime)
        Atspi.set_timeout(SILENCE, SILENCE)
        Atspi.get_desktop(0).get_child_count()
        self.windows = Windows()
        self.announced = Announcements()

    def do(self, request: str, fields: dict) -> object:
        """Carry out the request of this name."""
        if request.startswith("_") or request == "do":
            raise ValueError(request)
        return getattr(self, request)(**fields)

    # Programs

    def start(self, command: list[str], extra: dict[str, str], scale: float) -> int:
        """Start a program and return its number."""
        return self.programs.start(command, extra, scale).number

    def exit_code(self, program: int, patience: float) -> int:
        """Return the exit code as soon as the program has ended."""
        return patiently(self.programs.started[program].exit_code, patience)

    def kill(self, program: int) -> None:
        """Kill the program without a warning."""
        self.programs.started[program].kill()

    # Looking

    def _seen(
        self, program: int, path: list, patience: float, check: Callable = lambda thing: None
    ):
        """Return the thing as soon as it is there and `check` does not object to it."""
        mine = self.programs.started[program]

        def look() -> Atspi.Accessible:
            thing = find(path, self.windows.of(mine.owns))
            check(thing)
            return thing

        return patiently(look, patience)

    def expect(self, program: int, path: list, patience: float, wishes: dict) -> None:
        """Wait until the thing is there and as one wishes."""

        def check(thing: Atspi.Accessible) -> None:
            wrong = reading.expected(thing, wishes)
            if wrong:
                raise NotSeen(f"{reading.title(thing)}: {'; '.join(wrong)}")

        self._seen(program, path, patience, check)

    def expect_gone(self, program: int, path: list, patience: float) -> None:
        """Wait until nothing of that kind and name is there any more."""
        mine = self.programs.started[program]

        def look() -> None:
            try:
                thing = find(path, self.windows.of(mine.owns))
            except NotSeen:
                return
            raise NotSeen(f"{reading.title(thing)} is still there")

        patiently(look, patience)

    def read(self, program: int, path: list, patience: float, what: str) -> object:
        """Return one thing one can know of the thing, see `reading.READINGS`."""
        return reading.read(self._seen(program, path, patience), what)

    def cells(self, program: int, path: list, patience: float, first: int, count: int) -> list:
        """Return the words in some rows of a table."""
        return reading.cells(self._seen(program, path, patience), first, count)

    def focused(self) -> list[str] | None:
        """Return role and name of what has the focus of the keyboard."""
        thing = reading.focused(self.windows.of())
        return thing and [thing.get_role_name(), reading.read(thing, "name")]

    def nameless(self) -> list[str]:
        """Return what is on the screen, reached by the keyboard, and has no name."""
        return reading.nameless(self.windows.of())

    def outline(self) -> str:
        """Return everything that is on the screen, in words."""
        return "\n".join(reading.outline(self.windows.of()))

    def picture(self, target: str) -> None:
        """Write a picture of the screen to `target`."""
        picture.take(self.runtime, Path(target))

    def announcements(self) -> list[str]:
        """Return what was announced since the last time one asked."""
        listen()
        return self.announced.take()

    def expect_announcement(self, text: str, patience: float) -> None:
        """Wait until `text` is announced, or has been since the last time one asked."""

        def look() -> None:
            if text not in self.announced.heard:
                raise NotSeen(f"“{text}” was not announced, but {self.announced.heard}")

        patiently(look, patience)

    def expect_copied(self, text: str, patience: float) -> None:
        """Wait until `text` is on the clipboard."""
        patiently(lambda: hands.copied(text), patience)

    # Acting: one waits until it can be done, and then does it once.

    def press(self, program: int, path: list, patience: float) -> None:
        """Do what a screen reader does at its key for pressing."""
        hands.press(self._seen(program, path, patience, hands.usable))

    def click(self, program: int, path: list, patience: float, times: int, button: int) -> None:
        """Click with the mouse."""
        thing = self._seen(program, path, patience, hands.clickable)
        hands.click(thing, self.programs.started[program].scale, times, button)

    def focus(self, program: int, path: list, patience: float) -> None:
        """Give the thing the focus of the keyboard."""
        thing = self._seen(program, path, patience)
        if thing.get_role() == Role.COMBO_BOX and not has(thing, State.FOCUSED):
            self._open_choices(program, path, patience)
            hands.close_choices(thing, lambda look: patiently(look, patience))
        else:
            self._seen(program, path, patience, hands.take_focus)

    def type(self, program: int, path: list, patience: float, text: str) -> None:
        """Type into the thing, where its caret is."""
        thing = self._seen(program, path, patience, hands.take_focus)
        hands.type_text(thing, text, lambda look: patiently(look, patience))

    def choose(self, program: int, path: list, patience: float, item: str) -> None:
        """Choose an item of a combo box."""
        box = self._seen(program, path, patience, hands.clickable)
        offered = reading.items(box)
        if item not in offered:
            raise NotSeen(f"{reading.title(box)} does not offer “{item}”, but {offered}")
        self._open_choices(program, path, patience)
        hands.choose(offered.index(item))

    def _open_choices(self, program: int, path: list, patience: float) -> None:
        box = self._seen(program, path, patience, hands.clickable)
        scale = self.programs.started[program].scale
        hands.open_choices(box, scale, lambda look: patiently(look, patience))

    def select_row(self, program: int, path: list, patience: float, row: int) -> None:
        """Select one row of a table and no other."""
        hands.select_row(self._seen(program, path, patience), row)

    def key(self, combination: str, patience: float) -> None:
        """Press keys together in the active window."""

        def look() -> None:
            if not reading.active(self.windows.of()):
                raise NotSeen("No window is active")

        patiently(look, patience)
        keys.press(combination)

    def tab_order(self, combination: str, limit: int) -> list[list[str]]:
        """Return role and name of all that has the focus in turn, until it is back where it was."""
        order = [first] = [reading.focused(self.windows.of())]
        while len(order) <= limit:
            now = self._next_focus(combination, order[-1])
            if now.path == first.path:
                return [[thing.get_role_name(), reading.read(thing, "name")] for thing in order]
            order.append(now)
        raise NotSeen(f"After {limit} steps the focus is not back at {reading.title(first)}")

    def _next_focus(self, combination: str, before: Atspi.Accessible) -> Atspi.Accessible:
        """Return what has the focus after `before`, which may take a key for each of its parts."""
        for _ in range(PARTS):
            now = self._moved_on(combination, before)
            if now.path != before.path:
                return now
        raise NotSeen(f"The focus does not leave {reading.title(before)}")

    def _moved_on(self, combination: str, before: Atspi.Accessible) -> Atspi.Accessible:
        """Press keys and return what has the focus once it is elsewhere, if only within a text."""
        position = reading.position(before)
        keys.press(combination)

        def look() -> Atspi.Accessible:
            now = before if reading.has_focus(before) else reading.focused(self.windows.of())
            if now is None or reading.position(now) == position:
                raise NotSeen(f"{combination} does not move the focus from {reading.title(before)}")
            return now

        return patiently(look, MOVE)

    def type_until_killed(
        self, program: int, path: list, patience: float, text: str, pause: float, kill_after: float
    ) -> list[float]:
        """Type `text` key by key and kill the program while one does.

        Returns for every key how many seconds before the kill it had been pressed.
        """
        self._seen(program, path, patience, hands.take_focus)
        started = time.monotonic()
        pressed = []
        for letter in text:
            if time.monotonic() - started >= kill_after:
                break
            hands.enter(letter, lambda look: patiently(look, patience))
            pressed.append(time.monotonic())
            time.sleep(pause)
        killed = time.monotonic()
        self.programs.started[program].kill()
        return [killed - moment for moment in pressed]
