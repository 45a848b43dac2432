"""A desk for each test, and what a system needs to have one."""

from __future__ import annotations

import shutil
import subprocess
import sys

import pytest
from desk import DRIVER, Desk

PROGRAMS = ("dbus-daemon", "openbox", "setpriv", "xclip", "xdotool", "Xvfb")
BINDINGS = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"


def missing():
    """Return what a desk needs and this Linux lacks."""
    lacking = [name for name in PROGRAMS if shutil.which(name) is None]
    python = DRIVER[0]
    if shutil.which(python) is None:
        return [*lacking, python]
    bound = subprocess.run([python, "-c", BINDINGS], capture_output=True, check=False)
    return lacking if bound.returncode == 0 else [*lacking, f"gi and Atspi for {python}"]


@pytest.fixture(scope="session")
def system_with_a_desk():
    """Skip where there can be no desk; where `make setup` installs one, nothing may lack."""
    if not sys.platform.startswith("linux"):
        pytest.skip("The accessibility bus and Xvfb are Linux; another system needs its own driver")
    lacking = ", ".join(missing())
    if lacking and shutil.which("dpkg-query"):
        pytest.fail(f"Run `make setup`: {lacking} of packaging/debian-packages.txt not found")
    if lacking:
        pytest.skip(f"Not found: {lacking}")


@pytest.fixture
def desk(system_with_a_desk, tmp_path):
    """Sit down at a desk whose programs keep everything below `tmp_path`."""
    with Desk.open(tmp_path) as desk:
        yield desk
