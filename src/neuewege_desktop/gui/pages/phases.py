"""How the phases of a case look, the same everywhere."""

from __future__ import annotations

from collections.abc import Mapping

from neuewege_desktop.domain.choices.work import Phase
from neuewege_desktop.gui.kit.cells import NOTHING, Cell, Shape
from neuewege_desktop.gui.kit.look.colours import Tone

_LOOKS: Mapping[Phase, tuple[Tone, str]] = {
    Phase.PROPOSED: (Tone.INFO, "sparkles"),
    Phase.INVITED: (Tone.WARNING, "mail"),
    Phase.ASSESSMENT: (Tone.WARNING, "search"),
    Phase.STRATEGY: (Tone.WARNING, "notebook-pen"),
    Phase.IMPLEMENTATION: (Tone.GOOD, "play"),
    Phase.STABILISATION: (Tone.GOOD, "shield-check"),
    Phase.CLOSED: (Tone.QUIET, "circle-check"),
}


def phase_chip(phase: Phase | None) -> Cell:
    """Return a phase as a chip."""
    if phase is None:
        return NOTHING
    tone, icon = _LOOKS[phase]
    return Cell(phase.label, tone=tone, icon=icon, shape=Shape.CHIP)
