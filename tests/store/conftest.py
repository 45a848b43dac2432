"""What the tests of the store share."""

from __future__ import annotations

import datetime as dt

import pytest


class Clock:
    """A clock that goes on by a second whenever it is asked, and is set by the test."""

    def __init__(self):
        self.moment = dt.datetime(2009, 4, 2, 8, tzinfo=dt.UTC)

    def __call__(self):
        self.moment += dt.timedelta(seconds=1)
        return self.moment


@pytest.fixture
def clock():
    return Clock()
