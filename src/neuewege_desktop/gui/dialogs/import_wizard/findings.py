"""What an import found to say about lines: errors and warnings as the rows of a table."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass

from neuewege_desktop.base.cancelling import Cancel
from neuewege_desktop.base.formats import sort_key
from neuewege_desktop.base.i18n import _
from neuewege_desktop.domain.lists.columns import Column as ListColumn
from neuewege_desktop.domain.lists.mapping import column_word
from neuewege_desktop.gui.kit.cells import Cell, Column, Shape
from neuewege_desktop.gui.kit.key_finder import Ending, Keys
from neuewege_desktop.gui.kit.look.colours import Tone
from neuewege_desktop.services.imports.report import ImportReport

ERRORS, WARNINGS = "errors", "warnings"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something about a line, with the names that it is about."""

    id: int
    line: int
    column: str
    text: str
    is_error: bool

    @property
    def kind(self) -> str:
        """Return in a word how grave it is."""
        return _("Error") if self.is_error else _("Warning")


@dataclass(frozen=True, slots=True)
class FindingQuery:
    """Which findings are asked for, and in what order; `list_number` tells lists apart."""

    list_number: int
    kind: str = ""
    order: str = "line"
    descending: bool = False


def findings_of(report: ImportReport) -> list[Finding]:
    """Return errors and warnings together, by line."""
    both = [(problem, True) for problem in report.errors]
    both += [(problem, False) for problem in report.warnings]
    both.sort(key=lambda found: (found[0].line, not found[1]))
    return [
        Finding(number, problem.line, _word(problem.field), problem.named, is_error)
        for number, (problem, is_error) in enumerate(both)
    ]


def _word(field: str) -> str:
    return column_word(ListColumn(field))


def columns() -> Sequence[Column[Finding]]:
    """Return the columns of the table."""
    return (
        Column("line", _("Line"), lambda found: Cell(str(found.line)), "line", 84),
        Column("kind", _("Kind"), _kind, "kind", 118),
        Column("column", _("Column"), lambda found: Cell(found.column), "column", 170),
        Column("text", _("What to look at"), lambda found: Cell(found.text), "text", 420),
    )


def _kind(found: Finding) -> Cell:
    tone, icon = (Tone.BAD, "circle-alert") if found.is_error else (Tone.WARNING, "triangle-alert")
    return Cell(found.kind, tone=tone, icon=icon, shape=Shape.CHIP)


_KEYS = {
    "line": lambda found: (found.line, not found.is_error),
    "kind": lambda found: (not found.is_error, found.line),
    "column": lambda found: (sort_key(found.column), found.line),
    "text": lambda found: (sort_key(found.text), found.line),
}


class FindingSource:
    """The findings of one list at a time."""

    def __init__(self) -> None:
        self._findings: Sequence[Finding] = ()

    def replace(self, findings: Sequence[Finding]) -> None:
        """Answer for other findings from now on."""
        self._findings = findings

    def ending(self) -> Cancel:
        """Return what can end one question."""
        return Cancel()

    def keys(self, question: object, limit: int | None, ending: Ending) -> Keys | None:  # noqa: ARG002
        """Return the ids of the findings that are asked for."""
        if not isinstance(question, FindingQuery):
            raise TypeError("findings answer their own queries")
        found = self.asked_for(question)
        return array("q", [finding.id for finding in found[:limit]])

    def asked_for(self, query: FindingQuery) -> Sequence[Finding]:
        """Return the findings that are asked for, in their order."""
        found = [
            finding
            for finding in self._findings
            if not query.kind or finding.is_error == (query.kind == ERRORS)
        ]
        return sorted(found, key=_KEYS[query.order], reverse=query.descending)

    def rows(self, ids: Sequence[int]) -> Sequence[Finding]:
        """Return these findings."""
        return [self._findings[number] for number in ids if number < len(self._findings)]
