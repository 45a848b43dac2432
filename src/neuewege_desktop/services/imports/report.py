"""What came of an import: counts, errors and warnings by line, households that were not listed."""

from __future__ import annotations

from dataclasses import dataclass, field

from neuewege_desktop.services.outcome import Outcome
from neuewege_desktop.store.indexes import HouseholdEntry


@dataclass(frozen=True, slots=True)
class Problem:
    """Something about a line. `named` says it with the names of persons, `message` without."""

    line: int
    field: str
    message: str
    named: str


@dataclass(slots=True)
class Counts:
    """How many were new, changed and unchanged."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0


@dataclass(slots=True)
class ImportReport:
    """The result of an import, or of a dry run of it.

    `absent` are the households that the list leaves out, `checksum` tells the list from every other
    one, `outcome` is what the act changed: None after a dry run.
    """

    households: Counts = field(default_factory=Counts)
    persons: Counts = field(default_factory=Counts)
    errors: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)
    absent: list[HouseholdEntry] = field(default_factory=list)
    ignored_columns: tuple[str, ...] = ()
    lines: int = 0
    checksum: str = ""
    outcome: Outcome | None = field(default=None, compare=False)

    def warn(self, line: int, column: str, message: str, named: str | None = None) -> None:
        """Note something doubtful that entered all the same."""
        self.warnings.append(Problem(line, column, message, named or message))

    def fail(self, line: int, column: str, message: str, named: str | None = None) -> None:
        """Note why a line did not enter."""
        self.errors.append(Problem(line, column, message, named or message))
