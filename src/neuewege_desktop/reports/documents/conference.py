"""What agenda and minutes say alike: the head of the conference, who is asked, a household."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from neuewege_desktop.base.formats import long_date, weekday_name
from neuewege_desktop.base.i18n import _, ngettext
from neuewege_desktop.reports.model import (
    Block,
    Column,
    Fact,
    Paragraph,
    Role,
    Row,
    Span,
    Table,
    Text,
    free,
    text,
)

NOTHING = "–"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendee:
    """Somebody asked or present: in which part, and how long, in words."""

    name: str
    function: str
    external: bool
    part: str
    presence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Conference:
    """The head of a conference; `number` is what its papers are filed under."""

    number: str
    municipality: str
    team: str
    day: dt.date
    start: dt.time | None
    end: dt.time | None
    place: str
    chair: str
    minute_taker: str
    people: tuple[Attendee, ...]


@dataclass(frozen=True, slots=True)
class Member:
    """A person of a household: the name, the sign that stands for it, age and age band."""

    name: str
    sign: str
    age: str
    band: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseholdHead:
    """How a household is called on paper, who belongs to it, and who looks after it."""

    number: str
    pseudonym: str
    name: str
    type: str
    members: tuple[Member, ...]
    case_manager: str

    def words(self) -> Text:
        """Return the name of its head and its number; outside the team the pseudonym."""
        if not self.name:
            return (Span(self.number or self.pseudonym, self.pseudonym),)
        number = f" · {self.number}" if self.number else ""
        return (Span(self.name, self.pseudonym), Span(number, ""))

    def short(self) -> Text:
        """Return one word for it, where there is no room for more."""
        return (Span(self.name or self.number or self.pseudonym, self.pseudonym),)

    def size(self) -> str:
        """Return type and size: „couple with children, 4 persons“."""
        if len(self.members) < 2:
            return self.type
        persons = ngettext("{n} person", "{n} persons", len(self.members))
        return f"{self.type}, {persons}"

    def people(self) -> Text:
        """Return its members with their ages; outside the team signs and age bands."""
        if len(self.members) == 1:
            [only] = self.members
            return (Span(only.age, only.band),)
        spans: list[Span] = []
        for member in self.members:
            if spans:
                spans.append(Span(" · "))
            spans.append(Span(f"{member.name} ({member.age})", f"{member.sign} ({member.band})"))
        return tuple(spans)


def day_and_week(day: dt.date) -> str:
    """Return a day as one reads it on an agenda: „Montag, 20.04.2009“."""
    return f"{weekday_name(day)}, {long_date(day)}"


def hours(start: dt.time | None, end: dt.time | None) -> str:
    """Return from when to when; what is not known is left out."""
    if start is None and end is None:
        return NOTHING
    if end is None:
        return _("from {start}").format(start=f"{start:%H:%M}")
    if start is None:
        return _("until {end}").format(end=f"{end:%H:%M}")
    return _("{start} to {end}").format(start=f"{start:%H:%M}", end=f"{end:%H:%M}")


def lead(conference: Conference) -> Text:
    """Return the line under the title: whose conference, and in which week."""
    week = conference.day.isocalendar().week
    return text(
        _("{municipality} · week {week}").format(municipality=conference.municipality, week=week)
    )


def head_facts(conference: Conference, *more: Fact) -> tuple[Fact, ...]:
    """Return when and where it is, and who leads it."""
    return (
        Fact(_("Date"), text(day_and_week(conference.day))),
        Fact(_("Time"), text(hours(conference.start, conference.end))),
        Fact(_("Place"), text(conference.place or NOTHING)),
        Fact(_("Chair"), text(conference.chair or NOTHING)),
        Fact(_("Minutes taken by"), text(conference.minute_taker or NOTHING)),
        *more,
    )


def people_table(people: Sequence[Attendee], summary: str) -> Block:
    """Return who is asked or was there."""
    if not people:
        return Paragraph(text(_("Nobody is entered.")), Role.MUTED)
    return Table(
        (
            Column(_("Name"), 3.4, names_row=True),
            Column(_("Function"), 2.8),
            Column(_("Part"), 1.2),
            Column(_("Attendance"), 3),
        ),
        tuple(
            Row((_name(who), text(who.function), text(who.part), text(who.presence)))
            for who in people
        ),
        summary,
    )


def _name(who: Attendee) -> Text:
    """Return a name; that of a guest was typed, and may be a client's."""
    return free(who.name) if who.external else text(who.name)


def reason_lines(reasons: Sequence[str]) -> Text:
    """Return the reasons of an item, one a line; what somebody typed may stand in them."""
    return (Span("\n".join(reasons) or NOTHING, free=True),)
