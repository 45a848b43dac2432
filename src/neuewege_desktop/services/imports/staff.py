"""The case managers whom a list names; an unknown one is planned, without access."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict

from neuewege_desktop.base.formats import fold
from neuewege_desktop.domain.choices.work import StaffFunction
from neuewege_desktop.domain.records import RecordId
from neuewege_desktop.domain.records.catalogue import TeamMember, User
from neuewege_desktop.domain.scopes import SHARED
from neuewege_desktop.domain.values import Period
from neuewege_desktop.services.imports.towns import Town
from neuewege_desktop.store.writer import Writer

_WORD = re.compile(r"\w+")
_FORMS_OF_ADDRESS = frozenset(("frau", "herr", "fr", "hr", "dr"))


class Staff:
    """Finds users by names as lists write them: „Linde“, „Linde, Petra“, „Frau P. Linde“."""

    def __init__(self, writer: Writer, day: dt.date) -> None:
        self._writer = writer
        self._day = day
        self._names = {user.id: _words(user.name) for user in writer.find(User)}
        self._teams: defaultdict[RecordId | None, set[RecordId]] = defaultdict(set)
        for member in writer.find(TeamMember):
            self._teams[member.team].add(member.user)

    def named(self, name: str, town: Town) -> RecordId | None:
        """Return the user of this name: of exactly this one, else of the team, else of anywhere.

        None if nobody is meant, or more than one might be.
        """
        words = _words(name)
        meant = {user for user, known in self._names.items() if _may_mean(words, known)}
        exactly = {user for user in meant if self._names[user] == words}
        for found in (exactly, meant & self._teams[town.team], meant):
            if len(found) == 1:
                return next(iter(found))
        return None

    def plan(self, name: str, town: Town) -> RecordId:
        """Make somebody a planned member of a team."""
        user = User(id=self._writer.new_id(), scope=SHARED, name=name)
        self._writer.add(user)
        if town.team is not None:
            self._writer.add(
                TeamMember(
                    id=self._writer.new_id(),
                    scope=SHARED,
                    team=town.team,
                    user=user.id,
                    function=StaffFunction.CASE_MANAGER,
                    period=Period(self._day),
                )
            )
            self._teams[town.team].add(user.id)
        self._names[user.id] = _words(name)
        return user.id


def _words(name: str) -> frozenset[str]:
    return frozenset(_WORD.findall(fold(name))) - _FORMS_OF_ADDRESS


def _may_mean(words: frozenset[str], known: frozenset[str]) -> bool:
    """Say whether all words are in a name; single letters may be initials, but not alone."""
    whole = {word for word in words if len(word) > 1}
    initials = {word[0] for word in known - whole}
    return bool(whole) and whole <= known and words - whole <= initials
