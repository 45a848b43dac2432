"""The example data: whole, possible on any day, and nobody in them exists."""

from __future__ import annotations

import datetime as dt
import itertools
import json
from collections import Counter, defaultdict
from pathlib import Path

import pytest
from offices import founded_in

from neuewege_desktop.domain.choices.people import MemberRole
from neuewege_desktop.domain.choices.work import (
    AgreementStatus,
    AppointmentStatus,
    ItemState,
    MeetingStatus,
    ParticipationState,
    Phase,
)
from neuewege_desktop.domain.journal.state import frozen
from neuewege_desktop.domain.law.ages import age, age_limit_7a, reaches
from neuewege_desktop.domain.law.agreements import kinds_on
from neuewege_desktop.domain.law.holidays import is_working_day
from neuewege_desktop.domain.law.household_type import HouseholdType, Member, household_type
from neuewege_desktop.domain.law.places import PlaceTaken, free_places
from neuewege_desktop.domain.records import KINDS
from neuewege_desktop.domain.records.case import Agreement, Appointment, Case, CasePhase
from neuewege_desktop.domain.records.catalogue import InstrumentVersion, User
from neuewege_desktop.domain.records.household import Household, HouseholdAddress, Membership
from neuewege_desktop.domain.records.measure import Measure, MeasureRun, Participation
from neuewege_desktop.domain.records.meeting import AgendaItem, Attendance, Meeting, TownItem
from neuewege_desktop.domain.records.person import (
    ElbSpell,
    EmploymentSpell,
    Person,
    SchoolSpell,
    UnemploymentSpell,
)
from neuewege_desktop.domain.scopes import Family
from neuewege_desktop.services.conference.due import propose_agenda
from neuewege_desktop.services.demo import make_demo
from neuewege_desktop.services.demo.towns import PILOTS
from neuewege_desktop.services.imports import import_list
from neuewege_desktop.store.states import load_states
from neuewege_desktop.store.verify import verify

SAMPLES = Path("tests/data/samples")
RULES = {"R01", "R02", "R03", "R05", "R06", "R20"}
OVERDUE_DECISION = "R18"  # there is none in the first weeks
DAY = dt.date(2009, 4, 20)
LATER = dt.date(2010, 6, 15)
DAYS = [
    dt.date(2009, 4, 2),  # the project begins
    dt.date(2009, 4, 14),  # after Easter
    DAY,
    LATER,
    dt.date(2012, 4, 5),  # after the instruments were reformed
    dt.date(2023, 7, 9),  # after the plan of cooperation came, a Sunday
    dt.date(2026, 11, 24),
    dt.date(2027, 12, 31),
]


class Demo:
    """A furnished workplace with all its records at hand."""

    def __init__(self, office, day):
        self.office, self.day = office, day
        make_demo(office.store, office.author, day=day)
        with office.store.reading() as reader:
            self._found = {kind.record: reader.find(kind.record) for kind in KINDS.values()}

    def every(self, kind):
        return self._found[kind]

    def by_id(self, kind):
        return {record.id: record for record in self.every(kind)}

    def by(self, kind, field):
        found = defaultdict(list)
        for record in self.every(kind):
            found[getattr(record, field)].append(record)
        return found

    def households(self):
        """Yield the members of each household with their persons, its head first."""
        persons = self.by_id(Person)
        for members in self.by(Membership, "household").values():
            yield [(member, persons[member.person]) for member in members]


@pytest.fixture(scope="module", params=DAYS, ids=str)
def demo(request, tmp_path_factory):
    office = founded_in(tmp_path_factory.mktemp("demo"))
    yield Demo(office, request.param)
    office.store.close()


def every(office, kind):
    with office.store.reading() as reader:
        return reader.find(kind)


def test_the_workplace_is_sound(demo):
    assert verify(demo.office.store.database) == []
    assert len(demo.every(Household)) == 60


@pytest.mark.parametrize("ags", PILOTS)
def test_each_pilot_has_released_conferences_behind_it_and_the_next_one_before_it(demo, ags):
    meetings = demo.by(Meeting, "ags")[ags]
    by_status = Counter(meeting.status for meeting in meetings)
    assert by_status.keys() == {MeetingStatus.RELEASED_MINUTES, MeetingStatus.PLANNED}
    assert by_status[MeetingStatus.RELEASED_MINUTES] >= 2
    assert by_status[MeetingStatus.PLANNED] == 1
    for meeting in meetings:
        assert (meeting.day >= demo.day) == (meeting.status == MeetingStatus.PLANNED)
        assert is_working_day(meeting.day)
    assert len({meeting.day.weekday() for meeting in meetings}) == 1


@pytest.mark.parametrize("ags", PILOTS)
def test_the_next_agenda_of_each_pilot_has_a_household_for_every_rule(demo, ags):
    due = propose_agenda(demo.office.store, ags, demo.day)
    assert len(due) >= 6
    assert RULES <= {rule for item in due for rule in item.rules} <= RULES | {OVERDUE_DECISION}


def test_families_are_possible(demo):
    for (head, chief), *others in demo.households():
        assert head.role == MemberRole.HEAD
        assert age(chief.birth_date, demo.day) >= 15
        assert demo.day <= age_limit_7a(chief.birth_date)
        for member, person in others:
            assert member.period.start >= person.birth_date
            if member.role == MemberRole.CHILD_U25:
                assert age(chief.birth_date, person.birth_date) >= 18
                assert age(person.birth_date, demo.day) < 25


def test_households_of_every_type_are_there(demo):
    types = Counter(
        household_type([Member(m.role, p.birth_date) for m, p in members], demo.day)
        for members in demo.households()
    )
    assert types.keys() >= set(HouseholdType) - {HouseholdType.OTHER}
    assert types.most_common(1)[0][0] == HouseholdType.SINGLE


def test_nobody_is_entitled_works_or_learns_before_their_time_or_in_the_future(demo):
    persons = demo.by_id(Person)
    for kind in (ElbSpell, EmploymentSpell, UnemploymentSpell, SchoolSpell):
        assert demo.every(kind)
        for spell in demo.every(kind):
            assert spell.period.start >= reaches(persons[spell.person].birth_date, 15)
            assert dt.date(2005, 1, 1) <= spell.period.start <= demo.day


def test_a_case_is_in_one_phase_from_its_opening_on(demo):
    phases = demo.by(CasePhase, "case")
    for case in demo.every(Case):
        course = sorted(phases[case.id], key=lambda found: found.period.start)
        assert course[0].period.start == case.opened_on
        assert course[-1].period.covers(demo.day)
        assert course[-1].period.end is None
        for before, after in itertools.pairwise(course):
            assert before.period.end + dt.timedelta(1) == after.period.start
            assert before.phase < after.phase
    assert {found.phase for found in demo.every(CasePhase)} == set(Phase) - {Phase.CLOSED}


def test_agreements_are_of_a_kind_that_the_law_knew_for_people_entitled_then(demo):
    spells = demo.by(ElbSpell, "person")
    for agreement in demo.every(Agreement):
        assert agreement.agreement in kinds_on(agreement.period.start)
        if agreement.status == AgreementStatus.ACTIVE:
            assert agreement.signed_on <= demo.day
            assert any(s.period.covers(agreement.signed_on) for s in spells[agreement.person])


@pytest.mark.parametrize("seed", range(6))
def test_nobody_came_after_the_appointment_they_missed(office, seed):
    make_demo(office.store, office.author, day=DAYS[1], seed=seed)
    talks = defaultdict(list)
    for appointment in every(office, Appointment):
        talks[appointment.person].append((appointment.start, appointment.status))
    latest = [max(found)[1] for found in talks.values()]
    missed = [a for a in every(office, Appointment) if a.status == AppointmentStatus.MISSED]
    assert latest.count(AppointmentStatus.MISSED) == len(missed) > 0


def test_what_is_over_lies_in_the_past_and_what_is_planned_ahead(demo):
    for appointment in demo.every(Appointment):
        is_planned = appointment.status == AppointmentStatus.INVITED
        assert (appointment.start.date() > demo.day) == is_planned
        assert is_working_day(appointment.start.date())
    for kind in KINDS.values():
        if "done_on" in kind.by_name:
            done = [task.done_on for task in demo.every(kind.record) if task.done_on is not None]
            assert all(day <= demo.day for day in done)


def test_measures_are_those_of_the_law_of_their_days_and_never_overbooked(demo):
    versions, measures = demo.by_id(InstrumentVersion), demo.by_id(Measure)
    takers = demo.by(Participation, "run")
    for run in demo.every(MeasureRun):
        version = versions[measures[run.measure].instrument_version]
        assert version.period.covers(run.period.start)
        for taker in takers[run.id]:
            assert run.period.start <= taker.period.start <= taker.period.end <= run.period.end
        if run.places_total is not None:
            taken = [PlaceTaken(taker.state, taker.period) for taker in takers[run.id]]
            assert free_places(run.period, run.places_total, taken, demo.day) > 0
    for participation in demo.every(Participation):
        has_result = participation.result_code is not None
        assert has_result == (participation.state == ParticipationState.ENDED)


def test_a_conference_talked_about_cases_that_were_open_and_says_why(demo):
    meetings, cases = demo.by_id(Meeting), demo.by_id(Case)
    for item in demo.every(AgendaItem):
        assert cases[item.case].opened_on <= meetings[item.meeting].day
        reasons = json.loads(item.reasons)
        assert reasons
        assert all(reason.keys() == {"rule", "day", "text", "priority"} for reason in reasons)
        assert {reason["rule"] for reason in reasons} <= RULES


def test_released_minutes_are_frozen(demo):
    meetings = demo.by_id(Meeting)
    is_released = MeetingStatus.RELEASED_MINUTES
    records = [m for m in meetings.values() if m.status == is_released]
    records += [*demo.every(AgendaItem), *demo.every(TownItem)]
    with demo.office.store.reading() as reader:
        for record in records:
            found = load_states(reader.connection, record.kind.name, record.scope, [record.id])
            assert frozen(found[record.id]) is not None


def test_a_town_hall_would_find_no_client_in_what_it_may_hold(demo):
    known = {str(person.name) for person in demo.every(Person)}
    known |= {person.name.last for person in demo.every(Person)}
    known |= {person.client_number for person in demo.every(Person)}
    known |= {person.phone for person in demo.every(Person)}
    known |= {household.number for household in demo.every(Household)}
    known |= {household.pseudonym for household in demo.every(Household)}
    known |= {home.address.street for home in demo.every(HouseholdAddress)}
    known.discard("")
    texts = [
        str(value)
        for kind in KINDS.values()
        if kind.family != Family.CASE
        for record in demo.every(kind.record)
        for value in (getattr(record, info.name) for info in kind.fields)
    ]
    assert not [text for text in texts for name in known if name in text]


def test_each_last_conference_postponed_a_household_after_discussing_others(office):
    make_demo(office.store, office.author, day=LATER)
    states = Counter(item.state for item in every(office, AgendaItem))
    assert states[ItemState.DISCUSSED] > states[ItemState.POSTPONED] >= len(PILOTS)


def test_the_staff_of_the_project_is_there_and_its_liaison_is_a_guest(office):
    make_demo(office.store, office.author, day=DAY, households=3)
    names = [user.name for user in every(office, User)]
    staff = ["Anna Berg", "Frank Maurer", "Jens Roth", "Petra Linde", "Tim Weber"]
    assert sorted(names) == staff  # the first of them founded the workplace
    assert "Karin Stein" in {attendance.guest for attendance in every(office, Attendance)}


def test_the_same_seed_invents_the_same_people(office, tmp_path):
    make_demo(office.store, office.author, day=DAY, households=12, seed=7)
    other = tmp_path / "anders"
    other.mkdir()
    again = founded_in(other)
    make_demo(again.store, again.author, day=DAY, households=12, seed=7)
    for kind in KINDS.values():
        assert every(again, kind.record) == every(office, kind.record)
    again.store.close()


def test_another_seed_invents_others(office, tmp_path):
    make_demo(office.store, office.author, day=DAY, households=12, seed=7)
    other = tmp_path / "anders"
    other.mkdir()
    again = founded_in(other)
    make_demo(again.store, again.author, day=DAY, households=12, seed=8)
    assert [p.name for p in every(again, Person)] != [p.name for p in every(office, Person)]
    again.store.close()


def test_many_households_get_numbers_and_pseudonyms_of_their_own_and_progress_is_told(office):
    done = []
    make_demo(office.store, office.author, day=DAY, households=1100, progress=done.append)
    households = every(office, Household)
    numbers = [person.client_number for person in every(office, Person) if person.client_number]
    assert len({household.number for household in households}) == 1100
    assert len({household.pseudonym for household in households}) == 1100
    assert len(set(numbers)) == len(numbers)
    order = [int(household.pseudonym.partition("-")[2]) for household in households]
    assert order != sorted(order)
    assert done == [1000, 1100]


@pytest.mark.parametrize(
    ("name", "day", "households"),
    [
        ("zwingenberg.csv", DAY, 110),
        ("grasellenbach.csv", DAY, 80),
        ("biblis_2010-06-15.csv", LATER, 12),
    ],
)
def test_the_lists_of_the_district_never_meet_the_invented_people(office, name, day, households):
    make_demo(office.store, office.author, day=day)
    invented = {person.name.last for person in every(office, Person)}
    report = import_list(office, SAMPLES / name, day)
    assert report.errors == []
    assert report.households.new == households
    assert report.households.changed == report.persons.changed == 0
    text = (SAMPLES / name).read_text(encoding="utf-8")
    assert not [last for last in invented if last in text]
