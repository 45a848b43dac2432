"""A pass-phrase is offered that one can type anywhere; a typed one is judged in words."""

from __future__ import annotations

import math
import random
import re
from itertools import pairwise

import pytest

from neuewege_desktop.services.passphrases import (
    WORDS,
    StrengthLevel,
    offer_passphrase,
    passphrase_words,
    strength,
)
from neuewege_desktop.store.vault.passwords import remainder


def test_nobody_guesses_an_offered_passphrase():
    assert WORDS * math.log2(len(passphrase_words())) >= 60


def test_every_word_can_be_typed_on_every_keyboard_and_told_from_the_others():
    words = passphrase_words()
    assert [word for word in words if not re.fullmatch("[a-z]{3,8}", word)] == []
    assert list(words) == sorted(words)
    assert [pair for pair in pairwise(words) if pair[0][:4] == pair[1][:4]] == []
    assert [pair for pair in pairwise(words) if pair[1].startswith(pair[0])] == []


def test_no_word_is_one_that_others_would_try_first():
    spoiled = {word for word in passphrase_words() if not remainder(word)}
    assert spoiled <= {"wert"}  # a row of keys on the German keyboard, and a good word


def test_each_place_draws_from_all_words():
    drawn = []

    def last(below):
        drawn.append(below)
        return below - 1

    assert offer_passphrase(last) == " ".join(["zypresse"] * WORDS)
    assert drawn == [len(passphrase_words())] * WORDS


def test_what_is_offered_is_called_strong():
    chance = random.Random(20090420)
    offered = [offer_passphrase(chance.randrange) for _ in range(200)]
    assert len(set(offered)) == len(offered)
    assert {strength(phrase, ["Petra Muster"]).level for phrase in offered} == {
        StrengthLevel.STRONG
    }


@pytest.mark.parametrize(
    ("password", "level"),
    [
        ("", "weak"),
        ("kurz", "weak"),
        ("aaaaaaaaaaaaaaaa", "weak"),
        ("Petra Muster 2009", "weak"),
        ("passwort123456", "weak"),
        ("Kiefernzapfen", "fair"),
        ("Kiefernzapfen, 7 Dachse", "strong"),
        ("uT7!gk-Zp3vQ", "strong"),
        ("lampe kiefer tango wolke", "strong"),
        ("Sommer2009Jobcenter", "weak"),
    ],
)
def test_a_password_is_weak_sufficient_or_strong(password, level):
    found = strength(password, ["Petra Muster", "Biblis"])
    assert found.level == level
    assert bool(found.advice) == (level != "strong")
