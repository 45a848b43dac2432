"""Passwords that a colleague would guess are told; the others are nobody's business."""

from __future__ import annotations

import pytest

from neuewege_desktop.store.vault.passwords import login_name, password_problem
from neuewege_desktop.store.vault.throttle import Throttle


@pytest.mark.parametrize(
    ("password", "why"),
    [
        ("", "short"),
        ("elf Zeichen", "short"),
        ("aaaaaaaaaaaa", "repeats"),
        ("abababababab", "repeats"),
        ("Landratsamt2026", "first"),
        ("Passwort123456", "first"),
        ("qwertzuiop123", "first"),
        ("abcdefghijklmnop", "first"),
        ("Jobcenter-Sommer", "first"),
        ("Grasellenbach1", "first"),
        ("AnnaBerg2009!", "first"),
    ],
)
def test_a_password_that_others_would_try_is_told_with_the_reason(password, why):
    problem = password_problem(password, known=["Grasellenbach", "Anna Berg"])
    assert problem is not None
    assert why in problem


@pytest.mark.parametrize(
    "password",
    ["Eichel Fahrrad Nebel Tinte Zaun", "r7K!mq0Zw2#x", "839201746152", "Grüße aus dem Überwald"],
)
def test_a_password_of_ones_own_is_accepted(password):
    assert password_problem(password, known=["Grasellenbach", "Anna Berg"]) is None


def test_the_name_of_a_user_is_one_name_however_it_is_typed():
    assert login_name(" Jörg  GROß ") == login_name("Jo\u0308rg gross")
    assert login_name("Jörg Groß") != login_name("Jorg Groß")


def test_waiting_grows_from_five_seconds_to_five_minutes():
    throttle, delays = Throttle(), []
    for _failure in range(12):
        throttle = throttle.failed(now=0)
        delays.append(throttle.seconds_left(now=0))
    assert delays == [0, 0, 5, 10, 20, 40, 80, 160, 300, 300, 300, 300]


def test_a_forged_wait_of_a_thousand_years_ends_after_five_minutes():
    forged = Throttle(fails=2**62, until=2**62)
    assert forged.anchored(now=100).seconds_left(now=100) == 300
