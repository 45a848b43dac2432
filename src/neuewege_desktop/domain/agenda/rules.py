"""The rules of the agenda: each looks at one case before one meeting and says what it found.

A new rule is a function like these and a line in `RULES`.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator

from neuewege_desktop.base.errors import UserError
from neuewege_desktop.base.formats import long_date
from neuewege_desktop.base.i18n import _
from neuewege_desktop.domain.agenda.facts import AppointmentFact, CaseFacts
from neuewege_desktop.domain.agenda.meeting import MeetingDay
from neuewege_desktop.domain.agenda.reason import Finding, Rule
from neuewege_desktop.domain.choices.work import AppointmentStatus, Phase
from neuewege_desktop.domain.law.agreements import word_for
from neuewege_desktop.domain.values import Period, merged


def _new(case: CaseFacts, meeting: MeetingDay) -> Iterator[Finding]:
    if case.phase in (Phase.PROPOSED, Phase.INVITED) and case.last_discussed is None:
        yield Finding(
            day=case.opened_on,
            text=_("New in the project since {day}").format(day=long_date(case.opened_on)),
            priority=meeting.thresholds.new_priority,
        )


def _follow_up(case: CaseFacts, meeting: MeetingDay) -> Iterator[Finding]:
    limits = meeting.thresholds
    for follow_up in case.follow_ups:
        if follow_up.due_on >= meeting.next_day:
            continue
        urgent = meeting.overdue(follow_up.due_on) > limits.follow_up_urgent_after
        yield Finding(
            day=follow_up.due_on,
            text=_("Follow-up of {day}: {title}").format(
                day=long_date(follow_up.due_on), title=follow_up.title
            ),
            priority=limits.urgent_priority if urgent else limits.follow_up_priority,
        )


def _review(case: CaseFacts, meeting: MeetingDay) -> Iterator[Finding]:
    limits = meeting.thresholds
    for agreement in case.agreements:
        overdue = meeting.overdue(agreement.review_due)
        if -overdue > limits.review_within:
            continue
        yield Finding(
            day=agreement.review_due,
            text=_("Review of {word} due on {day}").format(
                word=word_for(agreement.kind, meeting.day, meeting.terms),
                day=long_date(agreement.review_due),
            ),
            priority=limits.urgent_priority if overdue > 0 else limits.review_priority,
        )


def _end_of_cover(approvals: Iterable[Period], day: dt.date) -> dt.date | None:
    """Return the day on which the approval of `day` runs out, None if there is no such day.

    A follow-on approval without a gap has already moved the end. Between two approvals it is the
    end of the one before: since then the household has had no decision.
    """
    covers = merged(approvals)
    begun = [cover for cover in covers if cover.start <= day]
    current = begun[-1:] or list(covers[:1])
    return current[0].end if current else None


def _approval(case: CaseFacts, meeting: MeetingDay) -> Iterator[Finding]:
    limits = meeting.thresholds
    end = _end_of_cover(case.approvals, meeting.day)
    if end is None or -meeting.overdue(end) > limits.approval_within:
        return
    urgent = -meeting.overdue(end) <= limits.approval_urgent_within
    yield Finding(
        day=end,
        text=_("Approval period ends on {day}").format(day=long_date(end)),
        priority=limits.urgent_priority if urgent else limits.approval_priority,
    )


# None of these took place: they say nothing about who comes when asked.
_WITHOUT_OUTCOME = frozenset(
    {AppointmentStatus.PLANNED, AppointmentStatus.INVITED, AppointmentStatus.CANCELLED}
)


def _latest_first(case: CaseFacts, day: dt.date) -> Iterator[list[AppointmentFact]]:
    """Yield the appointments up to `day` that had an outcome, person by person."""
    by_person: defaultdict[int, list[AppointmentFact]] = defaultdict(list)
    for appointment in sorted(case.appointments, key=lambda fact: fact.start, reverse=True):
        if appointment.start.date() <= day and appointment.status not in _WITHOUT_OUTCOME:
            by_person[appointment.person].append(appointment)
    yield from by_person.values()


def _missed_in_a_row(latest_first: Iterable[AppointmentFact]) -> int:
    count = 0
    for appointment in latest_first:
        if appointment.status != AppointmentStatus.MISSED:
            break
        count += 1
    return count


def _no_show(case: CaseFacts, meeting: MeetingDay) -> Iterator[Finding]:
    for appointments in _latest_first(case, meeting.day):
        latest, count = appointments[0], _missed_in_a_row(appointments)
        if not count or latest.decided:
            continue
        day = latest.start.date()
        yield Finding(
            day=day,
            text=_("Appointment on {day} not kept (no. {count} in a row)").format(
                day=long_date(day), count=count
            ),
            priority=meeting.thresholds.no_show_priority,
        )


def _promise(case: CaseFacts, meeting: MeetingDay) -> Iterator[Finding]:
    for promise in case.promises:
        if meeting.overdue(promise.due_on) > 0:
            yield Finding(
                day=promise.due_on,
                text=_("Decision of {day} not carried out: {task}").format(
                    day=long_date(promise.decided_on), task=promise.title
                ),
                priority=meeting.thresholds.promise_priority,
            )


def _manual(case: CaseFacts, meeting: MeetingDay) -> Iterator[Finding]:
    for flag in case.flags:
        yield Finding(
            day=flag.raised_on,
            text=_("{user}: {text}").format(user=flag.user, text=flag.text),
            priority=meeting.thresholds.manual_priority,
        )


RULES: tuple[Rule, ...] = (
    Rule("R01", _new),
    Rule("R02", _follow_up),
    Rule("R03", _review),
    Rule("R05", _approval),
    Rule("R06", _no_show),
    Rule("R18", _promise),
    Rule("R20", _manual),
)


def rules_named(codes: Iterable[str]) -> tuple[Rule, ...]:
    """Return the rules with these codes in the order of `RULES`; UserError for an unknown code."""
    wanted = set(codes)
    known = {rule.code for rule in RULES}
    if unknown := sorted(wanted - known):
        raise UserError(
            _("There is no agenda rule {codes}. The rules are: {known}.").format(
                codes=", ".join(unknown), known=", ".join(sorted(known))
            )
        )
    return tuple(rule for rule in RULES if rule.code in wanted)
