"""What one can do about a doubtful word: from its context menu, and from word to word by F7."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QMenu, QPlainTextEdit
from typing_extensions import override

from neuewege_desktop.base.i18n import _
from neuewege_desktop.gui.kit.spelling.checker import SpellChecker
from neuewege_desktop.gui.kit.spelling.marks import Marks, Spot, spots_in
from neuewege_desktop.gui.kit.text import announce

NEXT_DOUBT = Qt.Key.Key_F7


class Mending(QObject):
    """Gives one field the menu of its doubtful words."""

    def __init__(self, edit: QPlainTextEdit, checker: SpellChecker, marks: Marks) -> None:
        super().__init__(edit)
        self._edit, self._checker, self._marks = edit, checker, marks
        self._is_seeking = False  # words after the cursor are still being judged
        checker.learnt.connect(self._seek_on)
        edit.installEventFilter(self)
        edit.viewport().installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QContextMenuEvent) and self._checker.is_on:
            return self._open_context_menu(event)
        if event.type() == QEvent.Type.FocusOut and watched is self._edit:
            self._is_seeking = False
            self._marks.settle()
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            self._is_seeking = False
            if event.key() == NEXT_DOUBT and not event.modifiers() and self._checker.is_on:
                self.go_to_next()
                return True
        return super().eventFilter(watched, event)

    # --- from word to word ------------------------------------------------------------------

    def go_to_next(self) -> None:
        """Select the next doubtful word and offer what may be meant; from the end to the start."""
        self._is_seeking = False
        for spot in self._spots_from(self._edit.textCursor().selectionEnd()):
            is_sound = self._checker.is_sound(spot.word)
            if is_sound is None:
                self._is_seeking = True
                return
            if not is_sound:
                self._offer(spot)
                return
        self._tell_end()

    def _seek_on(self) -> None:
        if self._is_seeking:
            self.go_to_next()

    def _spots_from(self, position: int) -> Iterator[Spot]:
        """Yield the words after a position, then those before it."""
        document = self._edit.document()
        first = document.findBlock(position)
        yield from (spot for spot in spots_in(first) if spot.start >= position)
        block = first.next()
        for _paragraph in range(document.blockCount() - 1):
            block = block if block.isValid() else document.begin()
            yield from spots_in(block)
            block = block.next()
        yield from (spot for spot in spots_in(first) if spot.start < position)

    def _offer(self, spot: Spot) -> None:
        self._edit.setTextCursor(self._selected(spot))
        self._edit.ensureCursorVisible()
        menu = self._new_menu()
        self._fill(menu, spot, None)
        self._pop_up(menu)
        name = _("Doubtful word: {word}").format(word=spot.word.readings[0])
        menu.setAccessibleName(name)
        announce(self._edit, name)

    def _tell_end(self) -> None:
        sentence = _("No doubtful word was found.")
        menu = self._new_menu()
        menu.setActiveAction(menu.addAction(sentence))
        self._pop_up(menu)
        announce(self._edit, sentence)

    def _new_menu(self) -> QMenu:
        menu = QMenu(self._edit)
        menu.setObjectName("spelling")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def _pop_up(self, menu: QMenu) -> None:
        corner = self._edit.cursorRect().bottomLeft() + QPoint(0, 4)
        menu.popup(self._edit.viewport().mapToGlobal(corner))

    # --- the menu of a word -----------------------------------------------------------------

    def _open_context_menu(self, event: QContextMenuEvent) -> bool:
        """Open the usual menu, with the spelling first if the word is doubtful."""
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        cursor = self._edit.cursorForPosition(event.pos()) if by_mouse else self._edit.textCursor()
        spot = self._doubtful_at(cursor)
        if spot is None:
            return False
        menu = self._edit.createStandardContextMenu()
        menu.setObjectName("spelling")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        first = menu.actions()[0]
        self._fill(menu, spot, first)
        menu.insertSeparator(first)
        if by_mouse:
            menu.popup(event.globalPos())
        else:
            self._pop_up(menu)
        return True

    def _doubtful_at(self, cursor: QTextCursor) -> Spot | None:
        at = cursor.position()
        for spot in spots_in(cursor.block()):
            if spot.start <= at <= spot.end:
                return spot if self._checker.is_sound(spot.word) is False else None
        return None

    def _fill(self, menu: QMenu, spot: Spot, before: QAction | None) -> None:
        """Put what can be done about a word into a menu; suggestions come when they are found."""
        waiting = QAction(_("Looking for suggestions …"), menu)
        waiting.setEnabled(False)
        ignore = _action(menu, _("&Ignore"), lambda: self._checker.ignore(spot.word))
        offered = [waiting, _separator(menu), ignore]
        if self._checker.can_add:
            adding = _("&Add to the dictionary")
            offered.append(_action(menu, adding, lambda: self._checker.add(spot.word)))
        for action in offered:
            menu.insertAction(before, action)  # type: ignore[arg-type]  # None: at the end
        place = self._selected(spot, whole=False)

        def show(found: list[str]) -> None:
            for word in found:
                self._insert(menu, waiting, word, place)
            if found:
                menu.removeAction(waiting)
            else:
                waiting.setText(_("No suggestions"))
            menu.setActiveAction(menu.actions()[0] if found else ignore)

        self._checker.suggest(spot.word, show, owner=menu)

    def _insert(self, menu: QMenu, before: QAction, word: str, place: QTextCursor) -> None:
        meant = place.selectedText()

        def replace() -> None:
            if place.selectedText() == meant:
                place.insertText(word)
                self._edit.setTextCursor(place)

        action = _action(menu, word.replace("&", "&&"), replace)
        font = action.font()
        font.setBold(True)
        action.setFont(font)
        menu.insertAction(before, action)

    def _selected(self, spot: Spot, *, whole: bool = True) -> QTextCursor:
        cursor = self._edit.textCursor()
        cursor.setPosition(spot.start)
        end = spot.end if whole else spot.stem_end
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor


def _action(menu: QMenu, words: str, act: Callable[[], object]) -> QAction:
    made = QAction(words, menu)
    made.triggered.connect(lambda _checked: act())
    return made


def _separator(menu: QMenu) -> QAction:
    made = QAction(menu)
    made.setSeparator(True)
    return made
