"""Rules of the house that no linter knows."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src/neuewege_desktop"
MIGRATIONS = SOURCE / "store/migrations"
GETTEXT = {"_", "N_", "ngettext", "pgettext", "npgettext"}
WRITTEN_BY_HAND = (".ci", "docs", "packaging", "resources", "src", "tests", "tools", "translations")
TEXT = {"", ".cfg", ".csv", ".in", ".json", ".md", ".po", ".pot", ".py", ".sql", ".toml", ".txt"}
# Split, so that the rule does not find itself.
HOSTS = re.compile(
    "|".join(["py" + "pi.org", "python" + "hosted.", "debian" + ".org", "npm" + "js."])
)
ONE_MACHINE = re.compile(r"(?<![\w.~-])/(?:farm|home|opt|root|tmp|work)" + "/")
EMPTY_NAMES = re.compile(r"(Manager|Helper|Utils?|Misc)$|^(utils?|helpers?|misc|common|manager)$")
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


@cache
def trees():
    """Parse each module once for all rules."""
    return {path: ast.parse(path.read_text(encoding="utf-8")) for path in SOURCE.rglob("*.py")}


def nodes(*kinds):
    for path, tree in trees().items():
        for node in ast.walk(tree):
            if isinstance(node, kinds):
                yield path, node


def place(path, line):
    return f"{path.relative_to(ROOT)}:{line}"


def called(call):
    return getattr(call.func, "attr", getattr(call.func, "id", ""))


def translations_inside_f_strings() -> Iterator[str]:
    """Babel cannot see them there before Python 3.12, so they would never be translated."""
    for path, text in nodes(ast.JoinedStr):
        for call in ast.walk(text):
            if isinstance(call, ast.Call) and called(call) in GETTEXT:
                yield place(path, call.lineno)


def long_modules() -> Iterator[str]:
    """A module of more than 300 lines knows more than one thing."""
    for path in [*SOURCE.rglob("*.py"), *(ROOT / "tools").glob("*.py")]:
        lines = len(path.read_text(encoding="utf-8").splitlines())
        if lines > 300:
            yield place(path, lines)


def long_functions() -> Iterator[str]:
    """A function of more than 50 lines is not read as a whole."""
    for path, function in nodes(*FUNCTIONS):
        if function.end_lineno - function.lineno >= 50:
            yield f"{place(path, function.lineno)} {function.name}"


def names_without_meaning() -> Iterator[str]:
    """A module or class is named by what it knows."""
    for path in trees():
        if EMPTY_NAMES.search(path.stem):
            yield place(path, 1)
    for path, node in nodes(ast.ClassDef):
        if EMPTY_NAMES.search(node.name):
            yield f"{place(path, node.lineno)} {node.name}"


def dates_written_without_formats() -> Iterator[str]:
    """Screen and paper write dates through base.formats, as the language writes them."""
    for path, call in nodes(ast.Call):
        if called(call) == "strftime":
            yield place(path, call.lineno)


def nested_event_loops() -> Iterator[str]:
    """Dialogs are opened, not executed: a nested loop lets acts overtake each other."""
    for path, call in nodes(ast.Call):
        nested = called(call) == "exec" and path.name != "app.py"
        if nested or called(call) == "processEvents":
            yield place(path, call.lineno)


def folders_that_are_no_packages() -> Iterator[str]:
    """Without an __init__ the import contracts do not see what a folder imports."""
    for folder in {path.parent for path in trees()}:
        if not (folder / "__init__.py").exists():
            yield place(folder, 1)


def sql_files_elsewhere() -> Iterator[str]:
    """Numbered SQL files are the steps of the store, and there is one place for them."""
    for path in SOURCE.rglob("*.sql"):
        if path.parent != MIGRATIONS or not re.fullmatch(r"\d{4}_[a-z_]+", path.stem):
            yield place(path, 1)


def migrations_that_know_the_program() -> Iterator[str]:
    """A step is frozen in time: what it imported of ours would change under it."""
    for path, node in nodes(ast.Import, ast.ImportFrom):
        if path.parent == MIGRATIONS and "neuewege_desktop" in ast.unparse(node):
            yield place(path, node.lineno)


def texts():
    """Yield what people wrote and the repository keeps, line by line."""
    files = [path for path in ROOT.iterdir() if path.is_file() and not path.name.startswith(".")]
    for folder in WRITTEN_BY_HAND:
        files += [path for path in (ROOT / folder).rglob("*") if path.is_file()]
    for path in files:
        if path.suffix in TEXT and "__pycache__" not in path.parts:
            text = path.read_text(encoding="utf-8", errors="replace")
            for number, line in enumerate(text.splitlines(), 1):
                yield path, number, line


def addresses_of_package_indexes() -> Iterator[str]:
    """Packages are named, never the hosts they come from: every office has its own mirror."""
    for path, number, line in texts():
        if HOSTS.search(line):
            yield place(path, number)


def paths_of_one_machine() -> Iterator[str]:
    """What only exists on the machine of its author fails on every other."""
    for path, number, line in texts():
        if ONE_MACHINE.search(line):
            yield place(path, number)


RULES = (
    translations_inside_f_strings,
    long_modules,
    long_functions,
    names_without_meaning,
    dates_written_without_formats,
    nested_event_loops,
    folders_that_are_no_packages,
    sql_files_elsewhere,
    migrations_that_know_the_program,
    addresses_of_package_indexes,
    paths_of_one_machine,
)


@pytest.mark.parametrize("broken_places", RULES, ids=lambda rule: rule.__name__)
def test_there_are_no(broken_places):
    assert list(broken_places()) == [], broken_places.__doc__
