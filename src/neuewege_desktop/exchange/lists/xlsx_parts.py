"""How an XLSX workbook hangs together: its sheets, their parts, its shared texts."""

from __future__ import annotations

import posixpath
import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass

from neuewege_desktop.exchange.lists import limits, refusals
from neuewege_desktop.exchange.lists.archive import Archive
from neuewege_desktop.exchange.lists.markup import Attributes, EndHandler, Markup, StartHandler
from neuewege_desktop.exchange.lists.table import Sheet

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


@dataclass(frozen=True, slots=True)
class _Relation:
    kind: str
    target: str


def _relations(archive: Archive, source: str) -> dict[str, _Relation]:
    """Return what the part `source` ("" for the whole file) refers to, by id."""
    folder, name = posixpath.split(source)
    found: dict[str, _Relation] = {}

    def relationship(attributes: Attributes) -> None:
        kind = posixpath.basename(attributes.get("Type", ""))
        target = posixpath.join("/", folder, attributes.get("Target", ""))
        found[attributes.get("Id", "")] = _Relation(kind, posixpath.normpath(target).lstrip("/"))

    with archive.small_part(posixpath.join(folder, "_rels", f"{name}.rels")) as part:
        Markup({"Relationship": relationship}).parse(part)
    return found


def _target(relations: dict[str, _Relation], kind: str) -> str:
    return next((each.target for each in relations.values() if each.kind == kind), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkbookParts:
    """The sheets with the names of their parts; "" for styles or texts that do not exist."""

    sheets: tuple[tuple[Sheet, str], ...]
    styles: str
    strings: str
    since_1904: bool


def _relation_id(attributes: Attributes) -> str:
    return next((value for name, value in attributes.items() if name.endswith(" id")), "")


def workbook_parts(archive: Archive) -> WorkbookParts:
    """Read the table of contents of a workbook; refuse a package that is no XLSX workbook."""
    workbook = _target(_relations(archive, ""), "officeDocument")
    if not workbook.endswith(".xml"):
        raise refusals.old_excel() if workbook.endswith(".bin") else refusals.wrong_kind()
    relations = _relations(archive, workbook)
    if not _target(relations, "worksheet"):
        raise refusals.wrong_kind()
    sheets: list[tuple[Sheet, str]] = []
    properties: Attributes = {}

    def sheet(attributes: Attributes) -> None:
        relation = relations.get(_relation_id(attributes))
        if relation and relation.kind == "worksheet":
            name = attributes.get("name", "")
            visible = attributes.get("state", "visible") == "visible"
            entry = Sheet(index=len(sheets), name=name, visible=visible)
            sheets.append((entry, relation.target))

    with archive.small_part(workbook) as part:
        Markup({"sheet": sheet, "workbookPr": properties.update}).parse(part)
    if not sheets:
        raise refusals.wrong_kind()
    return WorkbookParts(
        sheets=tuple(sheets),
        styles=_target(relations, "styles"),
        strings=_target(relations, "sharedStrings"),
        since_1904=properties.get("date1904") in ("1", "true"),
    )


def unescaped(text: str) -> str:
    """Return `text` with the characters that XML cannot hold (written like _x000D_) put back."""
    if "_x" not in text:
        return text
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)


class RunReader:
    """Reads `value`, a text that may consist of runs with formats of their own.

    Readings of East Asian names (rPh) are no part of the text.
    """

    def __init__(self, starts: Mapping[str, StartHandler], ends: Mapping[str, EndHandler]) -> None:
        self.value = ""
        self._is_reading = False
        self.markup = Markup(
            {"t": self._begin_run, "rPh": self._begin_reading, **starts},
            {"t": self._end_run, "rPh": self._end_reading, **ends},
        )

    def _begin_run(self, _attributes: Attributes) -> None:
        self.markup.text.clear()

    def _end_run(self) -> None:
        if not self._is_reading:
            self.value += unescaped("".join(self.markup.text))
            if len(self.value) > limits.MAX_CELL:
                raise refusals.text_too_long()

    def _begin_reading(self, _attributes: Attributes) -> None:
        self._is_reading = True

    def _end_reading(self) -> None:
        self._is_reading = False


class _SharedStrings(RunReader):
    def __init__(self) -> None:
        super().__init__({"si": self._begin_string}, {"si": self._end_string})
        self.strings: list[str] = []
        self._bytes = 0

    def _begin_string(self, _attributes: Attributes) -> None:
        self.value = ""

    def _end_string(self) -> None:
        self.strings.append(self.value)
        self._bytes += sys.getsizeof(self.value)
        if self._bytes > limits.MAX_SHARED_STRINGS_BYTES:
            raise refusals.bomb()


def shared_strings(archive: Archive, name: str) -> list[str]:
    """Return the texts that the cells refer to by number, out of the part `name`."""
    reader = _SharedStrings()
    with archive.part(name) as part:
        reader.markup.parse(part)
    return reader.strings
