"""The Qt we ship keeps count of the objects of Python; 6.12.0 on CPython 3.11 did not."""

from __future__ import annotations

import subprocess
import sys

_BEGIN = """
import sys
from PySide6.QtCore import QCoreApplication, QObject, Signal

class Sender(QObject):
    told = Signal(bool)

application = QCoreApplication([])
sender = Sender()
"""
_NOTHING_BACK = "for _turn in range(50_000): sender.parent()"
_SIGNALS = """
before = sys.getrefcount(True)
for _turn in range(50): sender.told.emit(True)
assert sys.getrefcount(True) > before - 10
"""


def run(code):
    command = [sys.executable, "-c", _BEGIN + code]
    done = subprocess.run(command, capture_output=True, check=False)
    return done.returncode, done.stderr


def test_tens_of_thousands_of_calls_that_give_nothing_back_do_not_end_the_program():
    assert run(_NOTHING_BACK) == (0, b"")


def test_no_reference_to_true_is_lost_with_a_signal():
    assert run(_SIGNALS) == (0, b"")
