"""Answer requests, a line of JSON each, until the tests have no more of them."""

from __future__ import annotations

import json
import sys
import traceback
from pathlib import Path

from .surroundings import surroundings


def serve(desk: object) -> None:
    """Carry out every request and answer it: with what came of it, or with what was not seen."""
    from .tree import NotSeen

    for line in sys.stdin:
        request = json.loads(line)
        try:
            answer = {"came": desk.do(request.pop("do"), request)}
        except NotSeen as missing:
            answer = {"missing": str(missing)}
        except Exception:  # noqa: BLE001 - the tests shall see it, not a closed pipe
            answer = {"broken": traceback.format_exc()}
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


def main() -> None:
    """Set up the surroundings, say that they stand, and serve."""
    folder, runtime, size = sys.argv[1:]
    with surroundings(Path(folder), Path(runtime), size):
        # Only now: what reads the accessibility bus looks for it once, in this environment.
        from .desk import Desk

        serve(Desk(Path(folder), Path(runtime)))


if __name__ == "__main__":
    main()
