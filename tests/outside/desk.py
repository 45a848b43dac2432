"""A desk at which tests use the real program from outside, as a person does.

    with Desk.open(tmp_path) as desk:
        program = desk.start("neuewege-desktop", str(folder))
        window = program.window("Neue Wege")
        window.field("Passwort").type("…")
        program.key("Return")
        window.table("Haushalte").expect(rows=12)

Nothing here waits by the clock: whatever is done waits until it can be, and `expect` waits until it
is so, both at most `patience` seconds.
"""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
DRIVER = ("/usr/bin/python3", "-m", "driver")  # the system's Python has the accessibility bus
PATIENCE = 20.0  # seconds; a busy machine is not a fault of the program
FAREWELL = 30.0  # seconds until all has ended
SCREEN = "1920x1080"


class NotSeen(AssertionError):
    """Something is not there, or not as it was expected; tells what is on the screen instead."""


class Desk:
    """A screen, a keyboard, and a person who sees only what programs tell a screen reader."""

    def __init__(self, driver: subprocess.Popen[str], folder: Path) -> None:
        self.driver = driver
        self.folder = folder

    @classmethod
    @contextmanager
    def open(cls, folder: Path, screen: str = SCREEN) -> Iterator[Desk]:
        """Set up a desk whose programs keep everything below `folder`; clear it away at the end."""
        with (
            tempfile.TemporaryDirectory(prefix="desk-") as runtime,
            (folder / "driver.log").open("ab") as log,
            subprocess.Popen(
                [*DRIVER, str(folder), runtime, screen],
                cwd=HERE,
                env={"PATH": os.environ["PATH"]},
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                encoding="utf-8",
            ) as driver,
        ):
            try:
                yield cls(driver, folder)
            finally:
                driver.stdin.close()  # no more requests: the driver clears away and ends
                try:
                    driver.wait(FAREWELL)
                except subprocess.TimeoutExpired:
                    driver.kill()  # the system then ends what it had started

    def ask(self, request: str, **fields):
        """Let the driver carry out one request and return what came of it."""
        self.driver.stdin.write(json.dumps({"do": request, **fields}) + "\n")
        self.driver.stdin.flush()
        line = self.driver.stdout.readline()
        if not line:
            log = (self.folder / "driver.log").read_text("utf-8", "replace")
            raise RuntimeError(f"The driver has ended:\n{log}")
        answer = json.loads(line)
        if "broken" in answer:
            raise RuntimeError(answer["broken"])
        if "missing" in answer:
            raise NotSeen(f"{answer['missing']}\n{self.account()}")
        return answer["came"]

    def account(self) -> str:
        """Return what there is to know after a failure, with a picture."""
        picture = self.picture("not-seen.png")
        logs = (path.read_text("utf-8", "replace") for path in self.folder.glob("program-*.log"))
        return "\n".join(["On the screen:", self.ask("outline"), f"Picture: {picture}", *logs])

    def start(
        self, *command: str, variables: Mapping[str, str] | None = None, scale: float = 1
    ) -> Program:
        """Start a program with further `variables`; `scale` 2 draws it at 200 %."""
        inherited = {name: os.environ[name] for name in ("PYTHONPATH",) if name in os.environ}
        extra = {**inherited, **(variables or {})}
        number = self.ask("start", command=command, extra=extra, scale=scale)
        return Program(self, number)

    def picture(self, name: str) -> Path:
        """Write what is on the screen as PNG into the folder of the desk and return the file."""
        target = self.folder / name
        self.ask("picture", target=str(target))
        return target

    def outline(self) -> str:
        """Return everything that is on the screen as a screen reader knows it, indented."""
        return self.ask("outline")

    def nameless(self) -> list[str]:
        """Return what the keyboard reaches on the screen, but a screen reader cannot name."""
        return self.ask("nameless")

    def focused(self) -> tuple[str, str] | None:
        """Return role and name of what has the focus of the keyboard."""
        thing = self.ask("focused")
        return thing and tuple(thing)

    def key(self, combination: str, patience: float = PATIENCE) -> None:
        """Press keys together: `ctrl+k`, `Return`, `shift+Tab`; waits for an active window."""
        self.ask("key", combination=combination, patience=patience)

    def tab_order(self, key: str = "Tab", limit: int = 100) -> list[tuple[str, str]]:
        """Return role and name of all the focus comes by on its way round; a trap is not passed."""
        return [tuple(thing) for thing in self.ask("tab_order", combination=key, limit=limit)]

    def expect_copied(self, text: str, patience: float = PATIENCE) -> None:
        """Wait until `text` is on the clipboard; `type` puts there what no key types."""
        self.ask("expect_copied", text=text, patience=patience)

    def announcements(self) -> list[str]:
        """Return what was announced since the last time one asked."""
        return self.ask("announcements")

    def expect_announcement(self, text: str, patience: float = PATIENCE) -> None:
        """Wait until `text` is announced, or has been since `announcements` were last taken."""
        self.ask("expect_announcement", text=text, patience=patience)


@dataclass(frozen=True)
class Place:
    """Where one looks for things: in all of a program, or in a part of its window."""

    desk: Desk
    program: int
    path: tuple = ()

    def the(self, kind: str, name: str | None = None) -> Thing:
        """Return the one thing of this kind and name, once one does something with it.

        `kind` is a word of `driver.tree.KINDS` or a role of the bus. What labels it counts as its
        name; a colon at the end does not.
        """
        return Thing(self.desk, self.program, (*self.path, (kind, name)))

    def window(self, name: str) -> Thing:
        """Return the window with this title."""
        return self.the("window", name)

    def dialog(self, name: str) -> Thing:
        """Return the dialog with this title."""
        return self.the("dialog", name)

    def field(self, name: str) -> Thing:
        """Return the field one types into or chooses from."""
        return self.the("field", name)

    def button(self, name: str) -> Thing:
        """Return the button with this text; one that stays pressed is a `check box`."""
        return self.the("button", name)

    def table(self, name: str) -> Thing:
        """Return the table with this name."""
        return self.the("table", name)

    def item(self, name: str) -> Thing:
        """Return the item of a list or tree, or the tab, with this text."""
        return self.the("item", name)

    def menu(self, *names: str) -> Thing:
        """Open one menu after the other and return the last of `names` without pressing it."""
        *menus, last = names
        for menu in menus:
            self.the("menu item", menu).press()
        return self.the("menu item", last)


@dataclass(frozen=True)
class Program(Place):
    """A program one started."""

    def key(self, combination: str) -> None:
        """Press keys together, see `Desk.key`."""
        self.desk.key(combination)

    def exit_code(self, patience: float = PATIENCE) -> int:
        """Return the exit code as soon as the program ends; a signal that killed it is negative."""
        return self.desk.ask("exit_code", program=self.program, patience=patience)

    def kill(self) -> None:
        """Kill the program and what it started, without a warning."""
        self.desk.ask("kill", program=self.program)


@dataclass(frozen=True)
class Thing(Place):
    """Something in a window; it is looked for anew each time one does something with it."""

    def _do(self, request: str, patience: float = PATIENCE, **fields):
        where = {"program": self.program, "path": self.path, "patience": patience}
        return self.desk.ask(request, **where, **fields)

    def expect(self, patience: float = PATIENCE, **wishes: object) -> Thing:
        """Wait until the thing is there and as one wishes, and return it.

        Wishes: name, role, description, text, holds (a part of the text), items, chosen, rows,
        headers, and the states active, checked, enabled, expanded, focused, invalid, read_only,
        required, selected, showing.
        """
        self._do("expect", patience, wishes=wishes)
        return self

    def expect_gone(self, patience: float = PATIENCE) -> None:
        """Wait until no such thing is there any more."""
        self._do("expect_gone", patience)

    def read(self, what: str):
        """Return what one can know of the thing, see `expect`."""
        return self._do("read", what=what)

    def text(self) -> str:
        """Return the text within the thing, or what it shows instead."""
        return self.read("text")

    def cells(self, first: int = 0, count: int = 20) -> list[list[str]]:
        """Return the words in up to `count` rows of a table, beginning with row `first`."""
        return self._do("cells", first=first, count=count)

    def cell(self, row: int, column: int) -> Thing:
        """Return one cell of a table."""
        return Thing(self.desk, self.program, (*self.path, ("cell", (row, column))))

    def press(self) -> None:
        """Do what a screen reader does at its key for pressing."""
        self._do("press")

    def click(self, times: int = 1, button: int = 1) -> None:
        """Click with the mouse; button 3 is the right one."""
        self._do("click", times=times, button=button)

    def focus(self) -> Thing:
        """Give the thing the focus of the keyboard, and return it."""
        self._do("focus")
        return self

    def type(self, text: str) -> None:
        """Type `text` at the caret."""
        self._do("type", text=text)

    def fill(self, text: str) -> None:
        """Type `text` in the place of all there is."""
        self.focus()
        self.desk.key("ctrl+a")
        if text:
            self.type(text)
        else:
            self.desk.key("Delete")

    def choose(self, item: str) -> None:
        """Choose an item of a combo box, with the keyboard."""
        self._do("choose", item=item)
        self.expect(text=item)

    def select_row(self, row: int) -> None:
        """Select one row of a table and no other."""
        self._do("select_row", row=row)

    def type_until_killed(self, text: str, *, pause: float, kill_after: float) -> Killed:
        """Type `text`, a key every `pause` seconds, and kill the program within it."""
        ages = self._do("type_until_killed", text=text, pause=pause, kill_after=kill_after)
        return Killed(text, ages)


@dataclass(frozen=True)
class Killed:
    """What had been typed when a program was killed, and how many seconds before it."""

    text: str
    ages: Sequence[float]

    def typed(self) -> str:
        """Return all that had been typed."""
        return self.text[: len(self.ages)]

    def older_than(self, seconds: float) -> str:
        """Return what had been typed at least so long before the kill."""
        return self.text[: sum(age >= seconds for age in self.ages)]
