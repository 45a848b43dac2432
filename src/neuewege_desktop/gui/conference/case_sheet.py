"""What one reads about a household while it is talked about; nothing on it leads away."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from neuewege_desktop.base.formats import long_date
from neuewege_desktop.base.i18n import _
from neuewege_desktop.domain.choices.work import TaskState
from neuewege_desktop.gui.conference.subjects import Subject
from neuewege_desktop.gui.kit.dossier import Dossier, Fact, Section, Tab
from neuewege_desktop.gui.kit.look.colours import Tone
from neuewege_desktop.gui.kit.words import lateness
from neuewege_desktop.gui.pages.household_dossier import household_dossier
from neuewege_desktop.services.conference.sheet import ConferenceSheet, EarlierDecision

_DONE = frozenset({TaskState.DONE, TaskState.DROPPED})


def sheet_dossier(sheet: ConferenceSheet, subject: Subject, today: dt.date) -> Dossier:
    """Return the case sheet: why today, what is new, then all that is known of the household."""
    whole = household_dossier(sheet.file, today)
    today_tab = Tab(_("Today"), tuple(_today(sheet, subject, today)))
    tabs = (today_tab, _news(sheet), *map(_read_only, whole.tabs))
    return replace(whole, tabs=tabs)


def _today(sheet: ConferenceSheet, subject: Subject, today: dt.date) -> Iterator[Section]:
    yield Section(
        _("Why today"),
        tuple(Fact("", reason, icon="circle-dot") for reason in subject.reasons),
        _("No reason was kept."),
    )
    yield Section(
        _("Last decisions"),
        tuple(_decision(each) for each in sheet.decisions),
        _("Nothing was decided before."),
    )
    yield Section(
        _("Open tasks"),
        tuple(
            Fact(
                long_date(task.due_on),
                task.title,
                lateness(task.due_on, today),
                icon="square",
                tone=Tone.BAD if task.due_on < today else Tone.PLAIN,
            )
            for task in sheet.file.tasks
        ),
        _("No open task."),
    )


def _decision(made: EarlierDecision) -> Fact:
    state = made.state.label if made.state is not None else ""
    note = "  ·  ".join(filter(None, (made.responsible, state)))
    is_done = made.state in _DONE or made.state is None
    return Fact(
        long_date(made.day),
        made.decision.text or made.decision.decision.label,
        note,
        icon="circle-check" if is_done else "circle",
    )


def _news(sheet: ConferenceSheet) -> Tab:
    since = sheet.since
    title = (
        _("Since {day}").format(day=long_date(since.day))
        if since.day is not None
        else _("Never talked about before")
    )
    facts = tuple(
        Fact(long_date(day), sentence, who, icon="history") for day, sentence, who in since.changes
    )
    return Tab(_("Since last time"), (Section(title, facts, _("Nothing has changed.")),))


def _read_only(tab: Tab) -> Tab:
    return replace(tab, sections=tuple(map(_without_ways, tab.sections)))


def _without_ways(section: Section) -> Section:
    facts = tuple(replace(fact, target=None, change=None) for fact in section.facts)
    return replace(section, facts=facts, add=None)
