"""Words that the team added to the dictionary stay with the workplace."""

from __future__ import annotations

from neuewege_desktop.services.history import undo
from neuewege_desktop.services.spelling.own_words import own_words, remember_word


def test_a_word_is_added_once_and_can_be_taken_back(office):
    assert own_words(office) == frozenset()
    assert remember_word(office, "Kommunalprojekt").changed
    assert not remember_word(office, "Kommunalprojekt").changed
    assert own_words(office) == {"Kommunalprojekt"}
    undo(office)
    assert own_words(office) == frozenset()
