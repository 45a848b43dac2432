"""Passwords come from a file, the terminal or the standard input, and never end up elsewhere."""

from __future__ import annotations

import pytest

PASSWORD = "fünf Wörter sind ein guter Satz".encode()


@pytest.mark.parametrize("ending", [b"", b"\n", b"\r\n"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_one_line_break_at_the_end_of_a_password_file_is_ignored(
    neuewege, workplace, tmp_path, ending, mark
):
    (tmp_path / "datei").write_bytes(mark + PASSWORD + ending)
    assert neuewege("workplace", "info", "buero", "--password-file", "datei").code == 0


@pytest.mark.parametrize("ending", [b"\n\n", b" ", b"\r\r\n"])
def test_anything_more_belongs_to_the_password(neuewege, workplace, tmp_path, ending):
    (tmp_path / "datei").write_bytes(PASSWORD + ending)
    refused = neuewege("workplace", "info", "buero", "--password-file", "datei")
    assert (refused.code, refused.out) == (1, "")


def test_a_password_is_read_from_the_standard_input(neuewege, workplace):
    assert neuewege("workplace", "info", "buero", given=PASSWORD + b"\n").code == 0


def test_each_secret_takes_one_line_of_the_standard_input(neuewege, workplace):
    given = PASSWORD + b"\nnoch ein langer Satz zum Merken\n"
    assert neuewege("user", "add", "buero", "Petra Linde", given=given).code == 0


@pytest.mark.parametrize("given", [b"", b"\n"])
def test_no_password_is_refused_and_counts_as_no_attempt(neuewege, workplace, given):
    for _attempt in range(4):
        refused = neuewege("workplace", "info", "buero", given=given)
        assert refused.code == 1
        assert "“Password” is missing" in refused.err
    assert neuewege("workplace", "info", "buero", given=PASSWORD).code == 0


def test_a_password_in_another_encoding_is_refused_with_the_way_out(neuewege, workplace, tmp_path):
    (tmp_path / "datei").write_bytes("fünf Wörter".encode("cp1252"))
    refused = neuewege("workplace", "info", "buero", "--password-file", "datei")
    assert refused.code == 1
    assert "UTF-8" in refused.err


def test_a_missing_password_file_is_named(neuewege, workplace):
    refused = neuewege("workplace", "info", "buero", "--password-file", "nirgends")
    assert refused.code == 1
    assert "nirgends" in refused.err


def test_a_wrong_password_is_refused_in_one_sentence_and_soon_makes_one_wait(neuewege, workplace):
    refused = neuewege("workplace", "info", "buero", "--json", given=b"geraten\n")
    assert (refused.code, refused.out) == (1, "")
    assert refused.err == "User name or password is wrong. Please type both again.\n"
    for _attempt in range(3):
        refused = neuewege("workplace", "info", "buero", given=b"geraten\n")
    assert "seconds" in refused.err


def test_nothing_is_asked_before_the_workplace_was_found(neuewege, tmp_path):
    refused = neuewege("workplace", "info", "nirgends")
    assert "There is no workplace" in refused.err


def test_every_command_takes_its_password_from_a_file_and_never_from_an_argument(every_command):
    assert len(every_command) > 15
    for name, command in every_command.items():
        options = {option for parameter in command.params for option in parameter.opts}
        assert {"--password-file", "--json", "--user"} <= options, name
        assert not {"--password", "--new-password", "--recovery-code"} & options, name
