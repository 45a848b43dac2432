"""The recovery sheet: the code that opens the workplace if every password is forgotten."""

from __future__ import annotations

from dataclasses import dataclass

from neuewege_desktop.base.i18n import _
from neuewege_desktop.reports.documents.issue import Issue, document
from neuewege_desktop.reports.model import (
    Box,
    BulletList,
    Document,
    Fact,
    Facts,
    Heading,
    Paragraph,
    Role,
    Signature,
    Signatures,
    strong,
    text,
)

_GROUPS_A_LINE = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class RecoverySheet:
    """The code in groups with hyphens, and the workplace that it opens."""

    code: str
    workplace: str
    vault: str


def recovery_sheet(value: RecoverySheet, issue: Issue) -> Document:
    """Return the sheet; it is printed once, signed, and locked away."""
    groups = value.code.split("-")
    lines = [
        "  –  ".join(groups[start : start + _GROUPS_A_LINE])
        for start in range(0, len(groups), _GROUPS_A_LINE)
    ]
    return document(
        issue,
        kind=_("Recovery sheet"),
        title=text(_("Recovery sheet")),
        lead=text(_("For the workplace “{name}”").format(name=value.workplace)),
        identifier=value.vault[:8],
        blocks=(
            Facts(
                (
                    Fact(_("Workplace"), text(value.workplace)),
                    Fact(_("Number of the vault"), text(value.vault)),
                ),
                columns=2,
                tinted=True,
            ),
            Heading(text(_("Recovery code"))),
            Box((Paragraph((strong("\n".join(lines)),), Role.LEAD),)),
            Paragraph(
                text(
                    _(
                        "Whoever has this code can open the workplace. Lock the sheet away, apart "
                        "from the laptop, and keep no copy of it."
                    )
                )
            ),
            Heading(text(_("If the password is forgotten"))),
            BulletList(
                (
                    text(_("Start the program and choose “Forgot the password”.")),
                    text(_("Type the recovery code. Hyphens and capitals do not matter.")),
                    text(_("Set a new password.")),
                    text(_("Print the new recovery sheet and destroy this one: its code is used.")),
                ),
                numbered=True,
            ),
            Paragraph(text(_("Received and locked away:")), Role.MUTED),
            Signatures((Signature((), _("Place, date")), Signature((), _("Signature")))),
        ),
    )
