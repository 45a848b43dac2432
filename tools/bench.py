"""How fast the program is, as ratios measured in one run: read them, not the milliseconds.

    python tools/bench.py                 100 000 households, lists of 10 000 and 100 000 rows
    python tools/bench.py --quick         5 000 households, a list of 2 000 rows
    python tools/bench.py --store         only the store: taking in lists, saving, reading, finding
    python tools/bench.py --paper         only paper: lists, minutes, the folder
    python tools/bench.py --window        only the window: its start, the list of households
    python tools/bench.py --conference    only the screen of a conference while minutes are typed

Several of these options together measure each of them. The goals stand beside the figures; those
for windows are meant for a quiet computer with two cores.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import tempfile
from pathlib import Path

from bench_conference import bench_conference
from bench_paper import bench_paper
from bench_store import bench_store, founded
from bench_team_papers import bench_team_papers
from bench_window import bench_window
from measuring import say

PARTS = {
    "store": "only the store and the lists it takes in",
    "paper": "only documents on paper",
    "window": "only the start of the window and its lists",
    "conference": "only the screen of a conference",
}


def main() -> None:
    """Measure what the command line names, or everything, and print one table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--households", type=int, default=100_000)
    parser.add_argument("--rows", type=int, nargs="*", default=[10_000, 100_000])
    parser.add_argument("--quick", action="store_true", help="small figures, a look only")
    for part, what in PARTS.items():
        parser.add_argument(f"--{part}", action="append_const", dest="parts", const=part, help=what)
    asked = parser.parse_args()
    if asked.quick:
        asked.households, asked.rows = 5_000, [2_000]
    parts = asked.parts or PARTS
    say("measured on", f"{dt.datetime.now(dt.UTC):%Y-%m-%d}, {os.cpu_count()} cores")
    with tempfile.TemporaryDirectory() as name:
        if "paper" in parts:  # first: it tells the most memory that was ever used
            bench_team_papers(founded(Path(name) / "papiere"), bench_paper())
        if "store" in parts:
            bench_store(Path(name), asked.households, asked.rows)
        if "window" in parts:
            bench_window(Path(name), asked.households)
        if "conference" in parts:
            bench_conference(Path(name))


if __name__ == "__main__":
    main()
