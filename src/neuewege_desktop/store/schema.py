"""The tables as they are today: one for each kind of record, and those of the journal.

Tables of records derive from the records; nobody writes a column down twice. Each row also keeps
the dot and the clock reading of its creation. Value columns may be empty only once the record is
erased, which keeps the bare row so that references stay whole.
"""

from __future__ import annotations

import sqlalchemy as sa

from neuewege_desktop.domain.records import KINDS, KindInfo
from neuewege_desktop.domain.records.kind import FieldInfo

VERSION = 2
APPLICATION_ID = 0x4E574447  # "NWDG"

metadata = sa.MetaData()

# Computed for touched rows in the same transaction, never journaled.
DERIVED: dict[str, tuple[str, ...]] = {"person": ("sort_key",), "household": ("sort_key",)}

# Asked of every row of a list, and therefore kept in the index by which the list is sorted.
_LISTED: dict[str, tuple[str, ...]] = {"household": ("period_start", "period_end")}

_STORAGE: dict[str, type[sa.Text | sa.Integer]] = {"text": sa.Text, "integer": sa.Integer}


def columns_of(info: FieldInfo) -> tuple[str, ...]:
    """Return the names of the columns that hold a field."""
    return tuple(f"{info.name}{suffix}" for suffix in info.shape.suffixes)


def _value_columns(kind: KindInfo) -> tuple[list[sa.Column[object]], list[str]]:
    columns: list[sa.Column[object]] = []
    obligatory: list[str] = []
    for info in kind.fields:
        shape = info.shape
        for name, storage, nullable in zip(
            columns_of(info), shape.storage, shape.nullable, strict=True
        ):
            reference = _reference(kind, info)
            columns.append(sa.Column(name, _STORAGE[storage](), *reference))
            if not nullable:
                obligatory.append(name)
    return columns, obligatory


def _reference(kind: KindInfo, info: FieldInfo) -> tuple[sa.ForeignKey, ...]:
    """Return the foreign key of a reference within one scope; others may arrive later."""
    if info.refers is None or KINDS[info.refers].family != kind.family:
        return ()
    return (sa.ForeignKey(f"{info.refers}.id", deferrable=True, initially="DEFERRED"),)


def _table(kind: KindInfo) -> sa.Table:
    columns, obligatory = _value_columns(kind)
    whole = " AND ".join(f'"{name}" IS NOT NULL' for name in obligatory if name != "life")
    table = sa.Table(
        kind.name,
        metadata,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("scope", sa.Text, nullable=False),
        sa.Column("dot", sa.Integer, nullable=False),
        sa.Column("hlc", sa.Integer, nullable=False),
        *columns,
        *(sa.Column(name, sa.Text) for name in DERIVED.get(kind.name, ())),
        sa.CheckConstraint(f"life = 'ERASED' OR ({whole})", name=f"whole_{kind.name}"),
    )
    for info in kind.fields:
        if info.index:
            sa.Index(f"by_{kind.name}_{info.name}", table.c[columns_of(info)[0]])
    for name in DERIVED.get(kind.name, ()):
        listed = [table.c[also] for also in (name, "id", *_LISTED.get(kind.name, ()))]
        sa.Index(f"by_{kind.name}_{name}", table.c.life, *listed)
        sa.Index(f"by_{kind.name}_scope", table.c.scope, table.c.life, *listed)
    return table


TABLES: dict[str, sa.Table] = {name: _table(kind) for name, kind in KINDS.items()}

entry = sa.Table(
    "entry",
    metadata,
    sa.Column("arrival", sa.Integer, primary_key=True),  # order in which it was applied here
    sa.Column("scope", sa.Text, nullable=False),
    sa.Column("device", sa.Integer, nullable=False),
    sa.Column("seq", sa.Integer, nullable=False),
    sa.Column("hlc", sa.Integer, nullable=False),
    sa.Column("act", sa.Integer, nullable=False, index=True),
    sa.Column("author", sa.Integer, nullable=False),
    sa.Column("at", sa.Integer, nullable=False),
    sa.Column("label", sa.Text, nullable=False),
    sa.Column("undoes", sa.Integer),
    sa.Column("deps", sa.Text, nullable=False),
    sa.Column("schema", sa.Integer, nullable=False),
    sa.Column("root", sa.LargeBinary, nullable=False),
    sa.Column("hash", sa.LargeBinary, nullable=False),
    sa.UniqueConstraint("scope", "device", "seq"),
)

part = sa.Table(
    "part",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),  # arrival of its entry and place in it
    sa.Column("record", sa.Integer, nullable=False, index=True),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("commitment", sa.LargeBinary, nullable=False),
    sa.Column("salt", sa.LargeBinary),
    sa.Column("payload", sa.Text),
)

stream = sa.Table(
    "stream",
    metadata,
    sa.Column("scope", sa.Text, primary_key=True),
    sa.Column("device", sa.Integer, primary_key=True),
    sa.Column("seq", sa.Integer, nullable=False),
    sa.Column("hash", sa.LargeBinary, nullable=False),
    sa.Column("forked", sa.Integer, nullable=False, server_default="0"),
)

version = sa.Table(  # versions of edited fields; an unedited one has that of its creation
    "version",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("record", sa.Integer, nullable=False, index=True),
    sa.Column("field", sa.Text, nullable=False),
    sa.Column("dot", sa.Integer, nullable=False),
    sa.Column("hlc", sa.Integer, nullable=False),
    sa.Column("value", sa.Text),
)

conflict = sa.Table(
    "conflict",
    metadata,
    sa.Column("record", sa.Integer, primary_key=True),
    sa.Column("field", sa.Text, primary_key=True),
    sa.Column("kind", sa.Text, nullable=False),
)

erasure = sa.Table(
    "erasure",
    metadata,
    sa.Column("scope", sa.Text, primary_key=True),
    sa.Column("record", sa.Integer, primary_key=True),
    sa.Column("kind", sa.Text, nullable=False),
)

parked = sa.Table(
    "parked",
    metadata,
    sa.Column("scope", sa.Text, primary_key=True),
    sa.Column("device", sa.Integer, primary_key=True),
    sa.Column("seq", sa.Integer, primary_key=True),
    sa.Column("body", sa.Text, nullable=False),
)

scope = sa.Table("scope", metadata, sa.Column("name", sa.Text, primary_key=True))

draft = sa.Table(  # local: neither journaled nor exchanged
    "draft",
    metadata,
    sa.Column("place", sa.Text, primary_key=True),  # the form and field it was typed into
    sa.Column("author", sa.Integer, primary_key=True),
    sa.Column("record", sa.Integer, index=True),
    sa.Column("at", sa.Integer, nullable=False),
    sa.Column("text", sa.Text, nullable=False),
)

archived = sa.Table(  # the bytes of issued papers: not journaled, known by their checksum there
    "archived",
    metadata,
    sa.Column("record", sa.Integer, primary_key=True),
    sa.Column("content", sa.LargeBinary, nullable=False),
)

setting = sa.Table(  # of this copy: its device, counters, clock
    "setting",
    metadata,
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("value", sa.Text, nullable=False),
)

# Contentless full-text indexes over folded words; rowid is the record.
SEARCHES = ("person", "household")
