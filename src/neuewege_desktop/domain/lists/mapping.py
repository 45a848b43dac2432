"""What each column of a list means, where a person has the last word; and words for columns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from neuewege_desktop.base.i18n import N_, _
from neuewege_desktop.domain.lists.columns import OBLIGATORY, Column, HeaderReading, recognise

ColumnMapping: TypeAlias = tuple[Column | None, ...]
"""What each column of the header means; None for one that is not read."""

COLUMN_WORDS: Mapping[Column, str] = {
    Column.HOUSEHOLD: N_("BG number"),
    Column.CLIENT_NUMBER: N_("Client number"),
    Column.ROLE: N_("Role in the household"),
    Column.LAST_NAME: N_("Last name"),
    Column.FIRST_NAME: N_("First name"),
    Column.SEX: N_("Sex"),
    Column.BIRTH_DATE: N_("Date of birth"),
    Column.FAMILY_STATUS: N_("Marital status"),
    Column.STREET: N_("Street and number"),
    Column.POSTCODE: N_("Postcode"),
    Column.PLACE: N_("Place"),
    Column.MUNICIPALITY: N_("Municipality key"),
    Column.PHONE: N_("Telephone"),
    Column.ABLE: N_("Fit for work"),
    Column.ABLE_FROM: N_("Fit for work from"),
    Column.ABLE_UNTIL: N_("Fit for work until"),
    Column.UNEMPLOYED_SINCE: N_("Unemployed since"),
    Column.APPROVAL_FROM: N_("Approval period from"),
    Column.APPROVAL_UNTIL: N_("Approval period until"),
    Column.EMPLOYMENT: N_("Employment"),
    Column.EMPLOYED_SINCE: N_("Employed since"),
    Column.MEASURE: N_("Measure"),
    Column.MEASURE_FROM: N_("Measure from"),
    Column.MEASURE_UNTIL: N_("Measure until"),
    Column.QUALIFICATION: N_("Vocational qualification"),
    Column.LANGUAGE: N_("Language"),
    Column.LANGUAGE_LEVEL: N_("Language level"),
    Column.DRIVING_LICENCE: N_("Driving licence"),
    Column.NEEDS: N_("Needs for support"),
    Column.CASE_MANAGER: N_("Case manager"),
}


def column_word(column: Column) -> str:
    """Return the word for a column in the language in use."""
    return _(COLUMN_WORDS[column])


def recognised_mapping(header: Sequence[str]) -> ColumnMapping:
    """Return what the columns mean by their names; of a doubled one the first counts."""
    meanings = {index: column for column, index in recognise(header).columns.items()}
    return tuple(meanings.get(index) for index in range(len(header)))


def mapped(header: Sequence[str], mapping: ColumnMapping) -> HeaderReading:
    """Return `header` read as `mapping` says."""
    counts = Counter(column for column in mapping if column is not None)
    pairs = list(zip(header, mapping, strict=True))
    return HeaderReading(
        columns={column: index for index, (_name, column) in enumerate(pairs) if column},
        ignored=tuple(name for name, column in pairs if name and column is None),
        missing=tuple(column for column in OBLIGATORY if column not in counts),
        doubled=tuple(column for column, count in counts.items() if count > 1),
    )


def mapping_problem(header: Sequence[str], mapping: ColumnMapping) -> str:
    """Return the sentence why a list cannot be read with this mapping, or "" if it can."""
    if len(header) != len(mapping):
        return _("The list has other columns than were chosen. Please choose them once more.")
    reading = mapped(header, mapping)
    if reading.doubled:
        return _(
            "More than one column of the list is chosen for: {names}. Please keep only one of each."
        ).format(names=_words(reading.doubled))
    if reading.missing:
        return _("No column of the list is chosen yet for: {names}. Please choose one.").format(
            names=_words(reading.missing)
        )
    return ""


def _words(columns: Iterable[Column]) -> str:
    return ", ".join(column_word(column) for column in columns)
