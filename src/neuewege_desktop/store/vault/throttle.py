"""Wrong passwords make the next attempt wait: it slows a person at the keyboard, no more."""

from __future__ import annotations

from dataclasses import dataclass, replace

from neuewege_desktop.store.vault.strict_json import MAX_INTEGER, Fields, Json

FREE_FAILURES = 2
FIRST_DELAY = 5
LONGEST_DELAY = 300


@dataclass(frozen=True, slots=True)
class Throttle:
    """How often in a row the password was wrong, and until when nobody may try (Unix seconds)."""

    fails: int = 0
    until: int = 0

    def delay(self) -> int:
        """Return the seconds to wait after the last failure: 5, 10, 20 … 300 from the third on."""
        doublings = self.fails - FREE_FAILURES - 1
        if doublings < 0:
            return 0
        return min(FIRST_DELAY << min(doublings, 10), LONGEST_DELAY)

    def anchored(self, now: int) -> Throttle:
        """Return the state for a clock that reads `now`.

        A clock that was set back would lock the user out for days: the wait then starts anew,
        and the failures stay counted.
        """
        return replace(self, until=min(self.until, now + self.delay()))

    def seconds_left(self, now: int) -> int:
        """Return how long the next attempt still has to wait."""
        return max(self.until - now, 0)

    def failed(self, now: int) -> Throttle:
        """Return the state to store before an attempt runs, as if it had failed already."""
        more = replace(self, fails=self.fails + 1)
        return replace(more, until=now + more.delay())


def take_throttle(fields: Fields) -> Throttle:
    """Take the throttle out of its part of the vault file."""
    found = Throttle(
        fails=fields.integer("fails", 0, MAX_INTEGER - 1),
        until=fields.integer("until", 0, MAX_INTEGER),
    )
    fields.nothing_left("throttle")
    return found


def throttle_document(throttle: Throttle) -> dict[str, Json]:
    """Return `throttle` as the vault writes it."""
    return {"fails": throttle.fails, "until": throttle.until}
