"""Unlocking: no hint for a stranger, a way out for whoever forgot the password."""

from __future__ import annotations

import re

import pytest
from desks import PASSWORD, new_workplace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit

from neuewege_desktop.base.i18n import _


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "Kommunale Projekte"


@pytest.fixture
def code(folder, profile):
    return new_workplace(folder, profile)


def try_password(clerk, password):
    clerk.fill("password", password)
    clerk.enter()
    clerk.wait(lambda: clerk.desktop.room.tasks.is_idle)


def test_the_password_opens_the_main_window(make_clerk, folder, code):
    clerk = make_clerk(folder)
    clerk.type(PASSWORD)
    clerk.enter()
    assert clerk.wait_for("WorkWindow").workplace.folder == folder
    clerk.desktop.room.tasks.run(clerk.window.workplace.close)


def test_a_wrong_password_is_refused_at_its_field_without_a_hint(make_clerk, folder, code):
    clerk = make_clerk(folder)
    try_password(clerk, "geraten und daneben")

    password = clerk.find("password")
    sentence = _("This password does not open the workplace. Please type it again.")
    assert password.accessibleDescription() == sentence
    assert password.selectedText() != ""
    assert clerk.window.focusWidget() is password


def test_after_too_many_wrong_passwords_one_has_to_wait(make_clerk, folder, code):
    clerk = make_clerk(folder)
    for _attempt in range(4):
        try_password(clerk, "geraten und daneben")

    assert not clerk.find("open").isEnabled()
    waits = clerk.find("password").accessibleDescription()
    seconds = int(re.search(r"\d+", waits).group())
    assert 0 < seconds <= 5
    clerk.wait(lambda: clerk.find("open").isEnabled())
    try_password(clerk, PASSWORD)
    clerk.wait_for("WorkWindow")
    clerk.desktop.room.tasks.run(clerk.window.workplace.close)


def test_the_password_can_be_shown_and_is_hidden_again_after_an_attempt(make_clerk, folder, code):
    clerk = make_clerk(folder)
    password = clerk.find("password")
    clerk.tab_to("passwordEye")
    clerk.press(Qt.Key.Key_Space)
    assert password.echoMode() is QLineEdit.EchoMode.Normal
    assert clerk.find("passwordEye").accessibleName() == _("Hide the password")

    try_password(clerk, "geraten und daneben")
    assert password.echoMode() is QLineEdit.EchoMode.Password


def test_caps_lock_is_told_as_long_as_it_is_on(make_clerk, folder, code):
    clerk = make_clerk(folder)
    clerk.type("A")
    assert clerk.find("password").accessibleDescription() == _("Caps Lock is on.")
    clerk.type("a")
    described = clerk.find("password").accessibleDescription()
    assert described.endswith("Dieser Arbeitsplatz ist gesperrt. Bitte geben Sie Ihr Passwort ein.")


def test_the_recovery_code_sets_a_new_password_and_gives_way_to_a_new_one(make_clerk, folder, code):
    clerk = make_clerk(folder)
    clerk.press_button("forgotten")
    clerk.wait_for("Recovering")
    clerk.type(code.lower())
    clerk.tab_to("offered")
    clerk.press(Qt.Key.Key_Down)
    clerk.fill("password", "ein ganz anderer langer Satz")
    clerk.fill("repeated", "ein ganz anderer langer Satz")
    clerk.enter()
    clerk.wait(lambda: clerk.window.card is not None)
    assert not clerk.find("finish").isEnabled()

    groups = [x.text() for x in clerk.find("code").findChildren(QLabel)]
    fresh = "".join(x for x in groups if re.fullmatch(r"[A-Z0-9]{4}", x))
    clerk.tab_to("typedCode")
    clerk.type(fresh)
    clerk.enter()

    clerk.wait_for("Unlock")
    assert fresh != code.replace("-", "")
    try_password(clerk, "ein ganz anderer langer Satz")
    clerk.wait_for("WorkWindow")
    clerk.desktop.room.tasks.run(clerk.window.workplace.close)


def test_a_mistyped_recovery_code_is_told_and_nothing_changes(make_clerk, folder, code):
    clerk = make_clerk(folder)
    clerk.press_button("forgotten")
    clerk.wait_for("Recovering")
    clerk.type(code[:-1])
    clerk.enter()
    clerk.wait(lambda: clerk.find("set").isEnabled() and clerk.desktop.room.tasks.is_idle)
    assert "31" in clerk.find("recoveryCode").accessibleDescription()
    assert clerk.window.card is None


def test_a_workplace_in_use_elsewhere_is_told(make_clerk, folder, code):
    from neuewege_desktop.store.workplace import lock_workplace

    lock = lock_workplace(folder)
    clerk = make_clerk(folder)
    try_password(clerk, PASSWORD)
    assert (
        _("This workplace is in use by another program. Please close it there first.")
        == clerk.window.notice.text.text()
    )
    lock.release()
