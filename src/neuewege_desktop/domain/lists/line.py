"""One line of a list: what it says of a person and a household, or why it cannot be read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

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

T = TypeVar("T")

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


class LineReader:
    """Reads the rows of one list, whose columns stand where its header says."""

    def __init__(self, columns: Mapping[Column, int], measures: Sequence[str]) -> None:
        self._columns = columns
        self._measures = code_list(measures)

    def says(self, *columns: Column) -> bool:
        """Say whether the list has all of these columns."""
        return all(column in self._columns for column in columns)

    def household_of(self, cells: Sequence[Cell]) -> str:
        """Return the household that a row names, readable or not."""
        return bg_number_of(cells[self._columns[Column.HOUSEHOLD]])

    def read(self, number: int, cells: Sequence[Cell]) -> Line:
        """Return what a row says; LineError for the first thing that is missing or unreadable."""
        row = _Row(self._columns, cells)
        row.check_obligatory()
        return Line(
            number=number,
            household=row.value(Column.HOUSEHOLD, bg_number_of),
            client_number=row.value(Column.CLIENT_NUMBER, client_number_of),
            role=MemberRole(row.value(Column.ROLE, lambda cell: code_of(cell, _ROLES))),
            name=PersonName(
                row.value(Column.LAST_NAME, text_of), row.value(Column.FIRST_NAME, text_of)
            ),
            sex=row.code(Column.SEX, _SEXES, Sex),
            birth_date=row.value(Column.BIRTH_DATE, date_of),
            family_status=row.code(Column.FAMILY_STATUS, _STATUSES, FamilyStatus),
            street=row.value(Column.STREET, text_of),
            postcode=row.value(Column.POSTCODE, postcode_of),
            place=row.value(Column.PLACE, text_of),
            ags=row.value(Column.MUNICIPALITY, ags_of),
            phone=row.value(Column.PHONE, phone_of),
            able=row.value(Column.ABLE, flag_of),
            able_dates=row.dates(Column.ABLE_FROM, Column.ABLE_UNTIL),
            unemployed_since=row.value(Column.UNEMPLOYED_SINCE, date_of),
            approval=row.dates(Column.APPROVAL_FROM, Column.APPROVAL_UNTIL),
            employment=row.value(Column.EMPLOYMENT, lambda cell: code_of(cell, _EMPLOYMENTS)),
            employed_since=row.value(Column.EMPLOYED_SINCE, date_of),
            measure=row.value(Column.MEASURE, lambda cell: code_of(cell, self._measures)),
            measure_dates=row.dates(Column.MEASURE_FROM, Column.MEASURE_UNTIL),
            qualification=row.code(Column.QUALIFICATION, _QUALIFICATIONS, QUALIFICATIONS.get),
            language=row.value(Column.LANGUAGE, text_of).casefold(),
            level=row.code(Column.LANGUAGE_LEVEL, _LEVELS, LanguageLevel),
            licences=frozenset(row.value(Column.DRIVING_LICENCE, _licences)),
            needs=row.value(Column.NEEDS, lambda cell: codes_of(cell, _NEEDS)),
            case_manager=row.value(Column.CASE_MANAGER, text_of),
        )


def _licences(cell: Cell) -> tuple[str, ...]:
    return tuple(text_of(cell).upper().replace(",", " ").replace(";", " ").split())


@dataclass(frozen=True, slots=True)
class _Row:
    """The cells of a row by column; what cannot be read is an error in its column."""

    columns: Mapping[Column, int]
    cells: Sequence[Cell]

    def check_obligatory(self) -> None:
        """Raise LineError if an obligatory value is missing; a client number may be unknown."""
        for column in OBLIGATORY:
            if column != Column.CLIENT_NUMBER and not text_of(self._cell(column)):
                raise LineError(column, _("“{column}” is missing.").format(column=column))

    def value(self, column: Column, read: Callable[[Cell], T]) -> T:
        """Return what `read` makes of the cell in a column."""
        try:
            return read(self._cell(column))
        except CellError as error:
            raise LineError(column, str(error)) from error

    def code(
        self, column: Column, codes: Mapping[str, str], make: Callable[[str], T | None]
    ) -> T | None:
        """Return the choice that the cell names, None if it is empty."""
        code = self.value(column, lambda cell: code_of(cell, codes))
        return make(code) if code else None

    def dates(self, start: Column, end: Column) -> Dates:
        """Return the days in two columns."""
        return Dates(self.value(start, date_of), self.value(end, date_of))

    def _cell(self, column: Column) -> Cell:
        place = self.columns.get(column)
        return None if place is None else self.cells[place]
