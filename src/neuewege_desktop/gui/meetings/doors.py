"""What other parts of the program do with a conference: the one place where they are put in.

A door that is still shut takes its button and its action away.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from neuewege_desktop.domain.records import RecordId
from neuewege_desktop.gui.session import Session
from neuewege_desktop.services.conference.minutes import CorrectionLine, Issued, PaperToIssue
from neuewege_desktop.services.office import Office

Step = Callable[[QWidget, Session, RecordId], object]  # window, session, conference
MakeMinutes = Callable[[Office, RecordId], Sequence[PaperToIssue]]
MakeCorrection = Callable[[Office, RecordId, Sequence[CorrectionLine], str], Sequence[PaperToIssue]]
ShowPaper = Callable[[QWidget, Session, Issued], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Doors:
    """Holding a conference, printing its folder, making and showing its papers."""

    hold: Step | None = None
    folder: Step | None = None
    minutes_papers: MakeMinutes | None = None
    correction_papers: MakeCorrection | None = None
    show_paper: ShowPaper | None = None


DOORS = Doors()
