"""Choosing a password: words by chance are offered; one's own is typed twice and judged."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from neuewege_desktop.base.i18n import _
from neuewege_desktop.gui.kit.buttons import sign
from neuewege_desktop.gui.kit.look.colours import Tone
from neuewege_desktop.gui.kit.look.theme import Theme
from neuewege_desktop.gui.kit.text import Text, announce
from neuewege_desktop.gui.start.password_line import PasswordLine


class NewPassword(QWidget):
    """Words that are offered, or a password of one's own."""

    def __init__(self, theme: Theme, known: Callable[[], Sequence[str]]) -> None:
        super().__init__()
        self._known = known  # names that others would try first
        self.offered = QRadioButton(_("Take &these six words"))
        self.offered.setObjectName("offered")
        self.own = QRadioButton(_("A password of my &own"))
        self.own.setObjectName("own")
        choice = QButtonGroup(self)
        choice.addButton(self.offered)
        choice.addButton(self.own)
        self.words = Text("", "code", wrap=True)
        self.words.setObjectName("words")
        self._again = sign(theme, "refresh-cw", _("Offer other words"), self.offer, name="again")
        self.first = PasswordLine(theme, _("Passwor&d"), name="password")
        self.second = PasswordLine(theme, _("Once &more"), name="repeated")
        self.first.edit.textEdited.connect(self._judge)
        self._lay_out()
        self.offered.toggled.connect(self._choose)
        self.offered.setChecked(True)

    def _lay_out(self) -> None:
        offer = QFrame()
        offer.setObjectName("notice")
        row = QHBoxLayout(offer)
        row.setContentsMargins(16, 10, 10, 10)
        row.addWidget(self.words, 1)
        row.addWidget(self._again, 0, Qt.AlignmentFlag.AlignVCenter)
        self._offer = QWidget()
        below = QVBoxLayout(self._offer)
        below.setContentsMargins(26, 0, 0, 6)
        below.setSpacing(8)
        below.addWidget(offer)
        hint = _("Write them down and keep the paper with you until you know them by heart.")
        below.addWidget(Text(hint, "hint", wrap=True))
        self._typed = QWidget()
        typed = QVBoxLayout(self._typed)
        typed.setContentsMargins(26, 0, 0, 0)
        typed.setSpacing(10)
        typed.addWidget(self.first)
        typed.addWidget(self.second)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.offered, self._offer, self.own, self._typed):
            column.addWidget(widget)

    def offer(self) -> None:
        """Offer other words, and read them out where one can see them."""
        from neuewege_desktop.gui.start.acts import passphrase

        words = passphrase()
        self.words.setText(words)
        self.offered.setAccessibleDescription(words)
        if self.words.isVisible():
            announce(self.words, words)

    def taken(self) -> str | None:
        """Return the chosen password; None after saying at its line what is missing."""
        from neuewege_desktop.services.passphrases import too_short

        if self.offered.isChecked():
            return self.words.text()
        if not self.first.password:
            self.first.refuse(_("Please type a password."))
        elif short := too_short(self.first.password):
            self.first.refuse(short)
        elif self.first.password != self.second.password:
            self.second.refuse(_("The two passwords differ. Please type the second one again."))
        else:
            return self.first.password
        return None

    def forget(self) -> None:
        """Keep nothing of what was typed."""
        for line in (self.first, self.second):
            line.edit.clear()
            line.hide_text()
        self.words.clear()
        self.offered.setAccessibleDescription("")

    def _choose(self, is_offered: bool) -> None:
        self._offer.setVisible(is_offered)
        self._typed.setVisible(not is_offered)
        if is_offered and not self.words.text():
            self.offer()

    def _judge(self) -> None:
        from neuewege_desktop.services.passphrases import StrengthLevel, strength

        if not self.first.password:
            return
        judged = strength(self.first.password, self._known())
        if judged.level is StrengthLevel.STRONG:
            self.first.remark(_("This password is strong."), Tone.GOOD)
        elif judged.level is StrengthLevel.FAIR:
            self.first.remark(judged.advice, Tone.GOOD)
        else:
            self.first.remark(judged.advice, Tone.WARNING)
