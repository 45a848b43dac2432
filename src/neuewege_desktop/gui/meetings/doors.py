"""What other parts of the program do with a conference: the one place where they are put in.

A door that is still shut takes its button and its action away.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from PySide6.QtWidgets import QWidget

from neuewege_desktop.base.errors import UserError
from neuewege_desktop.domain.records import RecordId
from neuewege_desktop.gui.session import Session
from neuewege_desktop.services.conference.minutes import CorrectionLine, Issued, PaperToIssue
from neuewege_desktop.services.office import Office

Step = Callable[[QWidget, Session, RecordId], object]  # window, session, conference
Confirmed: TypeAlias = frozenset[Any]  # doubtful lines that a person has read
Papers = Sequence[PaperToIssue]
MakeMinutes = Callable[[Office, RecordId, dt.datetime, Confirmed], Papers]
MakeCorrection = Callable[
    [Office, RecordId, Sequence[CorrectionLine], str, dt.datetime, Confirmed], Papers
]
Confirm = Callable[[QWidget, Session, UserError, Callable[[Confirmed], object]], bool]
ShowPaper = Callable[[QWidget, Session, Issued], object]


def _no_minutes(_o: Office, _m: RecordId, _at: dt.datetime, _confirmed: Confirmed) -> Papers:
    return ()


def _no_correction(
    _office: Office,
    _meeting: RecordId,
    _lines: Sequence[CorrectionLine],
    _reason: str,
    _at: dt.datetime,
    _confirmed: Confirmed,
) -> Papers:
    return ()


def _not_doubtful(
    _w: QWidget, _s: Session, _error: UserError, _then: Callable[[Confirmed], object]
) -> bool:
    return False


@dataclass(frozen=True, slots=True, kw_only=True)
class Doors:
    """Holding a conference, printing its folder, making, confirming and showing its papers.

    `confirm` asks about doubtful lines if the error names some, and goes on with the answers; it
    returns whether the error was of that kind.
    """

    hold: Step | None = None
    folder: Step | None = None
    show_paper: ShowPaper | None = None
    minutes_papers: MakeMinutes = _no_minutes
    correction_papers: MakeCorrection = _no_correction
    confirm: Confirm = _not_doubtful


DOORS = Doors()
