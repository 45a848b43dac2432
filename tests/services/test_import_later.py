"""Later lists: what they bring up to date, what they leave, and whose word counts."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from lists_of_offices import every, numbers, only, row, written

from neuewege_desktop.domain.choices.people import MemberRole, NeedKind, School, Vocational
from neuewege_desktop.domain.choices.work import ParticipationState, ResultCode
from neuewege_desktop.domain.records.abilities import HealthLimit, Need16a, Qualification
from neuewege_desktop.domain.records.catalogue import User
from neuewege_desktop.domain.records.household import ApprovalPeriod, HouseholdAddress, Membership
from neuewege_desktop.domain.records.kind import Life
from neuewege_desktop.domain.records.measure import Participation
from neuewege_desktop.domain.records.person import ElbSpell, Person, UnemploymentSpell
from neuewege_desktop.domain.scopes import SHARED
from neuewege_desktop.domain.values import Period
from neuewege_desktop.services.history import redo, undo
from neuewege_desktop.services.imports import import_list
from neuewege_desktop.services.labels import ActLabel
from neuewege_desktop.services.workplaces import info
from neuewege_desktop.store.verify import verify

APRIL = dt.date(2009, 4, 2)
MAY = dt.date(2009, 5, 4)
JUNE = dt.date(2009, 6, 2)
SECOND = {"bg_nr": "43102BG0000902", "kdnr": "427D000902", "vorname": "Ute"}


@pytest.fixture
def bring(office, tmp_path):
    """Import rows as the list of a day."""

    def import_rows(day, *rows, **options):
        return import_list(office, written(tmp_path, *rows), day, **options)

    return import_rows


def by_hand(office, *records):
    with office.store.writing(ActLabel.SAVE, office.author) as writer:
        for record in records:
            writer.save(record)


def fields(report):
    return [(problem.line, problem.field) for problem in report.warnings]


# --- hand corrections ---------------------------------------------------------------------------


@pytest.mark.parametrize("start", [dt.date(2008, 12, 1), dt.date(2008, 10, 1)])
def test_a_period_corrected_by_hand_is_not_entered_a_second_time(office, bring, start):
    approved = row(bwz_von="01.11.2008", bwz_bis="30.04.2009")
    bring(APRIL, approved)
    right = Period(start, dt.date(2009, 5, 31))
    by_hand(office, replace(only(office, ApprovalPeriod), period=right))
    report = bring(APRIL, approved)
    assert only(office, ApprovalPeriod).period == right
    assert fields(report) == [(2, "bwz_von")]


@pytest.mark.parametrize("start", [dt.date(2008, 12, 1), dt.date(2007, 1, 1)])
def test_a_beginning_corrected_by_hand_stays_the_only_one(office, bring, start):
    unemployed = row(arbeitslos_seit="17.08.2008")
    bring(APRIL, unemployed)
    by_hand(office, replace(only(office, UnemploymentSpell), period=Period(start)))
    report = bring(MAY, unemployed)
    assert only(office, UnemploymentSpell).period == Period(start)
    assert fields(report) == [(2, "arbeitslos_seit")]


def test_the_next_approval_enters_beside_one_corrected_by_hand(office, bring):
    bring(APRIL, row(bwz_von="01.11.2008", bwz_bis="30.04.2009"))
    right = Period(dt.date(2008, 12, 1), dt.date(2009, 5, 31))
    by_hand(office, replace(only(office, ApprovalPeriod), period=right))
    report = bring(JUNE, row(bwz_von="01.06.2009", bwz_bis="30.11.2009"))
    assert len(every(office, ApprovalPeriod)) == 2
    assert report.warnings == []


def test_what_was_ended_by_hand_does_not_begin_again(office, bring):
    in_debt = row(bedarf="schulden")
    bring(APRIL, in_debt)
    ended = Period(APRIL, dt.date(2009, 4, 20))
    by_hand(office, replace(only(office, Need16a), period=ended))
    report = bring(MAY, in_debt)
    assert only(office, Need16a).period == ended
    assert fields(report) == [(2, "bedarf")]


def test_what_was_withdrawn_by_hand_does_not_come_back(office, bring):
    listed = row(bedarf="schulden", bwz_von="01.11.2008", bwz_bis="30.04.2009")
    bring(APRIL, listed)
    wrong = (only(office, Need16a), only(office, ApprovalPeriod))
    by_hand(office, *(replace(record, life=Life.WITHDRAWN) for record in wrong))
    report = bring(MAY, listed)
    assert every(office, Need16a) == every(office, ApprovalPeriod) == []
    assert fields(report) == [(2, "bwz_von"), (2, "bedarf")]


def test_each_value_of_a_fact_has_an_author_of_its_own(office, bring):
    in_measure = row(massnahme="AGH", massnahme_von="01.03.2009", massnahme_bis="31.08.2009")
    bring(APRIL, in_measure)
    known = only(office, Participation)
    by_hand(office, replace(known, state=ParticipationState.INTERRUPTED))
    report = bring(MAY, {**in_measure, "massnahme_bis": "30.09.2009"})
    assert only(office, Participation).period.end == dt.date(2009, 9, 30)
    assert only(office, Participation).state == ParticipationState.INTERRUPTED
    assert fields(report) == [(2, "massnahme")]


def test_a_correction_done_again_is_still_one_by_hand(office, bring):
    bring(APRIL, row(telefon="06251 11"))
    by_hand(office, replace(only(office, Person), phone="06251 99"))
    undo(office)
    redo(office)
    report = bring(MAY, row(telefon="06251 22"))
    assert only(office, Person).phone == "06251 99"
    assert fields(report) == [(2, "telefon")]


def test_a_correction_taken_back_leaves_the_word_to_the_list(office, bring):
    bring(APRIL, row(telefon="06251 11"))
    by_hand(office, replace(only(office, Person), phone="06251 99"))
    undo(office)
    report = bring(MAY, row(telefon="06251 22"))
    assert only(office, Person).phone == "06251 22"
    assert report.warnings == []


def test_of_two_corrections_the_first_stays_by_hand_when_the_second_is_taken_back(office, bring):
    bring(APRIL, row(telefon="06251 11"))
    by_hand(office, replace(only(office, Person), phone="06251 98"))
    by_hand(office, replace(only(office, Person), phone="06251 99"))
    undo(office)
    report = bring(MAY, row(telefon="06251 22"))
    assert only(office, Person).phone == "06251 98"
    assert fields(report) == [(2, "telefon")]


def test_a_new_value_keeps_what_was_entered_beside_the_old_one(office, bring):
    bring(APRIL, row(abschluss="ohne"))
    by_hand(office, replace(only(office, Qualification), school=School.LOWER))
    bring(MAY, row(abschluss="berufsausbildung"))
    _old, new = every(office, Qualification)
    assert (new.vocational, new.school) == (Vocational.COMPANY, School.LOWER)


def test_needs_that_no_list_can_name_are_left_in_peace(office, bring):
    bring(APRIL, row())
    person = only(office, Person)
    with office.store.writing(ActLabel.SAVE, office.author) as writer:
        writer.add(
            Need16a(
                id=writer.new_id(),
                scope=person.scope,
                person=person.id,
                period=Period(APRIL),
                need=NeedKind.ELDER_CARE,
            )
        )
    report = bring(MAY, row())
    assert only(office, Need16a).period == Period(APRIL)
    assert report.warnings == []


# --- what a later list says ---------------------------------------------------------------------


def test_a_corrected_list_of_the_same_day_takes_back_what_it_no_longer_says(office, bring):
    bring(APRIL, row(bedarf="schulden,gesundheit"))
    bring(APRIL, row())
    assert every(office, Need16a) == every(office, HealthLimit) == []


def test_an_ability_to_work_that_was_to_last_can_end_earlier(office, bring):
    bring(APRIL, row(elb="1", elb_von="01.01.2008", elb_bis="31.12.2009"))
    bring(JUNE, row(elb="0"))
    assert only(office, ElbSpell).period.end == dt.date(2009, 6, 1)


def test_a_measure_that_a_later_list_lacks_is_over(office, bring):
    bring(APRIL, row(massnahme="AGH", massnahme_von="01.03.2009", massnahme_bis="31.08.2009"))
    report = bring(JUNE, row())
    known = only(office, Participation)
    assert known.period.end == dt.date(2009, 6, 1)
    assert (known.state, known.result_code) == (ParticipationState.ENDED, ResultCode.OTHER)
    assert fields(report) == [(2, "massnahme")]
    assert numbers(bring(JUNE, row()).persons) == (0, 0, 1)


def test_a_person_who_is_now_listed_elsewhere_has_left_the_old_household(office, bring):
    mia = row(kdnr="427D000903", rolle="CHILD_U25", vorname="Mia")
    bring(APRIL, row(), mia, row(**SECOND))
    bring(MAY, row(), row(**SECOND), {**mia, "bg_nr": "43102BG0000902"})
    moved = [m for m in every(office, Membership) if m.role == MemberRole.CHILD_U25]
    assert [m.period for m in moved] == [Period(APRIL, dt.date(2009, 5, 3)), Period(MAY)]


def test_a_child_listed_in_two_households_lives_in_both(office, bring):
    mia = row(kdnr="427D000903", rolle="CHILD_U25", vorname="Mia")
    both = (row(), mia, row(**SECOND), {**mia, "bg_nr": "43102BG0000902"})
    report = bring(APRIL, *both)
    assert fields(report) == [(5, "kdnr")]
    memberships = [m for m in every(office, Membership) if m.role == MemberRole.CHILD_U25]
    assert [m.period for m in memberships] == [Period(APRIL), Period(APRIL)]
    assert numbers(bring(MAY, *both).persons) == (0, 0, 3)


def test_a_new_member_changes_the_household_too(office, bring):
    bring(APRIL, row())
    report = bring(MAY, row(), row(kdnr="", rolle="CHILD_U25", vorname="Mia"))
    assert numbers(report.households) == (0, 1, 0)
    assert numbers(report.persons) == (1, 0, 1)


def test_a_measure_without_its_beginning_does_not_stop_the_list(office, bring):
    bring(APRIL, row(massnahme="MAE", massnahme_von="01.06.2009"))
    report = bring(APRIL, row(massnahme="MAE", massnahme_bis="01.05.2009"))
    assert report.errors == []
    assert fields(report) == [(2, "massnahme_von")]


# --- older lists --------------------------------------------------------------------------------


def test_an_older_list_does_not_overwrite_a_newer_one(office, bring):
    bring(APRIL, row(telefon="06251 11", bedarf="schulden"))
    bring(JUNE, row(telefon="06251 33", strasse="Neuweg 3", bedarf="schulden"))
    before = info(office.store)
    report = bring(MAY, row(telefon="06251 22", strasse="Altweg 2"))
    assert info(office.store) == before
    assert only(office, Person).phone == "06251 33"
    assert only(office, Need16a).period == Period(APRIL)
    assert len(every(office, HouseholdAddress)) == 2
    assert numbers(report.persons) == (0, 0, 1)
    assert fields(report) == [(2, "bg_nr")]


def test_an_older_list_still_brings_households_nobody_knew(office, bring):
    bring(JUNE, row())
    report = bring(APRIL, row(**SECOND))
    assert numbers(report.households) == (1, 0, 0)
    assert report.warnings == []


def test_an_older_list_of_another_municipality_is_news_there(office, bring):
    elsewhere = {**SECOND, "ags": "06431003", "plz": "68647", "ort": "Biblis"}
    bring(APRIL, row(**elsewhere))
    bring(JUNE, row())
    report = bring(MAY, row(**elsewhere, telefon="06245 22"))
    assert numbers(report.persons) == (0, 1, 0)


def test_a_newer_list_taken_back_no_longer_counts(office, bring):
    bring(APRIL, row(telefon="06251 11"))
    bring(JUNE, row(telefon="06251 33"))
    undo(office)
    bring(MAY, row(telefon="06251 22"))
    assert only(office, Person).phone == "06251 22"


# --- doubts -------------------------------------------------------------------------------------


def test_an_ambiguous_case_manager_is_planned_only_once_ever(office, bring):
    with office.store.writing(ActLabel.SAVE, office.author) as writer:
        for name in ("Petra Linde", "Paul Linde"):
            writer.add(User(id=writer.new_id(), scope=SHARED, name=name))
    bring(APRIL, row(fallmanager="Linde"))
    planned = len(every(office, User))
    again = bring(MAY, row(fallmanager="Linde"))
    assert len(every(office, User)) == planned
    assert numbers(again.households) == (0, 0, 1)
    assert again.warnings == []


@pytest.mark.parametrize("name", ["Berg, Anna", "Frau Berg", "A. Berg", "anna BERG"])
def test_a_case_manager_is_known_however_the_list_writes_the_name(office, bring, name):
    assert bring(APRIL, row(fallmanager=name)).warnings == []


def test_a_household_without_head_is_a_warning(office, bring):
    report = bring(APRIL, row(rolle="PARTNER"))
    assert report.errors == []
    assert fields(report) == [(2, "rolle")]


def test_a_line_that_names_no_municipality_says_so(office, bring):
    report = bring(APRIL, row(ags="", plz="", ort=""))
    assert [(e.line, e.field) for e in report.errors] == [(2, "ags")]
    assert "  " not in report.errors[0].message


def test_a_language_without_a_level_is_mentioned(office, bring):
    assert fields(bring(APRIL, row(sprache="tr"))) == [(2, "sprache")]


def test_a_household_whose_only_line_is_faulty_is_not_absent(office, bring):
    bring(APRIL, row(), row(**SECOND))
    report = bring(MAY, row(), row(**SECOND, ags="06431002"))
    assert len(report.errors) == 1
    assert report.absent == []


def test_a_new_name_with_another_spelling_is_the_same_person(office, bring):
    bring(APRIL, row(nachname="Müller"))
    report = bring(MAY, row(nachname="Mueller", geburtsdatum="04.08.1979"))
    assert report.errors == []


def test_a_later_list_is_taken_back_with_everything_it_ended_moved_and_withdrew(office, bring):
    mia = row(kdnr="427D000903", rolle="CHILD_U25", vorname="Mia", bedarf="schulden")
    in_measure = {"massnahme": "AGH", "massnahme_von": "01.03.2009"}
    bring(APRIL, row(abschluss="ohne", bedarf="sucht", **in_measure), mia, row(**SECOND))
    kinds = (Need16a, Membership, Participation, Qualification, HouseholdAddress, Person)
    before = [every(office, kind) for kind in kinds]
    moved = {**mia, "bg_nr": "43102BG0000902", "bedarf": ""}
    bring(APRIL, row(abschluss="studium", strasse="Neuweg 3"), row(**SECOND), moved)
    assert verify(office.store.database) == []
    assert [every(office, kind) for kind in kinds] != before
    undo(office)
    assert [every(office, kind) for kind in kinds] == before
    assert verify(office.store.database) == []
