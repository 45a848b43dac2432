"""Nobody reads a code: every kind of record and every field has a word."""

from neuewege_desktop.domain.records import KINDS
from neuewege_desktop.domain.records.words import FIELD_WORDS, KIND_WORDS
from neuewege_desktop.services.labels import Nature, act_name, label_of


def test_every_kind_of_record_has_a_word():
    assert set(KIND_WORDS) == set(KINDS)


def test_every_field_has_a_word_and_no_word_is_left_over():
    assert set(FIELD_WORDS) == {info.name for kind in KINDS.values() for info in kind.fields}


def test_every_act_on_every_kind_of_record_has_a_name():
    for kind in KINDS:
        for nature in Nature:
            name = act_name(label_of(nature, kind))
            assert name[0].isupper()
            assert ":" not in name
