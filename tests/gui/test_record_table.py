"""A table whose disk fails says so once, and stays a table."""

from __future__ import annotations

from array import array

from PySide6.QtTest import QTest

from neuewege_desktop.base.errors import StoreError
from neuewege_desktop.gui.kit.cells import Cell, Column
from neuewege_desktop.gui.kit.key_finder import KeyFinder
from neuewege_desktop.gui.kit.record_table import RecordTable


class FailingDisk:
    """Knows the ids of two rows, and cannot read them."""

    def ending(self):
        return self

    def cancel(self):
        """Nothing takes long here."""

    def keys(self, _question, _limit, _ending):
        return array("q", [1, 2])

    def rows(self, _ids):
        raise StoreError("Die Datendatei kann nicht gelesen werden.")


def test_a_failing_disk_is_told_once_and_not_for_each_cell(application):
    disk = FailingDisk()
    finder = KeyFinder(disk)
    table = RecordTable([Column("name", "Name", lambda row: Cell(row.name))], disk, finder)
    told = []
    table.failed.connect(lambda error: told.append(str(error)))
    table.ask("alle")
    for _turn in range(500):
        if table.rowCount():
            break
        QTest.qWait(10)
    assert [table.index(row, 0).data() for row in (0, 1, 0)] == ["", "", ""]
    assert told == ["Die Datendatei kann nicht gelesen werden."]
    finder.close()
