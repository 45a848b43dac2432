"""The catalogues are complete, and the tool that says so finds what is wrong."""

from __future__ import annotations

import gettext

import pytest
from babel.messages.catalog import Catalog

import translations

GOOD = (
    ("Close", "Schließen"),
    ("Line {line} is empty.", "Zeile {line} ist leer."),
    (("{n} household", "{n} households"), ("{n} Haushalt", "{n} Haushalte")),
)


@pytest.fixture
def judged(tmp_path):
    """Judge a German catalogue with the given messages against the sentences of GOOD."""

    def judge(*messages, flags=()):
        template, catalog = Catalog(), Catalog(locale="de")
        for text, _translation in GOOD:
            template.add(text)
        for text, translation in messages:
            catalog.add(text, translation, flags=flags)
        path = tmp_path / "neuewege.po"
        translations.write(path, catalog, "de")
        path.with_suffix(".mo").touch()
        return list(translations.faults_of_catalogue(path, template))

    return judge


def test_our_catalogues_have_no_faults():
    assert translations.check() == []


def test_a_complete_catalogue_is_accepted(judged):
    assert judged(*GOOD) == []


@pytest.mark.parametrize(
    ("message", "fault"),
    [
        (("Close", ""), "not translated: 'Close'"),
        (
            ("Line {line} is empty.", "Zeile {zeile} ist leer."),
            "other placeholders than ['line']: 'Zeile {zeile} ist leer.'",
        ),
        (
            (("{n} household", "{n} households"), ("Ein Haushalt", "{n} Haushalte")),
            "other placeholders than ['n']: 'Ein Haushalt'",
        ),
    ],
)
def test_a_faulty_translation_is_named(judged, message, fault):
    others = [good for good in GOOD if good[0] != message[0]]
    assert judged(message, *others) == [fault]


def test_a_missing_and_a_forgotten_sentence_are_named(judged):
    assert judged(*GOOD[1:], ("Open", "Öffnen")) == ["missing: 'Close'", "no longer used: 'Open'"]


def test_a_guessed_translation_is_not_accepted(judged):
    assert "fuzzy: 'Close'" in judged(*GOOD, flags=["fuzzy"])


def test_the_command_line_library_speaks_german():
    """Its catalogue has its own domain; base.i18n binds it."""
    german = gettext.translation("click", translations.TRANSLATIONS, ["de"])
    assert german.gettext("Usage:") == "Aufruf:"


def test_writing_a_catalogue_twice_gives_the_same_bytes(tmp_path):
    catalog = translations.read(translations.TRANSLATIONS / "de/LC_MESSAGES/click.po")
    first, second = tmp_path / "first.po", tmp_path / "second.po"
    translations.write(first, catalog, "de")
    translations.write(second, translations.read(first), "de")
    assert first.read_bytes() == second.read_bytes()
