"""The real program in processes of its own: what only a terminal, a pipe or a locale shows."""

from __future__ import annotations

import json
import os
import pty
import select
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = Path(sys.executable).with_name("neuewege")
SAMPLES = Path(__file__).parents[1] / "data/samples"
PASSWORD = "fünf Wörter sind ein guter Satz"


def environment_in(folder, **more):
    """Return an environment in which nothing of this machine shows."""
    return {"PATH": os.defpath, "HOME": str(folder), "XDG_DATA_HOME": str(folder), **more}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("prozesse")
    (folder / "passwort").write_text(f"{PASSWORD}\n", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def created(folder):
    """Create a workplace in a plain C locale."""
    arguments = ["workplace", "create", "Büro", "--name", "Bergstraße", "--user", "Jörg Müller"]
    return subprocess.run(
        [PROGRAM, *arguments, "--password-file", "passwort", "--json"],
        cwd=folder,
        env=environment_in(folder, LC_ALL="C"),
        capture_output=True,
        check=True,
    )


def test_a_document_is_utf_8_even_in_a_plain_locale(created):
    document = json.loads(created.stdout.decode("utf-8"))
    assert (document["path"], document["user"]) == ("Büro", "Jörg Müller")
    assert created.stderr == b""


def test_a_reader_who_leaves_early_is_no_bug(created, folder):
    command = [PROGRAM, "user", "list", "Büro", "--password-file", "passwort"]
    receiving, sending = os.pipe()
    os.close(receiving)
    ended = subprocess.run(
        command,
        cwd=folder,
        env=environment_in(folder),
        stdout=sending,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(sending)
    assert (ended.returncode, ended.stderr) == (1, b"")


class Terminal:
    """A terminal with a program in it: what it shows is collected, what one types goes in."""

    def __init__(self, arguments, folder):
        ours, theirs = pty.openpty()
        self._ours = ours
        self.process = subprocess.Popen(
            [PROGRAM, *arguments],
            cwd=folder,
            env=environment_in(folder, TERM="dumb"),
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            start_new_session=True,
        )
        os.close(theirs)
        self.shown = ""

    def wait_for(self, text):
        while text not in self.shown and self._read():
            pass
        assert text in self.shown

    def type(self, text):
        os.write(self._ours, f"{text}\n".encode())

    def end(self):
        while self._read():
            pass
        os.close(self._ours)
        return self.process.wait()

    def stop(self):
        """Press Ctrl+C, and again if nothing happens: between asking and listening it is lost."""
        os.killpg(self.process.pid, signal.SIGINT)
        while not select.select([self._ours], [], [], 10)[0]:
            os.killpg(self.process.pid, signal.SIGINT)

    def _read(self):
        try:
            piece = os.read(self._ours, 4096).decode("utf-8")
        except OSError:  # the other end is closed
            return False
        self.shown += piece
        return bool(piece)


def test_at_a_terminal_the_password_is_asked_for_and_not_shown(created, folder):
    terminal = Terminal(["workplace", "info", "Büro", "--language", "en"], folder)
    terminal.wait_for("Password: ")
    terminal.type(PASSWORD)
    assert terminal.end() == 0
    assert "Encrypted: yes" in terminal.shown
    assert PASSWORD not in terminal.shown


def test_stopping_at_the_question_ends_with_a_sentence(created, folder):
    terminal = Terminal(["user", "list", "Büro", "--language", "en"], folder)
    terminal.wait_for("Password: ")
    terminal.stop()
    assert terminal.end() == 130
    assert "Stopped." in terminal.shown
    assert "Traceback" not in terminal.shown


def test_at_a_terminal_an_import_counts_its_lines_and_names_persons(created, folder):
    shutil.copy(SAMPLES / "s1_faulty_cp1252.csv", folder / "liste.csv")
    opened = ["--password-file", "passwort", "--language", "en"]
    terminal = Terminal(["import", "Büro", "liste.csv", "--dry-run", *opened], folder)
    assert terminal.end() == 3, terminal.shown
    assert "7 lines" in terminal.shown
    assert "Testmann, Karl" in terminal.shown


def test_the_module_is_the_same_program(folder):
    page = subprocess.run(
        [sys.executable, "-m", "neuewege_desktop", "--help"],
        cwd=folder,
        env=environment_in(folder),
        capture_output=True,
        check=True,
    )
    assert page.stdout.decode("utf-8").startswith("Aufruf: neuewege")
