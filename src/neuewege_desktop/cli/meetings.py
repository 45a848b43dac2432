"""`meeting`: plan a case conference, and show what it says."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from neuewege_desktop.base.formats import long_date
from neuewege_desktop.base.i18n import N_, _, ngettext
from neuewege_desktop.cli.desk import Desk, opens_workplace
from neuewege_desktop.cli.meeting_document import meeting_document
from neuewege_desktop.cli.parameters import day_option, meeting_option, municipality_option
from neuewege_desktop.cli.spoken import Group
from neuewege_desktop.cli.streams import Json
from neuewege_desktop.cli.table import Column, table
from neuewege_desktop.domain.choices.work import MeetingStatus
from neuewege_desktop.domain.conference.series import day_warning
from neuewege_desktop.services.conference.due import AHEAD
from neuewege_desktop.services.conference.minutes import issued_papers
from neuewege_desktop.services.conference.planning import plan_on
from neuewege_desktop.services.conference.proposing import propose
from neuewege_desktop.services.conference.reading import ConferenceFile, ItemLine, conference_file

meeting = Group("meeting", help=N_("Plan a case conference, and show what it says."))

# Without names: a log may keep this.
_ITEMS: tuple[Column[ItemLine], ...] = (
    Column(N_("No."), lambda line: str(line.item.seq), numbers=True),
    Column(N_("BG number"), lambda line: line.name if line.household is not None else ""),
    Column(N_("Priority"), lambda line: str(line.item.priority), numbers=True),
    Column(N_("State"), lambda line: line.item.state.label),
    Column(N_("Decisions"), lambda line: str(len(line.decisions)), numbers=True),
)


@meeting.command(
    "plan",
    help=N_(
        "Plan the case conference of a municipality on a day, and put on its agenda whom the rules "
        "propose. One that is planned already is taken, and its agenda brought up to date."
    ),
)
@opens_workplace
@municipality_option(N_("The municipality of the conference."), required=True)
@day_option("--date", required=True, help=N_("The day of the conference."))
def plan_command(desk: Desk, municipality: str, date: dt.date) -> None:
    """Plan it and propose its agenda."""
    with desk.office() as office:
        planned, is_new = plan_on(office, municipality, date)
        if conference_file(office, planned).meeting.status in AHEAD:
            propose(office, planned)
        file = conference_file(office, planned)
    document: Json = {
        "id": str(planned),
        "new": is_new,
        "municipality": municipality,
        "date": date.isoformat(),
        "status": file.meeting.status,
        "items": len(file.items),
        "capped": len(file.capped),
    }
    desk.answer(document, _planned_lines(file, is_new=is_new))


def _planned_lines(file: ConferenceFile, *, is_new: bool) -> Iterator[str]:
    words = (
        _("Planned: conference {number}, {town}, {day}")
        if is_new
        else _("It was planned already: conference {number}, {town}, {day}")
    )
    day = long_date(file.meeting.day)
    yield words.format(number=file.meeting.id, town=file.municipality, day=day)
    if warning := day_warning(file.meeting.day):
        yield warning
    if file.meeting.status == MeetingStatus.RELEASED_MINUTES:
        yield _("Its minutes are released.")
    yield ngettext("{n} item is on its agenda", "{n} items are on its agenda", len(file.items))


@meeting.command("show", help=N_("Show agenda, results and papers of a case conference."))
@opens_workplace
@meeting_option
def show_command(desk: Desk, meeting: int) -> None:
    """Show it; the names of persons stand only in the JSON document."""
    with desk.office() as office:
        file = conference_file(office, meeting)
        papers = issued_papers(office, meeting)
    desk.answer(meeting_document(file, papers), _shown_lines(file, len(papers)))


def _shown_lines(file: ConferenceFile, papers: int) -> Iterator[str]:
    yield _("{town}, {day}: {status}").format(
        town=file.municipality,
        day=long_date(file.meeting.day),
        status=file.meeting.status.label,
    )
    yield from table(_ITEMS, [*file.items, *file.capped])
    yield ngettext(
        "{n} topic with the municipality", "{n} topics with the municipality", len(file.town_items)
    )
    yield ngettext("{n} issued document", "{n} issued documents", papers)
