"""Kinds of value on the command line, and the options that several commands have."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click
from typing_extensions import override

from neuewege_desktop.base.i18n import N_, _
from neuewege_desktop.cli.spoken import Argument, Option

F = TypeVar("F", bound=Callable[..., Any])
FILE = click.Path(path_type=Path)


class Day(click.ParamType[dt.date]):
    """A day as ISO 8601 writes it."""

    name = "day"

    @override
    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> dt.date:
        """Return the day that `value` names, or fail as wrong usage."""
        if isinstance(value, dt.date):
            return value
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            self.fail(
                _("“{value}” is no day. Please write it as in 2009-04-20.").format(value=value),
                param,
                ctx,
            )


class Codes(click.ParamType[tuple[str, ...]]):
    """Codes with commas between them."""

    name = "codes"

    @override
    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        """Return the codes in their order, without spaces and empty ones."""
        if isinstance(value, tuple):
            return value
        return tuple(code.strip() for code in value.split(",") if code.strip())


def option(*names: str, help: str, **settings: Any) -> Callable[[F], F]:  # noqa: A002, ANN401
    """Add an option to a command; its texts are marked with `N_`."""
    return click.option(*names, cls=Option, help=help, **settings)


def argument(name: str, *, metavar: str, help: str, **settings: Any) -> Callable[[F], F]:  # noqa: A002, ANN401
    """Add an argument to a command; its texts are marked with `N_`."""
    return click.argument(name, cls=Argument, metavar=metavar, help=help, **settings)


def day_option(*names: str, help: str, **settings: Any) -> Callable[[F], F]:  # noqa: A002, ANN401
    """Add an option that takes a day."""
    return option(*names, type=Day(), metavar=N_("YYYY-MM-DD"), help=help, **settings)


def file_option(*names: str, help: str) -> Callable[[F], F]:  # noqa: A002
    """Add an option that takes a file; whether it is there, the command finds out."""
    return option(*names, type=FILE, metavar=N_("FILE"), help=help)


def municipality_option(help: str, **settings: Any) -> Callable[[F], F]:  # noqa: A002, ANN401
    """Add the option that takes the official key of a municipality."""
    return option("--municipality", metavar="AGS", help=help, **settings)


workplace_argument = argument(
    "folder", metavar=N_("PATH"), type=FILE, help=N_("The folder of the workplace.")
)
password_option = file_option(
    "--password-file",
    help=N_(
        "Take the password out of this file, and ask nothing; a line break at its end is none "
        "of it."
    ),
)
new_password_option = file_option(
    "--new-password-file", help=N_("Take the new password out of this file.")
)
user_option = option(
    "--user", metavar=N_("NAME"), help=N_("Your user name; needed if passwords are alike.")
)
json_option = option("--json", "as_json", is_flag=True, help=N_("Answer with one JSON document."))
meeting_option = option(
    "--meeting",
    type=click.IntRange(min=1),
    required=True,
    metavar=N_("NUMBER"),
    help=N_("The number of the case conference; `list meetings --json` tells it."),
)
