"""The bytes of issued papers: written in the act that issues them, read as they were.

They lie in the encrypted store beside the records and are known by the checksum in the journal, so
that a release is whole or has not happened (docs/decisions/0015-archived-papers.md).
"""

from __future__ import annotations

import hashlib

import sqlalchemy as sa

from neuewege_desktop.base.errors import StoreError
from neuewege_desktop.base.i18n import _
from neuewege_desktop.domain.records import RecordId
from neuewege_desktop.store import schema
from neuewege_desktop.store.reader import Reader


def checksum(content: bytes) -> str:
    """Return the SHA-256 of a paper in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def archived(reader: Reader, paper: RecordId, sha256: str) -> bytes:
    """Return a paper as it was issued; StoreError if it is not here or not what it was."""
    query = sa.select(schema.archived.c.content).where(schema.archived.c.record == paper)
    content = reader.connection.scalars(query).first()
    if content is None:
        raise StoreError(
            _("This document was issued on another laptop. It comes with the next exchange.")
        )
    if checksum(content) != sha256:
        raise StoreError(
            _("The archived document is damaged. Please restore the last backup and tell us.")
        )
    return bytes(content)
