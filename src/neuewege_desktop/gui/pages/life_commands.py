"""Putting away and bringing back: the same for every kind of record."""

from __future__ import annotations

from neuewege_desktop.base.i18n import N_
from neuewege_desktop.gui.listing import Command


def life_commands(kind: str) -> tuple[Command, ...]:
    """Return the commands that put a record of a kind away and bring it back."""
    return (
        Command(
            code=f"archive:{kind}",
            text=N_("Put a&way"),
            icon="archive",
            fits=lambda dossier: not dossier.is_archived,
        ),
        Command(
            code=f"restore:{kind}",
            text=N_("&Bring back"),
            icon="archive-restore",
            fits=lambda dossier: dossier.is_archived,
        ),
    )
