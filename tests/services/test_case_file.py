"""The page of a household and its like: everything at once, in words, and whose word it is."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace

import pytest
from lists_of_offices import only, row, written

from neuewege_desktop.base.errors import UserError
from neuewege_desktop.domain.choices.people import (
    BarrierGroup,
    EmploymentKind,
    MemberRole,
    NationalityGroup,
)
from neuewege_desktop.domain.choices.work import (
    ActorKind,
    AttendanceStatus,
    DecisionKind,
    ItemState,
    MeetingPart,
    MeetingStatus,
    ParticipationState,
)
from neuewege_desktop.domain.law.household_type import HouseholdType
from neuewege_desktop.domain.records.abilities import Barrier
from neuewege_desktop.domain.records.case import AgendaFlag, Case, Task
from neuewege_desktop.domain.records.catalogue import InstrumentVersion
from neuewege_desktop.domain.records.household import Household, HouseholdAddress, Membership
from neuewege_desktop.domain.records.measure import Measure, MeasureRun, Participation
from neuewege_desktop.domain.records.meeting import (
    AgendaItem,
    Attendance,
    Decision,
    Meeting,
    TownItem,
)
from neuewege_desktop.domain.records.person import EmploymentSpell, Person, PersonName
from neuewege_desktop.domain.records.town import Actor
from neuewege_desktop.domain.scopes import case_scope, town_scope
from neuewege_desktop.domain.values import Period, PostalAddress
from neuewege_desktop.services.case_file import (
    Origin,
    actor_file,
    household_file,
    measure_file,
    person_file,
    task_file,
)
from neuewege_desktop.services.conference.reading import conference_file
from neuewege_desktop.services.entries import (
    NEW,
    NewPerson,
    end_membership,
    new_person,
    save,
    save_all,
)
from neuewege_desktop.services.history import redo, undo
from neuewege_desktop.services.imports import import_list

AGS = "06431022"
CASE, TOWN = case_scope(AGS), town_scope(AGS)
APRIL = dt.date(2009, 4, 2)
MAY = dt.date(2009, 5, 4)


@pytest.fixture
def brought(office, tmp_path):
    """A household that the list of April brought."""
    import_list(office, written(tmp_path, row(telefon="06251 1")), APRIL)
    return only(office, Household)


def kept(office, record):
    """Save something new and return it as it is kept."""
    outcome = save(office, record)
    [found] = outcome.records[record.kind.name]
    with office.store.reading() as reader:
        return reader.get(type(record), found)


def told(office, household, **options):
    return [line.text for line in household_file(office, household.id, **options).timeline]


def test_the_page_of_a_household_shows_members_of_now_and_before_with_their_ages(office, brought):
    mia = NewPerson(name=PersonName("Quittenbaum", "Mia"), birth_date=dt.date(2006, 5, 12))
    new_person(office, brought, mia, MemberRole.CHILD_U25, APRIL)
    kai = replace(mia, name=PersonName("Quittenbaum", "Kai"), birth_date=None)
    _person, outcome = new_person(office, brought, kai, MemberRole.CHILD_U25, APRIL)
    with office.store.reading() as reader:
        left = reader.get(Membership, outcome.records["membership"][0])
    end_membership(office, left, dt.date(2009, 4, 30))
    page = household_file(replace(office, today=MAY), brought.id)
    assert [(str(m.person.name), m.age, m.present) for m in page.members] == [
        ("Quittenbaum, Rosa", 29, True),
        ("Quittenbaum, Mia", 2, True),
        ("Quittenbaum, Kai", None, False),
    ]
    assert (page.type, page.municipality) == (HouseholdType.SINGLE_PARENT, "Zwingenberg")


def test_the_page_says_in_which_phase_the_case_is_and_whose_it_is(office, brought):
    [sheet] = household_file(office, brought.id).cases
    assert (sheet.team, sheet.case_manager) == ("Team Zwingenberg", "")
    save(office, replace(sheet.case, case_manager=office.author))
    [sheet] = household_file(office, brought.id).cases
    assert sheet.case_manager == "Anna Berg"
    assert [phase.phase.label for phase in sheet.phases] == ["proposed"]


def test_a_value_of_a_list_says_so_with_its_day_and_one_by_hand_too(office, brought):
    person = only(office, Person)
    save(office, replace(person, email="rosa@example.org"))
    found = household_file(office, brought.id).origins
    assert found[person.id, "birth_date"] == Origin(by_hand=False, list_day=APRIL)
    assert found[person.id, "email"] == Origin(by_hand=True)


def test_where_a_person_corrected_a_list_both_values_are_shown(office, brought):
    person = only(office, Person)
    save(office, replace(person, birth_date=dt.date(1978, 8, 3)))
    found = household_file(office, brought.id).origins
    corrected = Origin(by_hand=True, list_day=APRIL, listed="03.08.1979")
    assert found[person.id, "birth_date"] == corrected
    undo(office)
    found = person_file(office, person.id).origins
    assert found[person.id, "birth_date"] == Origin(by_hand=False, list_day=APRIL)
    redo(office)
    assert person_file(office, person.id).origins[person.id, "birth_date"] == corrected


def test_a_later_list_has_its_own_day(office, brought, tmp_path):
    import_list(office, written(tmp_path, row(telefon="06251 2")), MAY)
    person = only(office, Person)
    found = person_file(office, person.id).origins
    assert found[person.id, "phone"] == Origin(by_hand=False, list_day=MAY)
    assert found[person.id, "name"] == Origin(by_hand=False, list_day=APRIL)


def test_the_timeline_tells_in_sentences_what_changed_and_who_did_it(office, brought):
    person, address = only(office, Person), only(office, HouseholdAddress)
    save(office, replace(person, phone="06251 9"))
    moved = PostalAddress("Neuweg 3", "64673", "Zwingenberg")
    save(office, replace(address, address=moved))
    save(
        office,
        EmploymentSpell(
            id=NEW,
            scope=CASE,
            person=person.id,
            period=Period(APRIL),
            employment=EmploymentKind.MINI,
        ),
    )
    page = household_file(office, brought.id)
    assert {line.text for line in page.timeline} >= {
        "Quittenbaum, Rosa, telephone changed: 06251 1 → 06251 9",
        "Address changed: Musterweg 1, 64673 Zwingenberg → Neuweg 3, 64673 Zwingenberg",
        "Employment of Quittenbaum, Rosa added: mini-job, since 02.04.2009",
        "The case was opened.",
        "Quittenbaum, Rosa belongs to the household as head of household.",
    }
    assert {line.who for line in page.timeline if line.at} == {"Anna Berg"}


def test_the_timeline_has_the_newest_day_first_and_no_number_of_a_record(office, brought):
    save(office, replace(brought, note="spricht mit der Kita"))
    page = household_file(office, brought.id)
    days = [line.day for line in page.timeline]
    assert days == sorted(days, reverse=True)
    assert not any(str(key) in line.text for line in page.timeline for key, _f in page.origins)


def test_the_timeline_is_silent_about_what_is_specially_protected(office, brought):
    person = only(office, Person)
    save(office, replace(person, nationality_group=NationalityGroup.EU))
    save(
        office,
        Barrier(
            id=NEW,
            scope=CASE,
            person=person.id,
            period=Period(APRIL),
            group=BarrierGroup.ENVIRONMENT,
            code="MOBILITAET",
        ),
    )
    assert not [text for text in told(office, brought) if "European" in text or "arrier" in text]


def test_what_a_list_brought_anew_is_one_line(office, brought):
    assert [line for line in told(office, brought) if "List imported" in line] == [
        "List imported: 6 new entries"
    ]


@pytest.fixture
def meeting(office):
    return kept(office, Meeting(id=NEW, scope=TOWN, ags=AGS, day=dt.date(2009, 4, 7)))


def test_the_page_says_whether_the_household_is_due_for_the_next_conference(
    office, brought, meeting
):
    page = household_file(office, brought.id)
    assert page.next_conference.meeting == meeting
    assert page.next_conference.item is None
    assert page.next_conference.reasons  # new in the project
    later = replace(office, today=dt.date(2009, 4, 8))
    assert household_file(later, brought.id).next_conference is None


def test_on_the_agenda_the_reasons_are_those_written_there(office, brought, meeting):
    case = only(office, Case)
    reasons = json.dumps([{"rule": "R20", "day": "2009-04-02", "text": "Rosa fragt nach Kita"}])
    item = kept(
        office,
        AgendaItem(id=NEW, scope=CASE, meeting=meeting.id, case=case.id, seq=1, reasons=reasons),
    )
    found = household_file(office, brought.id).next_conference
    assert (found.item, found.reasons) == (item, ("Rosa fragt nach Kita",))


def test_the_page_of_a_conference_shows_agenda_decisions_and_who_was_there(
    office, brought, meeting
):
    case = only(office, Case)
    item = kept(
        office,
        AgendaItem(
            id=NEW,
            scope=CASE,
            meeting=meeting.id,
            case=case.id,
            seq=1,
            state=ItemState.DISCUSSED,
        ),
    )
    decision = Decision(
        id=NEW, scope=CASE, item=item.id, decision=DecisionKind.INVITE, text="Einladen"
    )
    save_all(
        office,
        [
            decision,
            replace(meeting, status=MeetingStatus.RUNNING, chair=office.author),
            TownItem(id=NEW, scope=TOWN, meeting=meeting.id, seq=1, topic="Kita-Plätze"),
            Attendance(
                id=NEW,
                scope=TOWN,
                meeting=meeting.id,
                guest="Frau Rathaus",
                status=AttendanceStatus.PRESENT,
                part=MeetingPart.TOWN,
            ),
        ],
        "change:meeting",
    )
    page = conference_file(office, meeting.id)
    [line] = page.items
    assert (line.household, line.name) == (brought.id, "43102BG0000901")
    assert [found.decision.text for found in line.decisions] == ["Einladen"]
    assert (page.chair, page.municipality) == ("Anna Berg", "Zwingenberg")
    assert [found.name for found in page.attendance] == ["Frau Rathaus"]
    assert [found.item.topic for found in page.town_items] == ["Kita-Plätze"]
    assert "Decided: Einladen" in told(office, brought)


def test_the_page_shows_open_tasks_the_next_due_first_and_a_task_names_its_household(
    office, brought
):
    case = only(office, Case)
    for day in (MAY, APRIL):
        task = Task(
            id=NEW,
            scope=CASE,
            case=case.id,
            title=f"Anruf {day:%d}",
            due_on=day,
            assignee=office.author,
        )
        kept(office, task)
    tasks = household_file(office, brought.id).tasks
    assert [task.title for task in tasks] == ["Anruf 02", "Anruf 04"]
    page = task_file(office, tasks[0].id)
    assert (page.household, page.household_name, page.assignee) == (
        brought.id,
        "43102BG0000901",
        "Anna Berg",
    )


def test_the_page_of_a_measure_shows_its_law_its_free_places_and_who_takes_part(office, brought):
    person = only(office, Person)
    with office.store.reading() as reader:
        version = reader.find(InstrumentVersion)[0]
    actor = kept(office, Actor(id=NEW, scope=TOWN, name="Bildungswerk", actor=ActorKind.PROVIDER))
    measure = kept(
        office,
        Measure(
            id=NEW,
            scope=TOWN,
            instrument_version=version.id,
            name="Bauhof",
            provider=actor.id,
        ),
    )
    run = kept(
        office,
        MeasureRun(id=NEW, scope=TOWN, measure=measure.id, period=Period(APRIL), places_total=3),
    )
    episode = Participation(
        id=NEW,
        scope=CASE,
        person=person.id,
        run=run.id,
        state=ParticipationState.ACTIVE,
        period=Period(APRIL),
    )
    save(office, episode)
    page = measure_file(office, measure.id)
    assert (page.law, page.provider, page.municipality) == (
        version.law,
        "Bildungswerk",
        "Zwingenberg",
    )
    assert [(line.run, line.free) for line in page.runs] == [(run, 2)]
    assert [found.person for found in page.participants] == [person]
    assert [name for _episode, name in person_file(office, person.id).participations] == ["Bauhof"]
    assert actor_file(office, actor.id).measures == (measure,)


def test_the_page_of_a_person_shows_households_and_spells_in_words(office, brought):
    person = only(office, Person)
    spell = EmploymentSpell(
        id=NEW, scope=CASE, person=person.id, period=Period(MAY), employment=EmploymentKind.MINI
    )
    save(office, spell)
    page = person_file(office, person.id)
    assert [(found.id, m.role) for found, m in page.households] == [(brought.id, MemberRole.HEAD)]
    assert [found.text for found in page.spells] == ["mini-job"]
    assert page.age == 29


def test_a_page_of_something_that_is_gone_says_so_and_no_more(office):
    for page in (
        household_file,
        person_file,
        measure_file,
        conference_file,
        actor_file,
        task_file,
    ):
        with pytest.raises(UserError, match="no longer here"):
            page(office, 4711)


def test_a_note_for_the_agenda_is_told_with_its_text(office, brought):
    flag = AgendaFlag(
        id=NEW,
        scope=CASE,
        case=only(office, Case).id,
        raised_by=office.author,
        raised_on=APRIL,
        text="Kita ist gekündigt",
    )
    save(office, flag)
    assert "Note for the agenda added: Kita ist gekündigt" in told(office, brought)
