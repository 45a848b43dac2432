"""The file of the recovery sheet: written for its owner alone, and soon taken away again."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from neuewege_desktop.base.errors import StoreError
from neuewege_desktop.base.i18n import _


def save_sheet(file: Path, code: str, workplace: str, vault: str, at: dt.datetime) -> None:
    """Write the sheet as a PDF that only its owner can read; StoreError if that is not possible.

    Takes a moment: for the worker. `vault` is the number of the vault that the code opens.
    """
    from neuewege_desktop.services.paper_copies import save_copy
    from neuewege_desktop.services.papers.recovery import recovery_sheet_paper

    paper = recovery_sheet_paper(code, workplace=workplace, vault=vault, user="", at=at)
    content = paper.content()
    try:
        save_copy(file, content)
    except StoreError as failure:
        raise StoreError(
            _("The sheet cannot be written to “{file}”. Please choose another place.").format(
                file=file
            )
        ) from failure


def delete_sheet(file: Path) -> None:
    """Take the sheet from the computer; StoreError if that is not possible."""
    try:
        file.unlink(missing_ok=True)
    except OSError as error:
        raise StoreError(
            _("“{file}” cannot be deleted. Please delete it by hand.").format(file=file)
        ) from error
