"""What is to be imported, as it was chosen page by page; and the work done with it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from neuewege_desktop.base.cancelling import Cancel
from neuewege_desktop.domain.lists.mapping import ColumnMapping
from neuewege_desktop.gui.session import Session
from neuewege_desktop.services.imports import (
    ListPreview,
    import_list,
    preview_list,
    remember_mapping,
    remembered_mapping,
)
from neuewege_desktop.services.imports.report import ImportReport
from neuewege_desktop.services.office import Office


@dataclass(frozen=True, slots=True, kw_only=True)
class ChosenList:
    """A list that was looked at; `remembered` is what somebody chose for its columns before."""

    source: Path
    preview: ListPreview
    remembered: ColumnMapping | None

    @property
    def mapping(self) -> ColumnMapping:
        """Return what its columns mean as long as nobody says otherwise."""
        return self.remembered or self.preview.mapping


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPlan:
    """A list, the day for which it is true, and how it is read; `keeps_mapping` for later lists."""

    chosen: ChosenList
    day: dt.date
    mapping: ColumnMapping
    keeps_mapping: bool


class Progress:
    """How far the work is: written by the worker, read by the window."""

    def __init__(self, total: int = 0) -> None:
        self.total = total  # lines; 0: not known
        self.lines = 0
        self.cancel = Cancel()

    def reach(self, lines: int) -> None:
        """Note how many lines were read; Cancelled if nobody wants more of them."""
        self.cancel.heed()
        self.lines = lines


def look_at(office: Office, source: Path, sheet: str | None = None) -> ChosenList:
    """Return what a list looks like; UserError with a sentence if it is none."""
    preview = preview_list(source, sheet)
    remembered = remembered_mapping(office, preview.header)
    return ChosenList(source=source, preview=preview, remembered=remembered)


def try_out(office: Office, plan: ImportPlan, progress: Progress) -> ImportReport:
    """Return what an import would do."""
    return _import(office, plan, progress, tried=None)


def take_in(
    session: Session, office: Office, plan: ImportPlan, tried: ImportReport, progress: Progress
) -> ImportReport:
    """Import what was tried out; a backup is made first, as before every import."""
    session.workplace.back_up()
    progress.cancel.heed()
    if plan.keeps_mapping:
        remember_mapping(office, plan.chosen.preview.header, plan.mapping)
    return _import(office, plan, progress, tried=tried)


def _import(
    office: Office, plan: ImportPlan, progress: Progress, tried: ImportReport | None
) -> ImportReport:
    return import_list(
        office,
        plan.chosen.source,
        plan.day,
        dry_run=tried is None,
        sheet=plan.chosen.preview.sheet or None,
        mapping=plan.mapping,
        tried=tried,
        progress=progress.reach,
    )
