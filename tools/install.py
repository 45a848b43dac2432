"""Install everything the program and its gates need into the project's own .venv.

Needs nothing but the interpreter that runs it. A second run changes nothing and asks no network.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "installed.sha256"
DEBIAN_PACKAGES = ROOT / "packaging/debian-packages.txt"
REQUIREMENTS = (
    ROOT / "packaging/requirements.txt",
    ROOT / "packaging/requirements-gates.txt",
)
OLDEST_PYTHON = (3, 11)


def run(*command: str | Path) -> None:
    """Show and run `command`; its failure ends the installation with its exit code."""
    print("+", *command, flush=True)
    code = subprocess.run(command, cwd=ROOT, check=False).returncode
    if code:
        sys.exit(code)


def system_packages(text: str) -> list[list[str]]:
    """Return the packages listed in `text`, each with the names it goes by."""
    lines = (line.partition("#")[0].strip() for line in text.splitlines())
    return [[name.strip() for name in line.split("|")] for line in lines if line]


def wanted_packages() -> list[list[str]]:
    """Return the listed packages and, where the interpreter cannot make a .venv, the one for it."""
    wanted = system_packages(DEBIAN_PACKAGES.read_text(encoding="utf-8"))
    if importlib.util.find_spec("ensurepip") is None:
        wanted.append([f"python{sys.version_info.major}.{sys.version_info.minor}-venv"])
    return wanted


def installed_packages(names: Sequence[str]) -> set[str]:
    """Return those of `names` that are installed on this Debian or Ubuntu."""
    query = ["dpkg-query", "--show", "--showformat=${Package} ${db:Status-Status}\n", *names]
    answer = subprocess.run(query, capture_output=True, text=True, check=False).stdout
    rows = (line.split() for line in answer.splitlines())
    return {row[0] for row in rows if row[1:] == ["installed"]}


def known_package(names: Sequence[str]) -> str:
    """Return the first of `names` that this release of the system offers."""
    for name in names[:-1]:
        show = ["apt-cache", "show", name]
        if subprocess.run(show, capture_output=True, check=False).returncode == 0:
            return name
    return names[-1]


def install_system_packages() -> None:
    """Install the missing system libraries; a system without dpkg is left alone."""
    if shutil.which("dpkg-query") is None:
        return
    wanted = wanted_packages()
    there = installed_packages([name for names in wanted for name in names])
    missing = [names for names in wanted if there.isdisjoint(names)]
    if not missing:
        return
    as_root = [] if os.geteuid() == 0 else ["sudo"]
    if as_root and shutil.which("sudo") is None:
        packages = ", ".join(" or ".join(names) for names in missing)
        sys.exit(f"These packages are missing: {packages}. Install them as root, then try again.")
    apt_get = [*as_root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]
    run(*apt_get, "update")
    names = [known_package(alternatives) for alternatives in missing]
    run(*apt_get, "install", "--yes", "--no-install-recommends", *names)


def fingerprint() -> str:
    """Return what the content of .venv depends on as one number: pins, project, interpreter, place.

    The place counts because a moved .venv keeps pointing at its old interpreter and sources.
    """
    digest = hashlib.sha256(f"{sys.version} {sys.base_prefix} {ROOT}".encode())
    for path in (*REQUIREMENTS, ROOT / "pyproject.toml"):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def interpreter_of_venv() -> str:
    """Return the version of the interpreter in .venv, or nothing where none with pip runs."""
    question = [str(PYTHON), "-c", "import pip, sys; print(sys.version)"]
    try:
        return subprocess.run(question, capture_output=True, text=True, check=False).stdout.strip()
    except OSError:
        return ""


def install_python_packages() -> None:
    """Fill .venv from the pinned and hashed requirements, unless that has been done already."""
    mark = fingerprint()
    if STAMP.exists() and STAMP.read_text(encoding="ascii") == mark:
        return
    if interpreter_of_venv() != sys.version.strip():
        run(sys.executable, "-m", "venv", "--clear", VENV)
    pip = (PYTHON, "-m", "pip", "--disable-pip-version-check", "--no-input", "install", "--quiet")
    pins = [part for path in REQUIREMENTS for part in ("--requirement", path)]
    run(*pip, "--require-hashes", "--only-binary=:all:", *pins)
    run(*pip, "--no-deps", "--no-build-isolation", "--no-index", "--editable", ROOT)
    STAMP.write_text(mark, encoding="ascii")


def main() -> None:
    """Install what is missing, then compile what the translators changed."""
    if sys.version_info < OLDEST_PYTHON:
        sys.exit(f"Python 3.11 or newer is needed; this is {sys.version.split()[0]}.")
    install_system_packages()
    install_python_packages()
    code = subprocess.run([PYTHON, ROOT / "tools/translations.py", "compile"], check=False)
    sys.exit(code.returncode)


if __name__ == "__main__":
    main()
