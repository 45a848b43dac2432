"""The series of a team: when it meets, in words and in its form."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import replace

from neuewege_desktop.base.formats import long_date, weekday_name
from neuewege_desktop.base.i18n import N_, _, ngettext
from neuewege_desktop.domain.records.meeting import MeetingSeries
from neuewege_desktop.domain.records.town import Place
from neuewege_desktop.gui.editing import edit_record
from neuewege_desktop.gui.kit.cells import Cell, Shape
from neuewege_desktop.gui.kit.editors.choices import ChoiceEditor, Option
from neuewege_desktop.gui.kit.editors.days import NeededTimeEditor, PeriodEditor
from neuewege_desktop.gui.kit.editors.texts import NumberEditor
from neuewege_desktop.gui.kit.form import Field
from neuewege_desktop.gui.kit.look.colours import Tone
from neuewege_desktop.gui.kit.room import Room
from neuewege_desktop.gui.record_editor import Editing
from neuewege_desktop.gui.settings.line_list import Deed, Line
from neuewege_desktop.services.conference.outlook import SeriesLine
from neuewege_desktop.services.conference.planning import save_series
from neuewege_desktop.services.office import Office
from neuewege_desktop.services.records import all_of

_MONDAY = dt.date(2009, 4, 6)  # any
_RHYTHMS = range(1, 5)  # weeks
_SHOWN = 4  # of the next days
HINT = N_(
    "The conferences of the next eight weeks are planned at once; public holidays in Hesse are "
    "left out. Planned ones follow a change, unless they have an agenda already."
)


def _weekday(number: int) -> str:
    return weekday_name(_MONDAY + dt.timedelta(number))


def _rhythm(weeks: int) -> str:
    return ngettext("every week", "every {n} weeks", weeks)


def series_form(office: Office, room: Room, record: MeetingSeries) -> Editing:
    """Return the form of a series; saving it plans its next conferences."""
    weekdays: list[Option] = [(number, _weekday(number)) for number in range(7)]
    rhythms: list[Option] = [(weeks, _rhythm(weeks)) for weeks in _RHYTHMS]
    named = [(p.id, p.name) for p in all_of(office, Place) if p.scope == record.scope]
    places: list[Option] = [(None, "–"), *named]
    fields = (
        Field("weekday", N_("&Weekday"), lambda: ChoiceEditor(weekdays), half=True),
        Field("rhythm_weeks", N_("&How often"), lambda: ChoiceEditor(rhythms), half=True),
        Field("start", N_("&Begins"), NeededTimeEditor, half=True, is_needed=True),
        Field("duration_min", N_("&Duration in minutes"), _number(0), half=True, is_needed=True),
        Field("town_min", N_("Of these for &part B"), _number(0), half=True),
        Field("max_items", N_("Households at &most"), _number(0), half=True),
        Field("place", N_("P&lace"), lambda: ChoiceEditor(places)),
        Field("period", N_("From – &until"), lambda: PeriodEditor(room), is_needed=True),
    )
    return replace(
        edit_record(office, record, fields, owner=record.team),
        save=lambda office, _before, after, _draft: save_series(office, after),
    )


def _number(empty: int) -> Callable[[], NumberEditor]:
    return lambda: NumberEditor(empty=empty)


def series_line(line: SeriesLine, today: dt.date) -> Line:
    """Return a series as an entry: when the team meets, which days are next, which are left out."""
    series = line.record
    chip, deeds = None, [Deed("series", _("Change …"))]
    if line.missing:
        deeds.append(Deed("ahead", _("Plan ahead")))
    if series.period.last < today:
        chip = Cell(_("ended"), tone=Tone.QUIET, icon="circle", shape=Shape.CHIP)
    return Line(
        series.id,
        "  ·  ".join(filter(None, (_when(series), _hours(series), line.place))),
        "\n".join(_outlook(line)),
        "calendar-days",
        chip,
        tuple(deeds),
    )


def _when(series: MeetingSeries) -> str:
    weekday = _weekday(series.weekday)
    if series.rhythm_weeks == 1:
        return _("Every {weekday}").format(weekday=weekday)
    return _("{weekday}, every {weeks} weeks").format(weekday=weekday, weeks=series.rhythm_weeks)


def _hours(series: MeetingSeries) -> str:
    end = dt.datetime.combine(_MONDAY, series.start) + dt.timedelta(minutes=series.duration_min)
    return "–".join(time.isoformat("minutes") for time in (series.start, end.time()))


def _outlook(line: SeriesLine) -> Iterator[str]:
    if line.ahead:
        days = ", ".join(long_date(day) for day in line.ahead[:_SHOWN])
        if len(line.ahead) > _SHOWN:
            yield _("Next: {days} and more").format(days=days)
        else:
            yield _("Next: {days}").format(days=days)
    if line.left_out:
        days = ", ".join(f"{long_date(day)} ({why})" for day, why in line.left_out)
        yield _("Left out: {days}").format(days=days)
