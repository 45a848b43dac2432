"""Every document of the project team, about people with names that want to break it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from neuewege_desktop.reports.audiences import Audience
from neuewege_desktop.reports.documents import agenda, case_sheet, minutes, talks
from neuewege_desktop.reports.documents.conference import (
    Attendee,
    Conference,
    HouseholdHead,
    Member,
)
from neuewege_desktop.reports.documents.correction import CorrectedItem, Correction, correction
from neuewege_desktop.reports.documents.folder import Folder, folder
from neuewege_desktop.reports.documents.household_list import (
    HouseholdLine,
    HouseholdList,
    household_list,
)
from neuewege_desktop.reports.documents.issue import Issue
from neuewege_desktop.reports.documents.recovery_sheet import RecoverySheet, recovery_sheet
from neuewege_desktop.reports.documents.task_list import TaskLine, TaskList, TasksOf, task_list
from neuewege_desktop.reports.redaction import redact

HOSTILE = "<b>Meyer & Söhne</b>"
SECRETS = (HOSTILE, "Żywossowa", "43109BG0000001", "43109BG0000002", "Lehrbuchstraße")
DAY = dt.date(2009, 4, 20)
ISSUE = Issue(
    office=("Neue Wege Kreis Bergstraße – Eigenbetrieb", "Kommunalprojekt · Team Zwingenberg"),
    at=dt.datetime.fromisoformat("2009-04-20T16:05"),
    by="Anna Berg",
)
FAMILY = HouseholdHead(
    number="43109BG0000001",
    pseudonym="ZW-123",
    name=f"{HOSTILE}, Jörg",
    type="couple with children",
    members=(
        Member(f"{HOSTILE}, Jörg", "HV", "38", "25–49"),
        Member("Żywossowa, Änne", "P", "52", "50+"),
        Member(f"{HOSTILE}, Łucja", "K1", "7", "<25"),
    ),
    case_manager="Frank Maurer",
)
ALONE = HouseholdHead(
    number="43109BG0000002",
    pseudonym="ZW-007",
    name="Żywossowa, Kim",
    type="single person",
    members=(Member("Żywossowa, Kim", "HV", "24", "<25"),),
    case_manager="",
)
CONFERENCE = Conference(
    number="ZW 2009-04-20",
    municipality="Zwingenberg",
    team="Team Zwingenberg",
    day=DAY,
    start=dt.time(14),
    end=dt.time(15, 30),
    place="Rathaus Zwingenberg",
    chair="Anna Berg",
    minute_taker="Tim Weber",
    people=(
        Attendee(
            name="Anna Berg",
            function="project lead",
            external=False,
            part="A and B",
            presence="present",
        ),
        Attendee(
            name="Karin Stein",
            function="guest",
            external=True,
            part="B",
            presence="partly present, 15:00 to 15:30",
        ),
    ),
)
AGENDA = agenda.Agenda(
    conference=CONFERENCE,
    items=(
        agenda.Item(
            household=FAMILY,
            topic="",
            reasons=("Review due on 13.04.2009", "Approval ends on 30.04.2009"),
            minutes=10,
            put_off=2,
        ),
        agenda.Item(household=None, topic="Urlaubsplan", reasons=(), minutes=5),
    ),
    not_taken=(agenda.Item(household=ALONE, topic="", reasons=("New",), minutes=5),),
    dropped=(
        agenda.Item(household=ALONE, topic="", reasons=(), minutes=5, dropped="am Telefon geklärt"),
    ),
    topics=(agenda.Topic("Plätze am Bauhof", 15),),
    open_tasks=(
        agenda.OpenTask(title="Ferienbetreuung", responsible="", due_on=dt.date(2009, 4, 6)),
    ),
)
MINUTES = minutes.Minutes(
    conference=CONFERENCE,
    stand="minutes in draft",
    is_draft=True,
    items=(
        talks.Item(
            household=FAMILY,
            topic="",
            reasons=("Review due on 13.04.2009",),
            result="Das Kind kommt im Herbst in die Schule.\nNeue Vereinbarung geplant.",
            answers=(
                talks.Answer(
                    title="Antrag anmahnen",
                    decided_on=dt.date(2009, 4, 6),
                    outcome="new date 27.04.2009",
                    reason="wartet auf das Amt",
                ),
            ),
            decisions=(
                talks.Decided(
                    kind="medical report",
                    text="Termin vereinbaren",
                    responsible="Frank Maurer",
                    due_on=dt.date(2009, 4, 29),
                    elsewhere="health matter",
                ),
            ),
            guests=("Guest in the room: Karin Stein – consent is there",),
        ),
        talks.Item(
            household=ALONE,
            topic="",
            reasons=(),
            result="",
            state="Put off to the next conference",
            state_reason="Unterlagen fehlen",
        ),
    ),
    not_taken=(talks.Item(household=ALONE, topic="", reasons=(), result=""),),
    topics=(
        talks.Topic(
            topic="Plätze am Bauhof",
            result="Drei Plätze sind frei.",
            tasks=(
                talks.Task(
                    title="Plätze melden", responsible="Anna Berg", due_on=dt.date(2009, 5, 4)
                ),
            ),
        ),
    ),
    town_answers=(
        talks.Answer(title="Ferienbetreuung", decided_on=None, outcome="kept", reason=""),
    ),
    following=minutes.NextConference(
        day=dt.date(2009, 4, 27), start=dt.time(14), place="Rathaus Zwingenberg"
    ),
)
SHEET = case_sheet.CaseSheet(
    household=FAMILY,
    day=DAY,
    address="Lehrbuchstraße 5\n64673 Zwingenberg",
    is_secret=False,
    members=(
        case_sheet.SheetMember(
            name=f"{HOSTILE}, Jörg",
            role="head of household",
            age="38",
            status="eHb\nunemployed since 01.02.2008",
            receipt="444 days in 24 months",
            strengths="vocational training, driving licence B",
        ),
    ),
    approval="30.04.2009",
    phase="implementation, since 02.04.2009",
    intensity="weekly",
    case_manager="Frank Maurer",
    contacts=("15.04.2009: follow-up interview, not attended",),
    goals=("Arbeit im Lager",),
    barrier_word="Vermittlungshemmnis",
    agreements=(
        case_sheet.SheetAgreement(
            word="Eingliederungsvereinbarung",
            person=f"{HOSTILE}, Jörg",
            status="active",
            review_due=dt.date(2009, 4, 13),
            goal="Arbeit im Lager",
        ),
    ),
    measures=(
        case_sheet.SheetMeasure(
            person="Żywossowa, Änne",
            measure="Bewerbungswerkstatt",
            state="active",
            days="01.03.2009 – 31.05.2009",
        ),
    ),
    decisions=(case_sheet.SheetDecision(day=dt.date(2009, 4, 6), words="Platz anfragen"),),
    tasks=(
        case_sheet.SheetTask(
            title="Platz anfragen",
            responsible="Frank Maurer",
            due_on=dt.date(2009, 4, 15),
            overdue=True,
        ),
    ),
    reasons=("Review due on 13.04.2009",),
)
PROTECTED = case_sheet.Protected(
    why="Gutachten vorbereiten", lines=((f"{HOSTILE}, health limit", "no heavy lifting"),)
)
CORRECTION = Correction(
    conference=CONFERENCE,
    number=1,
    corrected_on=dt.date(2009, 4, 24),
    corrected_by="Anna Berg",
    reason="Tippfehler",
    items=(
        CorrectedItem(label="Item 1", household=FAMILY, topic="", was="im Herbst", now="im Sommer"),
        CorrectedItem(
            label="Item B1",
            household=None,
            topic="Plätze am Bauhof",
            was="drei",
            now="zwei",
            with_town=True,
        ),
    ),
)
TASKS = TaskList(
    day=DAY,
    where="Zwingenberg",
    identifier="ZW",
    groups=(
        TasksOf(
            name="Frank Maurer",
            tasks=(
                TaskLine(
                    due_on=dt.date(2009, 4, 13),
                    number="43109BG0000001",
                    head=f"{HOSTILE}, Jörg",
                    title="Unterlagen nachfordern",
                    kind="follow-up",
                    origin="entered by hand",
                    municipality="Zwingenberg",
                ),
            ),
        ),
        TasksOf(name="", tasks=()),
    ),
)
HOUSEHOLDS = HouseholdList(
    day=DAY,
    where="All municipalities",
    identifier="all",
    lines=(
        HouseholdLine(
            number="43109BG0000001",
            head=f"{HOSTILE}, Jörg",
            type="couple with children",
            members=3,
            address="Lehrbuchstraße 5, Zwingenberg",
            municipality="Zwingenberg",
            phase="implementation",
            case_manager="Frank Maurer",
            approved_until=dt.date(2009, 4, 30),
        ),
    ),
)
RECOVERY = RecoverySheet(
    code="ABCD-EFGH-JKLM-NPQR-STUV-WXYZ-2345-6789", workplace="Bergstraße", vault="5f0c9a3e"
)
FOR_EVERYBODY = {
    "agenda": (agenda.agenda, AGENDA),
    "minutes_of_a_conference": (minutes.minutes, MINUTES),
    "correction": (correction, CORRECTION),
}
FOR_THE_TEAM = {
    "case_sheet": case_sheet.case_sheet(SHEET, ISSUE),
    "folder": folder(Folder(agenda=AGENDA, sheets=(SHEET,)), ISSUE),
    "task_list": task_list(TASKS, ISSUE),
    "household_list": household_list(HOUSEHOLDS, ISSUE),
    "recovery_sheet": recovery_sheet(RECOVERY, ISSUE),
}
COPIES = {
    **{
        f"{name}_{reader.letter}": redact(made(value, replace(ISSUE, audience=reader)), reader)
        for name, (made, value) in FOR_EVERYBODY.items()
        for reader in Audience
    },
    **FOR_THE_TEAM,
}
