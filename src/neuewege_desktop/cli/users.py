"""`user`: who has access to a workplace."""

from __future__ import annotations

from pathlib import Path

from neuewege_desktop.base.i18n import N_, _, ngettext
from neuewege_desktop.cli.desk import Desk, opens_workplace
from neuewege_desktop.cli.parameters import argument, new_password_option
from neuewege_desktop.cli.secret import new_password
from neuewege_desktop.cli.spoken import Group
from neuewege_desktop.cli.streams import Json
from neuewege_desktop.cli.table import Column, table
from neuewege_desktop.services.workplaces import UserLine, give_access, take_access, users

user = Group("user", help=N_("Give access to a workplace, take it away, see who has it."))
_COLUMNS: tuple[Column[UserLine], ...] = (
    Column(N_("Name"), lambda line: line.name),
    Column(N_("Access"), lambda line: _("yes") if line.has_access else _("no")),
)


@user.command("list", help=N_("List the members of staff."))
@opens_workplace
def list_command(desk: Desk) -> None:
    """Show the staff, with and without access."""
    with desk.opened() as opened:
        found = users(opened)
    document: list[Json] = [
        {"id": str(line.id), "name": line.name, "has_access": line.has_access} for line in found
    ]
    total = ngettext("{n} name", "{n} names", len(found))
    desk.answer(document, table(_COLUMNS, found, total))


@user.command("add", help=N_("Give somebody access, with a password of their own."))
@opens_workplace
@argument("name", metavar=N_("NAME"), help=N_("The user name of the new user."))
@new_password_option
def add_command(desk: Desk, name: str, new_password_file: Path | None) -> None:
    """Make a new user, or give a password to a member of staff that a list had named."""
    with desk.opened() as opened:
        password = new_password(new_password_file, name)
        added = give_access(opened, name, password, desk.today)
    done = _("{user} has access now.").format(user=name)
    desk.answer({"id": str(added), "user": name}, [done])


@user.command("remove", help=N_("Take somebody's access away; what they did keeps their name."))
@opens_workplace
@argument("name", metavar=N_("NAME"), help=N_("The user name."))
def remove_command(desk: Desk, name: str) -> None:
    """Take the password of a user away."""
    with desk.opened() as opened:
        take_access(opened, name)
    done = _("{user} has no access any more.").format(user=name)
    desk.answer({"user": name}, [done])
