"""However a command ends, it says so in sentences, and keeps the values of people to itself."""

from __future__ import annotations

from neuewege_desktop.base.failures import places_of
from neuewege_desktop.cli.main import run
from neuewege_desktop.cli.table import Column, table


def test_a_bug_is_reported_by_its_place_without_any_value(capsys):
    def broken():
        raise KeyError("Täubchen, Ulf")

    assert run(["undo", "buero"], broken) == 1
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "KeyError (cli/main.py:" in shown.err
    assert "cli/desk.py:" in shown.err
    assert "Täubchen" not in shown.err
    assert "Traceback" not in shown.err


def test_a_report_names_the_causes_too():
    failure = LookupError("geheim")
    failure.__cause__ = ValueError("auch geheim")
    assert places_of(failure) == "LookupError () ← ValueError ()"


def test_a_table_keeps_its_columns_below_wide_and_combined_signs():
    columns = (
        Column("Name", lambda row: row[0]),
        Column("Number", lambda row: row[1], numbers=True),
    )
    rows = [("Ulf", "7"), ("王芳", "12"), ("Lu\u0308tz", "3")]
    assert list(table(columns, rows)) == [
        "Name  Number",
        "────  ──────",
        "Ulf        7",
        "王芳      12",
        "Lu\u0308tz       3",
    ]


def test_a_table_without_rows_is_not_shown():
    assert list(table((Column("Name", str),), [])) == []
