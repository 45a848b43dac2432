"""Passwords and recovery codes: out of a file, from the terminal, or from the standard input.

Never out of an argument, where every other user of the machine could read them.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from neuewege_desktop.base.errors import StoreError, UserError
from neuewege_desktop.base.i18n import _
from neuewege_desktop.cli.streams import tell
from neuewege_desktop.services.workplaces import password_warning


def read_secret(file: Path | None, question: str, *, repeat: bool = False) -> str:
    """Return a secret: the content of `file`, else the answer to `question`, else the next line.

    One line break at its end does not belong to it. `repeat` asks a person twice.
    """
    if file is not None:
        secret = _without_line_break(_content(file))
    elif sys.stdin.isatty():
        secret = _answer(question, repeat)
    else:
        secret = _without_line_break(sys.stdin.buffer.readline())
    if not secret:
        raise UserError(_("“{question}” is missing: nothing was given.").format(question=question))
    return secret


def new_password(file: Path | None, *names: str) -> str:
    """Return a password that shall be valid from now on; a weak one is taken, with a warning.

    `names` are what others would try first.
    """
    password = read_secret(file, _("New password"), repeat=True)
    warning = password_warning(password, *names)
    if warning is not None:
        tell(warning)
    return password


def _answer(question: str, repeat: bool) -> str:
    again = _("Please repeat") if repeat else False
    return click.prompt(question, hide_input=True, confirmation_prompt=again, err=True)


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise StoreError(
            _("The file “{file}” cannot be read. Please check the place.").format(file=file)
        ) from error


def _without_line_break(raw: bytes) -> str:
    try:
        text = raw.decode("utf-8-sig")  # editors under Windows begin a file with a mark
    except UnicodeDecodeError as error:
        raise UserError(
            _("The password is not written in UTF-8. Please save its file in that encoding.")
        ) from error
    return text.removesuffix("\n").removesuffix("\r") if text.endswith("\n") else text


def recovery_lines(code: str) -> Iterator[str]:
    """Say a recovery code, which is seen only once."""
    yield _("Recovery code: {code}").format(code=code)
    yield _("It is shown only now. Please write it down and lock it away.")


@contextmanager
def recovery_sheet(file: Path | None) -> Iterator[Callable[[str], None]]:
    """Give a way to write a recovery code into a new file that only its owner can read.

    The file is made before anything else happens, so that no code is ever lost because it could
    not be written; it is taken away again if the block fails.
    """
    if file is None:
        yield lambda _code: None
        return
    try:
        file.touch(mode=0o600, exist_ok=False)
    except OSError as error:
        raise StoreError(
            _("The file “{file}” cannot be written, or it exists already.").format(file=file)
        ) from error
    try:
        yield lambda code: _fill(file, code)
    except BaseException:
        file.unlink(missing_ok=True)
        raise


def _fill(file: Path, code: str) -> None:
    file.write_text(f"{code}\n", encoding="utf-8")
