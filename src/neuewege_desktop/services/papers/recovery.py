"""The recovery sheet as a paper. It is never archived and never logged with its code."""

from __future__ import annotations

import datetime as dt

from neuewege_desktop.base.i18n import _
from neuewege_desktop.domain.choices.papers import PaperKind, Variant
from neuewege_desktop.reports.documents.issue import Issue
from neuewege_desktop.reports.documents.recovery_sheet import RecoverySheet, recovery_sheet
from neuewege_desktop.services.catalogue import terms
from neuewege_desktop.services.papers.issuing import Paper


def recovery_sheet_paper(
    code: str, *, workplace: str, vault: str, user: str, at: dt.datetime
) -> Paper:
    """Return the sheet with a recovery code; `vault` is the number of the vault it opens."""
    issue = Issue(office=(terms().word("authority", at.date()), _("Team laptop")), at=at, by=user)
    value = RecoverySheet(code=code, workplace=workplace, vault=vault)
    return Paper(
        kind=PaperKind.RECOVERY, variant=Variant.INTERNAL, document=recovery_sheet(value, issue)
    )
