"""Giving up a question whose answer nobody waits for any more."""

from __future__ import annotations


class Cancelled(Exception):
    """Whoever asked no longer wants the answer; no failure, nothing to tell a person."""


class Cancel:
    """A wish that any thread may utter and the thread at work heeds; it is never taken back."""

    def __init__(self) -> None:
        self._wished = False

    def cancel(self) -> None:
        """Wish that the work this was handed to ends as soon as it can."""
        self._wished = True

    @property
    def wished(self) -> bool:
        """Say whether the work is to end."""
        return self._wished

    def heed(self) -> None:
        """Raise Cancelled if the work is to end."""
        if self._wished:
            raise Cancelled
