"""How states look in tables and dossiers: a word, a sign, a tone; the same everywhere."""

from __future__ import annotations

from collections.abc import Mapping

from neuewege_desktop.domain.choices.choice import Choice
from neuewege_desktop.domain.choices.work import (
    ItemState,
    MeasureStatus,
    MeetingStatus,
    ParticipationState,
    Phase,
    TaskState,
)
from neuewege_desktop.gui.kit.cells import NOTHING, Cell, Shape
from neuewege_desktop.gui.kit.look.colours import Tone

_LOOKS: Mapping[Choice, tuple[Tone, str]] = {
    Phase.PROPOSED: (Tone.INFO, "sparkles"),
    Phase.INVITED: (Tone.WARNING, "mail"),
    Phase.ASSESSMENT: (Tone.WARNING, "search"),
    Phase.STRATEGY: (Tone.WARNING, "notebook-pen"),
    Phase.IMPLEMENTATION: (Tone.GOOD, "play"),
    Phase.STABILISATION: (Tone.GOOD, "shield-check"),
    Phase.CLOSED: (Tone.QUIET, "circle-check"),
    MeasureStatus.PLANNED: (Tone.INFO, "clock"),
    MeasureStatus.ACTIVE: (Tone.GOOD, "play"),
    MeasureStatus.FULL: (Tone.WARNING, "users"),
    MeasureStatus.ENDED: (Tone.QUIET, "circle-check"),
    MeetingStatus.PLANNED: (Tone.INFO, "clock"),
    MeetingStatus.CONVENED: (Tone.INFO, "mail"),
    MeetingStatus.RUNNING: (Tone.WARNING, "play"),
    MeetingStatus.DRAFT_MINUTES: (Tone.WARNING, "notebook-pen"),
    MeetingStatus.RELEASED_MINUTES: (Tone.GOOD, "circle-check"),
    MeetingStatus.CANCELLED: (Tone.QUIET, "circle-x"),
    ItemState.OPEN: (Tone.INFO, "circle"),
    ItemState.DISCUSSED: (Tone.GOOD, "circle-check"),
    ItemState.POSTPONED: (Tone.WARNING, "clock"),
    ItemState.DROPPED: (Tone.QUIET, "circle-x"),
    TaskState.OPEN: (Tone.INFO, "circle"),
    TaskState.IN_PROGRESS: (Tone.WARNING, "play"),
    TaskState.DONE: (Tone.GOOD, "circle-check"),
    TaskState.DROPPED: (Tone.QUIET, "circle-x"),
    ParticipationState.ACTIVE: (Tone.GOOD, "play"),
}
_OTHER = (Tone.QUIET, "circle-dot")


def chip_of(state: Choice | None) -> Cell:
    """Return a state as a chip; nothing for none."""
    if state is None:
        return NOTHING
    tone, icon = _LOOKS.get(state, _OTHER)
    label = state.label
    return Cell(label[:1].upper() + label[1:], tone=tone, icon=icon, shape=Shape.CHIP)
