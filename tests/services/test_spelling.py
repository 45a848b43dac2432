"""Sentences of minutes are left alone, slips are found, and the right word is offered."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys

import pytest

from neuewege_desktop.app import surroundings
from neuewege_desktop.base.paths import resources
from neuewege_desktop.services.spelling.answering import (
    answer_all,
    check_line,
    read_answer,
    suggest_line,
)
from neuewege_desktop.services.spelling.lexicon import Lexicon, can_check, terms
from neuewege_desktop.services.spelling.words import words_of

pytestmark = pytest.mark.skipif(not can_check(), reason="no spelling library for this computer")

SOUND = (
    "Herr Groß nimmt ab dem 4. Mai an der Arbeitsgelegenheit beim Bauhof Grasellenbach teil.",
    "Die Eingliederungsvereinbarung wird bis zur nächsten Fallbesprechung geschlossen (EGV).",
    "Die Fallmanager:innen prüfen ggf. die Rechtsfolgenbelehrungen; Wiedervorlage in 14 Tagen.",
    "Kinderbetreuungsplatz ab August zugesagt, Kita-Platz in Zwingenberg noch offen.",
    "Der/die Leistungsberechtigte legt eine Arbeitsunfähigkeitsbescheinigung vor.",
    "BG 43102BG0000902: Bürgergeld, ab Juli Grundsicherungsgeld; Kooperationsplan besprochen.",
    "Sie hat’s vergessen – neuer Termin am 3.4.2009 im Rathaus, Tel. 06251/1234.",
    "Leistungs- und Vermittlungsabteilung klären Mietschulden, Stromschulden usw. mit dem Träger.",
    "Sprachniveau B1 erreicht; Gabelstaplerschein, Führerschein Kl. B und Probearbeit geplant.",
    "Bedarfsgemeinschaft mit drei Kindern, alleinerziehend; Schuldnerberatungsstelle vereinbart.",
)
SLIPS = (
    ("Der Termnin beim Bauhof", "Termnin", "Termin"),
    ("in der Sprechstnude", "Sprechstnude", "Sprechstunde"),
    ("ausserdem fehlt", "ausserdem", "außerdem"),
    ("er weiß, daß", "daß", "dass"),
    ("vileicht im Mai", "vileicht", "vielleicht"),
    ("Rathaus Zwingenbreg", "Zwingenbreg", "Zwingenberg"),
    (
        "die Eingliederungsvereinbahrung",
        "Eingliederungsvereinbahrung",
        "Eingliederungsvereinbarung",
    ),
    ("die Bedarfsgemeinschafft", "Bedarfsgemeinschafft", "Bedarfsgemeinschaft"),
    ("eine Rechtsfolgenbelerung", "Rechtsfolgenbelerung", "Rechtsfolgenbelehrung"),
    ("das Grundsicherungsgelt", "Grundsicherungsgelt", "Grundsicherungsgeld"),
    ("ein TErmin", "TErmin", "Termin"),
)


@pytest.fixture(scope="module")
def lexicon():
    return Lexicon()


def doubtful(lexicon, text):
    return [w for w in words_of(text) if not any(map(lexicon.knows, w.readings))]


@pytest.mark.parametrize("sentence", SOUND)
def test_a_sentence_of_minutes_is_left_alone(lexicon, sentence):
    assert [word.readings for word in doubtful(lexicon, sentence)] == []


@pytest.mark.parametrize(("text", "slip", "meant"), SLIPS)
def test_a_slip_is_found_and_the_right_word_offered(lexicon, text, slip, meant):
    assert [word.stem for word in doubtful(lexicon, text)] == [slip]
    assert meant in lexicon.suggestions(slip)


def test_the_municipalities_of_the_district_are_known(lexicon):
    text = (resources() / "catalogue" / "municipalities.csv").read_text("utf-8")
    names = [row["name"] for row in csv.DictReader(text.splitlines(), delimiter=";")]
    assert len(names) == 22
    assert [name for name in names if doubtful(lexicon, f"in {name}")] == []
    without_s = ["Biblis", "Lindenfels"]  # their genitive is no other word
    assert [name for name in names if doubtful(lexicon, f"{name}s")] == without_s


def test_words_of_the_field_are_inflected_like_a_word_that_the_dictionary_has(lexicon):
    listed = terms(resources() / "spelling")
    assert [example for _word, example in listed if example and not lexicon.knows(example)] == []
    assert [word for word, _example in listed if not lexicon.knows(word)] == []
    text = "Potenzialanalysen Maßnahmeträgers Langzeitarbeitslosen Pilotkommunen psychosoziale"
    assert doubtful(lexicon, text) == []


def test_a_word_without_end_keeps_nobody_waiting(lexicon):
    assert lexicon.suggestions("wortohneende" * 40) == ()


def test_the_licence_lies_beside_the_dictionary():
    folder = resources() / "spelling"
    assert "Björn Jacke" in (folder / "LICENSE").read_text("utf-8")
    for version in ("2", "3"):
        assert "GNU GENERAL PUBLIC LICENSE" in (folder / f"GPL-{version}.txt").read_text("utf-8")


def test_questions_are_answered_line_by_line_until_nobody_asks():
    questions = check_line([("Haus",), ("Huas",), ("Leistungs", "Leistungs-")])
    answers = io.BytesIO()
    answer_all(io.BytesIO(questions + suggest_line("Huas")), answers)
    judged, offered = answers.getvalue().splitlines()
    assert read_answer(judged) == [True, False, True]
    assert "Haus" in read_answer(offered)


def test_the_program_answers_in_a_process_of_its_own_and_ends_with_whoever_asks():
    command = surroundings().dictionary
    asked = check_line([("Straße",), ("Strasse",)])
    done = subprocess.run(command, input=asked, capture_output=True, check=True, timeout=60)
    assert json.loads(done.stdout) == [True, False]
    assert done.stderr == b""


def test_asking_needs_neither_the_library_nor_sql():
    asked = (
        "import sys, neuewege_desktop.services.spelling.answering\n"
        "print(sorted({'hunspell', 'sqlalchemy', 'PySide6'} & sys.modules.keys()))"
    )
    answer = subprocess.run(
        [sys.executable, "-c", asked], capture_output=True, text=True, check=True
    )
    assert answer.stdout == "[]\n"
