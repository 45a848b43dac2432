"""„Seit letztem Mal“: what is different with a household, in sentences, and nothing else."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from lists_of_offices import every, only, row, written

from neuewege_desktop.domain.choices.people import (
    BarrierGroup,
    MemberRole,
    NationalityGroup,
)
from neuewege_desktop.domain.choices.work import (
    AppointmentKind,
    AppointmentStatus,
    DecisionKind,
    ItemState,
    MeetingStatus,
    TaskState,
)
from neuewege_desktop.domain.records.abilities import Barrier
from neuewege_desktop.domain.records.case import Appointment, Case, Task
from neuewege_desktop.domain.records.household import Household, HouseholdAddress, Membership
from neuewege_desktop.domain.records.kind import Sensitivity
from neuewege_desktop.domain.records.meeting import AgendaItem, Decision, Meeting
from neuewege_desktop.domain.records.person import Person, PersonName
from neuewege_desktop.domain.scopes import case_scope, town_scope
from neuewege_desktop.domain.values import Period, PostalAddress
from neuewege_desktop.services.case_file.changes import (
    Moment,
    changes_since,
    last_conference_before,
)
from neuewege_desktop.services.entries import (
    NEW,
    NewPerson,
    archive,
    new_person,
    restore,
    save,
)
from neuewege_desktop.services.history import redo, undo
from neuewege_desktop.services.imports import import_list
from neuewege_desktop.services.labels import ActLabel
from neuewege_desktop.store.since import BEGINNING, present_moment

AGS = "06431022"
CASE, TOWN = case_scope(AGS), town_scope(AGS)
APRIL = dt.date(2009, 4, 2)
MAY = dt.date(2009, 5, 4)
COLLEAGUE = 7


@pytest.fixture
def home(office, tmp_path):
    """A household that the list of April brought."""
    import_list(office, written(tmp_path, row(telefon="06251 1")), APRIL)
    return only(office, Household)


def now(office):
    with office.store.reading() as reader:
        return present_moment(reader.connection)


def changes(office, home, since, until=None):
    with office.store.reading() as reader:
        return changes_since(reader, home.id, since, until)


def told(office, home, since, until=None):
    return [change.text for change in changes(office, home, since, until)]


def kept(office, record):
    """Keep something new, whatever it is, and return it as it is kept."""
    with office.store.writing(ActLabel.SAVE, office.author) as writer:
        new = replace(record, id=writer.new_id())
        writer.add(new)
    return new


def write(office, *records):
    with office.store.writing(ActLabel.SAVE, office.author) as writer:
        for record in records:
            writer.save(record)


def appointment(office, **values):
    person, case = only(office, Person), only(office, Case)
    start = dt.datetime.combine(dt.date(2009, 4, 15), dt.time(9))
    purpose = AppointmentKind.FIRST
    return Appointment(
        id=NEW,
        scope=CASE,
        case=case.id,
        person=person.id,
        **{"start": start, "purpose": purpose, **values},
    )


def test_a_household_without_changes_has_nothing_to_tell(office, home):
    assert told(office, home, now(office)) == []


def test_what_changed_is_told_with_what_it_was_before_and_by_whom(office, home):
    planned = kept(office, appointment(office, status=AppointmentStatus.INVITED))
    since = now(office)
    write(office, replace(planned, status=AppointmentStatus.MISSED))
    [change] = changes(office, home, since)
    assert change.text == (
        "Appointment on 15.04.2009, 09:00 of Quittenbaum, Rosa: "
        "status now “not attended” (before: “invited”)"
    )
    assert (change.who, change.kind, change.record) == ("Anna Berg", "appointment", planned.id)
    assert change.when.tzinfo is dt.UTC


def test_several_edits_of_a_field_are_one_from_the_first_to_the_last(office, home):
    since = now(office)
    for phone in ("06251 2", "06251 3", "06251 4"):
        save(office, replace(only(office, Person), phone=phone))
    assert told(office, home, since) == [
        "Quittenbaum, Rosa: telephone now “06251 4” (before: “06251 1”)"
    ]


def test_what_came_back_to_where_it_was_is_not_told(office, home):
    since = now(office)
    save(office, replace(only(office, Person), phone="06251 2"))
    save(office, replace(only(office, Person), phone="06251 1"))
    assert told(office, home, since) == []


def test_what_was_undone_is_not_told_and_what_was_done_again_is(office, home):
    since = now(office)
    save(office, replace(only(office, Person), phone="06251 2"))
    undo(office)
    assert told(office, home, since) == []
    redo(office)
    assert told(office, home, since) == [
        "Quittenbaum, Rosa: telephone now “06251 2” (before: “06251 1”)"
    ]


def test_after_an_undo_the_value_is_still_of_whoever_wrote_it(office, home):
    since = now(office)
    colleague = replace(office, author=COLLEAGUE)
    save(colleague, replace(only(office, Person), phone="06251 2"))
    save(office, replace(only(office, Person), phone="06251 3"))
    undo(office)
    [change] = changes(office, home, since)
    assert change.who == ""  # of the colleague, whom this workplace does not know
    assert change.text.endswith("“06251 2” (before: “06251 1”)")


def test_what_was_entered_for_the_first_time_and_what_was_removed_say_so(office, home):
    since = now(office)
    save(office, replace(only(office, Person), phone="", email="rosa@example.org"))
    assert told(office, home, since) == [
        "Quittenbaum, Rosa: telephone removed (before: “06251 1”); "
        "e-mail entered: “rosa@example.org”"
    ]


def test_a_day_and_a_promise_read_like_a_sentence(office, home):
    task = Task(id=NEW, scope=CASE, case=only(office, Case).id, title="Kita fragen", due_on=MAY)
    asked = kept(office, task)
    since = now(office)
    write(office, replace(asked, state=TaskState.DONE, done_on=MAY, due_on=APRIL))
    assert told(office, home, since) == [
        "Task “Kita fragen”: now due on 02.04.2009 (before: 04.05.2009); "
        "state now “done” (before: “open”); done on 04.05.2009"
    ]


def test_a_new_record_is_one_sentence_with_what_matters(office, home):
    since = now(office)
    mia = NewPerson(name=PersonName("Quittenbaum", "Mia"), birth_date=dt.date(2006, 5, 12))
    new_person(office, home, mia, MemberRole.CHILD_U25, APRIL)
    assert told(office, home, since) == [
        "New: Membership in a household of Quittenbaum, Mia – child under 25, since 02.04.2009"
    ]


def test_what_was_edited_after_it_was_new_is_still_one_sentence(office, home):
    since = now(office)
    planned = kept(office, appointment(office))
    write(office, replace(planned, status=AppointmentStatus.EXCUSED))
    assert told(office, home, since) == [
        "New: Appointment on 15.04.2009, 09:00 of Quittenbaum, Rosa – first interview, excused"
    ]


def test_what_was_new_and_put_away_again_is_not_told(office, home):
    since = now(office)
    archive(office, kept(office, appointment(office)))
    assert told(office, home, since) == []


def test_putting_away_and_bringing_back_are_told(office, home):
    planned = kept(office, appointment(office))
    since = now(office)
    archive(office, planned)
    before = now(office)
    assert told(office, home, since) == [
        "Appointment on 15.04.2009, 09:00 of Quittenbaum, Rosa put away"
    ]
    restore(office, planned)
    assert told(office, home, since) == []
    assert told(office, home, before) == [
        "Appointment on 15.04.2009, 09:00 of Quittenbaum, Rosa brought back"
    ]
    assert told(office, home, since, until=before) == [
        "Appointment on 15.04.2009, 09:00 of Quittenbaum, Rosa put away"
    ]


def test_a_record_whose_entering_was_undone_is_told_as_taken_back(office, home):
    task = Task(id=NEW, scope=CASE, case=only(office, Case).id, title="Anrufen", due_on=MAY)
    save(office, task)
    since = now(office)
    undo(office)
    assert told(office, home, since) == ["Task “Anrufen” taken back"]
    redo(office)
    assert told(office, home, since) == []


def test_what_is_specially_protected_is_never_spelled_out(office, home):
    since, person = now(office), only(office, Person)
    save(office, replace(person, nationality_group=NationalityGroup.EU, accessibility_need="Lupe"))
    barrier = Barrier(
        id=NEW,
        scope=CASE,
        person=person.id,
        period=Period(APRIL),
        group=BarrierGroup.CAPACITY,
        code="RUECKEN",
    )
    write(office, replace(kept(office, barrier), severity=3))
    [change] = changes(office, home, since)
    assert change.text == "Quittenbaum, Rosa: 3 specially protected facts were changed"
    assert change.sensitivity == Sensitivity.S3
    assert (change.kind, change.record) == ("person", person.id)


def test_an_erased_person_is_told_without_a_name(office, home):
    since, person = now(office), only(office, Person)
    with office.store.writing(ActLabel.ERASE, office.author) as writer:
        writer.erase(person.scope, person.id, "person")
    assert told(office, home, since) == ["Person erased for good"]


def test_what_a_later_list_changed_names_the_list(office, home, tmp_path):
    since = now(office)
    import_list(office, written(tmp_path, row(telefon="06251 2"), name="mai.csv"), MAY)
    assert told(office, home, since) == [
        "Quittenbaum, Rosa: telephone now “06251 2” (before: “06251 1”) "
        "(from the list of 04.05.2009)"
    ]


def test_a_household_that_is_new_in_the_project_is_one_sentence(office, home):
    assert told(office, home, BEGINNING) == [
        "Household 43102BG0000901 taken in, with 5 more entries (from the list of 02.04.2009)"
    ]


def test_other_households_are_not_told_of(office, home, tmp_path):
    since = now(office)
    other = row(bg_nr="43102BG0000902", kdnr="427D000902", nachname="Holunder")
    import_list(office, written(tmp_path, row(telefon="06251 1"), other, name="zwei.csv"), MAY)
    assert told(office, home, since) == []


def test_who_had_left_the_household_before_is_no_longer_told_about(office, home):
    mia = NewPerson(name=PersonName("Quittenbaum", "Mia"), birth_date=dt.date(1990, 5, 12))
    id_, _outcome = new_person(office, home, mia, MemberRole.CHILD_U25, dt.date(2009, 3, 1))
    since = Moment.of(max(change.when for change in changes(office, home, BEGINNING)))
    [person] = [found for found in every(office, Person) if found.id == id_]
    write(office, replace(person, phone="0171 1"))
    assert "0171 1" in "".join(told(office, home, since))
    [left] = [found for found in every(office, Membership) if found.person == id_]
    write(office, replace(left, period=Period(left.period.start, dt.date(2009, 3, 31))))
    assert told(office, home, since) == [
        "Membership in a household of Quittenbaum, Mia: period now from 01.03.2009 through "
        "31.03.2009 (before: since 01.03.2009)"
    ]


def test_a_long_note_is_cut_to_where_it_differs(office, home):
    note = "Frau Quittenbaum sucht eine Stelle in Teilzeit. " * 6
    write(office, replace(only(office, Household), note=note))
    since = now(office)
    write(office, replace(only(office, Household), note=note + "Sie hat jetzt einen Kita-Platz."))
    [text] = told(office, home, since)
    assert text == (
        "Household: note now “… eine Stelle in Teilzeit. Sie hat jetzt einen Kita-Platz.” "
        "(before: “… eine Stelle in Teilzeit.”)"
    )


def test_where_the_case_stands_comes_first_and_the_protected_last(office, home):
    since, person = now(office), only(office, Person)
    save(office, replace(person, phone="06251 2", nationality_group=NationalityGroup.EU))
    kept(office, appointment(office))
    write(office, replace(only(office, Case), case_manager=office.author))
    kinds = [(change.kind, change.sensitivity) for change in changes(office, home, since)]
    assert kinds == [("case", "S2"), ("appointment", "S2"), ("person", "S2"), ("person", "S3")]


def conference(office, day, status=MeetingStatus.RELEASED_MINUTES):
    meeting = Meeting(id=NEW, scope=TOWN, ags=AGS, day=day, start=dt.time(14), status=status)
    return kept(office, meeting)


def discussed(office, meeting, state=ItemState.DISCUSSED):
    case = only(office, Case).id
    item = AgendaItem(id=NEW, scope=CASE, meeting=meeting.id, case=case, seq=1)
    return write(office, replace(kept(office, item), state=state))


def last_before(office, home, meeting):
    with office.store.reading() as reader:
        return last_conference_before(reader, home.id, meeting)


def test_the_last_conference_is_the_one_that_talked_about_the_household(office, home):
    talked = conference(office, dt.date(2009, 3, 19))
    postponed = conference(office, dt.date(2009, 3, 26))
    cancelled = conference(office, dt.date(2009, 3, 27), MeetingStatus.CANCELLED)
    next_one = conference(office, MAY, MeetingStatus.PLANNED)
    assert last_before(office, home, next_one) is None
    discussed(office, talked)
    discussed(office, postponed, ItemState.POSTPONED)
    discussed(office, cancelled)
    last = last_before(office, home, next_one)
    assert last.meeting == talked
    midnight = dt.datetime.combine(dt.date(2009, 3, 20), dt.time()).timestamp()
    assert last.moment == Moment(at=round(midnight * 1000) - 1)  # the minutes were typed later
    assert last_before(office, home, talked) is None


def test_since_the_last_conference_begins_with_the_last_word_written_there(office, home):
    today = conference(office, APRIL)
    save(office, replace(only(office, Person), phone="06251 2"))
    discussed(office, today)
    item = only(office, AgendaItem)
    kept(
        office,
        Decision(id=NEW, scope=CASE, item=item.id, decision=DecisionKind.INVITE, text="Einladen"),
    )
    last = last_before(office, home, conference(office, MAY, MeetingStatus.PLANNED))
    assert told(office, home, last.moment) == []
    save(office, replace(only(office, Person), phone="06251 3"))
    assert told(office, home, last.moment) == [
        "Quittenbaum, Rosa: telephone now “06251 3” (before: “06251 2”)"
    ]
    with office.store.writing(ActLabel.SAVE, office.author) as writer:
        writer.finalise(item)
    assert last_before(office, home, conference(office, MAY)) == last


def test_a_decision_comes_with_its_task(office, home):
    discussed(office, conference(office, APRIL))
    since = now(office)
    with office.store.writing(ActLabel.SAVE, office.author) as writer:
        item = writer.find(AgendaItem)[0]
        values = {"id": writer.new_id(), "scope": CASE, "text": "Rosa einladen"}
        decision = Decision(item=item.id, decision=DecisionKind.INVITE, due_on=MAY, **values)
        values = {"id": writer.new_id(), "scope": CASE, "title": "Rosa einladen"}
        writer.add(decision, Task(case=item.case, due_on=MAY, decision=decision.id, **values))
    assert told(office, home, since) == [
        "New: Decision “Rosa einladen” – invite, due on 04.05.2009"
    ]


def test_an_address_is_told_with_street_and_town(office, home):
    since = now(office)
    moved = PostalAddress("Neuweg 3", "64673", "Zwingenberg")
    save(office, replace(only(office, HouseholdAddress), address=moved))
    assert told(office, home, since) == [
        "Address of a household: now Neuweg 3, 64673 Zwingenberg "
        "(before: Musterweg 1, 64673 Zwingenberg)"
    ]
