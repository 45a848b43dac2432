"""The tables of the window: what stands in them, in which order, and what narrows them."""

from __future__ import annotations

import datetime as dt
import itertools
import threading
from dataclasses import replace

import pytest

from neuewege_desktop.base.cancelling import Cancel, Cancelled
from neuewege_desktop.base.errors import StoreError
from neuewege_desktop.domain.choices.people import MemberRole
from neuewege_desktop.domain.choices.work import (
    ActorKind,
    MeasureStatus,
    MeetingStatus,
    ParticipationState,
    Phase,
    TaskKind,
    TaskState,
)
from neuewege_desktop.domain.listing import FILTERS, ORDERS, ListKind, Query
from neuewege_desktop.domain.records import Life
from neuewege_desktop.domain.records.case import Case, CasePhase, Task
from neuewege_desktop.domain.records.catalogue import InstrumentVersion, Project, User
from neuewege_desktop.domain.records.household import (
    ApprovalPeriod,
    Household,
    HouseholdAddress,
    Membership,
)
from neuewege_desktop.domain.records.measure import Measure, MeasureRun, Participation
from neuewege_desktop.domain.records.meeting import AgendaItem, Meeting, TownItem, TownTask
from neuewege_desktop.domain.records.person import ElbSpell, Person, PersonName
from neuewege_desktop.domain.records.town import Actor, Place
from neuewege_desktop.domain.scopes import SHARED, case_scope, town_scope
from neuewege_desktop.domain.values import Period, PostalAddress
from neuewege_desktop.services.labels import ActLabel
from neuewege_desktop.services.lists import list_count, list_keys, list_rows, municipalities_of
from neuewege_desktop.store.lists import LISTS

START, DAY = dt.date(2009, 4, 2), dt.date(2009, 6, 15)
ZWINGENBERG, BIBLIS = "06431022", "06431003"
SINCE_START = Period(START)


class Entry:
    """Enters records into a workplace, each in its scope, with an id of its own."""

    def __init__(self, office):
        self.office = office

    def add(self, kind, town=ZWINGENBERG, **values):
        with self.office.store.writing(ActLabel.SAVE, self.office.author) as writer:
            scope = {"case": case_scope(town), "town": town_scope(town)}.get(
                kind.kind.family, SHARED
            )
            record = kind(id=writer.new_id(), scope=scope, **values)
            writer.add(record)
        return record

    def save(self, record):
        with self.office.store.writing(ActLabel.SAVE, self.office.author) as writer:
            writer.save(record)

    def archive(self, record):
        self.save(replace(record, life=Life.ARCHIVED))

    def only(self, kind):
        with self.office.store.reading() as reader:
            return reader.find(kind)[0]

    def household(self, last, ags=ZWINGENBERG, *, number="", end=None):
        home = self.add(
            Household, ags, number=number, pseudonym=f"ZW-{last}", period=Period(START, end)
        )
        self.member(home, last)
        return home

    def member(self, home, last, role=MemberRole.HEAD, birth=dt.date(1970, 1, 2), first="Ute"):
        ags = home.scope.removeprefix("case:")
        person = self.add(Person, ags, name=PersonName(last, first), birth_date=birth)
        same = {"household": home.id, "person": person.id, "period": SINCE_START}
        self.add(Membership, ags, role=role, **same)
        return person

    def case(self, home, *, phase=Phase.PROPOSED, manager=None, closed_on=None):
        ags = home.scope.removeprefix("case:")
        case = self.add(
            Case,
            ags,
            household=home.id,
            project=self.only(Project).id,
            case_manager=manager,
            opened_on=START,
            closed_on=closed_on,
        )
        self.add(CasePhase, ags, case=case.id, phase=phase, period=SINCE_START)
        return case


@pytest.fixture
def entry(office):
    return Entry(office)


@pytest.fixture
def shown(office):
    """Return what a table shows: the rows, or one column of them."""

    def rows_of(kind, column="", *filters, day=DAY, **asked):
        query = Query(day=day, filters=frozenset(filters), **asked)
        ids = list_keys(office.store, kind, query)
        rows = list_rows(office.store, kind, ids, day)
        assert len(rows) == len(ids) == list_count(office.store, kind, query)
        return [getattr(row, column) for row in rows] if column else rows

    return rows_of


# --- households -----------------------------------------------------------------------------


def test_a_household_shows_everything_its_row_has_room_for(entry, shown):
    maurer = entry.add(User, name="Frank Maurer")
    home = entry.household("Öhler", number="43102BG0000007")
    entry.member(home, "Öhler", MemberRole.CHILD_U25, dt.date(2001, 1, 1), "Elif")
    entry.case(home, phase=Phase.ASSESSMENT, manager=maurer.id)
    address = PostalAddress("Musterweg 1", "64673", "Zwingenberg")
    entry.add(
        HouseholdAddress,
        household=home.id,
        address=address,
        ags=ZWINGENBERG,
        period=SINCE_START,
    )
    for start, end in (("2008-11-01", "2009-04-30"), ("2009-05-01", "2009-10-31")):
        period = Period(dt.date.fromisoformat(start), dt.date.fromisoformat(end))
        entry.add(ApprovalPeriod, household=home.id, period=period)
    (row,) = shown(ListKind.HOUSEHOLDS)
    assert (row.number, row.pseudonym, row.head) == ("43102BG0000007", "ZW-Öhler", "Öhler, Ute")
    assert (row.municipality, row.municipality_name) == (ZWINGENBERG, "Zwingenberg")
    assert (row.street, row.town) == ("Musterweg 1", "Zwingenberg")
    assert (row.members, row.type, row.phase) == (2, "SINGLE_PARENT", Phase.ASSESSMENT)
    assert (row.case_manager, row.approved_until) == ("Frank Maurer", dt.date(2009, 10, 31))
    (before,) = shown(ListKind.HOUSEHOLDS, day=dt.date(2009, 4, 30))
    assert before.approved_until == dt.date(2009, 4, 30)
    (after,) = shown(ListKind.HOUSEHOLDS, day=dt.date(2010, 1, 1))
    assert after.approved_until == dt.date(2009, 10, 31)


def test_households_stand_in_german_order_whichever_way_and_whatever_else_is_equal(entry, shown):
    for last in ("Öhler", "Muller", "Müller", "Zander", "Mueller", "Ärmel"):
        entry.household(last)
    names = ["Ärmel", "Mueller", "Muller", "Müller", "Öhler", "Zander"]
    heads = [f"{name}, Ute" for name in names]
    assert shown(ListKind.HOUSEHOLDS, "head") == heads
    assert shown(ListKind.HOUSEHOLDS, "head", order="name", descending=True) == heads[::-1]
    assert shown(ListKind.HOUSEHOLDS, "head", order="members", descending=True) == heads


def test_what_is_not_known_stands_at_the_end_in_both_directions(entry, shown):
    early, late, _without = (entry.household(last) for last in ("Ahorn", "Buche", "Ceder"))
    for home, end in ((early, dt.date(2009, 7, 31)), (late, dt.date(2009, 8, 31))):
        entry.add(ApprovalPeriod, household=home.id, period=Period(START, end))
    heads = shown(ListKind.HOUSEHOLDS, "head", order="approved_until")
    assert heads == ["Ahorn, Ute", "Buche, Ute", "Ceder, Ute"]
    heads = shown(ListKind.HOUSEHOLDS, "head", order="approved_until", descending=True)
    assert heads == ["Buche, Ute", "Ahorn, Ute", "Ceder, Ute"]


def test_households_are_sorted_by_their_street_of_the_day(entry, shown):
    for last, old, new in (
        ("Ahorn", "Amselweg 1", "Übergasse 1"),
        ("Buche", "Zeile 2", "Uferweg 2"),
    ):
        home = entry.household(last)
        for street, period in (
            (old, Period(START, dt.date(2009, 4, 30))),
            (new, Period(dt.date(2009, 5, 1))),
        ):
            address = PostalAddress(street, "64673", "Zwingenberg")
            same = {"household": home.id, "ags": ZWINGENBERG}
            entry.add(HouseholdAddress, address=address, period=period, **same)
    streets = ["Übergasse 1", "Uferweg 2"]
    assert shown(ListKind.HOUSEHOLDS, "street", order="street") == streets
    before = shown(ListKind.HOUSEHOLDS, "street", order="street", day=START, descending=True)
    assert before == ["Zeile 2", "Amselweg 1"]


def test_my_cases_are_the_open_ones_i_manage(office, entry, shown):
    mine, closed, nobodys = (entry.household(last) for last in ("Ahorn", "Buche", "Ceder"))
    entry.case(mine, manager=office.author)
    entry.case(closed, manager=office.author, closed_on=dt.date(2009, 6, 1))
    entry.case(nobodys)
    me = {"author": office.author}
    assert shown(ListKind.HOUSEHOLDS, "id", "mine", **me) == [mine.id]
    assert shown(ListKind.HOUSEHOLDS, "id", "mine") == []
    assert shown(ListKind.HOUSEHOLDS, "id", "without_case_manager") == [nobodys.id]
    both = shown(ListKind.HOUSEHOLDS, "id", "mine", "without_case_manager", **me)
    assert both == [mine.id, nobodys.id]


def test_phases_are_alternatives_and_other_filters_narrow_further(office, entry, shown):
    homes = [entry.household(last) for last in ("Ahorn", "Buche", "Ceder")]
    for home, phase, manager in zip(
        homes,
        (Phase.PROPOSED, Phase.INVITED, Phase.STRATEGY),
        (office.author, None, office.author),
        strict=True,
    ):
        entry.case(home, phase=phase, manager=manager)
    assert shown(ListKind.HOUSEHOLDS, "phase", "P0", "P1") == ["P0", "P1"]
    assert shown(ListKind.HOUSEHOLDS, "phase", "P0", "P1", "mine", author=office.author) == ["P0"]
    assert shown(ListKind.HOUSEHOLDS, "phase", order="phase", descending=True) == ["P3", "P1", "P0"]


@pytest.mark.parametrize(("days", "listed"), [(-30, True), (0, True), (42, True), (43, False)])
def test_an_approval_ends_soon_within_six_weeks_or_when_it_is_over(entry, shown, days, listed):
    home = entry.household("Ahorn")
    case = entry.case(home)
    period = Period(START, DAY + dt.timedelta(days=days))
    entry.add(ApprovalPeriod, household=home.id, period=period)
    assert (shown(ListKind.HOUSEHOLDS, "id", "approval_ends") == [home.id]) is listed
    entry.save(replace(case, closed_on=DAY))
    assert shown(ListKind.HOUSEHOLDS, "id", "approval_ends") == []


def test_what_was_put_away_is_shown_instead_when_asked_for(entry, shown):
    kept = entry.household("Ahorn")
    away = entry.household("Buche", end=dt.date(2009, 5, 1))
    entry.archive(away)
    assert shown(ListKind.HOUSEHOLDS, "id") == [kept.id]
    (row,) = shown(ListKind.HOUSEHOLDS, "", "archived")
    assert (row.id, row.life) == (away.id, Life.ARCHIVED)


# --- persons --------------------------------------------------------------------------------


def test_persons_are_narrowed_by_role_age_and_employability(entry, shown):
    home = entry.household("Ahorn", number="43102BG0000001")
    entry.member(home, "Ahorn", MemberRole.PARTNER, dt.date(1972, 5, 5), "Per")
    entry.member(home, "Ahorn", MemberRole.CHILD_U25, dt.date(1984, 6, 16), "Kai")
    son = entry.member(home, "Ahorn", MemberRole.CHILD_U25, dt.date(1984, 6, 15), "Jo")
    entry.add(ElbSpell, person=son.id, period=SINCE_START)
    first = "first_name"
    assert shown(ListKind.PERSONS, first, "heads") == ["Ute"]
    assert shown(ListKind.PERSONS, first, "partners", "children") == ["Jo", "Kai", "Per"]
    assert shown(ListKind.PERSONS, first, "under_25") == ["Kai"]
    assert shown(ListKind.PERSONS, first, "employable") == ["Jo"]
    roles = shown(ListKind.PERSONS, "role", order="role")
    assert roles == [MemberRole.HEAD, MemberRole.PARTNER, *[MemberRole.CHILD_U25] * 2]


def test_a_person_shows_the_household_of_the_day(entry, shown):
    home = entry.household("Ahorn", number="43102BG0000001")
    (row,) = shown(ListKind.PERSONS)
    assert (row.household_id, row.household, row.pseudonym) == (home.id, home.number, "ZW-Ahorn")
    assert (row.municipality_name, row.role) == ("Zwingenberg", MemberRole.HEAD)
    (row,) = shown(ListKind.PERSONS, day=dt.date(2009, 4, 1))
    assert (row.household_id, row.household, row.pseudonym, row.role) == (None, "", "", None)


@pytest.mark.parametrize("typed", ["mül", "MUEL ute", "muller", "Müller, Ute"])
@pytest.mark.parametrize("kind", [ListKind.HOUSEHOLDS, ListKind.PERSONS])
def test_a_search_forgives_how_a_name_is_spelt(entry, shown, kind, typed):
    for last in ("Mueller", "Müller", "Zander"):
        entry.household(last)
    assert len(shown(kind, search=typed)) == 2


# --- measures -------------------------------------------------------------------------------


@pytest.fixture
def greenery(entry):
    """Enter scenario S5: three places at the depot; C never came, B left for work."""
    version = entry.only(InstrumentVersion)
    provider = entry.add(Actor, name="Bauhof", actor=ActorKind.PROVIDER)
    measure = entry.add(
        Measure, instrument_version=version.id, name="Grünpflege", provider=provider.id
    )
    days = Period(dt.date(2009, 7, 1), dt.date(2009, 12, 31))
    run = entry.add(MeasureRun, measure=measure.id, period=days, places_total=3)
    for last, state, start, end in (
        ("Ahorn", ParticipationState.ACTIVE, "2009-07-01", "2009-12-31"),
        ("Buche", ParticipationState.ENDED, "2009-07-01", "2009-09-15"),
        ("Ceder", ParticipationState.NOT_STARTED, "2009-07-01", "2009-12-31"),
        ("Distel", ParticipationState.ACTIVE, "2009-07-13", "2009-12-31"),
    ):
        person = entry.add(Person, name=PersonName(last, "Kim"))
        period = Period(dt.date.fromisoformat(start), dt.date.fromisoformat(end))
        same = {"person": person.id, "run": run.id, "period": period}
        entry.add(Participation, state=state, **same)
    return measure


@pytest.mark.parametrize(
    ("day", "free", "taken"), [("2009-07-01", 1, 2), ("2009-07-15", 0, 3), ("2009-09-16", 1, 2)]
)
def test_free_places_are_those_of_the_day(greenery, shown, day, free, taken):
    (row,) = shown(ListKind.MEASURES, day=dt.date.fromisoformat(day))
    assert (row.places, row.free_places, row.participants) == (3, free, taken)
    listed = shown(ListKind.MEASURES, "id", "free_places", day=dt.date.fromisoformat(day))
    assert listed == ([greenery.id] if free else [])


def test_before_its_first_run_a_measure_says_when_it_starts(greenery, shown):
    (row,) = shown(ListKind.MEASURES)
    assert (row.provider, row.places, row.free_places) == ("Bauhof", None, None)
    assert row.next_start == dt.date(2009, 7, 1)
    assert shown(ListKind.MEASURES, "next_start", day=dt.date(2009, 7, 2)) == [None]


def test_measures_are_found_by_any_word_and_narrowed_by_their_status(entry, greenery, shown):
    entry.save(replace(greenery, status=MeasureStatus.FULL))
    assert shown(ListKind.MEASURES, "id", "full", "ended") == [greenery.id]
    assert shown(ListKind.MEASURES, "id", "planned", "active") == []
    for typed in ("grun", "GRUEN", "bauh", "zwing grün"):
        assert shown(ListKind.MEASURES, "id", search=typed) == [greenery.id]
    assert shown(ListKind.MEASURES, search="pflege") == []
    assert shown(ListKind.MEASURES, "id", search="%") == [greenery.id]


# --- meetings -------------------------------------------------------------------------------


def test_meetings_show_their_place_chair_and_how_much_is_on_the_agenda(office, entry, shown):
    hall = entry.add(Place, name="Rathaus, Zimmer 2")
    meeting = entry.add(
        Meeting,
        ags=ZWINGENBERG,
        day=DAY,
        start=dt.time(14),
        place=hall.id,
        chair=office.author,
        status=MeetingStatus.DRAFT_MINUTES,
    )
    entry.add(AgendaItem, meeting=meeting.id, seq=1)
    entry.add(AgendaItem, meeting=meeting.id, seq=2)
    entry.add(TownItem, meeting=meeting.id, seq=1, topic="Hortplätze")
    (row,) = shown(ListKind.MEETINGS)
    assert (row.start, row.place, row.chair) == (dt.time(14), "Rathaus, Zimmer 2", "Anna Berg")
    assert (row.municipality_name, row.items) == ("Zwingenberg", 3)


def test_meetings_come_or_are_past_and_minutes_may_be_in_draft(entry, shown):
    before, today = DAY - dt.timedelta(days=7), DAY
    entry.add(Meeting, ags=ZWINGENBERG, day=before, status=MeetingStatus.DRAFT_MINUTES)
    entry.add(Meeting, ags=ZWINGENBERG, day=today)
    assert shown(ListKind.MEETINGS, "date", "coming") == [today]
    assert shown(ListKind.MEETINGS, "date", "past") == [before]
    assert shown(ListKind.MEETINGS, "date", "coming", "past") == [before, today]
    assert shown(ListKind.MEETINGS, "date", "coming", "draft_minutes") == []


# --- tasks ----------------------------------------------------------------------------------


@pytest.fixture
def tasks(office, entry):
    """Enter a task of a case, one with an actor, and a follow-up that is done."""
    home = entry.household("Öhler", number="43102BG0000007")
    case = entry.case(home)
    invite = {"title": "Einladen", "case": case.id, "assignee": office.author}
    look = {"title": "Ansehen", "case": case.id, "task": TaskKind.FOLLOW_UP}
    return [
        entry.add(Task, due_on=dt.date(2009, 6, 10), **invite),
        entry.add(TownTask, BIBLIS, due_on=dt.date(2009, 6, 30), title="Kita anrufen"),
        entry.add(Task, due_on=dt.date(2009, 6, 11), state=TaskState.DONE, **look),
    ]


def test_tasks_of_cases_and_with_municipalities_stand_in_one_table(tasks, shown):
    rows = shown(ListKind.TASKS)
    assert [row.title for row in rows] == ["Einladen", "Ansehen", "Kita anrufen"]
    assert [row.kind for row in rows] == ["task", "task", "town_task"]
    assert [row.head for row in rows] == ["Öhler, Ute", "Öhler, Ute", ""]
    assert [row.household for row in rows] == ["43102BG0000007", "43102BG0000007", ""]
    assert [row.assignee for row in rows] == ["Anna Berg", "", ""]
    assert [row.municipality_name for row in rows] == ["Zwingenberg", "Zwingenberg", "Biblis"]


def test_tasks_are_narrowed_to_mine_overdue_open_done_or_follow_ups(office, tasks, shown):
    for codes, titles in (
        (("mine",), ["Einladen"]),
        (("overdue",), ["Einladen"]),
        (("open",), ["Einladen", "Kita anrufen"]),
        (("done",), ["Ansehen"]),
        (("follow_ups",), ["Ansehen"]),
        (("follow_ups", "open"), []),
        (("overdue", "done"), ["Einladen", "Ansehen"]),
    ):
        assert shown(ListKind.TASKS, "title", *codes, author=office.author) == titles, codes


def test_a_task_is_found_by_its_title_its_household_or_its_municipality(tasks, entry, shown):
    assert shown(ListKind.TASKS, "title", search="ohler einl") == ["Einladen"]
    assert shown(ListKind.TASKS, "title", search="bibl") == ["Kita anrufen"]
    assert shown(ListKind.TASKS, "title", municipality=BIBLIS) == ["Kita anrufen"]
    entry.archive(tasks[1])
    assert shown(ListKind.TASKS, "title", "archived") == ["Kita anrufen"]
    assert len(shown(ListKind.TASKS)) == 2


# --- actors ---------------------------------------------------------------------------------


def test_actors_are_narrowed_by_their_kind_and_sorted_as_in_german(entry, shown):
    for name, kind in (
        ("Zirkus", ActorKind.CLUB),
        ("Ökumene", ActorKind.CHURCH),
        ("Ostkita", ActorKind.NURSERY),
    ):
        topics = frozenset({"Öffnung", "Ferien"})
        entry.add(Actor, name=name, actor=kind, contact_person="Ida Ostermann", topics=topics)
    assert shown(ListKind.ACTORS, "name") == ["Ökumene", "Ostkita", "Zirkus"]
    assert shown(ListKind.ACTORS, "name", "VEREIN", "KIRCHE") == ["Ökumene", "Zirkus"]
    assert shown(ListKind.ACTORS, "topics", search="oekum") == [("Ferien", "Öffnung")]


# --- every table ----------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ListKind)
def test_every_column_of_orders_sorts_and_every_filter_narrows_also_an_empty_table(
    kind, office, shown
):
    assert set(LISTS[kind].orders) == set(ORDERS[kind])
    for order, backwards in itertools.product(ORDERS[kind], (False, True)):
        assert shown(kind, order=order, descending=backwards) == []
    for chosen in FILTERS[kind]:
        assert shown(kind, "", chosen.code, search="x", municipality=BIBLIS) == []


def test_the_first_rows_of_a_table_are_the_beginning_of_all(office, entry):
    for last in ("Ahorn", "Buche", "Ceder"):
        entry.household(last)
    query = Query(day=DAY)
    every = list_keys(office.store, ListKind.HOUSEHOLDS, query)
    assert (every.typecode, every.itemsize) == ("q", 8)
    assert list_keys(office.store, ListKind.HOUSEHOLDS, query, limit=2) == every[:2]


def test_a_row_that_vanished_meanwhile_is_missing_and_the_others_keep_their_order(office, entry):
    homes = [entry.household(last) for last in ("Ahorn", "Buche", "Ceder")]
    ids = list_keys(office.store, ListKind.HOUSEHOLDS, Query(day=DAY, descending=True))
    entry.save(replace(homes[1], life=Life.WITHDRAWN))
    rows = list_rows(office.store, ListKind.HOUSEHOLDS, [*ids, 4711], DAY)
    assert [row.id for row in rows] == [homes[2].id, homes[0].id]


def test_the_municipalities_to_choose_from_are_those_of_the_day_by_name(office):
    assert [name for _ags, name in municipalities_of(office.store, DAY)] == [
        "Biblis",
        "Grasellenbach",
        "Zwingenberg",
    ]
    assert municipalities_of(office.store, dt.date(2009, 4, 1)) == []


# --- cancelling -----------------------------------------------------------------------------


def test_a_question_given_up_before_it_was_asked_is_not_answered(office):
    cancel = Cancel()
    cancel.cancel()
    with pytest.raises(Cancelled):
        list_keys(office.store, ListKind.HOUSEHOLDS, Query(day=DAY), cancel=cancel)


ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"


def ask_without_end(office, cancel, under_way):
    with office.store.reading(cancel) as reader:
        under_way.set()
        reader.connection.exec_driver_sql(ENDLESS)


def test_a_question_given_up_by_another_thread_ends_and_hits_nobody_else(office):
    cancel, under_way = Cancel(), threading.Event()

    def give_up():
        under_way.wait()
        cancel.cancel()

    thread = threading.Thread(target=give_up)
    thread.start()
    with pytest.raises(Cancelled):
        ask_without_end(office, cancel, under_way)
    thread.join()
    assert cancel.wished
    assert list_count(office.store, ListKind.HOUSEHOLDS, Query(day=DAY)) == 0
    assert office.store.device


def test_giving_up_what_was_answered_already_hits_no_later_question(office):
    cancel, query = Cancel(), Query(day=DAY)
    assert len(list_keys(office.store, ListKind.ACTORS, query, cancel=cancel)) == 0
    cancel.cancel()
    assert len(list_keys(office.store, ListKind.ACTORS, query, cancel=Cancel())) == 0


def test_a_question_that_fails_for_another_reason_is_no_cancelled_one(office):
    with pytest.raises(StoreError), office.store.reading(Cancel()) as reader:
        reader.connection.exec_driver_sql("DELETE FROM setting")
