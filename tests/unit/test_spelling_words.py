"""What counts as a word in minutes, and what nobody wants to see marked."""

from __future__ import annotations

import unicodedata

import pytest

from neuewege_desktop.services.spelling.words import words_of


def stems(text):
    return [word.stem for word in words_of(text)]


@pytest.mark.parametrize(
    "text",
    [
        "43102BG0000902",
        "06431-1234, 14-tägig, 2009/2010, 16d, B1",
        "petra.muster@kreis-bergstrasse.de",
        "www.kreis-bergstrasse.de https://sgb2.info/x",
        "EGV BG SGB AGHs ALG",
        "eLb zkT",
        "§ 16 (1) – a) … 3,50 €",
        "a" * 500,
    ],
)
def test_numbers_addresses_and_abbreviations_are_no_words(text):
    assert stems(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kita-Platz", ["Kita", "Platz"]),
        ("Kinder- und Jugendhilfe", ["Kinder", "und", "Jugendhilfe"]),
        ("Rathaus/Bauhof", ["Rathaus", "Bauhof"]),
        ("TErmin", ["TErmin"]),
        ("(Termin), „Bauhof“!", ["Termin", "Bauhof"]),
        ("Wörter\nZeilen", ["Wörter", "Zeilen"]),
    ],
)
def test_a_text_falls_into_its_words(text, found):
    assert stems(text) == found


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("Fallmanager:innen", "Fallmanagerinnen"),
        ("Kolleg*innen", "Kolleginnen"),
        ("Teilnehmer/-innen", "Teilnehmerinnen"),
        ("Mitarbeiter(in)", "Mitarbeiterin"),
        ("jede/r", "jeder"),
        ("Leistungs-", "Leistungs-"),
        ("usw.", "usw."),
        ("hat’s", "hat"),
    ],
)
def test_a_word_is_read_as_it_is_meant(text, reading):
    (word,) = words_of(text)
    assert reading in word.readings


def test_a_word_stands_where_it_was_typed_also_with_umlauts_of_two_signs():
    text = unicodedata.normalize("NFD", "Für Müller: Prüfung")
    words = list(words_of(text))
    assert [word.stem for word in words] == ["Für", "Müller", "Prüfung"]
    assert [unicodedata.normalize("NFC", text[w.start : w.end]) for w in words] == [
        word.stem for word in words
    ]


def test_only_the_stem_of_a_word_for_both_genders_is_replaced():
    (word,) = words_of("Fallmanagr:innen")
    assert (word.stem, word.start, word.stem_end, word.end) == ("Fallmanagr", 0, 10, 16)
