"""The import of a list: one act, undone as a whole; a dry run does the same and keeps nothing."""

from __future__ import annotations

import datetime as dt
import gc
import secrets
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from neuewege_desktop.base.errors import UserError
from neuewege_desktop.base.i18n import _
from neuewege_desktop.domain.lists.columns import HeaderReading, complaint, recognise
from neuewege_desktop.domain.lists.line import Line, LineError, LineReader
from neuewege_desktop.domain.lists.mapping import ColumnMapping, mapped, mapping_problem
from neuewege_desktop.domain.records.team import ImportedList
from neuewege_desktop.domain.scopes import TEAM
from neuewege_desktop.exchange.lists.reading import checksum_of, read_list
from neuewege_desktop.exchange.lists.table import ListTable
from neuewege_desktop.services.imports.clerk import Clerk
from neuewege_desktop.services.imports.households import Households
from neuewege_desktop.services.imports.mappings import remembered_mapping
from neuewege_desktop.services.imports.measures import Measures
from neuewege_desktop.services.imports.report import ImportReport
from neuewege_desktop.services.labels import BY_PROGRAM, RESTORING, ActLabel
from neuewege_desktop.services.office import Office
from neuewege_desktop.store.provenance import Provenance
from neuewege_desktop.store.writer import Writer

_LINES = 500  # taken in at a time; a household that begins among them is read to its end


class ListChanged(UserError):
    """The list is another one than was tried out before: nothing of it was taken in."""

    def __init__(self) -> None:
        super().__init__(_("The file was changed meanwhile. Please try it out once more."))


class _DryRun(Exception):
    """Ends the act without keeping it."""


def import_list(
    office: Office,
    source: Path,
    day: dt.date,
    *,
    dry_run: bool = False,
    sheet: str | None = None,
    mapping: ColumnMapping | None = None,
    tried: ImportReport | None = None,
    progress: Callable[[int], None] | None = None,
    random_below: Callable[[int], int] = secrets.randbelow,
) -> ImportReport:
    """Take in a list that is true for `day`; return what came of it.

    `mapping` is what a person chose that its columns mean; without it the choice remembered for
    this header counts, else the names of the columns. `tried` is what a dry run said: a list that
    was changed since is refused with ListChanged, as is one that changes while it is read.
    `progress` is told the lines taken so far; an exception it raises (that is how a person cancels)
    breaks the import off with nothing kept, and comes out of here. Raises UserError for a file that
    is no such list, wherever that shows.
    """
    table = read_list(source, sheet)
    checksum = checksum_of(source)
    if tried is not None and tried.checksum != checksum:
        raise ListChanged
    chosen = remembered_mapping(office, table.header) if mapping is None else mapping
    heading = _heading(table.header, chosen)
    report = ImportReport(ignored_columns=heading.ignored, checksum=checksum)
    try:
        with (
            _no_search_for_cycles(),
            office.store.writing(ActLabel.IMPORT, office.author) as writer,
        ):
            reader, clerk = _desk(writer, heading, day, report, random_below)
            for lines in _in_runs(table, reader, report, clerk.mention):
                clerk.take(lines)
                if progress is not None:
                    progress(report.lines)
            clerk.finish()
            if checksum_of(source) != checksum:
                raise ListChanged
            _remember(writer, day, report)
            if dry_run:
                raise _DryRun
        report.outcome = writer.outcome
    except _DryRun:
        pass
    for problems in (report.errors, report.warnings):
        problems.sort(key=lambda problem: problem.line)
    return report


def _desk(
    writer: Writer,
    heading: HeaderReading,
    day: dt.date,
    report: ImportReport,
    random_below: Callable[[int], int],
) -> tuple[LineReader, Clerk]:
    """Return who reads the lines and who takes them in."""
    measures = Measures(writer)
    reader = LineReader(heading.columns, measures.words())
    households = Households(writer, day, random_below)
    provenance = Provenance(writer.connection, BY_PROGRAM, RESTORING)
    return reader, Clerk(writer, reader, households, measures, day, report, provenance)


def _heading(header: Sequence[str], mapping: ColumnMapping | None) -> HeaderReading:
    """Return where the columns stand; UserError if one is doubled or an obligatory one missing."""
    sentence = complaint(recognise(header)) if mapping is None else mapping_problem(header, mapping)
    if sentence:
        raise UserError(sentence)
    return recognise(header) if mapping is None else mapped(header, mapping)


@contextmanager
def _no_search_for_cycles() -> Iterator[None]:
    """Spare the interpreter the search for cycles among the records: there are none.

    It would take a fifth of the time of a long list and free nothing (measured).
    """
    searched = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searched:
            gc.enable()


def _in_runs(
    table: ListTable, reader: LineReader, report: ImportReport, mention: Callable[[str], None]
) -> Iterator[list[Line]]:
    """Yield the readable lines in runs that do not part the neighbours of one household."""
    run: list[Line] = []
    for row in table.rows:
        report.lines += 1
        try:
            line = reader.read(row.line, row.cells)
        except LineError as fault:
            report.fail(row.line, fault.column, str(fault))
            mention(reader.household_of(row.cells))
            continue
        if len(run) >= _LINES and line.household != run[-1].household:
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _remember(writer: Writer, day: dt.date, report: ImportReport) -> None:
    """Note the list by its checksum, if it brought anything: never by its name or content."""
    if not any(counts.new or counts.changed for counts in (report.households, report.persons)):
        return
    writer.add(
        ImportedList(
            id=writer.new_id(),
            scope=TEAM,
            sha256=report.checksum,
            day=day,
            lines=report.lines,
            faulty_lines=len(report.errors),
        )
    )
