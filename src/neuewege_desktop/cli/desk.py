"""Where a command works: the workplace it was told, how to open it, how to answer."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import update_wrapper
from pathlib import Path
from typing import Any

import click

from neuewege_desktop.base.i18n import _
from neuewege_desktop.cli.parameters import (
    json_option,
    password_option,
    user_option,
    workplace_argument,
)
from neuewege_desktop.cli.secret import read_secret
from neuewege_desktop.cli.streams import Json, print_document, print_lines, tell
from neuewege_desktop.services.office import Office
from neuewege_desktop.services.workplaces import (
    Setting,
    Unlock,
    Workplace,
    office_of,
    opening,
    with_password,
)

DeskCommand = Callable[..., Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What every command is given: its workplace, who opens it, and how the answer shall look."""

    setting: Setting
    folder: Path
    user: str | None
    password_file: Path | None
    as_json: bool

    @property
    def today(self) -> dt.date:
        """Return the day that the calendar on the wall shows."""
        return self.now.date()

    @property
    def now(self) -> dt.datetime:
        """Return the local time."""
        return self.setting.now().astimezone()

    def unlock(self) -> Unlock:
        """Return how the vault is opened; the password is asked for only then."""

        def ask_and_unlock(file: Any) -> Any:  # noqa: ANN401 - the store's own types
            password = read_secret(self.password_file, _("Password"))
            return with_password(password, self.user, self.setting)(file)

        return ask_and_unlock

    @contextmanager
    def opened(self) -> Iterator[Workplace]:
        """Open the workplace for one act, close it after, and pass on what it has to say."""
        with opening(self.folder, self.setting, self.unlock()) as workplace:
            yield workplace
        for notice in workplace.notices:
            tell(notice)

    @contextmanager
    def office(self) -> Iterator[Office]:
        """Open the workplace in the hands of the user whose password it was."""
        with self.opened() as workplace:
            yield office_of(workplace, self.today)

    def answer(self, document: Json, lines: Iterable[str]) -> None:
        """Give the answer: as a document, or in lines for a person."""
        if self.as_json:
            print_document(document)
        else:
            print_lines(lines)


def at_desk(command: DeskCommand) -> DeskCommand:
    """Let a command take the options that all have, and give it a desk in their place."""

    @click.pass_obj
    def at_its_desk(
        setting: Callable[[], Setting],
        /,
        folder: Path,
        user: str | None,
        password_file: Path | None,
        as_json: bool,
        **rest: object,
    ) -> object:
        desk = Desk(
            setting=setting(),
            folder=folder,
            user=user,
            password_file=password_file,
            as_json=as_json,
        )
        return command(desk, **rest)

    return update_wrapper(at_its_desk, command)  # takes its options along


def opens_workplace(command: DeskCommand) -> DeskCommand:
    """Let a command open a workplace with the password of one of its users."""
    options = (workplace_argument, user_option, password_option, json_option)
    decorated = at_desk(command)
    for add in reversed(options):
        decorated = add(decorated)
    return decorated
