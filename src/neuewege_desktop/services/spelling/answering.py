"""Questions on spelling, and the answers of the process that has the dictionary: a line each.

They go through pipes between two processes of the same user; nothing of them is written down.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import IO

from neuewege_desktop.services.spelling.lexicon import Lexicon


def check_line(words: Iterable[Sequence[str]]) -> bytes:
    """Return the question which words are sound; each is given by its readings."""
    return _line({"check": [list(readings) for readings in words]})


def suggest_line(word: str, names: Iterable[str] = ()) -> bytes:
    """Return the question what a word may have meant; it may be one of these names."""
    return _line({"suggest": word, "names": list(names)})


def read_answer(line: bytes) -> list[str] | list[bool]:
    """Return an answer: for each word whether it is sound, or the words that may be meant."""
    answer: list[str] | list[bool] = json.loads(line)
    return answer


def answer_all(questions: IO[bytes], answers: IO[bytes]) -> None:
    """Answer one line after the other until nobody asks any more."""
    lexicon = Lexicon()
    for line in questions:
        answers.write(_line(_answer(lexicon, json.loads(line))))
        answers.flush()


def _answer(lexicon: Lexicon, question: dict[str, object]) -> Sequence[object]:
    match question:
        case {"suggest": str(word), "names": list(names)}:
            return lexicon.suggestions(word, names)
        case {"check": list(words)}:
            return [any(map(lexicon.knows, readings)) for readings in words]
    raise ValueError("no question on spelling")


def _line(value: object) -> bytes:
    return json.dumps(value).encode("ascii") + b"\n"
