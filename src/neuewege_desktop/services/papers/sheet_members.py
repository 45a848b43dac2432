"""What the case sheet says of each member: status, benefit receipt, what speaks for them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from neuewege_desktop.base.formats import long_date
from neuewege_desktop.base.i18n import _
from neuewege_desktop.domain.law.ages import age
from neuewege_desktop.domain.law.benefit_receipt import becomes_lzb, days_of_receipt, is_lzb
from neuewege_desktop.domain.law.unemployment import duration_counts_from
from neuewege_desktop.domain.records.abilities import LanguageSkill, Mobility, Qualification
from neuewege_desktop.domain.records.household import Membership
from neuewege_desktop.domain.records.person import Person
from neuewege_desktop.domain.values import Period
from neuewege_desktop.reports.documents.case_sheet import SheetMember
from neuewege_desktop.services.catalogue import terms
from neuewege_desktop.services.papers.sheet_facts import SheetFacts

_THREATENED = dt.timedelta(days=60)  # as rule R13 of the agenda has it


def sheet_member(
    facts: SheetFacts, person: Person, membership: Membership, day: dt.date
) -> SheetMember:
    """Return what the case sheet says of a member of the household on a day."""
    years = age(person.birth_date, day) if person.birth_date else None
    return SheetMember(
        name=str(person.name),
        role=membership.role.label,
        age=str(years) if years is not None else "–",
        status="\n".join(_status(facts, person, day)),
        receipt=_receipt([spell.period for spell in facts.receipts[person.id]], day),
        strengths=", ".join(dict.fromkeys(_strengths(facts, person, day))),
    )


def _status(facts: SheetFacts, person: Person, day: dt.date) -> Iterator[str]:
    if any(spell.period.covers(day) for spell in facts.receipts[person.id]):
        yield terms().word("elb.abbr", day)
    since = duration_counts_from([s.period for s in facts.unemployed[person.id]], day)
    if since is not None:
        yield _("unemployed since {day}").format(day=long_date(since))
    for spell in facts.employed[person.id]:
        if spell.period.covers(day):
            yield spell.employment.label
    if any(spell.period.covers(day) for spell in facts.at_school[person.id]):
        yield _("at school")


def _receipt(spells: Sequence[Period], day: dt.date) -> str:
    """Return the days of receipt in 24 months, and whether it is, or threatens to be, long."""
    if not any(spell.covers(day) for spell in spells):
        return ""
    days = _("{n} days in 24 months").format(n=days_of_receipt(spells, day))
    return "\n".join([days, *_long_term(spells, day)])


def _long_term(spells: Sequence[Period], day: dt.date) -> Iterator[str]:
    if is_lzb(spells, day):
        yield _("long-term receipt")
        return
    from_day = becomes_lzb(spells, day)
    if from_day is not None and from_day <= day + _THREATENED:
        yield _("long-term receipt from {day}").format(day=long_date(from_day))


def _strengths(facts: SheetFacts, person: Person, day: dt.date) -> Iterator[str]:
    """Yield what helps to find work; what hampers is protected and stands elsewhere."""
    for qualification in facts.qualifications[person.id]:
        if qualification.period.covers(day):
            yield from _of_qualification(qualification)
    for skill in facts.languages[person.id]:
        if skill.period.covers(day):
            yield _of_language(skill)
    for mobility in facts.mobilities[person.id]:
        if mobility.period.covers(day):
            yield from _of_mobility(mobility)


def _of_qualification(found: Qualification) -> Iterator[str]:
    for word in (found.vocational, found.school):
        if word is not None and word.value != "OHNE":
            yield word.label
    yield from sorted(found.skills)


def _of_language(skill: LanguageSkill) -> str:
    from babel import Locale  # takes 30 ms: not for every window

    from neuewege_desktop.base.i18n import language

    name = Locale.parse(language()).languages.get(skill.language, skill.language)
    return f"{name} {skill.level.label}"


def _of_mobility(mobility: Mobility) -> Iterator[str]:
    if mobility.licences:
        yield _("driving licence {classes}").format(classes=", ".join(sorted(mobility.licences)))
    if mobility.car_available:
        yield _("car")
