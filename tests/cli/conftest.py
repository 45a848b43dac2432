"""The command line as its user has it: arguments go in, two streams and a code come out."""

from __future__ import annotations

import datetime as dt
import io
import itertools
import json
import os
import shutil
import sys
from contextlib import contextmanager
from dataclasses import dataclass

import pytest

from neuewege_desktop.base.i18n import use_language
from neuewege_desktop.base.paths import translations
from neuewege_desktop.cli.main import neuewege as beginning
from neuewege_desktop.cli.main import run
from neuewege_desktop.services.workplaces import office_of, opening, with_password
from neuewege_desktop.store.vault.passwords import Cost
from neuewege_desktop.store.workplace import Setting

PASSWORD = "fünf Wörter sind ein guter Satz"
DAY = dt.datetime(2009, 4, 20, 8, tzinfo=dt.UTC)


class Stream(io.TextIOWrapper):
    """A standard stream that may claim to be a terminal."""

    def __init__(self, content=b"", *, terminal=False):
        super().__init__(io.BytesIO(content), encoding="utf-8", newline="", write_through=True)
        self._terminal = terminal

    def isatty(self):
        return self._terminal

    def content(self):
        return self.buffer.getvalue().decode("utf-8")


@dataclass(frozen=True)
class Result:
    """What a command left."""

    code: int
    out: str
    err: str

    @property
    def document(self):
        return json.loads(self.out)


CLOCK = itertools.count()  # goes on by a second each time it is asked


def setting_in(folder):
    return Setting(
        now=lambda: DAY + dt.timedelta(seconds=next(CLOCK)),
        random_bytes=os.urandom,
        profile=folder / "profil",
        cost=Cost(memory=65_536, passes=1, lanes=1),
    )


@pytest.fixture(autouse=True)
def english(monkeypatch):
    monkeypatch.setenv("LANGUAGE", "en")
    yield
    use_language("en", translations())


@pytest.fixture
def neuewege(tmp_path, monkeypatch):
    """Return how one types a command; the folder in which one works is the temporary one."""
    monkeypatch.chdir(tmp_path)
    setting = setting_in(tmp_path)

    def typed(*arguments, given=b"", terminal=False):
        streams = {"stdin": Stream(given), "stdout": Stream(terminal=terminal), "stderr": Stream()}
        with monkeypatch.context() as patch:
            for name, stream in streams.items():
                patch.setattr(sys, name, stream)
            code = run([str(argument) for argument in arguments], lambda: setting)
        return Result(code, streams["stdout"].content(), streams["stderr"].content())

    return typed


@pytest.fixture(scope="session")
def pattern(tmp_path_factory):
    """Create one workplace; tests work on copies, for every key derivation takes its time."""
    folder = tmp_path_factory.mktemp("pattern")
    (folder / "passwort").write_text(PASSWORD, encoding="utf-8")
    arguments = ["workplace", "create", str(folder / "buero"), "--name", "Bergstraße"]
    files = ["--password-file", folder / "passwort", "--recovery-file", folder / "code"]
    assert run([*arguments, *map(str, files)], lambda: setting_in(folder)) == 0
    return folder


@pytest.fixture
def writing(workplace, tmp_path):
    """Return how an act is written without the command line."""

    @contextmanager
    def act(label):
        setting = setting_in(tmp_path)
        with opening(workplace, setting, with_password(PASSWORD, None, setting)) as opened:
            office = office_of(opened, DAY.date())
            with office.store.writing(label, office.author) as writer:
                yield writer

    return act


@pytest.fixture
def workplace(pattern, tmp_path):
    """Lay a workplace, its password and its recovery code into the folder where one works."""
    shutil.copytree(pattern, tmp_path, dirs_exist_ok=True)
    return tmp_path / "buero"


@pytest.fixture(scope="session")
def every_command():
    """Return each command that does something, by its full name."""
    return dict(_commands_of(beginning, ""))


def _commands_of(command, name):
    if not hasattr(command, "list_commands"):
        yield name, command
        return
    for part in command.list_commands(None):
        yield from _commands_of(command.get_command(None, part), f"{name} {part}".strip())
