"""What only the project team holds, across municipalities."""

from __future__ import annotations

import datetime as dt

from neuewege_desktop.domain.records.kind import S0, Record, RecordId, fact, record
from neuewege_desktop.domain.scopes import Family


@record("imported_list", Family.TEAM)
class ImportedList(Record):
    """A list that came in; known by its checksum, never by its name or content."""

    sha256: str = fact(S0, index=True)
    day: dt.date = fact(S0)  # for which the list is true
    lines: int = fact(S0)
    faulty_lines: int = fact(S0)


@record("relocation", Family.TEAM)
class Relocation(Record):
    """A record was released in one municipality and admitted in another under a new id.

    The ids are plain numbers, not references: a team laptop need not hold both municipalities.
    """

    old: RecordId = fact(S0, index=True)
    old_scope: str = fact(S0)
    new: RecordId = fact(S0, index=True)
    new_scope: str = fact(S0)


@record("spelling_word", Family.SHARED)
class SpellingWord(Record):
    """A word that the team added to the dictionary."""

    text: str = fact(S0)
