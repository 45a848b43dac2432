"""What the windows before the main window ask of the services; runs on the worker.

It brings in the heavy modules: import it only inside of work.
"""

from __future__ import annotations

import datetime as dt
import secrets
from dataclasses import dataclass, field
from pathlib import Path

from neuewege_desktop.base.i18n import _
from neuewege_desktop.gui.start.demo import DEMO_PASSWORD, DEMO_USER
from neuewege_desktop.services.demo import make_demo
from neuewege_desktop.services.folders import holds_workplace
from neuewege_desktop.services.founding import Founding
from neuewege_desktop.services.office import Office
from neuewege_desktop.services.passphrases import offer_passphrase
from neuewege_desktop.services.recovery_code import vault_number
from neuewege_desktop.services.workplaces import (
    Setting,
    Workplace,
    create,
    open_workplace,
    recover,
    with_password,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A workplace that shall be made; `municipalities` are the AGS besides the pilots."""

    folder: Path
    name: str
    municipalities: tuple[str, ...]
    user: str
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recovery:
    """A new password for whoever holds the code; without a `name` for the only user."""

    folder: Path
    code: str = field(repr=False)
    name: str | None
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class NewCode:
    """A recovery code that is in force now, and the number of its vault."""

    code: str = field(repr=False)
    vault: str


def passphrase() -> str:
    """Return words by chance that make a good password."""
    return offer_passphrase(secrets.randbelow)


def make(plan: Plan, setting: Setting, today: dt.date) -> tuple[Workplace, str]:
    """Return the new, open workplace and its recovery code."""
    founding = Founding(
        name=plan.name, user=plan.user, day=today, municipalities=plan.municipalities
    )
    return create(plan.folder, founding, plan.password, setting)


def unlock(folder: Path, password: str, name: str | None, setting: Setting) -> Workplace:
    """Return the opened workplace."""
    return open_workplace(folder, setting, with_password(password, name, setting))


def set_password_anew(wish: Recovery, setting: Setting, today: dt.date) -> NewCode:
    """Set the password and return the code that replaces the used one."""
    code = recover(wish.folder, wish.code, wish.name, wish.password, setting, today)
    return NewCode(code, vault_number(wish.folder))


def open_demo(folder: Path, setting: Setting, today: dt.date) -> Workplace:
    """Return the opened example workplace, which is made if there is none yet."""
    if holds_workplace(folder):
        return unlock(folder, DEMO_PASSWORD, None, setting)
    founding = Founding(name=_("Example data"), user=DEMO_USER, day=today)

    def furnish(office: Office) -> None:
        make_demo(office.store, office.author, day=today)

    workplace, _code = create(folder, founding, DEMO_PASSWORD, setting, furnish)
    return workplace
