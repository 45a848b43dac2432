"""Show the program at work: a demo workplace, a list that comes in, the next agenda.

Everything happens in a temporary folder that is gone afterwards.
"""

from __future__ import annotations

import secrets
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = Path(sys.executable).with_name("neuewege")
SAMPLE = ROOT / "tests/data/samples/zwingenberg.csv"
ZWINGENBERG = "06431022"
DAY_OF_THE_LIST = "2009-04-20"


def show(*arguments: str | Path) -> None:
    """Show a command as one would type it, run it, and stop here if it fails."""
    print("\n$ neuewege", *arguments, flush=True)
    code = subprocess.run([PROGRAM, *arguments], check=False).returncode
    if code:
        sys.exit(code)


def main() -> None:
    """Create the demo workplace of Zwingenberg, import its list and print the next agenda."""
    with tempfile.TemporaryDirectory(prefix="neuewege-") as folder:
        workplace, password_file = Path(folder, "demo"), Path(folder, "password")
        password_file.write_text(secrets.token_urlsafe(24), encoding="utf-8")
        password = ("--password-file", password_file)
        town = ("--municipality", ZWINGENBERG)
        show(
            *("workplace", "create", workplace, "--name", "Team Bergstraße", "--demo", *town),
            *("--date", DAY_OF_THE_LIST, *password),
        )
        show("import", workplace, SAMPLE, "--as-of", DAY_OF_THE_LIST, *password)
        show("agenda", workplace, *town, "--date", DAY_OF_THE_LIST, *password)


if __name__ == "__main__":
    main()
