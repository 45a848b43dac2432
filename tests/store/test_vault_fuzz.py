"""Whatever the vault file holds: our own sentences, and never a wrong way in."""

from __future__ import annotations

import json

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from vaults import new_vault, with_petra

from neuewege_desktop.base.errors import UserError
from neuewege_desktop.store.vault.access import unlock_recovery
from neuewege_desktop.store.vault.failures import DamagedVault
from neuewege_desktop.store.vault.format import parse_vault, serialise

FIRST, KEYS, CODE = new_vault()
VAULT = with_petra(FIRST, KEYS)
RAW = serialise(VAULT)

numbers = st.integers() | st.sampled_from([-1, 0, 1, 2**31, 2**63, 10**4000])
leaves = st.none() | st.booleans() | numbers | st.text(max_size=40) | st.floats()
values = st.recursive(
    leaves,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4)
    ),
    max_leaves=12,
)


def places(value, path=()):
    """Yield the path to every value of a JSON document."""
    inner = value.items() if isinstance(value, dict) else enumerate(value)
    for key, found in inner:
        yield (*path, key)
        if isinstance(found, (dict, list)):
            yield from places(found, (*path, key))


PLACES = sorted(places(json.loads(RAW)), key=str)


def held(raw):
    """Say whether the file was refused, or opened to exactly what its keys had sealed."""
    try:
        vault = parse_vault(raw)
        unlocked = unlock_recovery(vault, CODE)
    except UserError as refused:
        return bool(str(refused))
    sealed_parts = {
        key: value for key, value in json.loads(serialise(vault)).items() if key != "throttle"
    }
    expected = {key: value for key, value in json.loads(RAW).items() if key != "throttle"}
    return unlocked.keys == KEYS and sealed_parts == expected


@st.composite
def damaged(draw):
    """Return the vault with some bytes flipped, cut out, doubled or put in."""
    raw = bytearray(RAW)
    for _change in range(draw(st.integers(1, 4))):
        place = draw(st.integers(0, max(len(raw) - 1, 0)))
        match draw(st.sampled_from(["flip", "cut", "double", "insert"])):
            case "flip" if raw:
                raw[place] ^= 1 << draw(st.integers(0, 7))
            case "cut":
                del raw[place : place + draw(st.integers(1, 200))]
            case "double":
                raw[place:place] = raw[place : place + draw(st.integers(1, 200))]
            case _:
                raw[place:place] = draw(st.binary(max_size=20))
    return bytes(raw)


@st.composite
def forged(draw):
    """Return the vault with values exchanged, removed or added, as JSON still."""
    document = json.loads(RAW)
    for _change in range(draw(st.integers(1, 3))):
        *path, last = draw(st.sampled_from(PLACES))
        target = document
        try:
            for key in path:
                target = target[key]
            target[last] = draw(values)
            if draw(st.booleans()):
                del target[last]
        except (KeyError, IndexError, TypeError):
            continue  # an earlier change took this place away
    return json.dumps(document).encode()


@given(damaged())
@settings(max_examples=500)
def test_a_damaged_vault_is_refused_in_our_words_or_opens_as_it_was(raw):
    assert held(raw)


@given(forged())
@settings(max_examples=500)
def test_a_forged_vault_is_refused_in_our_words_or_opens_as_it_was(raw):
    assert held(raw)


@given(st.binary(max_size=300))
@example(b"")
@example(b"\xef\xbb\xbf{}")
@example(b"[" * 60_000)
@example(b'{"a":' * 10_000)
@example(b"9" * 60_000)
@example(b'{"format":"nw-tresor","format":"nw-tresor"}')
@example(b'{"format":NaN}')
@example(b'{"format":"\\ud800"}')
@example(b" " * 70_000)
@example(b"[]")
@example(b'{"format":"nw-tresor","v":1e9}')
def test_what_is_no_vault_is_said_to_be_damaged(raw):
    with pytest.raises(DamagedVault):
        parse_vault(raw)


def test_a_doubled_key_is_refused_wherever_it_stands():
    for line in RAW.decode().splitlines():
        if line.strip().startswith('"') and line.rstrip().endswith(","):
            doubled = RAW.replace(f"{line}\n".encode(), f"{line}\n{line}\n".encode(), 1)
            with pytest.raises(DamagedVault):
                parse_vault(doubled)


def test_a_message_never_repeats_what_stood_in_the_file():
    canary = "Täubchen"
    for path in PLACES:
        document = json.loads(RAW)
        target = document
        for key in path[:-1]:
            target = target[key]
        target[path[-1]] = {canary: canary}
        assert canary not in answer_to(json.dumps(document).encode())


def answer_to(raw):
    try:
        return parse_vault(raw).id
    except UserError as refused:
        return str(refused)


@pytest.mark.prove
@given(damaged() | forged())
@settings(max_examples=5_000, deadline=None)
def test_thousands_of_mutated_vaults_open_as_they_were_or_not_at_all(raw):
    assert held(raw)
