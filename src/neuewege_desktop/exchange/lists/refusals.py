"""The sentences with which a list is refused; nothing has been changed then."""

from __future__ import annotations

from neuewege_desktop.base.errors import UserError
from neuewege_desktop.base.i18n import _
from neuewege_desktop.exchange.lists import limits


def wrong_kind() -> UserError:
    """Refuse a file that is no list at all."""
    return UserError(
        _("This file is not a list. Please choose a file in the format CSV, XLSX or ODS.")
    )


def old_excel() -> UserError:
    """Refuse a workbook in one of Excel's binary formats."""
    return UserError(
        _("This file has an older Excel format. Please save it as XLSX and choose that file.")
    )


def protected() -> UserError:
    """Refuse a workbook that is encrypted."""
    return UserError(
        _("This file is protected with a password. Please save it without one and try again.")
    )


def broken() -> UserError:
    """Refuse a file that does not keep the rules of its format."""
    return UserError(_("This file is damaged and cannot be read. Please save the list once more."))


def bomb() -> UserError:
    """Refuse a workbook that would unpack to far more than a list needs."""
    return UserError(
        _(
            "This file would become far too large when unpacked."
            " Please have the sender check it, or save the list as CSV."
        )
    )


def too_large() -> UserError:
    """Refuse a file of too many bytes."""
    return UserError(
        _("This file is larger than {size} MB. Please split the list into several files.").format(
            size=limits.MAX_FILE_BYTES // 1_000_000
        )
    )


def too_many_rows() -> UserError:
    """Refuse a list of too many rows."""
    return UserError(
        _("The list has more than {count} rows. Please split it into several files.").format(
            count=limits.MAX_ROWS
        )
    )


def too_many_columns(line: int) -> UserError:
    """Refuse a list of which row `line` is too wide."""
    return UserError(
        _("Row {line} has more than {count} columns. Please delete those not needed.").format(
            line=line, count=limits.MAX_COLUMNS
        )
    )


def cell_too_long(line: int) -> UserError:
    """Refuse a list with an overlong cell in row `line`."""
    return UserError(
        _("A cell in row {line} has more than {count} characters. Please shorten it.").format(
            line=line, count=limits.MAX_CELL
        )
    )


def text_too_long() -> UserError:
    """Refuse a workbook with an overlong text somewhere."""
    return UserError(
        _("A cell of this file has more than {count} characters. Please shorten it.").format(
            count=limits.MAX_CELL
        )
    )


def unclosed_quote(line: int) -> UserError:
    """Refuse a CSV file of which the record in physical line `line` is not well quoted."""
    return UserError(
        _(
            "The quotation marks in line {line} are not complete, or a cell is far too long."
            " Please correct that line."
        ).format(line=line)
    )


def merged_cells(area: str) -> UserError:
    """Refuse a sheet with merged cells in `area` (like A1:C1)."""
    return UserError(
        _("The cells {area} are merged. Please undo that, so that each column has its own.").format(
            area=area
        )
    )


def empty() -> UserError:
    """Refuse a file without any content."""
    return UserError(_("This list is empty. Please choose another file."))


def no_rows() -> UserError:
    """Refuse a list that has nothing but its header."""
    return UserError(
        _("This list has a first row with the names of the columns, but no further rows.")
    )


def no_such_sheet(name: str) -> UserError:
    """Refuse the name of a sheet that the workbook does not have."""
    return UserError(
        _("The workbook has no sheet “{name}”. Please choose another one.").format(name=name)
    )


def no_file(path: str) -> UserError:
    """Refuse a path on which there is no file."""
    return UserError(_("There is no file {path}. Please check where it is.").format(path=path))
