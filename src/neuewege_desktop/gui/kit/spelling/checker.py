"""What is known of words: sound, doubtful, or still to be asked; and what a person said of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer, Signal

from neuewege_desktop.gui.kit.look.theme import Theme
from neuewege_desktop.gui.kit.spelling.dictionary import Dictionary, Suggestions
from neuewege_desktop.services.spelling.words import Word, composed, words_of

_AT_ONCE = 30  # words of one question: each takes about a millisecond
_MOST_KEPT = 50_000


class SpellChecker(QObject):
    """Judges words for all fields of one workplace; each word is asked once.

    `known` are names and words that are never doubted. `remember` keeps a word that somebody adds
    to the dictionary; without it nothing can be added.
    """

    learnt = Signal()  # words are judged for the first time
    changed = Signal()  # words are judged otherwise than before

    def __init__(
        self,
        theme: Theme,
        dictionary: Dictionary,
        *,
        is_on: bool = True,
        known: Iterable[str] = (),
        remember: Callable[[str], object] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self._dictionary = dictionary
        self._is_on = is_on
        self._remember = remember
        self._accepted: set[str] = set()
        self._names: dict[str, set[str]] = {}  # what is accepted, by its first letter
        self._verdicts: dict[tuple[str, ...], bool] = {}
        self._suggestions: dict[str, list[str]] = {}
        self._wanted: dict[tuple[str, ...], None] = {}
        self._asked: set[tuple[str, ...]] = set()
        self._asking = QTimer(self)
        self._asking.setSingleShot(True)
        self._asking.timeout.connect(self._ask)
        self._accept(known)

    @property
    def is_on(self) -> bool:
        """Say whether words are judged at all."""
        return self._is_on

    @property
    def is_idle(self) -> bool:
        """Say whether every word that was looked at is judged."""
        return not self._wanted and self._dictionary.is_idle

    def switch(self, *, on: bool) -> None:
        """Begin to judge words, or end it."""
        self._is_on = on
        self.changed.emit()

    @property
    def can_add(self) -> bool:
        """Say whether a word can be added to the dictionary."""
        return self._remember is not None

    def know(self, words: Iterable[str]) -> None:
        """Never doubt these words and names any more; a name may consist of several words."""
        self._accept(words)
        self.changed.emit()

    def trust(self, names: Iterable[str]) -> None:
        """Never doubt these names; others may look on, so they are not suggested either."""
        new = {part.stem for name in names for part in words_of(name)} - self._accepted
        if new:
            self._accepted |= new
            self.changed.emit()

    def ignore(self, word: Word) -> None:
        """Do not doubt this word any more until the program ends."""
        self.know((word.readings[0], word.stem))

    def add(self, word: Word) -> None:
        """Keep this word for all times."""
        if self._remember is not None:
            self._remember(word.stem)
        self.ignore(word)

    def is_sound(self, word: Word) -> bool | None:
        """Say whether a word is spelled well; None: it is being asked, `learnt` comes then."""
        if not self._is_on or any(map(self._is_accepted, word.readings)):
            return True
        verdict = self._verdicts.get(word.readings)
        if verdict is None and word.readings not in self._asked:
            self._wanted[word.readings] = None
            self._asking.start(0)
        return verdict

    def suggest(self, word: Word, then: Suggestions, *, owner: QObject) -> None:
        """Tell `then` what may be meant, likeliest first; at once if it was asked before."""
        asked = word.stem
        if asked in self._suggestions:
            then(self._suggestions[asked])
            return

        def keep(found: list[str]) -> None:
            self._suggestions[asked] = found
            then(found)

        names = sorted(self._names.get(asked[0], ()))
        self._dictionary.suggest(asked, names, keep, owner=owner)

    def _accept(self, words: Iterable[str]) -> None:
        for text in words:
            self._accepted.add(composed(text))
            for part in words_of(text):
                self._accepted.add(part.stem)
                self._names.setdefault(part.stem[0], set()).add(part.stem)
        self._suggestions.clear()

    def _is_accepted(self, reading: str) -> bool:
        return reading in self._accepted or reading.removesuffix("s") in self._accepted

    def _ask(self) -> None:
        if len(self._verdicts) > _MOST_KEPT:
            self._verdicts.clear()
        wanted = list(self._wanted)
        self._wanted.clear()
        self._asked.update(wanted)
        for start in range(0, len(wanted), _AT_ONCE):
            words = wanted[start : start + _AT_ONCE]
            self._dictionary.check(words, self._learning(words), owner=self)

    def _learning(self, words: list[tuple[str, ...]]) -> Callable[[list[bool]], None]:
        def learn(verdicts: list[bool]) -> None:
            self._verdicts.update(zip(words, verdicts, strict=True))
            self._asked.difference_update(words)
            self.learnt.emit()

        return learn
