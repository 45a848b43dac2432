"""What a person chose that the columns of a list mean, remembered for the next list like it.

It is kept in the encrypted workplace of this laptop, under a checksum of the header: nothing that
an office wrote into a header is kept.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence

from neuewege_desktop.domain.lists.columns import Column
from neuewege_desktop.domain.lists.mapping import ColumnMapping, mapping_problem
from neuewege_desktop.services.office import Office
from neuewege_desktop.store.settings import read_setting, write_setting


def remember_mapping(office: Office, header: Sequence[str], mapping: ColumnMapping) -> None:
    """Read every later list with this header as `mapping` says."""
    with office.store.database.write() as connection:
        write_setting(connection, _name(header), json.dumps(mapping))


def remembered_mapping(office: Office, header: Sequence[str]) -> ColumnMapping | None:
    """Return what a person chose for this header, or None; None too if it no longer suffices."""
    with office.store.reading() as reader:
        kept = read_setting(reader.connection, _name(header))
    if not kept:
        return None
    try:
        mapping = tuple(Column(code) if code else None for code in json.loads(kept))
    except ValueError:  # chosen with a newer program
        return None
    return None if mapping_problem(header, mapping) else mapping


def _name(header: Sequence[str]) -> str:
    digest = hashlib.sha256(json.dumps(list(header)).encode("ascii"))
    return f"columns_of_list:{digest.hexdigest()}"
