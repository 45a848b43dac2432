"""A migration step as a later version may need it: it rebuilds the table of persons whole."""

from __future__ import annotations

import re

from neuewege_desktop.store.migrate import steps

_TABLE = re.compile(r"CREATE TABLE person \(.*?\n\);\n", re.DOTALL)
_INDEX = re.compile(r"CREATE INDEX \w+ ON person \([^)]*\);\n")


def _rebuild_persons():
    first = steps()[0][1]
    table = _TABLE.search(first)[0].replace("TABLE person", "TABLE person_new")
    return (
        f"{table}INSERT INTO person_new SELECT * FROM person;\nDROP TABLE person;\n"
        f"ALTER TABLE person_new RENAME TO person;\n{''.join(_INDEX.findall(first))}"
    )


REBUILD_PERSONS = _rebuild_persons()
