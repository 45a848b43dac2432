"""`workplace create`: a new workplace, empty or with invented people."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import click
from typing_extensions import override

from neuewege_desktop.base.i18n import N_, _, ngettext
from neuewege_desktop.cli.desk import Desk, at_desk
from neuewege_desktop.cli.parameters import (
    FILE,
    argument,
    day_option,
    file_option,
    json_option,
    municipality_option,
    option,
)
from neuewege_desktop.cli.secret import new_password, recovery_lines, recovery_sheet
from neuewege_desktop.cli.spoken import Command
from neuewege_desktop.cli.streams import counting
from neuewege_desktop.services.demo import make_demo
from neuewege_desktop.services.founding import Founding
from neuewege_desktop.services.office import Office
from neuewege_desktop.services.workplaces import create

# The same in every language, because it is typed again at every later command.
FIRST_USER = "Administration"


MUNICIPALITY = "--municipality"


class CreateCommand(Command):
    """A command that takes several municipalities behind one option, as people write them."""

    @override
    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read `--municipality A B` like `--municipality A --municipality B`."""
        return super().parse_args(ctx, list(_spread(args)))


def _spread(args: list[str]) -> Iterator[str]:
    behind_option = repeated = False
    for word in args:
        if behind_option and repeated and word.isdigit():
            yield MUNICIPALITY
        repeated = behind_option and word.isdigit()
        behind_option = word == MUNICIPALITY or repeated
        yield word


@click.command(
    "create",
    cls=CreateCommand,
    help=N_(
        "Create a new workplace. It knows the municipalities of the district, the pilots with "
        "their teams, the instruments, and its first user. The recovery code is shown once."
    ),
)
@argument("folder", metavar=N_("PATH"), type=FILE, help=N_("A new or empty folder."))
@option("--name", required=True, metavar=N_("TEXT"), help=N_("Title of the project."))
@option(
    "--user",
    default=FIRST_USER,
    show_default=True,
    metavar=N_("NAME"),
    help=N_("Name of the first user."),
)
@municipality_option(N_("Other municipalities that take part besides the pilots."), multiple=True)
@option("--demo", is_flag=True, help=N_("Fill it with invented households and conferences."))
@option(
    "--households",
    type=click.IntRange(min=1),
    metavar=N_("NUMBER"),
    help=N_("How many invented households (with --demo)."),
)
@option(
    "--seed",
    type=int,
    metavar=N_("NUMBER"),
    help=N_("The same number gives the same invented households (with --demo)."),
)
@day_option("--date", help=N_("The first day of work; without it today."))
@file_option(
    "--password-file",
    "--new-password-file",
    "password_file",
    help=N_("Take the password of the first user out of this file, and ask nothing."),
)
@file_option(
    "--recovery-file", help=N_("Write the recovery code into this new file instead of showing it.")
)
@json_option
@at_desk
def create_command(
    desk: Desk,
    name: str,
    municipality: tuple[str, ...],
    demo: bool,
    households: int | None,
    seed: int | None,
    date: dt.date | None,
    recovery_file: Path | None,
) -> None:
    """Create the workplace, say its recovery code once, and close it."""
    given = {"households": households, "seed": seed}
    numbers = {name: number for name, number in given.items() if number is not None}
    if numbers and not demo:
        raise click.UsageError(_("--households and --seed only go with --demo."))
    user, day = desk.user or FIRST_USER, date or desk.today
    founding = Founding(name=name, user=user, day=day, municipalities=municipality)

    def furnish(office: Office) -> None:
        if demo:
            with counting(_households_done) as progress:
                make_demo(office.store, office.author, day=day, progress=progress, **numbers)

    with recovery_sheet(recovery_file) as write:
        password = new_password(desk.password_file, name, user)
        workplace, code = create(desk.folder, founding, password, desk.setting, furnish)
        write(code)
    try:
        shown = code if recovery_file is None else None
        document = {"path": str(desk.folder), "user": user, "recovery_code": shown}
        desk.answer(document, _lines(desk.folder, user, shown))
    finally:
        workplace.close()


def _households_done(number: int) -> str:
    return ngettext("{n} household", "{n} households", number)


def _lines(folder: Path, user: str, code: str | None) -> Iterator[str]:
    yield _("The workplace “{folder}” was created. Its first user is {user}.").format(
        folder=folder, user=user
    )
    if code is not None:
        yield from recovery_lines(code)
