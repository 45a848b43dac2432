"""Locking replaces the process; what was open is covered at once and kept."""

from __future__ import annotations

import datetime as dt
import stat

import pytest
from desks import PASSWORD, new_workplace
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from PySide6.QtTest import QTest

from neuewege_desktop.gui.start.away import AwayNotice
from neuewege_desktop.gui.start.idle import IdleWatch
from neuewege_desktop.gui.start.leaving import clear_own_clipboard
from neuewege_desktop.services.settings import Settings
from neuewege_desktop.store.backup import backups
from neuewege_desktop.store.workplace import lock_workplace


@pytest.fixture
def recorder(tmp_path):
    """A program that writes down how it was called."""
    script = tmp_path / "program.sh"
    script.write_text(
        f'#!/bin/sh\nprintf "%s\\n" "$@" > "{tmp_path}/called.part"\n'
        f'mv "{tmp_path}/called.part" "{tmp_path}/called"\n'
    )
    script.chmod(script.stat().st_mode | stat.S_IXUSR)
    return script, tmp_path / "called"


@pytest.fixture
def folder(tmp_path, profile):
    made = tmp_path / "Kommunale Projekte"
    new_workplace(made, profile)
    return made


@pytest.fixture
def opened(make_clerk, folder, recorder):
    clerk = make_clerk(folder, program=(str(recorder[0]),))
    clerk.type(PASSWORD)
    clerk.enter()
    clerk.wait_for("WorkWindow")
    return clerk


def test_locking_covers_keeps_drafts_closes_and_starts_a_fresh_process(
    opened, folder, recorder, exits
):
    window = opened.window
    window.lock_requested.emit()

    assert window.events == ["covered", "flushed"]
    opened.wait(lambda: exits == [0])
    opened.wait(recorder[1].exists)
    assert recorder[1].read_text(encoding="utf-8").splitlines() == [str(folder), "--locked"]
    lock_workplace(folder).release()  # nobody holds it any more
    assert backups(folder)
    assert not opened.desktop.is_stuck


def test_locking_twice_is_locking_once(opened, exits):
    opened.desktop.lock()
    opened.desktop.lock()
    opened.wait(lambda: opened.desktop.room.tasks.is_idle)
    assert exits == [0]


def test_work_that_does_not_end_holds_the_lock_up_for_a_minute_at_most(opened, exits):
    locking = opened.desktop._locking
    locking._finish(by_force=True)
    locking.end()  # the work ends after all, too late
    assert opened.desktop.is_stuck
    assert exits == [0]
    opened.desktop.room.tasks.run(opened.desktop.workplace.close)


def test_closing_the_window_closes_the_workplace_and_ends(opened, folder, exits):
    opened.window.close()
    opened.wait(lambda: exits == [0])
    lock_workplace(folder).release()


def test_the_language_is_switched_with_the_workplace_open(opened, profile):
    workplace, before = opened.window.workplace, opened.window
    before.language_chosen.emit("en")
    assert opened.window is not before
    assert opened.window.workplace is workplace
    assert opened.desktop.preferences.settings.language == "en"
    opened.desktop.room.tasks.run(workplace.close)


def test_a_minute_before_the_lock_a_notice_is_shown_that_any_key_takes_away(opened):
    idle = opened.desktop._locking.idle
    idle.warned.emit(60)
    assert opened.window.findChild(AwayNotice).isVisible()

    idle._is_warned = True
    QTest.keyClick(opened.window.windowHandle(), Qt.Key.Key_Shift)

    notice = opened.window.findChild(AwayNotice)
    assert notice is None or not notice.isVisible()
    opened.desktop.room.tasks.run(opened.desktop.workplace.close)


def test_going_to_sleep_locks(opened, exits):
    opened.desktop._locking._system.sleep_changed(begins=True)
    opened.wait(lambda: exits == [0])


class Wall:
    """A clock on the wall."""

    def __init__(self):
        self.time = dt.datetime(2009, 4, 2, 8, tzinfo=dt.UTC)

    def __call__(self):
        return self.time


def key(window):
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "a")
    QGuiApplication.sendEvent(window, event)


def test_a_touch_long_after_the_last_one_locks_instead_of_going_on(application):
    clock, told = Wall(), []
    idle = IdleWatch(5, clock)
    idle.expired.connect(lambda: told.append("locked"))
    window = QWindow()
    idle.listen_to(window)

    clock.time += dt.timedelta(minutes=4)
    key(window)
    assert told == []
    clock.time += dt.timedelta(hours=3)  # the computer slept, and its timers with it
    key(window)
    assert told == ["locked"]
    window.destroy()


def test_whoever_stays_away_is_warned_and_then_locked_out(application):
    clock, told = Wall(), []
    idle = IdleWatch(5, clock)
    idle.warned.connect(told.append)
    idle.expired.connect(lambda: told.append("locked"))
    assert idle._timer.interval() == 4 * 60 * 1000
    idle._ring()
    assert idle._timer.interval() == 60 * 1000
    idle._ring()
    assert told == [60, "locked"]
    assert Settings().lock_minutes == 5


class Clipboard:
    """A clipboard whose owner is known; offscreen there is none."""

    def __init__(self, *, ours):
        self.text, self._ours = "Aktenzeichen", ours

    def ownsClipboard(self):  # noqa: N802 - Qt's word
        return self._ours

    def clear(self):
        self.text = ""


@pytest.mark.parametrize(("ours", "left"), [(True, ""), (False, "Aktenzeichen")])
def test_the_clipboard_is_emptied_only_if_it_holds_our_text(ours, left):
    clipboard = Clipboard(ours=ours)
    clear_own_clipboard(clipboard)
    assert clipboard.text == left
