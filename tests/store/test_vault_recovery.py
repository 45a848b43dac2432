"""The code on paper: what its checksum finds, and what people may type."""

from __future__ import annotations

import random
from itertools import pairwise

import bech32
import pytest
from hypothesis import given
from hypothesis import strategies as st

from neuewege_desktop.base.errors import UserError
from neuewege_desktop.store.vault.failures import MistypedCode
from neuewege_desktop.store.vault.recovery import new_code, secret_of

CODE = new_code(random.Random(3).randbytes)
LETTERS = [place for place, sign in enumerate(CODE) if sign != "-"]
SIGNS = bech32.CHARSET.upper()


def with_sign(code, place, sign):
    return code[:place] + sign + code[place + 1 :]


def group_of(place):
    return CODE[: place + 1].count("-") + 1


def test_a_code_has_eight_groups_of_four_and_130_random_bits():
    assert [len(group) for group in CODE.split("-")] == [4] * 8
    secret = secret_of(CODE)
    assert len(secret) == 26
    assert all(value < 32 for value in secret)
    assert secret == bytes(octet & 31 for octet in random.Random(3).randbytes(26))


def test_the_checksum_is_that_of_bech32m():
    # BIP 350 gives "A1LQFN3A" as valid and "A1G7SGD8" (of bech32) as invalid: prefix a, no data.
    assert bech32.bech32_polymod([*bech32.bech32_hrp_expand("a"), *values("lqfn3a")]) == 0x2BC830A3
    whole = [*bech32.bech32_hrp_expand("nw"), *values(CODE.replace("-", "").lower())]
    assert bech32.bech32_polymod(whole) == 0x2BC830A3


def values(text):
    return [bech32.CHARSET.index(sign) for sign in text]


def test_a_new_code_is_another_code():
    assert len({new_code(random.Random(seed).randbytes) for seed in range(50)}) == 50


@pytest.mark.parametrize(
    "typed",
    [
        CODE.lower(),
        CODE.replace("-", ""),
        CODE.replace("-", " – "),
        f"  {CODE}\r\n",
        CODE.replace("0", "O").replace("L", "1"),
        CODE.replace("0", "o").replace("L", "I"),
    ],
)
def test_case_spaces_and_signs_that_look_alike_do_not_matter(typed):
    assert secret_of(typed) == secret_of(CODE)


def test_every_single_wrong_sign_is_found_and_its_group_named():
    chance = random.Random(5)
    for place in LETTERS:
        other = chance.choice([sign for sign in SIGNS if sign != CODE[place]])
        with pytest.raises(MistypedCode, match=f"group {group_of(place)} "):
            secret_of(with_sign(CODE, place, other))


@pytest.mark.parametrize("sign", ["B", "ß", "Ω", "é"])
def test_a_sign_that_no_code_has_is_found_in_its_group(sign):
    with pytest.raises(MistypedCode, match="group 3 "):
        secret_of(with_sign(CODE, 10, sign))


def test_two_neighbours_changed_over_are_found_and_their_group_named():
    first, second = next((a, b) for a, b in pairwise(LETTERS) if b - a == 1 and CODE[a] != CODE[b])
    swapped = with_sign(with_sign(CODE, first, CODE[second]), second, CODE[first])
    with pytest.raises(MistypedCode, match=f"group {group_of(first)} "):
        secret_of(swapped)


@pytest.mark.parametrize("typed", ["", CODE[:-1], CODE + "q", CODE[5:], "-" * 39])
def test_a_sign_too_few_or_too_many_is_counted(typed):
    with pytest.raises(MistypedCode, match="32 characters"):
        secret_of(typed)


@given(st.data())
def test_up_to_four_wrong_signs_are_always_found(data):
    places = data.draw(st.sets(st.sampled_from(LETTERS), min_size=1, max_size=4))
    typed = CODE
    for place in places:
        sign = data.draw(st.sampled_from([sign for sign in SIGNS if sign != CODE[place]]))
        typed = with_sign(typed, place, sign)
    with pytest.raises(MistypedCode):
        secret_of(typed)


@given(st.text())
def test_anything_else_typed_is_answered_with_a_sentence(typed):
    with pytest.raises(UserError):
        secret_of(typed)
