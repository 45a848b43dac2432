"""Writing records of one scope into an open act."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from neuewege_desktop.domain.records import Record
from neuewege_desktop.store.writer import Writer

R = TypeVar("R", bound=Record)


class Scribe:
    """Gives every new record its id and the scope that this scribe writes for."""

    def __init__(self, writer: Writer, scope: str) -> None:
        self._writer = writer
        self._scope = scope

    def write(self, kind: Callable[..., R], **values: Any) -> R:  # noqa: ANN401 - any field
        """Begin a record of this kind with these values and return it."""
        record = kind(id=self._writer.new_id(), scope=self._scope, **values)
        self._writer.add(record)
        return record
