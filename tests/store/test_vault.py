"""Who gets into a workplace, and that nobody changes its vault unnoticed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace

import pytest
from sqlcipher3 import dbapi2
from vaults import ANNA, CHEAP, DAY, PETRA, new_vault, with_petra

from neuewege_desktop.base.errors import Bug, UserError
from neuewege_desktop.store.vault import slots
from neuewege_desktop.store.vault.access import (
    Login,
    add_user,
    advance,
    change_password,
    new_recovery_code,
    remove_user,
    replace_recovery,
    unlock_password,
    unlock_recovery,
)
from neuewege_desktop.store.vault.failures import (
    DamagedVault,
    ForeignCode,
    NewerVault,
    SeveralUsersFit,
    TamperedVault,
    WrongPassword,
)
from neuewege_desktop.store.vault.format import parse_vault, sealed, serialise
from neuewege_desktop.store.vault.keys import Keys
from neuewege_desktop.store.vault.passwords import FIXED_COST
from neuewege_desktop.store.vault.recovery import secret_of


@pytest.fixture(scope="module")
def made():
    return new_vault()


@pytest.fixture(scope="module")
def shared(made):
    """A vault with two users."""
    vault, keys, _code = made
    return with_petra(vault, keys)


def document(vault):
    return json.loads(serialise(vault))


def vault_of(changed):
    return parse_vault(json.dumps(changed).encode())


# Opening


def test_the_password_of_a_user_opens_the_vault_and_says_who_it_is(shared, made):
    for login in (ANNA, PETRA):
        unlocked = unlock_password(shared, login.password, login.name)
        assert (unlocked.user, unlocked.keys) == (login.user, made[1])


@pytest.mark.parametrize("name", ["anna berg", "  ANNA   BERG ", "Anna Berg"])
def test_a_user_name_may_be_typed_in_any_case_and_spacing(made, name):
    assert unlock_password(made[0], ANNA.password, name).user == ANNA.user


def test_without_a_name_the_password_tells_who_it_is(shared):
    assert unlock_password(shared, PETRA.password).user == PETRA.user


def test_the_code_on_paper_opens_the_vault_for_nobody_in_particular(made):
    vault, keys, code = made
    unlocked = unlock_recovery(vault, code)
    assert (unlocked.user, unlocked.keys) == (None, keys)
    assert unlocked.slot == vault.recovery_slots[0].id


@pytest.mark.parametrize(
    ("password", "name"),
    [("falsch geraten", None), ("falsch geraten", "Anna Berg"), (ANNA.password, "Petra Linde")],
)
def test_a_wrong_name_and_a_wrong_password_are_refused_in_the_same_words(made, password, name):
    with pytest.raises(WrongPassword) as refused:
        unlock_password(made[0], password, name)
    assert str(refused.value) == str(WrongPassword())


def test_a_name_that_only_looks_like_the_right_one_in_the_file_is_refused(made):
    """One name in 256 shares the hint by which the slot is found."""
    slot = made[0].password_slots[0]
    twin = next(f"Bert {n}" for n in range(100_000) if slot.may_belong_to(f"Bert {n}"))
    with pytest.raises(WrongPassword):
        unlock_password(made[0], ANNA.password, twin)


def test_a_password_typed_on_another_keyboard_is_the_same_password(made):
    assert unlock_password(made[0], ANNA.password.replace("ü", "u\u0308")).user == ANNA.user


def test_a_password_of_broken_characters_is_wrong_and_nothing_worse(made):
    with pytest.raises(WrongPassword):
        unlock_password(made[0], "\udcff\udc80 kaputt")


def test_two_users_with_one_password_must_say_who_they_are(made):
    vault, keys, _code = made
    twins = with_petra(vault, keys, replace(PETRA, password=ANNA.password))
    with pytest.raises(SeveralUsersFit):
        unlock_password(twins, ANNA.password)
    assert unlock_password(twins, ANNA.password, PETRA.name).user == PETRA.user


def test_the_code_of_another_vault_is_told_from_a_typing_error(made):
    with pytest.raises(ForeignCode, match=made[0].id):
        unlock_recovery(made[0], new_vault(seed=2)[2])


# Changing


def test_a_changed_password_replaces_the_old_one_and_leaves_the_data_key(shared, made):
    keys = made[1]
    login = replace(ANNA, password="ein anderer langer Satz")
    changed = change_password(shared, keys, login, today=DAY, cost=CHEAP)
    assert unlock_password(changed, login.password, ANNA.name).keys == keys
    assert unlock_password(changed, PETRA.password).keys == keys
    with pytest.raises(WrongPassword):
        unlock_password(changed, ANNA.password)


def test_a_removed_user_does_not_get_in_and_the_others_do(shared, made):
    changed = remove_user(shared, made[1], PETRA.user, opened_by=ANNA.user)
    with pytest.raises(WrongPassword):
        unlock_password(changed, PETRA.password)
    assert unlock_password(changed, ANNA.password).user == ANNA.user


def test_nobody_removes_oneself_or_the_last_user(shared, made):
    vault, keys, _code = made
    with pytest.raises(UserError, match="yourself"):
        remove_user(shared, keys, ANNA.user, opened_by=ANNA.user)
    with pytest.raises(UserError, match="last"):
        remove_user(vault, keys, ANNA.user, opened_by=None)


def test_a_user_has_one_password(shared, made):
    with pytest.raises(UserError, match="already"):
        with_petra(shared, made[1])


def test_there_is_room_for_eleven_users(made):
    vault, keys, _code = made
    for number in range(10):
        vault = with_petra(vault, keys, replace(PETRA, user=str(100 + number)))
    assert len(parse_vault(serialise(vault)).slots) == 12
    with pytest.raises(UserError, match="no room"):
        with_petra(vault, keys)


@pytest.mark.parametrize("change", [change_password, add_user])
def test_a_vault_is_changed_with_its_own_keys_only(made, change):
    foreign = new_vault(seed=2)[1]
    login = ANNA if change is change_password else PETRA
    with pytest.raises(TamperedVault):
        change(made[0], foreign, login, today=DAY, cost=CHEAP)


def test_a_used_recovery_code_is_replaced_by_a_new_one(made):
    vault, keys, code = made
    fresh = new_recovery_code()
    used = unlock_recovery(vault, code).slot
    changed = replace_recovery(vault, keys, slot=used, code=fresh, today=DAY)
    assert unlock_recovery(changed, fresh).keys == keys
    with pytest.raises(ForeignCode):
        unlock_recovery(changed, code)
    with pytest.raises(UserError, match="already"):
        replace_recovery(changed, keys, slot=used, code=fresh, today=DAY)


def test_numbers_of_streams_and_generations_only_grow(made):
    vault, keys, _code = made
    grown = advance(vault, keys, high_water={"team/4711": 9, "shared/4711": 2})
    later = advance(grown, keys, high_water={"team/4711": 3}, seen_generation=40, incarnation=7)
    assert later.high_water == {"team/4711": 9, "shared/4711": 2}
    assert (later.generation, later.incarnation) == (41, 7)


# What is written


def test_a_vault_is_read_as_it_was_written(shared):
    assert parse_vault(serialise(shared)) == shared


def test_what_a_newer_program_added_is_kept_when_this_one_writes(made):
    vault, keys, code = made
    password, recovery = vault.slots
    marked = replace(recovery, extra={"paper": "A4"}, sealed=b"")
    key = slots._recovery_key(marked, secret_of(code))
    marked = replace(marked, sealed=slots._seal(marked, key, vault.id, keys.data_key))
    devices = {"devices": [{"serial": 1, "scopes": ["team"], "until": None}]}
    newer = sealed(replace(vault, slots=(password, marked), extra=devices), keys)
    written = advance(parse_vault(serialise(newer)), keys)
    assert document(written)["devices"] == devices["devices"]
    assert document(written)["slots"][1]["paper"] == "A4"
    assert unlock_recovery(written, code).keys == keys
    assert unlock_password(written, ANNA.password).keys == keys


def test_no_two_vaults_share_a_secret_or_a_salt(made):
    def secrets(vault, keys):
        return {keys.data_key, vault.db_salt, vault.id, *(slot.salt for slot in vault.slots)}

    assert not secrets(*made[:2]) & secrets(*new_vault(seed=2)[:2])


def test_production_takes_the_fixed_cost_of_the_design():
    assert (FIXED_COST.memory, FIXED_COST.passes, FIXED_COST.lanes) == (262_144, 3, 4)


# Tampering


def without_last_slot(text):
    text["slots"].pop()


def doubled_generation(text):
    text["generation"] += 1


def other_salt(text):
    text["db_salt"] = "00" * 16


def other_device(text):
    text["incarnation"] += 1


def lower_water(text):
    text["high_water"] = {"team/4711": 1}


def certificate(text):
    text["devices"] = {"forged": 1}


def other_user(text):
    text["slots"][-1]["user"] = "77"


def cheaper(text):
    text["slots"][-1]["kdf"]["t"] = 2


def hidden_key(text):
    text["slots"][-1]["admin"] = True


def other_date(text):
    text["slots"][-1]["created"] = "2001-01-01"


def swapped(text):
    text["slots"].reverse()


@pytest.mark.parametrize(
    "change",
    [
        without_last_slot,
        doubled_generation,
        other_salt,
        other_device,
        lower_water,
        certificate,
        other_user,
        cheaper,
        hidden_key,
        other_date,
        swapped,
    ],
)
def test_a_vault_that_somebody_else_changed_is_not_opened(shared, made, change):
    text = document(shared)
    change(text)
    forged = vault_of(text)
    with pytest.raises(TamperedVault):
        unlock_password(forged, ANNA.password, ANNA.name)
    with pytest.raises(TamperedVault):
        unlock_recovery(forged, made[2])


def test_a_slot_of_another_vault_does_not_open_this_one(made):
    text, other = document(made[0]), document(new_vault(seed=2)[0])
    text["slots"] = [*other["slots"][:1], *text["slots"][1:]]
    with pytest.raises(WrongPassword):
        unlock_password(vault_of(text), ANNA.password)


@pytest.mark.parametrize(("key", "value"), [("user", "9"), ("created", "2001-01-01")])
def test_a_slot_given_to_somebody_else_opens_for_nobody(made, key, value):
    text = document(made[0])
    text["slots"][0][key] = value
    with pytest.raises(WrongPassword):
        unlock_password(vault_of(text), ANNA.password)


def test_an_old_slot_put_back_does_not_open(shared, made):
    changed = document(remove_user(shared, made[1], PETRA.user, opened_by=ANNA.user))
    changed["slots"].append(document(shared)["slots"][-1])
    with pytest.raises(TamperedVault):
        unlock_password(vault_of(changed), PETRA.password)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("m", 19_456),
        ("m", 65_535),
        ("m", 1_048_577),
        ("t", 0),
        ("t", 11),
        ("p", 9),
        ("t", True),
        ("salt", "00"),
        ("extra", 1),
        ("m", "65536"),
    ],
)
def test_a_slot_that_is_too_cheap_or_eats_the_memory_is_not_even_tried(made, key, value):
    text = document(made[0])
    text["slots"][0]["kdf"][key] = value
    with pytest.raises(DamagedVault):
        vault_of(text)


def test_a_vault_without_a_code_on_paper_or_with_a_slot_twice_is_refused(made):
    for kept in (slice(0, 1), slice(1, 2), slice(0, 0)):
        text = document(made[0])
        text["slots"] = text["slots"][kept]
        with pytest.raises(DamagedVault):
            vault_of(text)
    text = document(made[0])
    text["slots"].append(text["slots"][0])
    with pytest.raises(DamagedVault):
        vault_of(text)


@pytest.mark.parametrize("other", [str.upper, lambda text: f" {text[1:]}", lambda text: text[2:]])
def test_bytes_are_spelled_in_one_way_only(made, other):
    text = document(made[0])
    text["mac"] = other(text["mac"])
    with pytest.raises(DamagedVault):
        vault_of(text)


@pytest.mark.parametrize("value", ["NaN", "-Infinity", "1.5", "1e9", '"\\ud800"', '{"a":1,"a":2}'])
def test_what_two_programs_could_read_differently_is_refused_even_where_it_is_unknown(made, value):
    raw = serialise(made[0]).replace(b"{", b'{"devices":' + value.encode() + b",", 1)
    with pytest.raises(DamagedVault):
        parse_vault(raw)


def test_a_kind_of_slot_of_a_newer_program_is_said_to_be_one(made):
    text = document(made[0])
    text["slots"][0]["kind"] = "keyring"
    with pytest.raises(NewerVault):
        vault_of(text)


# The keys


def test_the_raw_key_opens_the_store_and_its_salt_stands_in_front(made, tmp_path):
    vault, keys, _code = made
    path = tmp_path / "bestand.db"
    for statement in ("CREATE TABLE t (a)", "SELECT a FROM t"):
        store = dbapi2.connect(str(path))
        store.execute(f'PRAGMA key="{keys.database_pragma(vault.db_salt)}"')
        store.execute(statement)
        store.close()
    assert path.read_bytes()[:16] == vault.db_salt


def test_a_key_of_another_length_is_our_mistake_and_never_a_passphrase(made):
    with pytest.raises(Bug):
        made[1].database_pragma(b"short")
    with pytest.raises(Bug):
        Keys(b"short")


def test_each_purpose_has_a_key_of_its_own(made):
    vault, keys, _code = made
    database = bytes.fromhex(keys.database_pragma(vault.db_salt)[2:66])
    derived = {database, keys.attachments(), keys.device_keys(), keys.data_key, keys.vault_mac(b"")}
    assert len(derived) == 5


def test_nothing_that_is_shown_shows_a_key(made):
    vault, keys, code = made
    shown = repr([keys, unlock_recovery(vault, code), unlock_password(vault, ANNA.password)])
    assert keys.data_key.hex() not in shown
    assert repr(keys.data_key)[2:-1] not in shown


def test_a_password_is_not_shown_with_its_login():
    assert ANNA.password not in repr(ANNA)
    assert repr(Login(user="8", name="Anna Berg", password="geheim")).count("geheim") == 0


@pytest.mark.skipif(sys.platform == "win32", reason="limits memory as POSIX does")
def test_too_little_memory_is_said_and_never_called_a_wrong_password():
    child = """
import resource
from neuewege_desktop.store.vault.failures import NotEnoughMemory
from neuewege_desktop.store.vault.passwords import Cost, stretched
resource.setrlimit(resource.RLIMIT_AS, (700 << 20, 700 << 20))
try:
    stretched("geheim", bytes(16), Cost(memory=1 << 20, passes=1, lanes=1))
except NotEnoughMemory as told:
    print(told)
"""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        [sys.executable, "-c", child], capture_output=True, text=True, check=True, env=environment
    )
    assert "not enough memory" in done.stdout
