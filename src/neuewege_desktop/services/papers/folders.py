"""Case sheets and the folder of a conference as papers; they are for the team alone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from neuewege_desktop.base.errors import UserError
from neuewege_desktop.base.i18n import _
from neuewege_desktop.domain.choices.papers import PaperKind, Variant
from neuewege_desktop.domain.choices.work import ItemState
from neuewege_desktop.domain.records import RecordId
from neuewege_desktop.domain.records.meeting import Meeting
from neuewege_desktop.domain.scopes import municipality_of
from neuewege_desktop.reports.documents.case_sheet import case_sheet
from neuewege_desktop.reports.documents.folder import Folder, folder
from neuewege_desktop.services.conference.due import AHEAD, proposal_for
from neuewege_desktop.services.conference.reading import item_lines, needed_meeting
from neuewege_desktop.services.names import Names
from neuewege_desktop.services.office import Office
from neuewege_desktop.services.papers.agendas import agenda_value
from neuewege_desktop.services.papers.case_sheets import sheet
from neuewege_desktop.services.papers.conferences import gathered
from neuewege_desktop.services.papers.homes import Home, homes
from neuewege_desktop.services.papers.issuing import Paper, issue_of
from neuewege_desktop.services.papers.protected import protected
from neuewege_desktop.services.papers.sheet_facts import SheetFacts
from neuewege_desktop.store.conferences import first_meeting
from neuewege_desktop.store.reader import Reader


def case_sheet_paper(
    office: Office,
    household: RecordId,
    at: dt.datetime,
    meeting: RecordId | None = None,
    with_protected_because: str = "",
) -> Paper:
    """Return the case sheet of a household for a conference, without one for the next.

    Specially protected data (S3) stand on it only with a reason; whoever prints it logs that
    reason (`copies.log_copy`).
    """
    with office.store.reading() as reader:
        day = needed_meeting(reader, meeting).day if meeting is not None else office.today
        found = homes(reader, [household], day)
        if household not in found:
            raise UserError(_("This household is no longer here."))
        home, names = found[household], Names(reader)
        reasons = _reasons(reader, home, names, day, meeting)
        why = with_protected_because.strip()
        told = protected(reader, home, day, why) if why else None
        value = sheet(SheetFacts(reader, [home], names), home, day, reasons, told)
        issue = issue_of(reader, office, at, legal_date=day)
    return Paper(
        kind=PaperKind.CASE_SHEET,
        variant=Variant.INTERNAL,
        document=case_sheet(value, issue),
        filed_as=home.household.pseudonym,
    )


def _reasons(
    reader: Reader, home: Home, names: Names, day: dt.date, meeting: RecordId | None
) -> Sequence[str]:
    """Return why the household is on the agenda, or is due for the next conference."""
    if home.case is None:
        return ()
    found = needed_meeting(reader, meeting) if meeting is not None else None
    if found is None:
        later = first_meeting(reader, municipality_of(home.household.scope), day, AHEAD)
        found = reader.get(Meeting, later) if later is not None else None
    if found is None:
        return ()
    for line in item_lines(reader, found, names):
        if line.household == home.household.id:
            return line.reasons
    due = proposal_for(reader, home.case, found.day)
    return tuple(reason.text for reason in due.reasons) if due else ()


def folder_paper(office: Office, meeting: RecordId, at: dt.datetime) -> Paper:
    """Return cover, agenda and the case sheet of each household on it, as one document."""
    with office.store.reading() as reader:
        found = gathered(reader, meeting)
        on_it = [line for line in found.file.items if line.item.state != ItemState.DROPPED]
        asked = [line for line in on_it if line.household in found.homes]
        facts = SheetFacts(reader, list(found.homes.values()), found.names)
        value = Folder(
            agenda=agenda_value(found),
            sheets=tuple(
                sheet(facts, found.homes[line.household or 0], found.day, line.reasons)
                for line in asked
            ),
        )
        issue = issue_of(reader, office, at, legal_date=found.day, team=found.file.team)
    return Paper(kind=PaperKind.FOLDER, variant=Variant.INTERNAL, document=folder(value, issue))
