"""Words that the team added to the dictionary: they go with the workplace, to every laptop."""

from __future__ import annotations

from neuewege_desktop.domain.records.team import SpellingWord
from neuewege_desktop.domain.scopes import SHARED
from neuewege_desktop.services.labels import ActLabel
from neuewege_desktop.services.office import Office
from neuewege_desktop.store.writer import Outcome


def own_words(office: Office) -> frozenset[str]:
    """Return all words that were added here."""
    with office.store.reading() as reader:
        return frozenset(word.text for word in reader.find(SpellingWord))


def remember_word(office: Office, text: str) -> Outcome:
    """Add a word to the dictionary; one that is there already changes nothing."""
    with office.store.writing(ActLabel.WORD, office.author) as writer:
        if not writer.find(SpellingWord, text=text):
            word = SpellingWord(id=writer.new_id(), scope=SHARED, text=text)
            writer.add(word)
    return writer.outcome
