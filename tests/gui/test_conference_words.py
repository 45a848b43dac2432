"""What the screen of a conference says and leaves out, without a window."""

from __future__ import annotations

import datetime as dt

import pytest

from neuewege_desktop.domain.choices.work import ItemState, MeetingPart
from neuewege_desktop.gui.conference.discretion import without_names
from neuewege_desktop.gui.conference.stopwatch import Stopwatch, reading
from neuewege_desktop.gui.conference.subjects import Stop, minutes_left, next_open

TWO = dt.datetime(2009, 4, 20, 14, tzinfo=dt.UTC)
MINUTE = dt.timedelta(minutes=1)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Herr Groß war da", "Herr … war da"),
        ("groß, Jörg: erneut einladen", "…, …: erneut einladen"),
        ("Am Großen Anger", "Am Großen Anger"),  # only whole words are names
        ("Große Straße 3", "…"),
    ],
)
def test_no_name_is_left_of_a_household_that_is_talked_about_by_pseudonym(text, left):
    assert without_names(text, ("Groß", "Jörg", "Große Straße 3", "")) == left


def test_the_watch_counts_for_one_item_at_a_time_and_not_while_it_is_paused():
    watch = Stopwatch()
    watch.turn_to(1, TWO)
    watch.go_on(TWO)
    watch.turn_to(2, TWO + 3 * MINUTE)
    watch.stop(TWO + 5 * MINUTE)
    watch.go_on(TWO + 20 * MINUTE)
    assert watch.spent(1, TWO + 21 * MINUTE) == 3 * MINUTE
    assert watch.spent(2, TWO + 21 * MINUTE) == 3 * MINUTE


def test_an_item_taken_up_again_goes_on_with_the_minutes_it_took_before():
    watch = Stopwatch()
    watch.go_on(TWO)
    watch.turn_to(1, TWO, before_min=4)
    assert watch.minutes(1, TWO + 30 * dt.timedelta(seconds=1)) == 5


def test_the_watch_says_in_words_when_the_planned_time_is_over():
    assert reading(4 * MINUTE, 5, is_running=True).is_over is False
    assert reading(5 * MINUTE, 5, is_running=True).words == "the planned time is up"
    over = reading(7 * MINUTE, 5, is_running=False)
    assert (over.figures, over.words) == ("07:00", "2 minutes over the plan, paused")


def stop(key, state):
    return Stop(key=key, part=MeetingPart.INTERNAL, number=key, name="", state=state, planned_min=5)


def test_after_the_last_item_the_ones_that_were_left_out_come_again():
    stops = (stop(1, ItemState.OPEN), stop(2, ItemState.DISCUSSED), stop(3, ItemState.OPEN))
    assert next_open(stops, 1) == 3
    assert next_open(stops, 3) == 1
    assert next_open(stops[1:2], 2) is None


def test_what_is_left_of_the_plan_counts_open_items_alone():
    stops = (stop(1, ItemState.OPEN), stop(2, ItemState.DISCUSSED), stop(3, ItemState.OPEN))
    assert minutes_left(stops, 1, 3 * MINUTE) == 7
    assert minutes_left(stops, 1, 30 * MINUTE) == 5
