"""`workplace`: what an administrator does with a whole workplace once it is there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from neuewege_desktop.base.errors import StoreError
from neuewege_desktop.base.i18n import N_, _, ngettext
from neuewege_desktop.cli.create import create_command
from neuewege_desktop.cli.desk import Desk, at_desk, opens_workplace
from neuewege_desktop.cli.failures import DONE, REFUSED
from neuewege_desktop.cli.parameters import (
    argument,
    file_option,
    json_option,
    new_password_option,
    option,
    workplace_argument,
)
from neuewege_desktop.cli.secret import new_password, read_secret, recovery_lines
from neuewege_desktop.cli.spoken import Group
from neuewege_desktop.services.care import find_problems
from neuewege_desktop.services.workplaces import (
    Info,
    info,
    recover,
    restore_backup,
    set_password,
)

workplace = Group(
    "workplace", help=N_("Create a workplace, look after it, and restore it if need be.")
)
workplace.add_command(create_command)


@workplace.command("info", help=N_("Say how much a workplace holds."))
@opens_workplace
def info_command(desk: Desk) -> None:
    """Count clients, meetings, entries of the journal and open conflicts."""
    with desk.opened() as opened:
        found = info(opened.store)
    desk.answer(asdict(found), _counts(found))


def _counts(found: Info) -> Iterator[str]:
    yield ngettext("{n} household", "{n} households", found.households)
    yield ngettext("{n} person", "{n} persons", found.persons)
    yield ngettext("{n} measure", "{n} measures", found.measures)
    yield ngettext("{n} case conference", "{n} case conferences", found.meetings)
    yield ngettext("{n} entry in the journal", "{n} entries in the journal", found.journal_entries)
    yield ngettext(
        "{n} field waits for a decision", "{n} fields wait for a decision", found.conflicts
    )
    yield _("Encrypted: {answer}").format(answer=_("yes") if found.encrypted else _("no"))
    yield _("Version of the data file: {number}").format(number=found.schema)


@workplace.command("verify", help=N_("Check all data and the whole journal."))
@opens_workplace
def verify_command(desk: Desk) -> int:
    """Answer with the problems; a workplace that cannot even be opened, or closed, has one."""
    problems: list[str] = []
    try:
        with desk.opened() as opened:
            problems += find_problems(opened)
    except StoreError as failure:
        problems = problems or [str(failure)]
    sound = [_("Everything is sound.")]
    desk.answer({"ok": not problems, "problems": problems}, problems or sound)
    return REFUSED if problems else DONE


@workplace.command("password", help=N_("Change your own password."))
@opens_workplace
@new_password_option
def password_command(desk: Desk, new_password_file: Path | None) -> None:
    """Set a new password for the user whose password opened the workplace."""
    with desk.opened() as opened:
        password = new_password(new_password_file)
        name = set_password(opened, password, desk.today)
    done = _("The password of {user} was changed.").format(user=name)
    desk.answer({"user": name}, [done])


@workplace.command(
    "recover",
    help=N_("Set a new password with the recovery code. The code is then replaced by a new one."),
)
@workplace_argument
@option("--user", metavar=N_("NAME"), help=N_("Whose password is set; needed if there are more."))
@file_option("--recovery-file", help=N_("Take the recovery code out of this file."))
@file_option(
    "--new-password-file",
    "--password-file",
    "password_file",
    help=N_("Take the new password out of this file."),
)
@json_option
@at_desk
def recover_command(desk: Desk, recovery_file: Path | None) -> None:
    """Give access back to somebody who forgot the password."""
    code = read_secret(recovery_file, _("Recovery code"))
    password = new_password(desk.password_file)
    fresh = recover(desk.folder, code.strip(), desk.user, password, desk.setting, desk.today)
    desk.answer({"recovery_code": fresh}, recovery_lines(fresh))


@workplace.command("backup", help=N_("Make a copy now, and read it back."))
@opens_workplace
def backup_command(desk: Desk) -> None:
    """Make a verified copy besides the one of each day."""
    with desk.opened() as opened:
        made = opened.back_up()
    done = _("The backup {name} was made and read back.").format(name=made.name)
    desk.answer({"backup": made.name, "path": str(made.folder)}, [done])


@workplace.command("restore", help=N_("Go back to a backup. What was erased stays erased."))
@opens_workplace
@argument(
    "backup",
    metavar=N_("[BACKUP]"),
    required=False,
    help=N_("Name or folder of the backup; without it the newest."),
)
def restore_command(desk: Desk, backup: str | None) -> None:
    """Put a backup in the place of the store, under a new device number."""
    restored = restore_backup(desk.folder, backup, desk.setting, desk.unlock())
    done = _("The workplace is again as it was in the backup {name}.").format(name=restored.name)
    desk.answer({"backup": restored.name}, [done])
