"""What is declared, pinned and installed fits together."""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.version import Version
from PySide6.QtCore import QObject, Signal

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PINS = (ROOT / "packaging/requirements.txt", ROOT / "packaging/requirements-gates.txt")
FIRST_FAULTY_QT = Version("6.12.0")


def pinned(path):
    """Read the requirements of a file with hashes; hashes and notes are not part of them."""
    text = path.read_text(encoding="utf-8").replace("\\\n", " ")
    lines = [line.partition("#")[0].partition("--hash")[0].strip() for line in text.splitlines()]
    return [Requirement(line) for line in lines if line]


def admits_the_fault(requirement, python):
    applies = requirement.marker is None or requirement.marker.evaluate(
        {"python_version": python, "python_full_version": f"{python}.0"}
    )
    return applies and requirement.specifier.contains(FIRST_FAULTY_QT)


def qt_requirements():
    declared = [Requirement(line) for line in PROJECT["project"]["dependencies"]]
    return [
        requirement
        for requirement in [*declared, *pinned(PINS[0])]
        if requirement.name.lower() == "pyside6-essentials"
    ]


def references():
    return [sys.getrefcount(each) for each in (True, None)]


def test_emitting_signals_keeps_true_and_none_alive():
    """Qt 6.12 drops one reference at each signal; older CPython aborts when none is left."""

    class Source(QObject):
        fired = Signal()

    source = Source()
    before = references()
    for _ in range(700):
        source.fired.emit()
    after = references()

    assert min(now - then for now, then in zip(after, before, strict=True)) > -50


def test_a_python_that_counts_references_to_true_never_gets_the_faulty_qt():
    assert len(qt_requirements()) == 3
    assert not any(admits_the_fault(requirement, "3.11") for requirement in qt_requirements())


def test_every_declared_dependency_is_pinned():
    declared = [
        *PROJECT["project"]["dependencies"],
        *PROJECT["dependency-groups"]["gates"],
    ]
    pins = {pin.name.lower().replace("_", "-"): pin for path in PINS for pin in pinned(path)}
    for requirement in map(Requirement, declared):
        pin = pins[requirement.name.lower().replace("_", "-")]
        (version,) = (each.version for each in pin.specifier)
        assert requirement.specifier.contains(version), requirement


@pytest.mark.parametrize("path", PINS, ids=lambda path: path.name)
def test_every_pin_is_exact_and_hashed(path):
    text = path.read_text(encoding="utf-8")
    assert len(pinned(path)) == len(
        re.findall(r"^[a-z][^\n]*\\\n +--hash=sha256:", text, re.MULTILINE)
    )
    assert all(re.fullmatch(r"==[\w.]+", str(pin.specifier)) for pin in pinned(path))


def test_both_files_pin_the_same_version_of_what_they_share():
    program, gates = ({pin.name: pin.specifier for pin in pinned(path)} for path in PINS)
    assert {name: program[name] for name in program.keys() & gates} == {
        name: gates[name] for name in program.keys() & gates
    }
