"""The stories that the example tells: how far a case has come, and why it is due or not."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import Enum, auto

from neuewege_desktop.domain.choices.work import Phase
from neuewege_desktop.services.demo.days import Days, on_or_before
from neuewege_desktop.services.founding import PROJECT_START

_AGREED = (Phase.IMPLEMENTATION, Phase.STABILISATION)


class Turn(Enum):
    """What sets a story apart from the others."""

    NEW = auto()
    INVITED = auto()
    FOLLOW_UP = auto()
    DRAFT = auto()
    REVIEW = auto()
    APPROVAL = auto()
    LAPSED = auto()
    MISSED = auto()
    FLAG = auto()
    MEASURE = auto()
    ASSIGNED = auto()
    WORKING = auto()
    QUIET = auto()


@dataclass(frozen=True, slots=True)
class Story:
    """One course that a case may take; the pairs are the least and most days.

    `opened` and `agreed` count back from the day of the example, `approved` ahead of it. A case
    that `talks` may have been on the agenda of a conference before.
    """

    turn: Turn
    phase: Phase
    opened: tuple[int, int] = (150, 400)
    agreed: tuple[int, int] = (10, 120)
    approved: tuple[int, int] = (60, 170)
    talks: bool = True


# Their number has no divisor in common with that of the pilots, so each pilot gets every story.
STORIES = (
    Story(Turn.NEW, Phase.PROPOSED, opened=(0, 14), talks=False),  # R01
    Story(Turn.INVITED, Phase.INVITED, opened=(5, 25), talks=False),  # R01
    Story(Turn.FOLLOW_UP, Phase.ASSESSMENT, opened=(30, 90)),  # R02
    Story(Turn.DRAFT, Phase.STRATEGY, opened=(40, 120)),
    Story(Turn.REVIEW, Phase.IMPLEMENTATION, opened=(220, 400), agreed=(160, 200)),  # R03
    Story(Turn.APPROVAL, Phase.IMPLEMENTATION, approved=(1, 40)),  # R05
    Story(Turn.LAPSED, Phase.IMPLEMENTATION, approved=(-10, -1)),  # R05
    Story(Turn.MISSED, Phase.IMPLEMENTATION, talks=False),  # R06, while nothing is decided
    Story(Turn.FLAG, Phase.IMPLEMENTATION),  # R20
    Story(Turn.MEASURE, Phase.IMPLEMENTATION),
    Story(Turn.ASSIGNED, Phase.IMPLEMENTATION),
    Story(Turn.WORKING, Phase.STABILISATION, agreed=(95, 140)),
    Story(Turn.QUIET, Phase.IMPLEMENTATION),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plot:
    """A story with its days.

    `agreed` may lie before `opened`: who was looked after before the project brought it along.
    """

    story: Story
    opened: dt.date
    agreed: dt.date | None
    hired: dt.date | None
    missed: dt.date | None  # the day of an appointment not kept, the latest there is
    approved_until: dt.date


def plot_of(story: Story, days: Days) -> Plot:
    """Return the story with days that chance picks; a case never opens before the project."""
    start = min(PROJECT_START, days.today)
    opened = on_or_before(max(days.ago(*story.opened), start))
    agreed = days.ago(*story.agreed) if story.phase in _AGREED else None
    if agreed is not None and opened > start:
        agreed = max(agreed, opened)
    hired = missed = None
    if story.turn == Turn.WORKING:
        hired = max(days.ago(20, 90), opened)
    elif story.turn == Turn.MISSED:
        missed = max(on_or_before(days.ago(1, 6)), opened)
    return Plot(
        story=story,
        opened=opened,
        agreed=agreed,
        hired=hired,
        missed=missed,
        approved_until=days.ahead(*story.approved),
    )
