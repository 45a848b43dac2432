"""Where the rows of a table come from: the lists of the services."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from neuewege_desktop.base.cancelling import Cancel, Cancelled
from neuewege_desktop.domain.listing import ListKind, Query
from neuewege_desktop.gui.kit.key_finder import Ending, Keys
from neuewege_desktop.gui.session import Session
from neuewege_desktop.services.lists import list_keys, list_rows


class ListSource:
    """One list of the workplace."""

    def __init__(self, session: Session, kind: ListKind) -> None:
        self._session, self._kind = session, kind
        self._store = session.workplace.store

    def ending(self) -> Cancel:
        """Return what can end one question."""
        return Cancel()

    def keys(self, question: object, limit: int | None, ending: Ending) -> Keys | None:
        """Return the ids that answer a query, in its order; None if it was ended."""
        if not isinstance(question, Query) or not isinstance(ending, Cancel):
            raise TypeError("a list answers queries")
        try:
            return list_keys(self._store, self._kind, question, limit=limit, cancel=ending)
        except Cancelled:
            return None

    def rows(self, ids: Sequence[int]) -> Sequence[Any]:
        """Return these rows as they are today."""
        return list_rows(self._store, self._kind, ids, self._session.room.today())
