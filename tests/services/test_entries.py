"""Entering and correcting by hand, as a clerk does it: whole acts, checked, named, undone."""

from __future__ import annotations

import datetime as dt
import itertools
from dataclasses import replace

import pytest

from neuewege_desktop.base.errors import UserError
from neuewege_desktop.domain.choices.people import MemberRole
from neuewege_desktop.domain.choices.work import ActorKind, CloseReason, Phase, TaskState
from neuewege_desktop.domain.records import Life
from neuewege_desktop.domain.records.case import Case, CasePhase, Task
from neuewege_desktop.domain.records.catalogue import Team
from neuewege_desktop.domain.records.household import Household, HouseholdAddress, Membership
from neuewege_desktop.domain.records.person import Person, PersonName
from neuewege_desktop.domain.records.town import Actor
from neuewege_desktop.domain.scopes import town_scope
from neuewege_desktop.domain.values import Period, PostalAddress
from neuewege_desktop.services.drafts import drafts_of, keep_draft
from neuewege_desktop.services.entries import (
    NEW,
    Invalid,
    NewHousehold,
    NewPerson,
    archive,
    check,
    check_new_household,
    close_case,
    end_membership,
    new_household,
    new_person,
    restore,
    save,
    save_all,
)
from neuewege_desktop.services.history import next_redo, next_undo, redo, undo
from neuewege_desktop.services.labels import act_name
from neuewege_desktop.store.verify import verify

ZWINGENBERG = "06431022"
BENSHEIM = "06431002"  # takes no part
DAY = dt.date(2009, 4, 2)
ULF = NewPerson(name=PersonName("Täubchen", "Ulf"), birth_date=dt.date(1962, 5, 12))
MIA = NewPerson(name=PersonName("Täubchen", "Mia"), birth_date=dt.date(2006, 5, 12))
HOME = PostalAddress("Musterweg 1", "64673", "Zwingenberg")
TAKEN_IN = NewHousehold(
    ags=ZWINGENBERG, head=ULF, opened_on=DAY, number="43102BG0000101", address=HOME
)


def take_in(office, new=TAKEN_IN, **options):
    counts = itertools.count()
    household, _outcome = new_household(
        office, new, random_below=lambda _largest: next(counts), **options
    )
    return get(office, Household, household)


def get(office, kind, record):
    with office.store.reading() as reader:
        return reader.get(kind, record)


def find(office, kind, **equals):
    with office.store.reading() as reader:
        return reader.find(kind, **equals)


def sentences(problems, *, blocks):
    return {problem.field: problem.text for problem in problems if problem.blocks is blocks}


def test_a_household_taken_in_by_hand_has_head_address_case_team_and_pseudonym(office):
    household = take_in(office)
    [membership] = find(office, Membership, household=household.id)
    [address] = find(office, HouseholdAddress, household=household.id)
    [case] = find(office, Case, household=household.id)
    [phase] = find(office, CasePhase, case=case.id)
    assert household.pseudonym == "ZW-001"
    assert (membership.role, membership.period) == (MemberRole.HEAD, Period(DAY))
    assert get(office, Person, membership.person).name == ULF.name
    assert (address.address, address.ags) == (HOME, ZWINGENBERG)
    assert get(office, Team, case.team).name == "Team Zwingenberg"
    assert phase.phase == Phase.PROPOSED
    assert verify(office.store.database) == []


def test_taking_in_a_household_is_one_step_of_undo_with_a_name(office):
    take_in(office)
    assert next_undo(office) == "Household taken in"
    undo(office)
    assert find(office, Household) == find(office, Person) == find(office, Case) == []
    assert (next_undo(office), next_redo(office)) == (None, "Household taken in")
    redo(office)
    assert len(find(office, Household)) == 1


def test_a_household_whose_number_is_unknown_can_be_taken_in_without_address(office):
    household = take_in(office, replace(TAKEN_IN, number="", address=None))
    assert household.number == ""


def test_what_is_wrong_with_a_new_household_is_said_at_its_fields_and_nothing_is_kept(office):
    wrong = replace(
        TAKEN_IN,
        ags=BENSHEIM,
        head=replace(ULF, name=PersonName("", "Ulf"), birth_date=dt.date(2010, 1, 1)),
        address=replace(HOME, postcode="6467"),
    )
    fields = {"ags", "name.last", "birth_date", "address.postcode"}
    assert set(sentences(check_new_household(office, wrong), blocks=True)) == fields
    with pytest.raises(Invalid) as refusal:
        new_household(office, wrong)
    assert {problem.field for problem in refusal.value.problems} == fields
    assert find(office, Household) == []


def test_an_unusual_number_is_warned_of_and_kept(office):
    unusual = replace(TAKEN_IN, number="4711")
    assert set(sentences(check_new_household(office, unusual), blocks=False)) == {"number"}
    assert take_in(office, unusual).number == "4711"


def test_a_number_that_another_household_bears_is_warned_of(office):
    take_in(office)
    again = check_new_household(office, replace(TAKEN_IN, head=MIA))
    assert sentences(again, blocks=False)["number"].startswith("Another household")


def test_a_known_person_can_head_a_new_household_but_not_two_at_once(office):
    household = take_in(office)
    [first] = find(office, Membership, household=household.id)
    new = replace(TAKEN_IN, head=first.person, number="", opened_on=dt.date(2009, 4, 10))
    assert set(sentences(check_new_household(office, new), blocks=True)) == {"period.start"}
    end_membership(office, first, dt.date(2009, 4, 9))
    assert take_in(office, new).id != household.id


def test_a_person_is_taken_in_with_role_and_day_in_one_act(office):
    household = take_in(office)
    person, _outcome = new_person(office, household, MIA, MemberRole.CHILD_U25, DAY)
    [membership] = find(office, Membership, person=person)
    assert (membership.role, membership.household) == (MemberRole.CHILD_U25, household.id)
    assert next_undo(office) == "Person taken in"


def test_a_second_head_is_refused_and_the_first_one_is_named(office):
    household = take_in(office)
    with pytest.raises(Invalid, match="Täubchen, Ulf is head of the household"):
        new_person(office, household, MIA, MemberRole.HEAD, DAY)


def test_a_household_left_by_its_head_is_warned_of(office):
    household = take_in(office)
    new_person(office, household, MIA, MemberRole.CHILD_U25, DAY)
    [head] = find(office, Membership, household=household.id, role=MemberRole.HEAD)
    leaving = replace(head, period=Period(DAY, dt.date(2009, 4, 30)))
    assert set(sentences(check(office, leaving), blocks=False)) == {"period.end"}
    end_membership(office, head, dt.date(2009, 4, 30))
    assert next_undo(office) == "Membership ended"


def test_saving_names_the_act_by_what_it_did_and_to_which_kind(office):
    actor = Actor(id=NEW, scope=town_scope(ZWINGENBERG), name="Kita", actor=ActorKind.NURSERY)
    outcome = save(office, actor)
    [kept] = outcome.records["actor"]
    assert next_undo(office) == "Local actor added"
    save(office, replace(get(office, Actor, kept), phone="06251 1"))
    assert next_undo(office) == "Local actor changed"
    assert act_name("dissolve:actor") == "dissolve:actor"  # of a newer program


def test_a_form_writes_what_it_changed_and_leaves_what_a_colleague_changed_meanwhile(office):
    household = take_in(office)
    save(office, replace(household, note="Termin nur vormittags"))
    save(office, replace(household, file_reference="AZ 1"), before=household)
    assert get(office, Household, household.id).note == "Termin nur vormittags"
    assert get(office, Household, household.id).file_reference == "AZ 1"


def test_what_blocks_is_refused_with_its_sentence_and_the_record_stays(office):
    household = take_in(office)
    [case] = find(office, Case, household=household.id)
    task = Task(id=NEW, scope=household.scope, case=case.id, title=" ", due_on=DAY)
    with pytest.raises(Invalid, match="Please say what is to be done"):
        save(office, task)
    assert find(office, Task) == []


def test_several_records_are_saved_and_undone_together(office):
    household = take_in(office)
    [old] = find(office, HouseholdAddress, household=household.id)
    moved = dt.date(2009, 5, 1)
    new = replace(old, id=NEW, period=Period(moved), address=replace(HOME, street="Neuweg 3"))
    old = replace(old, period=Period(DAY, dt.date(2009, 4, 30)))
    save_all(office, [old, new], "change:household_address")
    assert next_undo(office) == "Address of a household changed"
    undo(office)
    assert [found.period for found in find(office, HouseholdAddress)] == [Period(DAY)]


def test_saving_something_new_drops_what_was_typed_for_it(office):
    keep_draft(office, "household/new", None, "{}", dt.datetime(2009, 4, 2, tzinfo=dt.UTC))
    with pytest.raises(Invalid):
        take_in(office, replace(TAKEN_IN, ags=BENSHEIM), draft="household/new")
    assert len(drafts_of(office)) == 1
    take_in(office, draft="household/new")
    assert drafts_of(office) == []


def test_a_household_is_put_away_once_its_case_is_closed_and_comes_back(office):
    household = take_in(office)
    with pytest.raises(UserError, match="close the case first"):
        archive(office, household)
    [case] = find(office, Case, household=household.id)
    close_case(office, case, dt.date(2009, 6, 1), CloseReason.MOVED_AWAY)
    archive(office, household)
    assert next_undo(office) == "Household put away"
    assert get(office, Household, household.id).life == Life.ARCHIVED
    restore(office, household)
    assert get(office, Household, household.id).life == Life.LIVE


def test_closing_a_case_ends_its_phase_and_begins_the_last_one(office):
    household = take_in(office)
    [case] = find(office, Case, household=household.id)
    close_case(office, case, dt.date(2009, 6, 1), CloseReason.MOVED_AWAY)
    phases = {found.phase: found.period for found in find(office, CasePhase, case=case.id)}
    assert phases == {
        Phase.PROPOSED: Period(DAY, dt.date(2009, 5, 31)),
        Phase.CLOSED: Period(dt.date(2009, 6, 1)),
    }


def test_a_case_closed_on_its_first_day_has_the_last_phase_only_and_is_closed_once(office):
    household = take_in(office)
    [case] = find(office, Case, household=household.id)
    close_case(office, case, DAY, CloseReason.DATA_ERROR)
    assert [found.phase for found in find(office, CasePhase, case=case.id)] == [Phase.CLOSED]
    with pytest.raises(UserError, match="closed already"):
        close_case(office, case, DAY, CloseReason.DATA_ERROR)


def test_closing_a_case_leaves_what_a_colleague_changed_meanwhile(office):
    household = take_in(office)
    [case] = find(office, Case, household=household.id)
    save(office, replace(case, case_manager=office.author))
    close_case(office, case, DAY, CloseReason.DATA_ERROR)
    assert get(office, Case, case.id).case_manager == office.author


def test_a_person_is_put_away_after_leaving_the_household(office):
    household = take_in(office)
    [head] = find(office, Membership, household=household.id)
    person = get(office, Person, head.person)
    with pytest.raises(UserError, match="end the membership first"):
        archive(office, person)
    end_membership(office, head, DAY)
    archive(replace(office, today=dt.date(2009, 4, 3)), person)
    assert get(office, Person, person.id).life == Life.ARCHIVED


def test_putting_away_changes_nothing_else_even_from_an_older_window(office):
    save(office, Actor(id=NEW, scope=town_scope(ZWINGENBERG), name="Kita", actor=ActorKind.CLUB))
    [actor] = find(office, Actor)
    save(office, replace(actor, phone="06251 1"))
    archive(office, actor)
    assert get(office, Actor, actor.id).phone == "06251 1"


def test_the_next_step_of_undo_and_redo_is_the_one_that_is_taken(office):
    household = take_in(office)
    names = ["A", "B", "C"]
    for name in names:
        save(office, replace(household, note=name))
    undo(office)
    undo(office)
    redo(office)
    assert get(office, Household, household.id).note == "B"
    assert (next_undo(office), next_redo(office)) == ("Household changed", "Household changed")
    redo(office)
    assert next_redo(office) is None


def test_a_task_done_keeps_its_place(office):
    household = take_in(office)
    [case] = find(office, Case, household=household.id)
    save(office, Task(id=NEW, scope=household.scope, case=case.id, title="Anruf", due_on=DAY))
    [task] = find(office, Task)
    save(office, replace(task, state=TaskState.DONE, done_on=DAY))
    assert find(office, Task)[0].done_on == DAY
