"""The command line speaks German, and English to those who ask for it."""

from __future__ import annotations

import pytest

from neuewege_desktop.base.i18n import language_of, use_language
from neuewege_desktop.base.paths import translations

# Words that are the same in both languages.
SAME = {"NAME", "TEXT", "AGS", "de|en", "R01,R05", "internal|pseudonym|municipality"}


def texts_of(command):
    """Return what a command says of itself and of each of its options."""
    texts = [command.help]
    for parameter in command.params:
        texts += [parameter.help, parameter.metavar]
    return [text for text in texts if text]


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "de"),
        ({"LANG": "C.UTF-8"}, "de"),
        ({"LC_ALL": "POSIX"}, "de"),
        ({"LANG": "de_DE.UTF-8"}, "de"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LC_ALL": "en_US.UTF-8", "LANG": "de_DE.UTF-8"}, "en"),
        ({"LC_ALL": "", "LC_MESSAGES": "de_DE", "LANG": "en_US"}, "de"),
    ],
)
def test_only_an_english_locale_makes_it_speak_english(environment, language):
    assert language_of(environment) == language


def test_the_help_of_every_command_is_german_throughout(every_command):
    english = {name: set(texts_of(command)) - SAME for name, command in every_command.items()}
    use_language("de", translations())
    german = {name: set(texts_of(command)) for name, command in every_command.items()}
    assert {
        name: english[name] & german[name] for name in english if english[name] & german[name]
    } == {}


def test_help_is_complete_in_german(neuewege):
    page = neuewege("--language", "de", "list", "persons", "--help").out
    assert page.startswith("Aufruf: neuewege list persons")
    for english in ("Options", "Usage", "Show this", "PATH", "YYYY", "FILE", "OPTIONS"):
        assert english not in page


@pytest.mark.parametrize(
    "arguments",
    [
        ("--language", "de", "workplace", "info", "nirgends"),
        ("workplace", "info", "nirgends", "--language", "de"),
    ],
)
def test_the_language_can_be_asked_for_before_and_after_the_command(neuewege, arguments):
    refused = neuewege(*arguments)
    assert refused.err == "In „nirgends“ gibt es keinen Arbeitsplatz. Bitte prüfen Sie den Ort.\n"


def test_wrong_usage_is_explained_in_german_and_ends_with_two(neuewege):
    for arguments in (
        ("agenda", "buero"),
        ("agenda", "buero", "--municipality", "06431022", "--date", "31.02.2009"),
        ("workplace", "info"),
        ("workplace", "create", "buero", "--name", "B", "--seed", "4"),
        ("quatsch",),
        ("list", "persons", "buero", "--quatsch"),
    ):
        use_language("de", translations())
        refused = neuewege(*arguments)
        assert (refused.code, refused.out) == (2, "")
        assert "Fehler: " in refused.err
        assert "Error" not in refused.err
        assert "Missing" not in refused.err


def test_another_language_is_wrong_usage(neuewege):
    assert neuewege("--language", "fr", "undo", "buero").code == 2
