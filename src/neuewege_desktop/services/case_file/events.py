"""What happened to a household on a day, whenever it was written down."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

from neuewege_desktop.base.i18n import _
from neuewege_desktop.domain.choices.work import ItemState
from neuewege_desktop.domain.records import Record, RecordId
from neuewege_desktop.domain.records.case import Agreement, Appointment, Case, CasePhase
from neuewege_desktop.domain.records.household import Membership
from neuewege_desktop.domain.records.measure import Participation
from neuewege_desktop.domain.records.meeting import AgendaItem, Decision, Meeting
from neuewege_desktop.services.case_file.timeline import TimelineLine
from neuewege_desktop.services.names import Names
from neuewege_desktop.store.reader import Reader

_Dated = tuple[dt.date, str]


def events(
    reader: Reader, cases: Sequence[Case], members: Sequence[Membership], names: Names
) -> Iterator[TimelineLine]:
    """Yield a line for each thing that happened on a day, in no order."""
    of_cases = [case.id for case in cases]
    of_persons = [member.person for member in members]
    items = reader.find(AgendaItem, case=of_cases)
    meetings = reader.many(Meeting, sorted({item.meeting for item in items}))
    days = {item.id: meetings[item.meeting].day for item in items if item.meeting in meetings}
    records: Sequence[Record] = [
        *cases,
        *reader.find(CasePhase, case=of_cases),
        *items,
        *reader.find(Decision, item=list(days)),
        *members,
        *reader.find(Appointment, case=of_cases),
        *reader.find(Agreement, case=of_cases),
        *reader.find(Participation, person=of_persons),
    ]
    for record in records:
        for day, text in (*_of_case(record, days), *_of_person(record, names)):
            yield TimelineLine(day=day, text=text, kind=record.kind.name)


def _of_case(record: Record, days: Mapping[RecordId, dt.date]) -> Iterator[_Dated]:
    match record:
        case Case(opened_on=opened, closed_on=closed, close_reason=reason):
            yield opened, _("The case was opened.")
            if closed is not None:
                because = reason.label if reason else "–"
                yield closed, _("The case was closed: {reason}.").format(reason=because)
        case CasePhase():
            phase = record.phase.label
            yield record.period.start, _("The phase “{phase}” began.").format(phase=phase)
        case Decision() if record.item in days:
            decided = record.text or record.decision.label
            yield days[record.item], _("Decided: {decision}").format(decision=decided)
        case AgendaItem(state=ItemState.DISCUSSED) if record.id in days:
            yield days[record.id], _("The case conference talked about the household.")


def _of_person(record: Record, names: Names) -> Iterator[_Dated]:
    match record:
        case Membership(period=period):
            name = names.of("person", record.person)
            yield (
                period.start,
                _("{name} belongs to the household as {role}.").format(
                    name=name, role=record.role.label
                ),
            )
            if period.end is not None:
                yield period.end, _("Last day of {name} in the household.").format(name=name)
        case Appointment():
            yield (
                record.start.date(),
                _("Appointment with {name} ({purpose}): {status}").format(
                    name=names.of("person", record.person),
                    purpose=record.purpose.label,
                    status=record.status.label,
                ),
            )
        case Agreement(signed_on=dt.date() as signed):
            yield signed, _("Agreed: {agreement}").format(agreement=record.agreement.label)
        case Participation():
            yield (
                record.period.start,
                _("{name} in “{measure}”: {state}").format(
                    name=names.of("person", record.person),
                    measure=names.of("measure_run", record.run),
                    state=record.state.label,
                ),
            )
