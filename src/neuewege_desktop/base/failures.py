"""Where a failure came up, told without a word of what belongs to a person."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent
_PLACES = 6  # of each failure; enough to find it


def places_of(failure: BaseException | None) -> str:
    """Return the kinds of a failure and of its causes, and where in our code they came up.

    Never a message or a value: they may hold what belongs to a person.
    """
    return " ← ".join(_chain(failure))


def _chain(failure: BaseException | None) -> Iterator[str]:
    while failure is not None:
        frames = [
            f"{Path(frame.f_code.co_filename).relative_to(_PACKAGE).as_posix()}:{line}"
            for frame, line in traceback.walk_tb(failure.__traceback__)
            if Path(frame.f_code.co_filename).is_relative_to(_PACKAGE)
        ]
        yield f"{type(failure).__name__} ({', '.join(frames[-_PLACES:])})"
        failure = failure.__cause__ or failure.__context__
