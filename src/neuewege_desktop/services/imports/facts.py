"""Facts with a validity: what a list says goes on, begins, ends, or corrects what it said before.

Value by value, what a person wrote wins over the list, which reports the difference. Nor does the
list bring back what a person ended, moved to other days or took away.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from neuewege_desktop.domain.records import Record, RecordId
from neuewege_desktop.domain.values import Period
from neuewege_desktop.services.imports.shelf import Shelf

_DAY = dt.timedelta(days=1)


class FactKeeper:
    """Keeps what one line says of one owner; `changed` tells whether it was anything new."""

    def __init__(
        self,
        shelf: Shelf,
        new_id: Callable[[], RecordId],
        scope: str,
        day: dt.date,
        differs: Callable[[str], None],
    ) -> None:
        self._shelf = shelf
        self._new_id = new_id
        self._scope = scope
        self._day = day
        self._differs = differs  # told the column in which a value by hand stands against the list
        self.changed = False

    def state(
        self,
        kind: type[Record],
        owner: Mapping[str, RecordId],
        values: Mapping[str, Any],
        column: str,
        key: Iterable[str] = (),
    ) -> None:
        """Keep what is true since the day of the list, until a list says otherwise.

        `owner` names the record it belongs to, first of all; facts with equal `key` fields are
        states of the same thing.
        """
        of, wanted = _first(owner), {**owner, **values}
        alike = [fact for fact in self._shelf.of(kind, of) if _agree(fact, wanted, key)]
        current: Any = max(alike, key=_start_of, default=None)
        if current is not None and current.period.last >= self._day:
            self._succeed(of, current, values, column)
        elif self._was_ended_by_hand(current, wanted) or self._was_removed(kind, of, wanted):
            self._differs(column)
        else:
            self._begin(kind, owner, values, Period(self._day))

    def _was_ended_by_hand(
        self,
        fact: Any,  # noqa: ANN401 - any kind with a period, or None
        wanted: Mapping[str, Any],
    ) -> bool:
        if fact is None or not _agree(fact, wanted, wanted):
            return False
        return self._shelf.is_by_hand(fact, "period")

    def _was_removed(self, kind: type[Record], of: RecordId, wanted: Mapping[str, Any]) -> bool:
        return any(_agree(fact, wanted, wanted) for fact in self._shelf.removed(kind, of))

    def _succeed(
        self,
        of: RecordId,
        current: Any,  # noqa: ANN401
        values: Mapping[str, Any],
        column: str,
    ) -> None:
        """Let new values follow on the current ones; what else stands beside them stays."""
        news = self._news(current, values, column)
        if not news:
            return
        if current.period.start > self._day:
            self._differs(column)
        elif current.period.start == self._day:
            self._exchange(of, current, news)
        else:
            rest = Period(self._day, current.period.end)
            follower = replace(current, id=self._new_id(), period=rest, **news)
            ended = Period(current.period.start, self._day - _DAY)
            self._exchange(of, current, {"period": ended})
            self._shelf.add(of, follower)

    def spell(
        self,
        kind: type[Record],
        owner: Mapping[str, RecordId],
        values: Mapping[str, Any],
        period: Period,
        column: str,
        key: Iterable[str] = (),
    ) -> None:
        """Keep a time that the list itself dates: a new one, its end, or a corrected beginning."""
        of, wanted = _first(owner), {**owner, **values}
        facts: list[Any] = [fact for fact in self._shelf.of(kind, of) if _agree(fact, wanted, key)]
        same = next((fact for fact in facts if fact.period.start == period.start), None)
        opened = next((fact for fact in facts if fact.period.end is None), None)
        if same is not None:
            self._correct(of, same, {**values, "period": period}, column)
        elif self._was_moved_by_hand(facts, period) or _overlap(
            self._shelf.removed(kind, of), period
        ):
            self._differs(column)
        elif opened is not None and opened.period.start > period.start:
            self._correct(of, opened, {**values, "period": period}, column)
        else:
            if opened is not None and period.end is None:
                self.end(of, opened, period.start - _DAY, column)
            self._begin(kind, owner, values, period)

    def _was_moved_by_hand(self, facts: Sequence[Any], period: Period) -> bool:
        """Say whether a person set the days of one of these facts over the same time."""
        return _overlap((f for f in facts if self._shelf.is_by_hand(f, "period")), period)

    def no_longer(
        self,
        kind: type[Record],
        of: RecordId,
        column: str,
        still: Callable[[Any], bool] = lambda _fact: False,
    ) -> None:
        """End what was true on the day of the list and is not `still` said."""
        facts: list[Any] = list(self._shelf.of(kind, of))
        for fact in facts:
            if fact.period.covers(self._day) and not still(fact):
                self.end(of, fact, self._day - _DAY, column)

    def end(
        self,
        of: RecordId,
        fact: Any,  # noqa: ANN401
        day: dt.date,
        column: str,
        **values: object,
    ) -> bool:
        """End a fact on a day, or take it away if it would end before it began.

        `values` are what else its end changes. Return whether that is news.
        """
        if day >= fact.period.start:
            ended = Period(fact.period.start, min(day, fact.period.last))
            return self._correct(of, fact, {"period": ended, **values}, column)
        if self._shelf.is_by_hand(fact, "period"):
            self._differs(column)
            return False
        self._shelf.withdraw(of, fact)
        self.changed = True
        return True

    def _correct(
        self,
        of: RecordId,
        fact: Any,  # noqa: ANN401
        values: Mapping[str, Any],
        column: str,
    ) -> bool:
        news = self._news(fact, values, column)
        if news:
            self._exchange(of, fact, news)
        return bool(news)

    def _news(
        self,
        fact: Any,  # noqa: ANN401
        values: Mapping[str, Any],
        column: str,
    ) -> dict[str, Any]:
        """Return the values that differ and may be written; report those that may not."""
        differing = {name: v for name, v in values.items() if getattr(fact, name) != v}
        news = {n: v for n, v in differing.items() if not self._shelf.is_by_hand(fact, n)}
        if len(news) < len(differing):
            self._differs(column)
        return news

    def _begin(
        self,
        kind: type[Record],
        owner: Mapping[str, RecordId],
        values: Mapping[str, Any],
        period: Period,
    ) -> None:
        make: Callable[..., Record] = kind
        fact = make(id=self._new_id(), scope=self._scope, period=period, **owner, **values)
        self._shelf.add(_first(owner), fact)
        self.changed = True

    def _exchange(
        self,
        of: RecordId,
        fact: Any,  # noqa: ANN401
        values: Mapping[str, Any],
    ) -> None:
        self._shelf.exchange(of, fact, replace(fact, **values))
        self.changed = True


def _first(owner: Mapping[str, RecordId]) -> RecordId:
    return next(iter(owner.values()))


def _agree(fact: object, values: Mapping[str, Any], names: Iterable[str]) -> bool:
    return all(getattr(fact, name) == values[name] for name in names)


def _overlap(facts: Iterable[Any], period: Period) -> bool:
    return any(fact.period.overlaps(period) for fact in facts)


def _start_of(fact: Any) -> dt.date:  # noqa: ANN401 - any kind with a period
    start: dt.date = fact.period.start
    return start
