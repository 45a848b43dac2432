"""One line of a list: what it says of a person and a household, or why it cannot be read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from neuewege_desktop.base.errors import UserError
from neuewege_desktop.base.i18n import _
from neuewege_desktop.domain.choices.people import (
    EmploymentKind,
    FamilyStatus,
    LanguageLevel,
    MemberRole,
    Sex,
    Vocational,
)
from neuewege_desktop.domain.lists.cells import (
    Cell,
    CellError,
    ags_of,
    bg_number_of,
    client_number_of,
    code_list,
    code_of,
    codes_of,
    date_of,
    flag_of,
    phone_of,
    postcode_of,
    text_of,
)
from neuewege_desktop.domain.lists.columns import OBLIGATORY, Column
from neuewege_desktop.domain.records.person import PersonName

AT_SCHOOL = "schueler"
EMPLOYMENTS: Mapping[str, EmploymentKind] = {
    "minijob": EmploymentKind.MINI,
    "sv_teilzeit": EmploymentKind.PART_TIME,
    "sv_vollzeit": EmploymentKind.FULL_TIME,
    "selbst": EmploymentKind.SELF_EMPLOYED,
}
QUALIFICATIONS: Mapping[str, Vocational] = {
    "ohne": Vocational.NONE,
    "berufsausbildung": Vocational.COMPANY,
    "studium": Vocational.MASTER,
}
NEEDS = (
    "schulden",
    "gesundheit",
    "kinderbetreuung",
    "mobilitaet",
    "sprache",
    "sucht",
    "psychosozial",
)
_ROLES = code_list(MemberRole)
_SEXES = {**code_list(Sex), **dict.fromkeys(("weiblich", "w"), "W"), "mannlich": "M", "divers": "D"}
_STATUSES = code_list(FamilyStatus)
_EMPLOYMENTS = code_list((*EMPLOYMENTS, AT_SCHOOL))
_QUALIFICATIONS = code_list(QUALIFICATIONS)
_LEVELS = code_list(LanguageLevel)
_NEEDS = code_list(NEEDS)


class LineError(UserError):
    """A line cannot enter: in which column, and why."""

    def __init__(self, column: Column, sentence: str) -> None:
        super().__init__(sentence)
        self.column = column


@dataclass(frozen=True, slots=True)
class Dates:
    """Two days as a list gives them; either may be missing, and they may be the wrong way round."""

    start: dt.date | None = None
    end: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What a line says. A column that the list does not have says nothing (`says`)."""

    number: int
    household: str
    client_number: str
    role: MemberRole
    name: PersonName
    sex: Sex | None
    birth_date: dt.date | None
    family_status: FamilyStatus | None
    street: str
    postcode: str
    place: str
    ags: str
    phone: str
    able: bool | None
    able_dates: Dates
    unemployed_since: dt.date | None
    approval: Dates
    employment: str
    employed_since: dt.date | None
    measure: str
    measure_dates: Dates
    qualification: Vocational | None
    language: str
    level: LanguageLevel | None
    licences: frozenset[str]
    needs: tuple[str, ...]
    case_manager: str


Read = Callable[[Cell], Any]


def _choice(codes: Mapping[str, str], make: Callable[[str], Any]) -> Read:
    def read(cell: Cell) -> Any:  # noqa: ANN401 - the choice, None if the cell is empty
        code = code_of(cell, codes)
        return make(code) if code else None

    return read


def _code(codes: Mapping[str, str]) -> Read:
    return lambda cell: code_of(cell, codes)


def _language(cell: Cell) -> str:
    return text_of(cell).casefold()


def _licences(cell: Cell) -> frozenset[str]:
    return frozenset(text_of(cell).upper().replace(",", " ").replace(";", " ").split())


@dataclass(frozen=True, slots=True)
class _Part:
    """What becomes of a column: its name among the values of a line, how it is read, if empty."""

    name: str
    read: Read
    empty: Any = ""


_PARTS: Mapping[Column, _Part] = {
    Column.HOUSEHOLD: _Part("household", bg_number_of),
    Column.CLIENT_NUMBER: _Part("client_number", client_number_of),
    Column.ROLE: _Part("role", _choice(_ROLES, MemberRole)),
    Column.LAST_NAME: _Part("last", text_of),
    Column.FIRST_NAME: _Part("first", text_of),
    Column.SEX: _Part("sex", _choice(_SEXES, Sex), None),
    Column.BIRTH_DATE: _Part("birth_date", date_of, None),
    Column.FAMILY_STATUS: _Part("family_status", _choice(_STATUSES, FamilyStatus), None),
    Column.STREET: _Part("street", text_of),
    Column.POSTCODE: _Part("postcode", postcode_of),
    Column.PLACE: _Part("place", text_of),
    Column.MUNICIPALITY: _Part("ags", ags_of),
    Column.PHONE: _Part("phone", phone_of),
    Column.ABLE: _Part("able", flag_of, None),
    Column.ABLE_FROM: _Part("able_from", date_of, None),
    Column.ABLE_UNTIL: _Part("able_until", date_of, None),
    Column.UNEMPLOYED_SINCE: _Part("unemployed_since", date_of, None),
    Column.APPROVAL_FROM: _Part("approval_from", date_of, None),
    Column.APPROVAL_UNTIL: _Part("approval_until", date_of, None),
    Column.EMPLOYMENT: _Part("employment", _code(_EMPLOYMENTS)),
    Column.EMPLOYED_SINCE: _Part("employed_since", date_of, None),
    Column.MEASURE_FROM: _Part("measure_from", date_of, None),
    Column.MEASURE_UNTIL: _Part("measure_until", date_of, None),
    Column.QUALIFICATION: _Part(
        "qualification", _choice(_QUALIFICATIONS, QUALIFICATIONS.__getitem__), None
    ),
    Column.LANGUAGE: _Part("language", _language),
    Column.LANGUAGE_LEVEL: _Part("level", _choice(_LEVELS, LanguageLevel), None),
    Column.DRIVING_LICENCE: _Part("licences", _licences, frozenset()),
    Column.NEEDS: _Part("needs", lambda cell: codes_of(cell, _NEEDS), ()),
    Column.CASE_MANAGER: _Part("case_manager", text_of),
}


class LineReader:
    """Reads the rows of one list, whose columns stand where its header says."""

    def __init__(self, columns: Mapping[Column, int], measures: Sequence[str]) -> None:
        parts = {**_PARTS, Column.MEASURE: _Part("measure", _code(code_list(measures)))}
        self._columns = frozenset(columns)
        self._household = columns[Column.HOUSEHOLD]
        self._empty = {part.name: part.empty for part in parts.values()}
        self._plan = [  # in the order of the columns, not of the file: so is the first fault
            (columns[column], column, parts[column].name, parts[column].read)
            for column in Column
            if column in columns
        ]
        self._obligatory = [
            (columns[column], column) for column in OBLIGATORY if column != Column.CLIENT_NUMBER
        ]

    def says(self, column: Column) -> bool:
        """Say whether the list has a column."""
        return column in self._columns

    def household_of(self, cells: Sequence[Cell]) -> str:
        """Return the household that a row names, readable or not."""
        return bg_number_of(cells[self._household])

    def read(self, number: int, cells: Sequence[Cell]) -> Line:
        """Return what a row says; LineError for the first thing that is missing or unreadable."""
        for place, obligatory in self._obligatory:
            if not text_of(cells[place]):
                sentence = _("“{column}” is missing.").format(column=obligatory)
                raise LineError(obligatory, sentence)
        found = dict(self._empty)
        for place, column, name, read in self._plan:
            cell = cells[place]
            if cell is None or cell == "":
                continue
            try:
                found[name] = read(cell)
            except CellError as error:
                raise LineError(column, str(error)) from error
        return Line(
            number=number,
            name=PersonName(found.pop("last"), found.pop("first")),
            able_dates=Dates(found.pop("able_from"), found.pop("able_until")),
            approval=Dates(found.pop("approval_from"), found.pop("approval_until")),
            measure_dates=Dates(found.pop("measure_from"), found.pop("measure_until")),
            **found,
        )
