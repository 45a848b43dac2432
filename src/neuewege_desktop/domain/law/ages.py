"""Ages and the limits that hang on them.

A year of life is complete at the end of the day before the birthday, §§ 187 (2), 188 (2) BGB, so an
age is reached *on* the birthday. Where the month in question lacks that day, the year or month of
life ends with the last day of that month, § 188 (3) BGB: somebody born on 29 February completes a
year at the end of 28 February and reaches the new age on 1 March in years that are no leap years.
"""

from __future__ import annotations

import datetime as dt

from neuewege_desktop.domain.law.months import add_months, month_end

_DAY = dt.timedelta(days=1)
_CHILD_LIMIT_IN_MONTHS_SINCE = dt.date(2026, 7, 1)
_LAST_YEAR_WITH_65 = 1946
_FIRST_YEAR_WITH_67 = 1964


def reaches_months(birth: dt.date, months: int) -> dt.date:
    """Return the first day on which `months` months of life are complete."""
    day = add_months(birth, months)
    return day if day.day == birth.day else day + _DAY


def reaches(birth: dt.date, years: int) -> dt.date:
    """Return the first day on which the person is `years` years old."""
    return reaches_months(birth, years * 12)


def age(birth: dt.date, day: dt.date) -> int:
    """Return the complete years of life on `day`; negative before the birth."""
    years = day.year - birth.year
    return years if reaches(birth, years) <= day else years - 1


def born_at_least(years: int, day: dt.date) -> dt.date:
    """Return the last day of birth of those who are at least `years` years old on `day`."""
    return add_months(day, -12 * years)


def _months_beyond_65(year: int) -> int:
    if year <= _LAST_YEAR_WITH_65:
        return 0
    if year >= _FIRST_YEAR_WITH_67:
        return 24
    return year - 1946 if year <= 1958 else 12 + 2 * (year - 1958)


def age_limit_7a(birth: dt.date) -> dt.date:
    """Return the last day before the age limit, § 7a SGB II: the end of a month."""
    limit = reaches_months(birth, 65 * 12 + _months_beyond_65(birth.year))
    return month_end(limit - _DAY)


def leaves_household_on(birth: dt.date) -> dt.date:
    """Return the day on which a child forms a household of its own, § 7 (3) no. 4 SGB II: 25."""
    return reaches(birth, 25)


def child_limit_10(birth: dt.date, legal_date: dt.date) -> dt.date:
    """Return from which day work is reasonable beside this child, § 10 (1) no. 3 SGB II.

    By the law of `legal_date`: three years; since 1 July 2026 the 14th month of life is enough.
    """
    if legal_date < _CHILD_LIMIT_IN_MONTHS_SINCE:
        return reaches(birth, 3)
    return reaches_months(birth, 14)
