"""Papers out of the workplace: what each reader gets, and what never leaves the team."""

from __future__ import annotations

import datetime as dt
import time
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from nine_households import CASE, MEETING, TOWN, ZWINGENBERG, enter_nine
from offices import founded_in
from papers import everything_in

from neuewege_desktop.base.errors import UserError
from neuewege_desktop.base.formats import fold, long_date
from neuewege_desktop.domain.choices.papers import CopyWay, PaperKind, Variant
from neuewege_desktop.domain.choices.people import BarrierGroup
from neuewege_desktop.domain.choices.work import (
    ActorKind,
    AttendanceStatus,
    DecisionKind,
    MeetingPart,
    PromiseOutcome,
)
from neuewege_desktop.domain.papers.known import street_name
from neuewege_desktop.domain.records.abilities import Barrier
from neuewege_desktop.domain.records.catalogue import User
from neuewege_desktop.domain.records.household import Household, HouseholdAddress, Membership
from neuewege_desktop.domain.records.meeting import AgendaItem, Attendance, Meeting
from neuewege_desktop.domain.records.minutes import PaperCopy
from neuewege_desktop.domain.records.person import Person, PersonName
from neuewege_desktop.domain.records.town import Actor
from neuewege_desktop.domain.scopes import SHARED
from neuewege_desktop.domain.values import Period, PostalAddress
from neuewege_desktop.reports.rewriting import spans
from neuewege_desktop.services.conference.agenda import add_town_topic, drop_item
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
from neuewege_desktop.services.conference.minutes import (
    CorrectionLine,
    check,
    correct,
    issued_papers,
    release,
)
from neuewege_desktop.services.conference.planning import plan_on
from neuewege_desktop.services.conference.proposing import propose
from neuewege_desktop.services.conference.reading import conference_file
from neuewege_desktop.services.demo import make_demo
from neuewege_desktop.services.entries import NEW
from neuewege_desktop.services.history import next_undo, undo
from neuewege_desktop.services.labels import ActLabel
from neuewege_desktop.services.papers.agendas import agenda_paper
from neuewege_desktop.services.papers.checking import Confirmed, Unconfirmed, proposed
from neuewege_desktop.services.papers.copies import log_copy, write_copy
from neuewege_desktop.services.papers.corrections import correction_papers
from neuewege_desktop.services.papers.folders import case_sheet_paper, folder_paper
from neuewege_desktop.services.papers.lists import household_list_paper, task_list_paper
from neuewege_desktop.services.papers.minutes import (
    issued_minutes,
    minutes_paper,
    minutes_papers,
)
from neuewege_desktop.services.papers.recovery import recovery_sheet_paper

AT = dt.datetime(2009, 4, 20, 16, 5)  # noqa: DTZ001 - the local time of a laptop
NAME, STREET = "Ampelkötter", "Lehrbuchstraße 5"


@pytest.fixture
def office(office):
    return replace(office, today=MEETING)


@pytest.fixture
def cases(office):
    return enter_nine(office)


def words(paper):
    return " ".join(span.text for span in spans(paper.document))


def find(office, kind, **equals):
    with office.store.reading() as reader:
        return reader.find(kind, **equals)


def line_of(office, meeting, name):
    file = conference_file(office, meeting)
    return next(line for line in (*file.items, *file.capped) if line.name == name)


def staff(office, name):
    with office.store.writing(ActLabel.USER, office.author) as writer:
        user = User(id=writer.new_id(), scope=SHARED, name=name)
        writer.add(user)
    return user.id


def attend(office, meeting, user=None, **more):
    attendance = Attendance(
        id=NEW,
        scope=TOWN,
        meeting=meeting,
        user=user,
        status=AttendanceStatus.PRESENT,
        part=more.pop("part", MeetingPart.INTERNAL),
    )
    set_attendance(office, replace(attendance, **more))


@pytest.fixture
def meeting(office, cases):
    planned, _new = plan_on(office, ZWINGENBERG, MEETING)
    propose(office, planned)
    return planned


def talk(office, meeting, name, said, decision=None, due=None):
    line = line_of(office, meeting, name)
    note(office, line.item, said)
    if decision:
        made = replace(
            new_decision(line.item, DecisionKind.MEASURE, office.author), text=decision, due_on=due
        )
        decide(office, line.item, made)
    finish_item(office, line.item, 5)


@pytest.fixture
def held(office, meeting):
    """Hold the conference: Z02 is put off, Z05 dropped, a guest comes for part B."""
    taker = staff(office, "Tim Weber")
    with office.store.writing(ActLabel.SAVE, office.author) as writer:
        found = writer.get(Meeting, meeting)
        writer.save(replace(found, chair=office.author, minute_taker=taker))
    add_town_topic(office, meeting, "Plätze am Bauhof")
    drop_item(office, line_of(office, meeting, "Z05").item.id, "am Telefon geklärt")
    begin(office, meeting, dt.time(14))
    attend(office, meeting, office.author)
    attend(
        office,
        meeting,
        guest="Karin Stein",
        external=True,
        part=MeetingPart.TOWN,
        start=dt.time(15),
    )
    talk(office, meeting, "Z03", "Neue Vereinbarung geplant.", "EGV neu", dt.date(2009, 4, 29))
    for name in ("Z06", "Z04", "Z01", "Z07"):
        talk(office, meeting, name, f"Stand {name[1:]} besprochen.")
    postpone_item(office, line_of(office, meeting, "Z02").item, "Unterlagen fehlen")
    topic = conference_file(office, meeting).town_items[0].item
    note(office, topic, "Drei Plätze sind frei.")
    finish_town_item(office, topic)
    end(office, meeting, dt.time(15, 30))
    return meeting


# --- agenda and minutes ------------------------------------------------------------------------


def test_the_agenda_of_the_team_names_households_with_all_reasons(office, meeting):
    said = words(agenda_paper(office, meeting, Variant.INTERNAL, AT))
    places = [said.index(f"ProbstZ0{number}, Kim") for number in (3, 6, 4, 1, 2, 7, 5)]
    assert places == sorted(places)
    assert "Z03" in said
    assert "Review of Eingliederungsvereinbarung due on 13.04.2009" in said


def test_the_pseudonymised_agenda_has_pseudonyms_in_the_place_of_names(office, meeting):
    said = words(agenda_paper(office, meeting, Variant.PSEUDONYM, AT))
    assert "ZW-Z03" in said
    assert "Probst" not in said
    assert "Kim" not in said.split()


def test_the_municipality_reads_only_its_own_part(office, held):
    for made in (agenda_paper, minutes_paper):
        said = words(made(office, held, Variant.MUNICIPALITY, AT))
        assert "Plätze am Bauhof" in said
        for secret in ("Probst", "ZW-Z0", "Part A", "Vereinbarung", "EGV neu", "Unterlagen"):
            assert secret not in said


def test_minutes_say_who_was_there_what_was_decided_and_what_was_put_off(office, held):
    said = words(minutes_paper(office, held, Variant.INTERNAL, AT))
    for expected in (
        "14:00 to 15:30",
        "Karin Stein",
        "from 15:00",
        "Neue Vereinbarung geplant.",
        "EGV neu",
        "until 29.04.2009",
        "Unterlagen fehlen",
        "am Telefon geklärt",
        "Drei Plätze sind frei.",
        "Draft",
    ):
        assert expected in said


def test_an_answered_promise_stands_in_the_minutes_of_the_conference_that_answered(office, held):
    later, _new = plan_on(office, ZWINGENBERG, MEETING + dt.timedelta(14))
    propose(office, later)
    begin(office, later, dt.time(14))
    line = line_of(office, later, "Z03")
    new = dt.date(2009, 5, 20)
    answer_promise(
        office, line.item, line.promises[0], PromiseOutcome.NEW_DATE, new_due=new, reason="krank"
    )
    said = words(minutes_paper(office, later, Variant.INTERNAL, AT))
    assert "EGV neu  (of 20.04.2009):  new date 20.05.2009  –  krank" in said


def test_released_minutes_are_archived_for_every_reader_and_printed_again_as_issued(office, held):
    check(office, held)
    papers = minutes_papers(office, held, AT)
    assert [paper.variant for paper in papers] == list(Variant)
    assert issued_minutes(office, held, Variant.INTERNAL) is None
    release(office, held, papers, {office.author}, AT.replace(tzinfo=dt.UTC))
    for paper in papers:
        assert issued_minutes(office, held, paper.variant) == paper
    assert all(paper.content.startswith(b"%PDF") for paper in papers)


def test_a_correction_of_part_a_is_not_for_the_municipality(office, held):
    check(office, held)
    release(office, held, minutes_papers(office, held, AT), {office.author}, AT)
    item = line_of(office, held, "Z03").item
    topic = conference_file(office, held).town_items[0].item
    only_a = correction_papers(office, held, [CorrectionLine(item, "anders")], "Tippfehler", AT)
    assert [paper.variant for paper in only_a] == [Variant.INTERNAL, Variant.PSEUDONYM]
    lines = [CorrectionLine(item, "anders"), CorrectionLine(topic, "Zwei Plätze.")]
    papers = correction_papers(office, held, lines, "Tippfehler", AT)
    assert [paper.variant for paper in papers] == list(Variant)
    assert "correction 1" in papers[0].title
    correct(office, held, lines, "Tippfehler", papers, AT)
    assert issued_papers(office, held)[-1].number == 1
    assert "correction 2" in correction_papers(office, held, lines, "noch", AT)[0].title


# --- what leaves the team ----------------------------------------------------------------------


def test_a_name_in_free_text_waits_for_a_person_line_by_line(office, held):
    item = line_of(office, held, "Z03").item
    note(office, item, "Kein Name.\nKim ProbstZ06 hilft beim Umzug.")
    assert minutes_paper(office, held, Variant.INTERNAL, AT)
    with pytest.raises(Unconfirmed, match="Item 1 ZW-Z03") as waiting:
        minutes_paper(office, held, Variant.PSEUDONYM, AT)
    [doubt] = waiting.value.doubts
    assert doubt.line == "Kim ProbstZ06 hilft beim Umzug."
    assert doubt.what == ("Name: Kim ProbstZ06",)
    assert "Probst" not in str(waiting.value)
    said = words(minutes_paper(office, held, Variant.PSEUDONYM, AT, proposed([doubt])))
    assert "Kein Name.\nZW-Z06 hilft beim Umzug." in said
    edited = frozenset({doubt.confirm("Jemand hilft.")})
    assert "Jemand hilft." in words(minutes_paper(office, held, Variant.PSEUDONYM, AT, edited))
    elsewhere = frozenset({Confirmed(Variant.PSEUDONYM, "Item 2", doubt.line, "x")})
    with pytest.raises(Unconfirmed):
        minutes_paper(office, held, Variant.PSEUDONYM, AT, elsewhere)


def test_a_name_in_part_b_blocks_the_copy_for_the_municipality_too(office, held):
    topic = conference_file(office, held).town_items[0].item
    note(office, topic, "Platz für ProbstZ01")
    with pytest.raises(Unconfirmed) as waiting:
        minutes_papers(office, held, AT)
    with pytest.raises(Unconfirmed) as for_town:
        minutes_paper(office, held, Variant.MUNICIPALITY, AT)
    assert for_town.value.doubts[0].proposed == "Platz für [Name]"
    [for_project] = waiting.value.doubts
    assert for_project.proposed == "Platz für ZW-Z01"
    with pytest.raises(Unconfirmed) as for_town:
        minutes_papers(office, held, AT, proposed([for_project]))
    [asked_again] = for_town.value.doubts
    answers = proposed([for_project, asked_again])
    assert [paper.variant for paper in minutes_papers(office, held, AT, answers)] == list(Variant)


def test_a_guest_who_is_called_like_a_client_is_asked_about_too(office, held):
    attend(office, held, guest="Kim ProbstZ03", external=True, part=MeetingPart.TOWN)
    for variant in (Variant.PSEUDONYM, Variant.MUNICIPALITY):
        with pytest.raises(Unconfirmed, match="Attendance"):
            minutes_paper(office, held, variant, AT)


def test_a_name_on_the_paper_is_found_though_written_together(office, held):
    with office.store.writing(ActLabel.SAVE, office.author) as writer:
        [person] = (p for p in writer.find(Person) if p.name.last == "ProbstZ03")
        writer.save(replace(person, name=PersonName("O'Brien-Kurz", "Kim")))
    note(office, line_of(office, held, "Z03").item, "OBrienkurz kommt.")
    with pytest.raises(Unconfirmed, match="Item 1"):
        minutes_paper(office, held, Variant.PSEUDONYM, AT)


def test_a_medical_report_is_a_health_matter_outside_the_team(office, held):
    line = line_of(office, held, "Z03")
    made = new_decision(line.item, DecisionKind.MEDICAL, office.author)
    decide(office, line.item, replace(made, text="prüfen", due_on=dt.date(2009, 5, 4)))
    said = words(minutes_paper(office, held, Variant.PSEUDONYM, AT))
    assert "health matter" in said
    assert "medical" not in said


def furnish(office, seed):
    """Fill a workplace, hold a conference in it, and let people type what they should not."""
    make_demo(office.store, office.author, day=MEETING, households=40, seed=seed)
    meeting, _new = plan_on(office, ZWINGENBERG, MEETING)
    propose(office, meeting)
    with office.store.writing(ActLabel.SAVE, office.author) as writer:
        actor = Actor(id=writer.new_id(), scope=TOWN, name="Bäckerei Kolb", actor=ActorKind.TRADE)
        writer.add(actor)
    return meeting


def secrets(office):
    """Return everything that tells who somebody is: of every household in the workplace."""
    found = {"Bäckerei Kolb"}
    for person in find(office, Person):
        found |= {person.name.last, person.name.first, person.client_number, person.phone}
        if person.birth_date:
            found.add(long_date(person.birth_date))
    for home in find(office, Household):
        found.add(home.number)
    for address in find(office, HouseholdAddress):
        found |= {address.address.street, street_name(address.address.street)}
    return found - {""}


def gossip(office, person, chance):
    """Return lines that say too much of a person, spelled as people spell."""
    last, first = person.name.last, person.name.first
    street = find(office, HouseholdAddress)[chance % 7].address.street
    return "\n".join(
        [
            f"{last}s Antrag fehlt, {first.upper()} ruft an.",
            f"Frau {last.lower()} wohnt jetzt {street}",
            f"Tel. {person.phone or '06200 99999'}, geb. {long_date(person.birth_date)}",
            f"{person.client_number} arbeitet bei Bäckerei Kolb",
            f"{first} {last} mag {fold(last).upper()}",
        ]
    )


def given_away(said, secret):
    """Say whether a secret stands in a text as words of its own, in whatever spelling."""
    return f" {_apart(secret)} " in f" {_apart(said)} "


def _apart(text):
    return " ".join("".join(sign if sign.isalnum() else " " for sign in fold(text)).split())


@pytest.mark.parametrize("seed", range(3))
def test_the_pseudonymised_copy_gives_nobody_away_over_random_workplaces(tmp_path, seed):
    office = replace(founded_in(tmp_path), today=MEETING)
    meeting = furnish(office, seed)
    people = [person for person in find(office, Person) if person.birth_date]
    begin(office, meeting, dt.time(14))
    for number, line in enumerate(conference_file(office, meeting).items):
        note(office, line.item, gossip(office, people[number * 5 % len(people)], number))
    for made in (agenda_paper, minutes_paper):
        paper = issued_as_proposed(made, office, meeting, Variant.PSEUDONYM)
        printed = everything_in(paper.content()).replace("\u00ad", "")
        for said in (words(paper), printed):
            assert [secret for secret in secrets(office) if given_away(said, secret)] == []
    office.store.close()


def issued_as_proposed(made, office, meeting, variant):
    try:
        return made(office, meeting, variant, AT)
    except Unconfirmed as waiting:
        return made(office, meeting, variant, AT, proposed(waiting.doubts))


NAMES = st.text(
    st.characters(categories=("Lu", "Ll", "Lo", "Mn", "Pd", "Zs", "Sm", "Po")),
    min_size=3,
    max_size=20,
).filter(lambda name: any(map(str.isalpha, name)))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=10)
@given(last=NAMES, first=NAMES, around=st.text(max_size=20))
@example(last="<b>Meyer & Söhne</b>", first="Änne", around="(")
@example(last="von der Heide-İnce", first="Mu\u0308ller", around="x")
def test_no_invented_name_gets_through(office, held, last, first, around):
    with office.store.writing(ActLabel.SAVE, office.author) as writer:
        person = next(p for p in writer.find(Person) if p.name.last.endswith("Z04") or p.phone)
        writer.save(replace(person, name=PersonName(last, first), phone="1"))
    note(office, line_of(office, held, "Z03").item, f"{around} {first} {last} {around}".strip())
    said = words(issued_as_proposed(minutes_paper, office, held, Variant.PSEUDONYM))
    item = said[said.index("Part A") :]
    for name in (last, first):
        assert not _apart(name) or not given_away(item, name) or len(_apart(name)) < 3


# --- case sheets, folder, lists ----------------------------------------------------------------


def household_of(office, number):
    return find(office, Household, number=number)[0]


def test_a_case_sheet_shows_why_when_and_what_is_open_but_nothing_protected(office, held):
    home = household_of(office, "Z03")
    person = find(office, Membership, household=home.id)[0].person
    with office.store.writing(ActLabel.SAVE, office.author) as writer:
        barrier = Barrier(
            id=writer.new_id(),
            scope=CASE,
            person=person,
            period=Period(dt.date(2009, 1, 1)),
            group=BarrierGroup.CAPACITY,
            code="L7",
        )
        address = HouseholdAddress(
            id=writer.new_id(),
            scope=CASE,
            household=home.id,
            ags=ZWINGENBERG,
            address=PostalAddress(STREET, "64673", "Zwingenberg"),
            period=Period(dt.date(2009, 1, 1)),
        )
        writer.add(barrier, address)
    said = words(case_sheet_paper(office, home.id, AT, held))
    for expected in ("ProbstZ03, Kim", "Z03", STREET, "EGV neu", "Review of", "see the file"):
        assert expected in said
    assert "L7" not in said
    told = words(case_sheet_paper(office, home.id, AT, held, "Gutachten"))
    assert "L7" in told
    assert "Printed because: Gutachten" in told


def test_no_address_is_printed_where_disclosure_is_blocked(office, cases):
    home = household_of(office, "Z03")
    person = find(office, Membership, household=home.id)[0].person
    with office.store.writing(ActLabel.SAVE, office.author) as writer:
        address = HouseholdAddress(
            id=writer.new_id(),
            scope=CASE,
            household=home.id,
            ags=ZWINGENBERG,
            address=PostalAddress(STREET, "64673", "Zwingenberg"),
            period=Period(dt.date(2009, 1, 1)),
        )
        writer.add(address)
        writer.save(replace(writer.get(Person, person), secrecy_block=True))
    for paper in (case_sheet_paper(office, home.id, AT), household_list_paper(office, None, AT)):
        assert "Lehrbuch" not in words(paper)
        assert "blocked" in words(paper)


def test_no_paper_of_the_team_is_a_key_to_the_pseudonyms(office, held):
    home = household_of(office, "Z03")
    papers = [
        agenda_paper(office, held, Variant.INTERNAL, AT),
        minutes_paper(office, held, Variant.INTERNAL, AT),
        case_sheet_paper(office, home.id, AT),
        folder_paper(office, held, AT),
        task_list_paper(office, None, AT),
        household_list_paper(office, ZWINGENBERG, AT),
    ]
    for paper in papers:
        assert "ZW-Z0" not in words(paper)
        assert "ZW-Z0" not in paper.document.identifier


def test_the_folder_holds_agenda_and_a_case_sheet_for_each_household_on_it(office, held):
    said = words(folder_paper(office, held, AT))
    assert said.count("Goals and strategy") == 0  # a label, no span
    for number in (3, 6, 4, 1, 2, 7):
        assert said.count(f"ProbstZ0{number}, Kim") >= 3
    assert "ProbstZ09" not in said


def test_tasks_stand_with_who_is_responsible_and_overdue_first(office, held):
    later = replace(office, today=dt.date(2009, 5, 4))
    said = words(task_list_paper(later, ZWINGENBERG, AT))
    assert said.index("Anna Berg") < said.index("EGV neu")
    assert "5" in said.split()  # days overdue
    assert "Kita" in said


def test_a_name_of_a_file_never_holds_a_client(office, held):
    home = household_of(office, "Z03")
    named = case_sheet_paper(office, home.id, AT).name
    assert named == "2009-04-20_case-sheet_zw-z03_internal.pdf"
    assert folder_paper(office, held, AT).name.startswith("2009-04-20_conference-folder_zw-2009")


def test_the_recovery_sheet_shows_code_and_vault(office):
    paper = recovery_sheet_paper(
        "ABCD-EFGH-JKLM-NPQR-STUV-WXYZ-2345-6789",
        workplace="Bergstraße",
        vault="5f0c9a3e-4f6a",
        user="Anna Berg",
        at=AT,
    )
    assert "ABCD  –  EFGH" in words(paper)
    assert "ABCD" not in paper.name
    assert "ABCD" not in paper.title


def test_words_are_those_of_the_day_of_the_conference(office, cases):
    planned, _new = plan_on(office, ZWINGENBERG, dt.date(2026, 11, 23))
    paper = agenda_paper(office, planned, Variant.INTERNAL, AT)
    assert paper.document.issuer[0] == "Kommunales Jobcenter Neue Wege Kreis Bergstraße"
    home = household_of(office, "Z03")
    today = case_sheet_paper(office, home.id, AT)
    assert today.document.issuer[0] == "Neue Wege Kreis Bergstraße – Eigenbetrieb"


def test_equal_papers_have_equal_bytes(office, held):
    for variant in Variant:
        one, other = (minutes_paper(office, held, variant, AT).content() for _time in range(2))
        assert one == other


def test_a_folder_for_twenty_households_is_gathered_and_drawn_in_time(tmp_path):
    office = replace(founded_in(tmp_path), today=MEETING)
    make_demo(office.store, office.author, day=MEETING, households=240)
    meeting, _new = plan_on(office, ZWINGENBERG, MEETING)
    propose(office, meeting)
    with office.store.writing(ActLabel.SAVE, office.author) as writer:
        items = writer.find(AgendaItem, meeting=meeting)
        for item in items:
            writer.save(replace(item, capped=False))
    assert len(items) >= 20
    folder_paper(office, meeting, AT).content()  # loads what drawing needs
    start = time.perf_counter()
    paper = folder_paper(office, meeting, AT)
    gathered = time.perf_counter()
    paper.content()
    assert gathered - start < 3
    assert time.perf_counter() - gathered < 6
    office.store.close()


# --- copies ------------------------------------------------------------------------------------


def test_a_copy_is_logged_and_does_not_stand_in_the_way_of_undo(office, meeting):
    drop_item(office, line_of(office, meeting, "Z05").item.id, "doch nicht")
    name = next_undo(office)
    log_copy(office, PaperKind.AGENDA, Variant.INTERNAL, "a.pdf", CopyWay.PRINTED, "")
    assert next_undo(office) == name
    undo(office)
    log_copy(office, PaperKind.AGENDA, Variant.INTERNAL, "a.pdf", CopyWay.SAVED, "Gutachten")
    assert "Z05" in [line.name for line in conference_file(office, meeting).items]
    logged = find(office, PaperCopy)
    assert [(copy.way, copy.reason) for copy in logged] == [
        (CopyWay.PRINTED, ""),
        (CopyWay.SAVED, "Gutachten"),
    ]


def test_a_copy_never_replaces_a_file(tmp_path):
    write_copy(tmp_path / "a.pdf", b"%PDF")
    with pytest.raises(UserError, match="exists"):
        write_copy(tmp_path / "a.pdf", b"other")
    assert (tmp_path / "a.pdf").read_bytes() == b"%PDF"
