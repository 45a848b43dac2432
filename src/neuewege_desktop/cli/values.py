"""The values of the journal as codes for a machine."""

from __future__ import annotations

from typing import Any

from neuewege_desktop.domain.records import KINDS


def coded(kind: str, field: str, value: Any) -> Any:  # noqa: ANN401 - any JSON value
    """Return a value as the journal writes it; ids as text, for many programs round big numbers."""
    if value is None or not is_pointer(kind, field):
        return value
    return [str(each) for each in value] if isinstance(value, list) else str(value)


def is_pointer(kind: str, field: str) -> bool:
    """Say whether a field only points at another record: its number tells a person nothing."""
    info = KINDS[kind].by_name.get(field) if kind in KINDS else None
    return info is not None and info.refers is not None
