"""Lists come in as offices save them: good lines enter, faulty ones never in part (S1)."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from pathlib import Path

import pytest
from lists_of_offices import every, numbers, only, row, written

from neuewege_desktop.base.errors import UserError
from neuewege_desktop.domain.choices.people import NeedKind
from neuewege_desktop.domain.choices.work import ParticipationState, Phase
from neuewege_desktop.domain.records.abilities import Need16a
from neuewege_desktop.domain.records.case import Case, CasePhase
from neuewege_desktop.domain.records.catalogue import User
from neuewege_desktop.domain.records.household import (
    ApprovalPeriod,
    Household,
    HouseholdAddress,
    Membership,
)
from neuewege_desktop.domain.records.measure import Participation
from neuewege_desktop.domain.records.person import EmploymentSpell, Person, SchoolSpell
from neuewege_desktop.domain.values import PostalAddress
from neuewege_desktop.services.history import undo
from neuewege_desktop.services.imports import ListChanged, import_list
from neuewege_desktop.services.labels import ActLabel
from neuewege_desktop.services.workplaces import info
from neuewege_desktop.store.verify import verify

SAMPLES = Path("tests/data/samples")
S1_DAY = dt.date(2009, 4, 2)
LIST_DAY = dt.date(2009, 4, 20)


def bring(office, name="s1_faulty_cp1252.csv", day=S1_DAY, **options):
    return import_list(office, SAMPLES / name, day, **options)


def test_s1_comes_out_exactly(office):
    report = bring(office)
    assert numbers(report.households) == (2, 0, 0)
    assert numbers(report.persons) == (3, 0, 0)
    assert [(error.line, error.field) for error in report.errors] == [
        (5, "geburtsdatum"),
        (6, "ags"),
        (7, "rolle"),
        (8, "kdnr"),
    ]
    assert "31.02.1970" in report.errors[0].message
    assert "06431002" in report.errors[1].message
    assert "43102BG0000101" in report.errors[2].message
    assert "Testmann, Karl" in report.errors[3].named
    assert "Testmann" not in report.errors[3].message
    assert {case.opened_on for case in every(office, Case)} == {S1_DAY}
    assert {phase.phase for phase in every(office, CasePhase)} == {Phase.PROPOSED}
    assert all(h.pseudonym.startswith("ZW-") for h in every(office, Household))
    assert verify(office.store.database) == []


def test_the_same_list_a_second_time_changes_nothing_and_is_no_act(office):
    bring(office)
    before = info(office.store)
    again = bring(office)
    assert numbers(again.households) == (0, 0, 2)
    assert numbers(again.persons) == (0, 0, 3)
    assert info(office.store) == before


def test_a_dry_run_says_the_same_and_keeps_nothing(office):
    before = info(office.store)
    trial = bring(office, dry_run=True)
    assert info(office.store) == before
    assert trial == bring(office)


@pytest.mark.parametrize(
    ("name", "households", "persons"),
    [
        ("zwingenberg.csv", 110, 252),
        ("zwingenberg.xlsx", 110, 252),
        ("grasellenbach.csv", 80, 177),
        ("grasellenbach.ods", 80, 177),
    ],
)
def test_the_samples_come_in_whole_and_only_once(office, name, households, persons):
    report = bring(office, name, LIST_DAY)
    assert report.errors == []
    assert numbers(report.households) == (households, 0, 0)
    assert numbers(report.persons) == (persons, 0, 0)
    again = bring(office, name, LIST_DAY)
    assert numbers(again.households) == (0, 0, households)
    assert numbers(again.persons) == (0, 0, persons)
    assert verify(office.store.database) == []


def test_a_spreadsheet_of_the_same_list_changes_nothing(office):
    bring(office, "zwingenberg.csv", LIST_DAY)
    again = bring(office, "zwingenberg.xlsx", LIST_DAY)
    assert numbers(again.persons) == (0, 0, 252)
    assert again.errors == []


def test_an_import_is_undone_as_a_whole_and_can_be_brought_anew(office):
    bring(office, "zwingenberg.csv", LIST_DAY)
    undo(office)
    assert info(office.store).persons == 0
    assert numbers(bring(office, "zwingenberg.csv", LIST_DAY).persons) == (252, 0, 0)


def test_a_list_that_lacks_columns_is_refused_with_their_names(office, tmp_path):
    path = written(tmp_path, {"nachname": "Quittenbaum"}, header="nachname;vorname")
    with pytest.raises(UserError, match="bg_nr, kdnr, rolle"):
        import_list(office, path, S1_DAY)


def test_five_columns_are_enough_where_the_household_is_known(office, tmp_path):
    import_list(office, written(tmp_path, row()), S1_DAY)
    short = written(
        tmp_path,
        row(kdnr="", rolle="CHILD_U25", vorname="Mia"),
        header="bg_nr;kdnr;rolle;nachname;vorname",
    )
    report = import_list(office, short, S1_DAY)
    assert report.errors == []
    assert numbers(report.persons) == (1, 0, 0)


def test_a_later_list_begins_a_new_period_and_keeps_the_old_one(office, tmp_path):
    import_list(office, written(tmp_path, row(bwz_von="01.11.2008", bwz_bis="30.04.2009")), S1_DAY)
    later = row(strasse="Neuweg 3", telefon="06251 11", bwz_von="01.05.2009", bwz_bis="31.10.2009")
    report = import_list(office, written(tmp_path, later), dt.date(2009, 5, 4))
    assert numbers(report.households) == (0, 1, 0)
    assert numbers(report.persons) == (0, 1, 0)
    old, new = every(office, HouseholdAddress)
    assert (old.period.start, old.period.end) == (S1_DAY, dt.date(2009, 5, 3))
    assert (new.period.start, new.address.street) == (dt.date(2009, 5, 4), "Neuweg 3")
    assert len(every(office, ApprovalPeriod)) == 2
    assert only(office, Person).phone == "06251 11"


def test_a_correction_by_hand_wins_and_the_difference_is_reported(office, tmp_path):
    path = written(tmp_path, row(telefon="06251 11"))
    import_list(office, path, S1_DAY)
    address = only(office, HouseholdAddress)
    right = PostalAddress("Richtigweg 5", "64673", "Zwingenberg")
    with office.store.writing(ActLabel.SAVE, office.author) as writer:
        writer.save(replace(only(office, Person), phone="06251 99"))
        writer.save(replace(address, address=right))
    report = import_list(office, path, dt.date(2009, 5, 4))
    assert {(warning.line, warning.field) for warning in report.warnings} == {
        (2, "telefon"),
        (2, "strasse"),
    }
    assert only(office, Person).phone == "06251 99"
    assert only(office, HouseholdAddress).address == right
    assert numbers(report.persons) == (0, 0, 1)


def test_a_list_never_touches_what_the_team_works_with(office, tmp_path):
    path = written(tmp_path, row())
    import_list(office, path, S1_DAY)
    case, phase = only(office, Case), only(office, CasePhase)
    with office.store.writing(ActLabel.SAVE, office.author) as writer:
        writer.save(replace(phase, phase=Phase.INVITED))
        writer.save(replace(only(office, Household), note="bitte leise klingeln"))
    import_list(office, path, dt.date(2009, 5, 4))
    assert only(office, Case) == case
    assert only(office, CasePhase).phase == Phase.INVITED
    assert only(office, Household).note == "bitte leise klingeln"


def test_households_that_a_newer_list_lacks_are_reported_and_left(office, tmp_path):
    bring(office, "zwingenberg.csv", LIST_DAY)
    report = import_list(office, written(tmp_path, row()), dt.date(2009, 5, 4))
    assert len(report.absent) == 110
    assert info(office.store).households == 111


def test_a_line_that_cannot_be_read_does_not_make_its_household_absent(office, tmp_path):
    import_list(office, written(tmp_path, row()), S1_DAY)
    report = import_list(office, written(tmp_path, row(geburtsdatum="31.02.1979")), S1_DAY)
    assert len(report.errors) == 1
    assert report.absent == []


def test_an_unknown_case_manager_is_planned_once_without_access(office, tmp_path):
    path = written(
        tmp_path,
        row(fallmanager="Linde"),
        row(bg_nr="43102BG0000902", kdnr="427D000902", vorname="Ute", fallmanager="Linde"),
    )
    report = import_list(office, path, S1_DAY)
    assert [warning.field for warning in report.warnings] == ["fallmanager"]
    planned = {user.name: user.id for user in every(office, User)}["Linde"]
    assert {case.case_manager for case in every(office, Case)} == {planned}


def test_a_case_manager_who_is_known_is_found_by_the_last_name(office, tmp_path):
    report = import_list(office, written(tmp_path, row(fallmanager="Berg")), S1_DAY)
    assert report.warnings == []
    assert only(office, Case).case_manager == office.author


def test_different_client_numbers_are_different_persons_with_a_warning(office, tmp_path):
    path = written(tmp_path, row(), row(bg_nr="43102BG0000902", kdnr="427D000902"))
    report = import_list(office, path, S1_DAY)
    assert numbers(report.persons) == (2, 0, 0)
    assert [(w.line, w.field) for w in report.warnings] == [(3, "nachname")]


def test_odd_numbers_and_spells_are_warnings_and_enter(office, tmp_path):
    path = written(
        tmp_path,
        row(bg_nr="BG 7", kdnr="4711", bwz_von="01.05.2009", bwz_bis="01.04.2009"),
    )
    report = import_list(office, path, S1_DAY)
    assert report.errors == []
    assert [w.field for w in report.warnings] == ["bg_nr", "kdnr", "bwz_von"]
    assert info(office.store).persons == 1


def test_what_a_list_says_of_work_needs_and_measures_becomes_facts(office, tmp_path):
    path = written(
        tmp_path,
        row(
            erwerb="minijob",
            erwerb_seit="01.01.2009",
            bedarf="schulden, kinderbetreuung",
            massnahme="AGH",
            massnahme_von="01.03.2009",
            massnahme_bis="31.08.2009",
        ),
        row(kdnr="427D000902", rolle="CHILD_U25", vorname="Mia", erwerb="schueler"),
    )
    import_list(office, path, S1_DAY)
    assert only(office, EmploymentSpell).period.start == dt.date(2009, 1, 1)
    assert only(office, SchoolSpell).period.start == S1_DAY
    assert {need.need for need in every(office, Need16a)} == {NeedKind.DEBTS, NeedKind.CHILDCARE}
    assert only(office, Participation).state == ParticipationState.ACTIVE


def test_what_lies_behind_the_day_of_the_list_is_a_plan(office, tmp_path):
    path = written(tmp_path, row(massnahme="MAE", massnahme_von="04.05.2009"))
    import_list(office, path, S1_DAY)
    assert only(office, Participation).state == ParticipationState.ASSIGNED


def test_a_need_that_a_later_list_lacks_has_ended(office, tmp_path):
    import_list(office, written(tmp_path, row(bedarf="schulden")), S1_DAY)
    import_list(office, written(tmp_path, row()), dt.date(2009, 5, 4))
    assert only(office, Need16a).period.end == dt.date(2009, 5, 3)


def test_a_new_head_replaces_the_old_one_if_the_list_says_both(office, tmp_path):
    import_list(office, written(tmp_path, row()), S1_DAY)
    path = written(
        tmp_path,
        row(kdnr="427D000902", vorname="Ute"),
        row(rolle="PARTNER"),
    )
    report = import_list(office, path, dt.date(2009, 5, 4))
    assert report.errors == []
    roles = {(m.role.value, m.period.end) for m in every(office, Membership)}
    assert roles == {("HEAD", dt.date(2009, 5, 3)), ("PARTNER", None), ("HEAD", None)}


def test_an_import_broken_off_keeps_nothing(office):
    class Cancelled(UserError):
        pass

    def cancel(_lines):
        raise Cancelled

    before = info(office.store)
    with pytest.raises(Cancelled):
        bring(office, "zwingenberg.csv", LIST_DAY, progress=cancel)
    assert info(office.store) == before
    assert json.dumps(before.persons) == "0"


def test_a_list_that_changed_since_its_trial_is_refused_whole(office, tmp_path):
    path = written(tmp_path, row())
    trial = import_list(office, path, S1_DAY, dry_run=True)
    written(tmp_path, row(vorname="Ute"))
    with pytest.raises(ListChanged):
        import_list(office, path, S1_DAY, tried=trial)
    assert info(office.store).persons == 0


def test_a_list_that_changes_while_it_is_read_leaves_nothing_behind(office, tmp_path):
    path = written(tmp_path, row())
    with pytest.raises(ListChanged):
        import_list(
            office, path, S1_DAY, progress=lambda _lines: written(tmp_path, row(vorname="Ute"))
        )
    assert info(office.store).persons == 0


def test_an_import_says_what_it_changed_and_a_trial_changes_nothing(office):
    assert bring(office, dry_run=True).outcome is None
    outcome = bring(office).outcome
    assert outcome.touches(Household)
    assert not bring(office).outcome.changed
