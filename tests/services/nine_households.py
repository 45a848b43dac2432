"""The nine households of the specification (5.2, scenario S2), entered into a real store."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

from neuewege_desktop.domain.choices.people import MemberRole
from neuewege_desktop.domain.choices.work import (
    AgreementKind,
    AgreementStatus,
    AppointmentKind,
    AppointmentStatus,
    Phase,
    TaskKind,
)
from neuewege_desktop.domain.law.agreements import review_due
from neuewege_desktop.domain.records.case import Agreement, Appointment, Case, CasePhase, Task
from neuewege_desktop.domain.records.catalogue import Project
from neuewege_desktop.domain.records.household import ApprovalPeriod, Household, Membership
from neuewege_desktop.domain.records.person import Person, PersonName
from neuewege_desktop.domain.scopes import case_scope, town_scope
from neuewege_desktop.domain.values import Period
from neuewege_desktop.services.labels import ActLabel

ZWINGENBERG = "06431022"
VECTOR = json.loads(Path("tests/data/domain/test_vectors.json").read_text())["agenda"]
MEETING = dt.date.fromisoformat(VECTOR["meeting"])
CASE, TOWN = case_scope(ZWINGENBERG), town_scope(ZWINGENBERG)


def day(text):
    return dt.date.fromisoformat(text)


def add_case(writer, number, *, opened=None, phase=Phase.IMPLEMENTATION):
    start = opened or dt.date(2008, 10, 1)
    common = {"scope": CASE}
    person = Person(
        id=writer.new_id(),
        name=PersonName(f"Probst{number}", "Kim"),
        birth_date=dt.date(1970, 1, 1),
        **common,
    )
    household = Household(
        id=writer.new_id(), number=number, pseudonym=f"ZW-{number}", period=Period(start), **common
    )
    membership = Membership(
        id=writer.new_id(),
        household=household.id,
        person=person.id,
        role=MemberRole.HEAD,
        period=Period(start),
        **common,
    )
    project = writer.find(Project)[0].id
    case = Case(
        id=writer.new_id(), household=household.id, project=project, opened_on=start, **common
    )
    stage = CasePhase(id=writer.new_id(), case=case.id, phase=phase, period=Period(start), **common)
    writer.add(person, household, membership, case, stage)
    return household, person, case


def add_fact(writer, household, person, case, key, value):
    new = {"id": writer.new_id(), "scope": CASE}
    if key == "agreement_from":
        fact = Agreement(
            case=case.id,
            person=person.id,
            agreement=AgreementKind.EGV,
            status=AgreementStatus.ACTIVE,
            period=Period(day(value)),
            review_due=review_due(day(value)),
            **new,
        )
    elif key == "bwz_to":
        fact = ApprovalPeriod(
            household=household.id, period=Period(dt.date(2008, 11, 1), day(value)), **new
        )
    elif key == "no_show":
        fact = Appointment(
            case=case.id,
            person=person.id,
            start=dt.datetime.combine(day(value), dt.time(10)),
            purpose=AppointmentKind.FOLLOW_UP,
            status=AppointmentStatus.MISSED,
            **new,
        )
    else:
        fact = Task(case=case.id, task=TaskKind.FOLLOW_UP, title="Kita", due_on=day(value), **new)
    writer.add(fact)


def enter_nine(office):
    """Enter the nine households of the vector; return their cases by number."""
    cases = {}
    with office.store.writing(ActLabel.SAVE, office.author) as writer:
        for line in VECTOR["input"]:
            opened = day(line["opened"]) if "opened" in line else None
            phase = Phase.PROPOSED if opened else Phase.IMPLEMENTATION
            entered = add_case(writer, line["bg"], opened=opened, phase=phase)
            for key, value in line.items():
                if key not in ("bg", "opened"):
                    add_fact(writer, *entered, key, value)
            cases[line["bg"]] = entered[2]
    return cases
