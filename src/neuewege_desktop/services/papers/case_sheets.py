"""D02: case sheets out of the workplace, one or many at once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from neuewege_desktop.base.formats import long_date
from neuewege_desktop.base.i18n import _
from neuewege_desktop.domain.choices.work import (
    AgreementStatus,
    AppointmentStatus,
    ParticipationState,
)
from neuewege_desktop.domain.law.agreements import word_for
from neuewege_desktop.domain.records import RecordId
from neuewege_desktop.domain.records.case import Task
from neuewege_desktop.domain.values import Period
from neuewege_desktop.reports.documents.case_sheet import (
    CaseSheet,
    Protected,
    SheetAgreement,
    SheetDecision,
    SheetMeasure,
    SheetTask,
)
from neuewege_desktop.services.catalogue import terms
from neuewege_desktop.services.papers.homes import Home, head_words
from neuewege_desktop.services.papers.sheet_facts import SheetFacts
from neuewege_desktop.services.papers.sheet_members import sheet_member

_LAST_DECISIONS, _LAST_CONTACTS, _MEASURES = 3, 2, 4
_CAME = frozenset({AppointmentStatus.ATTENDED, AppointmentStatus.ATTENDED_LATE})
_NEVER_BEGAN = frozenset(
    {ParticipationState.REJECTED, ParticipationState.CANCELLED, ParticipationState.DECLINED}
)


def sheet(
    facts: SheetFacts,
    home: Home,
    day: dt.date,
    reasons: Sequence[str],
    protected: Protected | None = None,
) -> CaseSheet:
    """Return the case sheet of a household on a day; `reasons` are why it is talked about."""
    case = home.case
    case_id = case.id if case else 0
    return CaseSheet(
        household=head_words(home, day, facts.names),
        day=day,
        address=_address(facts, home, day),
        is_secret=is_secret(home),
        members=tuple(sheet_member(facts, person, m, day) for m, person in home.members),
        approval=_approval(facts, home, day),
        phase=_phase(facts, case_id, day),
        intensity=case.intensity.label if case else "",
        case_manager=facts.names.of("user", case.case_manager) if case else "",
        contacts=tuple(_contacts(facts, case_id, day)),
        goals=_goals(facts, case_id),
        barrier_word=terms().word("barrier", day),
        agreements=tuple(_agreements(facts, case_id)),
        measures=tuple(_measures(facts, home)),
        decisions=tuple(_decisions(facts, case_id, day)),
        tasks=tuple(_task(facts, task, day) for task in _by_day(facts.tasks[case_id])),
        reasons=tuple(reasons),
        protected=protected,
    )


def is_secret(home: Home) -> bool:
    """Say whether a member has a block on disclosure: then no address is ever printed."""
    return any(person.secrecy_block for _m, person in home.members)


def _address(facts: SheetFacts, home: Home, day: dt.date) -> str:
    if is_secret(home):
        return ""
    found = [a for a in facts.addresses[home.household.id] if a.period.covers(day)]
    if not found:
        return ""
    address = max(found, key=lambda a: (a.period.start, a.id)).address
    return f"{address.street}\n{address.postcode} {address.town}"


def _approval(facts: SheetFacts, home: Home, day: dt.date) -> str:
    begun = [a for a in facts.approvals[home.household.id] if a.period.start <= day]
    if not begun:
        return ""
    latest = max(begun, key=lambda a: (a.period.last, a.id))
    until = long_date(latest.period.end) if latest.period.end else _("without end")
    return _("{day} (provisional)").format(day=until) if latest.provisional else until


def _phase(facts: SheetFacts, case: RecordId, day: dt.date) -> str:
    found = [phase for phase in facts.phases[case] if phase.period.covers(day)]
    if not found:
        return ""
    return _("{phase}, since {day}").format(
        phase=found[-1].phase.label, day=long_date(found[-1].period.start)
    )


def _contacts(facts: SheetFacts, case: RecordId, day: dt.date) -> Iterator[str]:
    """Yield the last conversations that took place, and a missed one after them."""
    past = [a for a in facts.appointments[case] if a.start.date() <= day]
    past.sort(key=lambda a: a.start, reverse=True)
    for appointment in past[:_LAST_CONTACTS]:
        when = long_date(appointment.start)
        if appointment.status in _CAME:
            yield _("{day}: {kind}").format(day=when, kind=appointment.purpose.label)
        else:
            yield _("{day}: {kind}, {status}").format(
                day=when, kind=appointment.purpose.label, status=appointment.status.label
            )


def _goals(facts: SheetFacts, case: RecordId) -> tuple[str, ...]:
    goals = (a.goal for a in facts.agreements[case] if a.status == AgreementStatus.ACTIVE)
    return tuple(filter(None, dict.fromkeys(goals)))


def _agreements(facts: SheetFacts, case: RecordId) -> Iterator[SheetAgreement]:
    for agreement in facts.agreements[case]:
        if agreement.status == AgreementStatus.ACTIVE:
            yield SheetAgreement(
                word=word_for(agreement.agreement, agreement.period.start, terms()),
                person=facts.names.of("person", agreement.person),
                status=agreement.status.label,
                review_due=agreement.review_due,
                goal=agreement.goal,
            )


def _measures(facts: SheetFacts, home: Home) -> Iterator[SheetMeasure]:
    found = [
        (episode, person)
        for _m, person in home.members
        for episode in facts.participations[person.id]
        if episode.state not in _NEVER_BEGAN
    ]
    found.sort(key=lambda each: (each[0].period.start, each[0].id), reverse=True)
    for episode, person in found[:_MEASURES]:
        yield SheetMeasure(
            person=str(person.name),
            measure=facts.names.of("measure_run", episode.run),
            state=episode.state.label,
            days=_days(episode.period),
        )


def _days(period: Period) -> str:
    end = long_date(period.end) if period.end else ""
    return f"{long_date(period.start)} – {end}".strip()


def _decisions(facts: SheetFacts, case: RecordId, day: dt.date) -> Iterator[SheetDecision]:
    found = [(m, d) for m, d in facts.decisions[case] if m.day <= day]
    found.sort(key=lambda each: (each[0].day, each[1].id), reverse=True)
    for meeting, decision in found[:_LAST_DECISIONS]:
        yield SheetDecision(day=meeting.day, words=decision.text or decision.decision.label)


def _by_day(tasks: Sequence[Task]) -> list[Task]:
    return sorted(tasks, key=lambda task: (task.due_on, task.id))


def _task(facts: SheetFacts, task: Task, day: dt.date) -> SheetTask:
    return SheetTask(
        title=task.title,
        responsible=facts.names.of("user", task.assignee),
        due_on=task.due_on,
        overdue=task.due_on < day,
    )
