"""Everything the screen shows at a moment, read at once on the worker."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from neuewege_desktop.domain.choices.work import MeetingPart
from neuewege_desktop.domain.records import RecordId
from neuewege_desktop.gui.conference.case_sheet import sheet_dossier
from neuewege_desktop.gui.conference.discretion import Shown, without_names
from neuewege_desktop.gui.conference.subjects import (
    Stop,
    Subject,
    decision_place,
    next_open,
    stops,
    subject,
    under_pseudonym,
)
from neuewege_desktop.gui.kit.dossier import Dossier
from neuewege_desktop.services.conference.desk import Table, conference_table
from neuewege_desktop.services.conference.holding import draft_place, unanswered_guests
from neuewege_desktop.services.conference.sheet import conference_sheet
from neuewege_desktop.services.drafts import draft_at
from neuewege_desktop.services.office import Office


@dataclass(frozen=True, slots=True)
class Drafts:
    """What was typed about an item and not kept: its result, and a decision."""

    result: str = ""
    decision: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A conference with one of its items in front; no item if there is none on the agenda."""

    table: Table
    stops: tuple[Stop, ...]
    subject: Subject | None
    sheet: Dossier | None = None
    guests: tuple[str, ...] = ()  # about whom the question of 5.3 has to be answered first
    drafts: Drafts = Drafts()

    @property
    def is_part_b(self) -> bool:
        """Say whether the town hall looks on: then nothing of part A may be on the screen."""
        return self.subject is not None and self.subject.part is MeetingPart.TOWN


def read_view(office: Office, meeting: RecordId, wanted: RecordId | None) -> View:
    """Read a conference and the item that is wanted in front; None: the first one still open."""
    table = conference_table(office, meeting)
    all_stops = stops(table.file)
    keys = [stop.key for stop in all_stops]
    if wanted not in keys:
        wanted = next_open(all_stops, None) or next(iter(keys), None)
    found, sheet, drafts = subject(table.file, wanted), None, Drafts()
    guests: tuple[str, ...] = ()
    if found is None:
        return View(table=table, stops=all_stops, subject=None)
    if found.shown is Shown.NOTHING:
        line = next(line for line in table.file.items if line.item.id == found.key)
        guests = unanswered_guests(table.file, line)
    else:
        drafts = _drafts(office, found)
        if found.household is not None:
            read = conference_sheet(office, found.household, table.file.meeting)
            if found.shown is Shown.PSEUDONYM:
                found, drafts = _veiled(found, drafts, read.names)
            else:
                sheet = sheet_dossier(read, found, office.today)
    return View(
        table=table,
        stops=all_stops,
        subject=found,
        sheet=sheet,
        guests=guests,
        drafts=drafts,
    )


def _drafts(office: Office, found: Subject) -> Drafts:
    result = draft_at(office, draft_place(found.item))
    decision = draft_at(office, decision_place(found.key))
    return Drafts(result.text if result else "", decision.text if decision else "")


def _veiled(found: Subject, drafts: Drafts, names: Sequence[str]) -> tuple[Subject, Drafts]:
    """Return an item and its drafts as they may be seen under its pseudonym."""
    found = under_pseudonym(found, names)
    if without_names(drafts.result, names) != drafts.result:
        found = replace(found, is_readable=False)
    decision = drafts.decision
    return found, replace(
        drafts, decision=decision if without_names(decision, names) == decision else ""
    )
