"""A document that is ready to be looked at, printed or issued, with the marks of its issue."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from neuewege_desktop.base.cancelling import Cancel
from neuewege_desktop.domain.choices.papers import PaperKind, Variant
from neuewege_desktop.domain.records.catalogue import Project, User
from neuewege_desktop.reports.documents.issue import Issue
from neuewege_desktop.reports.model import Document, plain
from neuewege_desktop.reports.naming import suggested_name
from neuewege_desktop.services.catalogue import terms
from neuewege_desktop.services.office import Office
from neuewege_desktop.store.reader import Reader


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A document for one kind of reader; everything others may not have is taken out of it."""

    kind: PaperKind
    variant: Variant
    document: Document
    filed_as: str = ""
    """What stands in the name of its file for the identifier that is printed."""

    @property
    def title(self) -> str:
        """Return the title, for a window or a list of issued papers."""
        lead = plain(self.document.lead)
        title = plain(self.document.title)
        return f"{title} – {lead}" if lead else title

    @property
    def name(self) -> str:
        """Return how its file is called: never by a client's name."""
        filed_as = self.filed_as or self.document.identifier
        return suggested_name(replace(self.document, identifier=filed_as))

    def content(self, cancel: Cancel | None = None) -> bytes:
        """Return the PDF; may run on any thread."""
        from neuewege_desktop.reports.rendering import render  # takes 0.3 s: not for every command

        return render(self.document, cancel)


def issue_of(
    reader: Reader,
    office: Office,
    at: dt.datetime,
    *,
    legal_date: dt.date,
    variant: Variant = Variant.INTERNAL,
    team: str = "",
) -> Issue:
    """Return who issues a paper: the office is called as the law called it on `legal_date`."""
    user = reader.get(User, office.author)
    projects = reader.find(Project)
    unit = " · ".join(filter(None, [*(project.title for project in projects[:1]), team]))
    return Issue(
        office=tuple(filter(None, (terms().word("authority", legal_date), unit))),
        at=at,
        by=user.name if user else "",
        audience=variant,
    )
