"""Invented people: names that are no words, numbers of a range of their own."""

from __future__ import annotations

import datetime as dt
import itertools
import json
from dataclasses import dataclass

from neuewege_desktop.base.paths import resources
from neuewege_desktop.domain.choices.people import FamilyStatus, MemberRole, Salutation, Sex
from neuewege_desktop.domain.law.ages import age
from neuewege_desktop.domain.records.person import PersonName
from neuewege_desktop.services.demo.days import Days

BG_PREFIX = "43109BG"  # the lists of the district begin with 43102
CLIENT_PREFIX = "427"  # theirs go on with D
_FIRST_LETTER = ord("E")
_NUMBERS_A_LETTER = 1_000_000
_YOUNGEST_PARENT = 18  # years older than the eldest child at least
_OLDEST_CHILD = 22
_EMPLOYABLE_FROM = 15  # § 7 (1) no. 1 SGB II
_COMPOSITIONS = ("single", "parent", "couple", "family")
_SHARES = (55, 18, 11, 16)
_ALONE = (FamilyStatus.SINGLE, FamilyStatus.SINGLE, FamilyStatus.DIVORCED, FamilyStatus.SEPARATED)


@dataclass(frozen=True, slots=True)
class Invented:
    """Somebody who does not exist."""

    name: PersonName
    sex: Sex
    salutation: Salutation
    family_status: FamilyStatus
    role: MemberRole
    birth_date: dt.date
    client_number: str


class Inventor:
    """Invents people; the same chance invents the same ones."""

    def __init__(self, days: Days) -> None:
        self._days = days
        self._chance = days.chance
        self._running = itertools.count()
        path = resources() / "demo" / "names.json"
        self._names = json.loads(path.read_text(encoding="utf-8"))

    def family(self) -> list[Invented]:
        """Return the members of a household, its head first, of a likely composition."""
        last = self._surname()
        kind = self._chance.choices(_COMPOSITIONS, _SHARES)[0]
        with_children = kind in ("parent", "family")
        ages = (23, 50) if with_children else (19, 61)
        status = self._chance.choice(_ALONE)
        if kind in ("couple", "family"):
            status = self._chance.choice((FamilyStatus.MARRIED, FamilyStatus.SINGLE))
        head = self._adult(last, MemberRole.HEAD, status, ages)
        people = [head]
        if kind in ("couple", "family"):
            other = last if status == FamilyStatus.MARRIED else self._surname()
            people.append(self._adult(other, MemberRole.PARTNER, status, ages))
        if with_children:
            people += self._children(last, head)
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

    def _adult(
        self, last: str, role: MemberRole, status: FamilyStatus, ages: tuple[int, int]
    ) -> Invented:
        born = self._days.ago(ages[0] * 366, ages[1] * 365)
        return self._person(last, role, status, born)

    def _children(self, last: str, head: Invented) -> list[Invented]:
        years = age(head.birth_date, self._days.today)
        eldest = min(_OLDEST_CHILD, years - _YOUNGEST_PARENT) * 365
        count = self._chance.choice((1, 1, 2, 2, 3))
        births = sorted(self._days.ago(30, eldest) for _number in range(count))
        status = FamilyStatus.SINGLE
        return [self._person(last, MemberRole.CHILD_U25, status, born) for born in births]

    def _person(self, last: str, role: MemberRole, status: FamilyStatus, born: dt.date) -> Invented:
        is_woman = self._chance.random() < 0.52
        first = self._chance.choice(self._names["women" if is_woman else "men"])
        sex = Sex.FEMALE if is_woman else Sex.MALE
        salutation, number = Salutation.NONE, ""
        if age(born, self._days.today) >= _EMPLOYABLE_FROM:  # lists know no number of the younger
            salutation = Salutation.MRS if is_woman else Salutation.MR
            number = self._client_number()
        return Invented(PersonName(last, first), sex, salutation, status, role, born, number)

    def _client_number(self) -> str:
        letter, number = divmod(next(self._running), _NUMBERS_A_LETTER)
        return f"{CLIENT_PREFIX}{chr(_FIRST_LETTER + letter)}{number:06d}"
