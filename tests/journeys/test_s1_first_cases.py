"""S1: on the first day of the project the first cases of Zwingenberg come in (2 April 2009)."""

from __future__ import annotations

import datetime as dt
import itertools
import os
from collections import Counter
from pathlib import Path

import pytest

from neuewege_desktop.base.i18n import use_language
from neuewege_desktop.base.paths import translations
from neuewege_desktop.domain.choices.work import Phase
from neuewege_desktop.domain.law.household_type import HouseholdType
from neuewege_desktop.domain.listing import Query
from neuewege_desktop.domain.records.case import Case, CasePhase
from neuewege_desktop.domain.records.household import Household
from neuewege_desktop.services.founding import Founding
from neuewege_desktop.services.history import household_history, undo
from neuewege_desktop.services.imports import import_list
from neuewege_desktop.services.labels import ActLabel
from neuewege_desktop.services.lists import list_households, list_persons
from neuewege_desktop.services.workplaces import (
    Setting,
    create,
    info,
    office_of,
    opening,
    with_password,
)
from neuewege_desktop.store.history import act_lines, label_of
from neuewege_desktop.store.vault.passwords import Cost
from neuewege_desktop.store.verify import verify

LIST = Path("tests/data/samples/s1_faulty_cp1252.csv")
DAY = dt.date(2009, 4, 2)
NINE_O_CLOCK = dt.datetime(2009, 4, 2, 9, tzinfo=dt.UTC)
PASSWORD = "fünf Wörter sind ein guter Satz"
HERE = Query(day=DAY, municipality="06431022")


@pytest.fixture
def setting(tmp_path):
    seconds = itertools.count()
    return Setting(
        now=lambda: NINE_O_CLOCK + dt.timedelta(seconds=next(seconds)),
        random_bytes=os.urandom,
        profile=tmp_path / "profil",
        cost=Cost(memory=65_536, passes=1, lanes=1),
    )


@pytest.fixture
def folder(tmp_path, setting):
    """Return the workplace of the team assistant, just set up and closed again."""
    founding = Founding(name="Kommunalprojekt", user="Tim Weber", day=DAY)
    workplace, _code = create(tmp_path / "buero", founding, PASSWORD, setting)
    workplace.close()
    return tmp_path / "buero"


@pytest.fixture
def office(folder, setting):
    """Let Tim open his workplace."""
    with opening(folder, setting, with_password(PASSWORD, None, setting)) as workplace:
        yield office_of(workplace, DAY)


@pytest.fixture
def german():
    use_language("de", translations())
    yield
    use_language("en", translations())


def imports(office):
    with office.store.reading() as reader:
        labels = [label_of(reader.connection, act.id) for act in act_lines(reader.connection)]
    return labels.count(ActLabel.IMPORT)


def test_two_households_and_three_persons_come_in(office):
    report = import_list(office, LIST, DAY)
    assert (report.households.new, report.persons.new) == (2, 3)
    households = {row.number: row for row in list_households(office.store, HERE)}
    assert {number: row.type for number, row in households.items()} == {
        "43102BG0000101": HouseholdType.SINGLE,
        "43102BG0000102": HouseholdType.SINGLE_PARENT,
    }
    pseudonyms = {row.pseudonym for row in households.values()}
    assert len(pseudonyms) == 2
    assert all(pseudonym.startswith("ZW-") for pseudonym in pseudonyms)
    assert verify(office.store.database) == []


def test_each_household_is_a_case_that_is_proposed_since_that_day(office):
    import_list(office, LIST, DAY)
    with office.store.reading() as reader:
        cases, phases = reader.find(Case), reader.find(CasePhase)
    assert [case.opened_on for case in cases] == [DAY, DAY]
    assert [(p.phase, p.period.start, p.period.end) for p in phases] == [
        (Phase.PROPOSED, DAY, None)
    ] * 2


def test_four_lines_are_faulty_and_the_sentences_say_why(office, german):
    errors = import_list(office, LIST, DAY).errors
    assert [(error.line, error.field, error.named) for error in errors] == [
        (5, "geburtsdatum", "Das Datum 31.02.1970 ist ungültig: Diesen Tag gibt es nicht."),
        (
            6,
            "ags",
            "Die Gemeinde 06431002 ist nicht im Projekt. Nehmen Sie sie unter „Einstellungen“, "
            "„Gemeinden“ auf, oder lassen Sie die Zeile weg.",
        ),
        (7, "rolle", "Zweite HEAD-Rolle in BG 43102BG0000101."),
        (8, "kdnr", "Die Kundennummer 427D000101 gehört zu Testmann, Karl."),
    ]


def test_what_a_scheduled_job_may_print_names_nobody(office, german):
    report = import_list(office, LIST, DAY)
    told = " ".join(problem.message for problem in (*report.errors, *report.warnings))
    for name in ("Testmann", "Karl", "Rita", "Duplikat", "Exempel", "Vorlage"):
        assert name not in told


def test_nothing_of_a_faulty_line_comes_in(office):
    import_list(office, LIST, DAY)
    persons = Counter(row.last_name for row in list_persons(office.store, HERE))
    assert persons == {"Testmann": 1, "Probst-Muster": 2}
    with office.store.reading() as reader:
        numbers = {household.number for household in reader.find(Household)}
    assert numbers == {"43102BG0000101", "43102BG0000102"}


def test_the_trial_says_what_the_import_then_does(office):
    before = info(office.store)
    trial = import_list(office, LIST, DAY, dry_run=True)
    assert info(office.store) == before
    assert import_list(office, LIST, DAY) == trial


def test_the_journal_knows_one_import_however_often_the_list_comes(office):
    first = import_list(office, LIST, DAY)
    again = import_list(office, LIST, DAY)
    assert (again.households.new, again.households.changed, again.households.unchanged) == (0, 0, 2)
    assert (again.persons.new, again.persons.changed, again.persons.unchanged) == (0, 0, 3)
    assert again.errors == first.errors
    assert imports(office) == 1


def test_the_cases_are_there_again_the_next_morning(folder, setting):
    unlock = with_password(PASSWORD, None, setting)
    with opening(folder, setting, unlock) as workplace:
        import_list(office_of(workplace, DAY), LIST, DAY)
    with opening(folder, setting, unlock) as workplace:
        office = office_of(workplace, DAY + dt.timedelta(days=1))
        household = list_households(office.store, HERE)[0]
        history = household_history(office, household.id)
        assert {line.label for line in history} == {ActLabel.IMPORT}
        assert {line.user for line in history} == {"Tim Weber"}


def test_the_import_is_taken_back_as_a_whole(office):
    import_list(office, LIST, DAY)
    undo(office)
    assert list_households(office.store, HERE) == list_persons(office.store, HERE) == []
    assert import_list(office, LIST, DAY).persons.new == 3
