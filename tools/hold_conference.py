"""Hold the next conference of the example from the first item to the released minutes.

    .venv/bin/python tools/hold_conference.py FOLDER

Leaves the minutes for each kind of reader in the folder as they were archived, the folder of the
conference, and a picture of every page. The people are invented.
"""

from __future__ import annotations

import datetime as dt
import random
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pypdfium2 as pdfium

from neuewege_desktop.base.i18n import use_language
from neuewege_desktop.base.paths import translations
from neuewege_desktop.domain.choices.work import (
    AttendanceStatus,
    DecisionKind,
    MeetingStatus,
    PromiseOutcome,
)
from neuewege_desktop.domain.records import RecordId
from neuewege_desktop.domain.records.meeting import Meeting
from neuewege_desktop.services.conference.agenda import add_town_topic
from neuewege_desktop.services.conference.answering import answer_promise
from neuewege_desktop.services.conference.deciding import decide, new_decision
from neuewege_desktop.services.conference.holding import (
    begin,
    end,
    finish_item,
    finish_town_item,
    note,
    postpone_item,
    set_attendance,
)
from neuewege_desktop.services.conference.minutes import as_issued, check, issued_papers, release
from neuewege_desktop.services.conference.proposing import propose
from neuewege_desktop.services.conference.reading import ItemLine, conference_file
from neuewege_desktop.services.demo import make_demo
from neuewege_desktop.services.founding import Founding
from neuewege_desktop.services.office import Office
from neuewege_desktop.services.papers.folders import folder_paper
from neuewege_desktop.services.papers.minutes import minutes_papers
from neuewege_desktop.services.records import all_of
from neuewege_desktop.services.workplaces import Setting, create, office_of
from neuewege_desktop.store.vault.passwords import Cost

DAY = dt.date(2009, 4, 20)
_NOW = dt.datetime.combine(DAY, dt.time(14), tzinfo=dt.UTC)
_AFTER = _NOW + dt.timedelta(hours=2)
_CHEAP = Cost(memory=65_536, passes=1, lanes=1)
_DPI = 80
_POSTPONED = 4  # so many households are talked about before one is put off
_SAID: Sequence[tuple[DecisionKind, str, str]] = (
    (
        DecisionKind.AGREEMENT,
        "Die Vereinbarung ist abgelaufen. Neue Ziele sind mit der Familie besprochen.",
        "Eingliederungsvereinbarung neu abschließen",
    ),
    (
        DecisionKind.INVITE,
        "Der Termin wurde nicht wahrgenommen; ein Grund ist nicht bekannt.",
        "Erneut einladen",
    ),
    (
        DecisionKind.BENEFITS,
        "Der Antrag auf Weiterbewilligung fehlt noch.",
        "An den Antrag auf Weiterbewilligung erinnern",
    ),
    (
        DecisionKind.MEASURE,
        "Möchte wieder im Freien arbeiten und hat Erfahrung im Gartenbau.",
        "Platz am Bauhof anfragen",
    ),
    (DecisionKind.OBSERVE, "Die Kinderbetreuung ist gesichert.", "In drei Wochen nachfragen"),
)


def hold(office: Office, meeting: RecordId) -> None:
    """Hold a conference as a team would: answer, note, decide, put one household off."""
    begin(office, meeting, dt.time(14))
    for known in conference_file(office, meeting).attendance:
        if known.attendance.status == AttendanceStatus.INVITED:
            set_attendance(office, replace(known.attendance, status=AttendanceStatus.PRESENT))
    for place, line in enumerate(conference_file(office, meeting).items):
        if place == _POSTPONED:
            postpone_item(office, line.item, "Die Unterlagen fehlen noch")
        else:
            _talk_about(office, line, place)
    for topic in conference_file(office, meeting).town_items:
        note(office, topic.item, "Drei Plätze sind von Mai bis Juli frei.")
        finish_town_item(office, topic.item)
    end(office, meeting, dt.time(15, 30))


def _talk_about(office: Office, line: ItemLine, place: int) -> None:
    for promise in line.promises:
        answer_promise(office, line.item, promise, PromiseOutcome.KEPT)
    kind, said, decided = _SAID[place % len(_SAID)]
    note(office, line.item, said)
    due = office.today + dt.timedelta(days=4 + 3 * (place % len(_SAID)))
    decision = new_decision(line.item, kind, office.author)
    decide(office, line.item, replace(decision, text=decided, due_on=due))
    finish_item(office, line.item, 4 + place % 3)


def papers(office: Office, meeting: RecordId) -> Iterator[tuple[str, bytes]]:
    """Prepare, hold and release; yield the papers with the names of their files."""
    propose(office, meeting)
    add_town_topic(office, meeting, "Plätze am Bauhof im Sommer")
    folder = folder_paper(office, meeting, _NOW)
    yield folder.name, folder.content()
    hold(office, meeting)
    check(office, meeting)
    release(office, meeting, minutes_papers(office, meeting, _AFTER), {office.author}, _AFTER)
    for paper in issued_papers(office, meeting):
        yield paper.name, as_issued(office, paper)


def _pictures(pdf: bytes, beside: Path) -> None:
    with pdfium.PdfDocument(pdf) as document:
        for number, page in enumerate(document, 1):
            picture = page.render(scale=_DPI / 72).to_pil()
            picture.save(beside.with_name(f"{beside.stem}-{number}.png"))


def main() -> None:
    """Hold the conference and keep its papers."""
    use_language("de", translations())
    target = Path(sys.argv[1])
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as profile:
        setting = Setting(
            now=lambda: _NOW,
            random_bytes=random.Random(7).randbytes,
            profile=Path(profile),
            cost=_CHEAP,
        )
        workplace, _code = create(
            Path(profile) / "Beispiel",
            Founding(name="Kommunale Projekte", user="Petra Linde", day=DAY),
            "fünf Wörter sind ein guter Satz",
            setting,
            lambda office: make_demo(office.store, office.author, day=DAY),
        )
        office = office_of(workplace, DAY)
        planned = [m for m in all_of(office, Meeting) if m.status == MeetingStatus.PLANNED]
        for name, pdf in papers(office, min(planned, key=lambda found: found.day).id):
            (target / name).write_bytes(pdf)
            _pictures(pdf, target / name)
        workplace.close()


if __name__ == "__main__":
    main()
