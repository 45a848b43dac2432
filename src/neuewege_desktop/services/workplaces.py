"""Creating and opening workplaces, their users, passwords and the recovery code."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from neuewege_desktop.base.errors import UserError
from neuewege_desktop.base.i18n import _
from neuewege_desktop.domain.records import RecordId
from neuewege_desktop.domain.records.catalogue import User
from neuewege_desktop.domain.records.household import Household
from neuewege_desktop.domain.records.measure import Measure
from neuewege_desktop.domain.records.meeting import Meeting
from neuewege_desktop.domain.records.person import Person
from neuewege_desktop.domain.scopes import SHARED
from neuewege_desktop.services.founding import Founding, check_municipalities, found
from neuewege_desktop.services.labels import ActLabel
from neuewege_desktop.services.office import Office
from neuewege_desktop.store.backup import Backup
from neuewege_desktop.store.restoring import Unlock as Unlock
from neuewege_desktop.store.restoring import find_backup, restore
from neuewege_desktop.store.schema import VERSION
from neuewege_desktop.store.store import Store
from neuewege_desktop.store.vault.access import (
    Login,
    Unlocked,
    add_user,
    change_password,
    new_recovery_code,
    remove_user,
    replace_recovery,
    unlock_password,
    unlock_recovery,
)
from neuewege_desktop.store.vault.failures import ForeignCode as ForeignCode
from neuewege_desktop.store.vault.failures import MistypedCode as MistypedCode
from neuewege_desktop.store.vault.failures import SeveralUsersFit as SeveralUsersFit
from neuewege_desktop.store.vault.failures import Throttled as Throttled
from neuewege_desktop.store.vault.failures import WrongPassword as WrongPassword
from neuewege_desktop.store.vault.format import Vault
from neuewege_desktop.store.vault.passwords import password_problem
from neuewege_desktop.store.vault.vault_file import VaultFile
from neuewege_desktop.store.workplace import Setting as Setting
from neuewege_desktop.store.workplace import Workplace as Workplace
from neuewege_desktop.store.workplace import create_workplace
from neuewege_desktop.store.workplace import open_workplace as open_workplace
from neuewege_desktop.store.workplace import opening as opening


@dataclass(frozen=True, slots=True)
class Info:
    """How much a workplace holds: live records of clients, meetings, journal, conflicts."""

    schema: int
    households: int
    persons: int
    measures: int
    meetings: int
    journal_entries: int
    conflicts: int
    encrypted: bool


@dataclass(frozen=True, slots=True)
class UserLine:
    """A member of staff, and whether they can open this workplace with a password of their own."""

    id: RecordId
    name: str
    has_access: bool


def create(
    folder: Path,
    founding: Founding,
    password: str,
    setting: Setting,
    furnish: Callable[[Office], None] = lambda _office: None,
) -> tuple[Workplace, str]:
    """Return a new workplace, filled with the catalogues, and its recovery code to show once.

    `furnish` may put more into it. If anything fails, nothing is left of the new workplace.
    """
    check_municipalities(founding.municipalities)
    workplace, code = create_workplace(folder, founding.user, password, setting)
    try:
        found(workplace.store, founding, _author(workplace))
        furnish(office_of(workplace, founding.day))
    except BaseException:
        workplace.abandon()
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return workplace, code


def with_password(password: str, name: str | None, setting: Setting) -> Unlock:
    """Return how a vault is opened with a password; each try counts before it is made."""

    def unlock(file: VaultFile) -> tuple[Vault, Unlocked]:
        return file.unlocking(
            lambda vault: unlock_password(vault, password, name), setting.now().timestamp()
        )

    return unlock


def with_recovery_code(code: str) -> Unlock:
    """Return how a vault is opened with the code on paper."""

    def unlock(file: VaultFile) -> tuple[Vault, Unlocked]:
        vault = file.read()
        return vault, unlock_recovery(vault, code)

    return unlock


def office_of(workplace: Workplace, today: dt.date) -> Office:
    """Return the workplace in the hands of the user whose slot opened it."""
    return Office(workplace.store, _author(workplace), today)


def _author(workplace: Workplace) -> RecordId:
    if workplace.user is None:
        raise UserError(_("The recovery code only sets a new password. Log in with that."))
    return workplace.user


def info(store: Store) -> Info:
    """Return how much a workplace holds."""
    with store.reading() as reader:
        entries = reader.connection.exec_driver_sql("SELECT count(*) FROM entry").scalar_one()
        status = reader.connection.exec_driver_sql("PRAGMA cipher_status").scalar_one()
        return Info(
            schema=VERSION,
            households=reader.count(Household),
            persons=reader.count(Person),
            measures=reader.count(Measure),
            meetings=reader.count(Meeting),
            journal_entries=int(entries),
            conflicts=len(reader.conflicts()),
            encrypted=str(status) == "1",
        )


def password_warning(password: str, *names: str) -> str | None:
    """Say in a sentence why a password is weak, or None; `names` are what others would try."""
    return password_problem(password, names)


def set_password(workplace: Workplace, password: str, today: dt.date) -> str:
    """Give the user who opened the workplace another password; return the name of the user.

    The data are not rewritten.
    """
    login = Login(user=str(_author(workplace)), name=user_name(workplace), password=password)
    changed = change_password(
        workplace.vault,
        workplace.keys,
        login,
        today=today,
        random_bytes=workplace.setting.random_bytes,
        cost=workplace.setting.cost,
    )
    workplace.keep(changed)
    return login.name


def user_name(workplace: Workplace) -> str:
    """Return the name of the user whose slot opened the workplace."""
    with workplace.store.reading() as reader:
        user = reader.get(User, _author(workplace))
    return user.name if user else ""


def recover(
    folder: Path, code: str, name: str | None, password: str, setting: Setting, today: dt.date
) -> str:
    """Set a new password with the recovery code; return the code that is valid from now on.

    Without a `name` the only user with access is meant. The used code is replaced.
    """
    workplace = open_workplace(folder, setting, with_recovery_code(code))
    try:
        user = _user_with_access(workplace, name)
        login = Login(user=str(user.id), name=user.name, password=password)
        vault = change_password(
            workplace.vault,
            workplace.keys,
            login,
            today=today,
            random_bytes=setting.random_bytes,
            cost=setting.cost,
        )
        fresh = new_recovery_code(setting.random_bytes)
        workplace.keep(
            replace_recovery(
                vault,
                workplace.keys,
                slot=workplace.opened_by.slot,
                code=fresh,
                today=today,
                random_bytes=setting.random_bytes,
            )
        )
    except BaseException:
        workplace.abandon()
        raise
    workplace.close()
    return fresh


def _user_with_access(workplace: Workplace, name: str | None) -> UserLine:
    known = [line for line in users(workplace) if line.has_access]
    fitting = [line for line in known if name is None or line.name == name]
    if len(fitting) != 1:
        raise UserError(_("Please name the user whose password shall be set."))
    return fitting[0]


def users(workplace: Workplace) -> list[UserLine]:
    """Return the staff in the order of their names."""
    slots = {slot.user for slot in workplace.vault.password_slots}
    with workplace.store.reading() as reader:
        lines = [UserLine(u.id, u.name, str(u.id) in slots) for u in reader.find(User)]
    return sorted(lines, key=lambda line: line.name)


def give_access(workplace: Workplace, name: str, password: str, today: dt.date) -> RecordId:
    """Give somebody a password of their own: a new user, or one that a list had planned."""
    known = {line.name: line for line in users(workplace)}
    user = known[name].id if name in known else _new_user(workplace, name)
    login = Login(user=str(user), name=name, password=password)
    changed = add_user(
        workplace.vault,
        workplace.keys,
        login,
        today=today,
        random_bytes=workplace.setting.random_bytes,
        cost=workplace.setting.cost,
    )
    workplace.keep(changed)
    return user


def _new_user(workplace: Workplace, name: str) -> RecordId:
    with workplace.store.writing(ActLabel.USER, _author(workplace)) as writer:
        user = User(id=writer.new_id(), scope=SHARED, name=name)
        writer.add(user)
    return user.id


def take_access(workplace: Workplace, name: str) -> None:
    """Take somebody's password away; what they did keeps their name."""
    line = next((found for found in users(workplace) if found.name == name), None)
    if line is None or not line.has_access:
        raise UserError(_("Nobody of this name has access here."))
    changed = remove_user(
        workplace.vault,
        workplace.keys,
        str(line.id),
        opened_by=workplace.opened_by.user,
    )
    workplace.keep(changed)


def restore_backup(folder: Path, name: str | None, setting: Setting, unlock: Unlock) -> Backup:
    """Go back to a backup (by name or path, else the newest) as a new incarnation."""
    given = Path(name) if name is not None else None
    if given is not None and given.is_dir():
        backup = Backup(given, setting.now())
    else:
        backup = find_backup(folder, name)
    restore(folder, backup.folder, setting, unlock, ActLabel.RESTORE).close()
    return backup
