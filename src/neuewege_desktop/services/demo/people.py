"""Invented people: names that are no words, numbers of a range of their own."""

from __future__ import annotations

import datetime as dt
import json
import random
from dataclasses import dataclass

from neuewege_desktop.base.paths import resources
from neuewege_desktop.domain.choices.people import MemberRole, Salutation, Sex
from neuewege_desktop.domain.records.person import PersonName

BG_PREFIX = "43109BG"  # the lists of the district begin with 43102
CLIENT_PREFIX = "427E"  # theirs with 427D


@dataclass(frozen=True, slots=True)
class Invented:
    """Somebody who does not exist."""

    name: PersonName
    sex: Sex
    salutation: Salutation
    role: MemberRole
    birth_date: dt.date


class Inventor:
    """Invents people; the same chance invents the same ones."""

    def __init__(self, chance: random.Random, day: dt.date) -> None:
        self._chance = chance
        self._day = day
        path = resources() / "demo" / "names.json"
        self._names = json.loads(path.read_text(encoding="utf-8"))

    def family(self) -> list[Invented]:
        """Return the members of a household, its head first, of a likely composition."""
        last = self._surname()
        people = [self._adult(last, MemberRole.HEAD)]
        kind = self._chance.choices(("single", "parent", "couple", "family"), (55, 18, 11, 16))[0]
        if kind in ("couple", "family"):
            other = last if self._chance.random() < 0.8 else self._surname()
            people.append(self._adult(other, MemberRole.PARTNER))
        if kind in ("parent", "family"):
            count = self._chance.choice((1, 1, 2, 2, 3))
            people += [self._child(last) for _number in range(count)]
        return people

    def street(self) -> str:
        """Return a street that no town has, with a number."""
        return f"{self._chance.choice(self._names['streets'])} {self._chance.randint(1, 60)}"

    def phone(self) -> str:
        """Return a number of a prefix that is not given out."""
        return f"06200 {self._chance.randint(10_000, 99_999)}"

    def _surname(self) -> str:
        parts = self._names["beginnings"], self._names["endings"]
        name = "".join(map(self._chance.choice, parts))
        if self._chance.random() < 0.06:
            name += "-" + "".join(map(self._chance.choice, parts))
        return f"D'{name}" if self._chance.random() < 0.02 else name

    def _adult(self, last: str, role: MemberRole) -> Invented:
        return self._person(last, role, self._day.year - self._chance.randint(26, 58))

    def _child(self, last: str) -> Invented:
        years = self._chance.choice((0, 1, 2, 4, 5, 7, 9, 12, 14, 16, 19))
        return self._person(last, MemberRole.CHILD_U25, self._day.year - years - 1)

    def _person(self, last: str, role: MemberRole, year: int) -> Invented:
        woman = self._chance.random() < 0.52
        first = self._chance.choice(self._names["women" if woman else "men"])
        born = dt.date(year, 1, 1) + dt.timedelta(self._chance.randrange(365))
        sex = Sex.FEMALE if woman else Sex.MALE
        salutation = Salutation.MRS if woman else Salutation.MR
        return Invented(PersonName(last, first), sex, salutation, role, born)
