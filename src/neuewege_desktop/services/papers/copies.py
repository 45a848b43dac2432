"""Copies that leave the encrypted workplace: every one is logged before it does."""

from __future__ import annotations

from pathlib import Path

from neuewege_desktop.base.errors import UserError
from neuewege_desktop.base.i18n import _
from neuewege_desktop.domain.choices.papers import CopyWay, PaperKind, Variant
from neuewege_desktop.domain.records.minutes import PaperCopy
from neuewege_desktop.domain.scopes import TEAM
from neuewege_desktop.services.labels import ActLabel
from neuewege_desktop.services.office import Office
from neuewege_desktop.services.paper_copies import save_copy
from neuewege_desktop.store.writer import Outcome


def log_copy(
    office: Office,
    kind: PaperKind,
    variant: Variant,
    name: str,
    way: CopyWay,
    reason: str = "",
) -> Outcome:
    """Keep that a copy leaves the workplace; the line cannot be taken back.

    `name` is that of the file and never a client's; `reason` says why specially protected data
    stand in the copy, if they do.
    """
    with office.store.writing(ActLabel.COPY, office.author) as writer:
        copy = PaperCopy(
            id=writer.new_id(),
            scope=TEAM,
            paper=kind,
            variant=variant,
            name=name,
            way=way,
            reason=reason.strip(),
        )
        writer.add(copy)
    return writer.outcome


def refuse_existing(file: Path) -> None:
    """Raise UserError if there is a file already: nothing is overwritten unasked."""
    if file.exists():
        raise UserError(
            _("The file “{file}” exists already. Please choose another name.").format(file=file)
        )


def write_copy(file: Path, content: bytes) -> None:
    """Write a paper into a new file that only its owner can read; UserError if there is one."""
    refuse_existing(file)
    save_copy(file, content)
