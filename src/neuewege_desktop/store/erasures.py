"""The outer list of erasures: random ids only, kept beside the store and in every backup.

An erasure not yet handed on would be lost when its laptop is restored from an older backup. So a
restore reads this list, erases again and tells the others again.
"""

from __future__ import annotations

import hmac
import json
from collections.abc import Collection
from pathlib import Path

from neuewege_desktop.store.files import os_failures, write_atomic
from neuewege_desktop.store.vault.keys import Keys, derive

FILE = "loeschungen.json"
_MOST_BYTES = 64 << 20

Erased = tuple[str, int, str]  # scope, record, kind


def read_erasures(folder: Path, keys: Keys) -> set[Erased]:
    """Return the erasures listed in a folder; none if the list is missing or not ours."""
    path = folder / FILE
    with os_failures(path):
        if not path.exists() or path.stat().st_size > _MOST_BYTES:
            return set()
        raw = path.read_bytes()
    try:
        document = json.loads(raw)
        lines = document["erased"]
        if not hmac.compare_digest(document["mac"], _seal(lines, keys)):
            return set()
        return {(scope, record, kind) for scope, record, kind in lines}
    except (ValueError, KeyError, TypeError):
        return set()


def add_erasures(folder: Path, keys: Keys, erased: Collection[Erased]) -> None:
    """Put erasures into the list of a folder; what stands there stays."""
    known = read_erasures(folder, keys)
    if known.issuperset(erased):
        return
    lines = [list(line) for line in sorted(known.union(erased))]
    document = {"erased": lines, "mac": _seal(lines, keys)}
    write_atomic(folder / FILE, json.dumps(document).encode())


def _seal(lines: object, keys: Keys) -> str:
    content = json.dumps(lines, separators=(",", ":")).encode()
    return hmac.digest(derive(keys.data_key, "nw/erasures/v1"), content, "sha256").hex()
