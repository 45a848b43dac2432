"""Who issues a document, when and for whom: what all documents have in common (6.1)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from neuewege_desktop.base.i18n import _
from neuewege_desktop.reports.model import Audience, Block, Document, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """The lines of the office that issues, the local time, the user, and whom the copy is for."""

    office: tuple[str, ...]
    at: dt.datetime
    by: str
    audience: Audience = Audience.INTERNAL


def document(
    issue: Issue,
    *,
    kind: str,
    title: Text,
    identifier: str,
    blocks: Iterable[Block],
    lead: Text = (),
    landscape: bool = False,
) -> Document:
    """Return a document with the marks of its issue; what is not for the reader is still in it."""
    return Document(
        kind=kind,
        title=title,
        lead=lead,
        identifier=identifier,
        issuer=issue.office,
        issued_at=issue.at,
        issued_by=issue.by,
        confidentiality=_confidentiality(issue.audience),
        blocks=tuple(blocks),
        audience=issue.audience,
        variant=issue.audience.label,
        landscape=landscape,
    )


def _confidentiality(audience: Audience) -> str:
    if audience == Audience.MUNICIPALITY:
        return _("For the municipality – without data of clients")
    return _("Confidential – social data (§ 35 SGB I)")
