"""The bars over and under the item: where one is, who is there, and what can be done with it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy
from typing_extensions import override

from neuewege_desktop.base.i18n import _, ngettext
from neuewege_desktop.domain.choices.work import ItemState
from neuewege_desktop.gui.kit.buttons import button, primary, with_icon
from neuewege_desktop.gui.kit.look.theme import Theme
from neuewege_desktop.gui.kit.text import Text, plain
from neuewege_desktop.gui.kit.toast import Toast

Act = Callable[[], object]


class HeadBar(QFrame):
    """Which conference this is, how much of it is left, and what concerns it as a whole."""

    def __init__(self, theme: Theme, acts: Mapping[str, Act]) -> None:
        super().__init__()
        self.setObjectName("conferenceHead")
        # Its words give way to signs; they never keep the window wide.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.title = Text("", "heading")
        self.left = Text("", "hint")
        self.back = _made(theme, "arrow-left", _("To the o&verview"), acts["leave"], "leave")
        self.people = _made(theme, "users", _("A&ttendance"), acts["people"], "people")
        self.household = _made(theme, "house-plus", _("&Household"), acts["household"], "household")
        self.topic = _made(theme, "plus", _("Top&ic"), acts["topic"], "topic")
        self.pause = _made(theme, "clock", _("Pa&use"), acts["pause"], "pause")
        self.end = _made(theme, "circle-check", _("&End"), acts["end"], "end")
        self._words = {each: each.text() for each in (self.people, self.household, self.topic)}
        self._ends = {each: each.text() for each in (self.back, self.end)}
        self._is_running = True
        self._left = ("", "")  # what is left, in short and in full
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 14, 8)
        row.setSpacing(8)
        row.addWidget(self.back)
        row.addSpacing(8)
        row.addWidget(self.title)
        row.addWidget(self.left)
        row.addStretch(1)
        for each in (self.people, self.household, self.topic, self.pause, self.end):
            row.addWidget(each)

    def fit(self, width: int) -> None:
        """Show signs alone where the words do not fit; their names stay what they are."""
        some = {**self._words, self.pause: self._pause_words()}
        everything = {**some, **self._ends}
        for signs, left in (((), 1), (some, 1), (some, 0), (everything, 0)):
            for made, words in everything.items():
                made.setText("" if made in signs else words)
            self.left.setText(self._left[left])
            if self._row.sizeHint().width() <= width:
                return

    def tell_conference(self, town: str, day: str) -> None:
        """Say where and when the conference is held."""
        self.title.setText(f"{town}, {day}")
        self.fit(self.width())

    def tell_left(self, minutes: int, until: dt.datetime) -> None:
        """Say how many of the planned minutes are left, and when they will be over."""
        left = ngettext("one minute left", "{n} minutes left", minutes)
        time = until.time().isoformat("minutes")
        words = (left, _("{left}, until about {time}").format(left=left, time=time))
        if words != self._left:
            self._left = words
            self.fit(self.width())

    def tell_pause(self, *, is_running: bool) -> None:
        """Offer to let the watch stand still, or to let it go on."""
        self._is_running = is_running
        self.pause.setAccessibleName(plain(self._pause_words()).strip())
        self.fit(self.width())

    def _pause_words(self) -> str:
        words = _("Pa&use") if self._is_running else _("Contin&ue")
        return f" {words}"


class FootBar(QFrame):
    """What can be done with the item, and the way to the next one."""

    def __init__(self, theme: Theme, acts: Mapping[str, Act]) -> None:
        super().__init__()
        self.setObjectName("conferenceFoot")
        self.before = _made(theme, "chevron-left", _("&Back"), acts["before"], "before")
        self.after = _made(theme, "chevron-right", _("Ne&xt"), acts["after"], "after")
        self.postpone = _made(theme, "clock", _("&Postpone …"), acts["postpone"], "postpone")
        self.drop = _made(theme, "circle-x", _("Dr&op …"), acts["drop"], "drop")
        self.reopen = _made(theme, "undo-2", _("Take up a&gain"), acts["reopen"], "reopen")
        self.finish = with_icon(
            primary(_("Conc&lude"), acts["finish"], name="finish"), theme, "check"
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 14, 8)
        row.setSpacing(8)
        row.addWidget(self.before)
        row.addWidget(self.after)
        row.addStretch(1)
        for each in (self.postpone, self.drop, self.reopen, self.finish):
            row.addWidget(each)

    def show_state(self, state: ItemState | None) -> None:
        """Offer what can be done with an item in this state; None: nothing is shown of it."""
        is_open = state is ItemState.OPEN
        self.finish.setVisible(is_open)
        self.postpone.setVisible(is_open)
        self.drop.setVisible(is_open)
        self.reopen.setVisible(state is not None and not is_open)


class FootToast(Toast):
    """Tells what was done between the buttons of the bar, where it covers nothing."""

    def __init__(self, bar: FootBar) -> None:
        super().__init__(bar)
        self._bar = bar

    @override
    def place(self) -> None:
        left = (self._bar.width() - self.width()) // 2
        self.move(left, (self._bar.height() - self.height()) // 2)


def _made(theme: Theme, icon: str, words: str, act: Act, name: str) -> QPushButton:
    return with_icon(button(words, act, name=name), theme, icon)
