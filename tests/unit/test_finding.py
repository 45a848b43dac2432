"""One slip of the finger is forgiven, and a day is understood however it is written."""

from __future__ import annotations

import datetime as dt

import pytest

from neuewege_desktop.domain.finding import (
    DayAsked,
    Nearness,
    day_asked,
    nearness,
    words_asked,
    words_of,
)

NAME = words_of("Testmann, Karl")


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("testmann", Nearness.WHOLE),
        ("Karl TESTMANN", Nearness.WHOLE),
        ("testm", Nearness.BEGINS),
        ("karl test", Nearness.BEGINS),
        ("tetmann", Nearness.FORGIVEN),  # a letter missing
        ("estmann", Nearness.FORGIVEN),
        ("testtmann", Nearness.FORGIVEN),  # one too many
        ("testmannn", Nearness.FORGIVEN),
        ("tesdmann", Nearness.FORGIVEN),  # a wrong one
        ("festmann", Nearness.FORGIVEN),
        ("testmamn", Nearness.FORGIVEN),
        ("tetsmann", Nearness.FORGIVEN),  # two swapped
        ("etstm", Nearness.FORGIVEN),
        ("tetsmann kalr", Nearness.FORGIVEN),
        ("tetsmnan", None),  # two slips in one word
        ("kal", None),  # too short to forgive anything
        ("testmann berta", None),
    ],
)
def test_a_name_is_found_with_one_slip_in_a_word(typed, near):
    assert nearness(words_asked(typed), NAME) == near


@pytest.mark.parametrize("name", ["Karl", "Täubchen", "Sorecking", "Voßstraße", "Quittenbaum"])
def test_every_slip_in_a_name_is_forgiven_wherever_it_falls(name):
    word = name.lower()
    slips = {word[:p] + word[p + 1 :] for p in range(len(word))}
    slips |= {word[:p] + new + word[p:] for p in range(len(word) + 1) for new in "aehknsx"}
    slips |= {word[:p] + new + word[p + 1 :] for p in range(len(word)) for new in "aehknsx"}
    slips |= {word[:p] + word[p + 1] + word[p] + word[p + 2 :] for p in range(len(word) - 1)}
    missed = {typed for typed in slips if not nearness(words_asked(typed), words_of(name))}
    assert {typed for typed in missed if len(typed) >= 4} == set()


def test_a_number_with_one_wrong_digit_is_another_number():
    assert nearness(words_asked("43102BG0000102"), words_of("43102BG0000101")) is None


@pytest.mark.parametrize(
    ("typed", "asked", "rest"),
    [
        ("20.04.2009", DayAsked(20, 4, 2009), ""),
        ("20.4.2009", DayAsked(20, 4, 2009), ""),
        ("2009-04-20", DayAsked(20, 4, 2009), ""),
        ("20.4.", DayAsked(20, 4), ""),
        ("20.4", DayAsked(20, 4), ""),
        ("20. April", DayAsked(20, 4), ""),
        ("20. April 2009", DayAsked(20, 4, 2009), ""),
        ("April 2009", DayAsked(None, 4, 2009), ""),
        ("Biblis 2009", DayAsked(None, None, 2009), "biblis"),
        ("Biblis, März", DayAsked(None, 3), "biblis"),
        ("march Biblis", DayAsked(None, 3), "biblis"),
        ("Karl Testmann", None, "karl testmann"),
        ("43102BG0000101", None, "43102bg0000101"),
    ],
)
def test_a_day_is_understood_however_it_is_written(typed, asked, rest):
    assert day_asked(typed) == (asked, rest)


def test_a_day_that_is_none_covers_nothing():
    asked, _rest = day_asked("31.2.2009")
    days = [dt.date(2009, 1, 1) + dt.timedelta(days=count) for count in range(365)]
    assert not any(asked.covers(day) for day in days)


def test_a_birth_date_is_looked_for_as_the_index_keeps_it():
    words = [word.folded for word in words_asked("Quitte 3.8.1979")]
    assert words == ["1979", "08", "03", "quitte"]


def test_a_whole_pasted_letter_is_cut_to_its_first_words():
    assert len(words_asked("ein sehr langer Brief " * 1000)) <= 5
