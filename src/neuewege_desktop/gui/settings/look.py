"""Look and language, spelling, and how soon the program locks."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import SignalInstance
from typing_extensions import override

from neuewege_desktop.base.i18n import _, ngettext
from neuewege_desktop.gui.kit.buttons import button, with_icon
from neuewege_desktop.gui.kit.editors.choices import ChoiceEditor, Option
from neuewege_desktop.gui.kit.look.colours import Tone
from neuewege_desktop.gui.kit.notice import Notice
from neuewege_desktop.gui.session import Session
from neuewege_desktop.gui.settings.card import Card, Leaf
from neuewege_desktop.services.settings import AS_THE_SYSTEM, SCALES, Scheme

_MINUTES = (1, 2, 3, 5, 10, 15)


class LookLeaf(Leaf):
    """Tells the window what is chosen; it applies at once, but for the size."""

    def __init__(self, session: Session) -> None:
        super().__init__(_("&Look and language"))
        self._session = session
        chosen = session.room.settings()
        self._size_of_windows = chosen.scale
        self.notice = Notice(session.room.theme)
        self.language = self._editor("language", _languages(), self._choose_language)
        self.scheme = self._editor("scheme", _schemes(), self._choose_scheme)
        self.scale = self._editor("scale", _scales(), self._choose_scale)
        self.minutes = self._editor(
            "lockMinutes", _minutes(chosen.lock_minutes), self._choose_minutes
        )
        self.spelling = self._editor("spelling", _yes_or_no(), self._choose_spelling)
        self.spelling.box.setEnabled(session.spelling is not None)
        look = Card(_("Look and language"))
        look.add_setting(_("La&nguage"), self.language, _("All windows speak it at once."))
        look.add_setting(_("L&ight or dark"), self.scheme, _("Changes at once, too."))
        look.add_setting(
            _("Si&ze"), self.scale, _("Letters, signs and fields. Applies after logging in anew.")
        )
        look.column.addWidget(self.notice)
        spelling = Card(_("Writing"))
        spelling.add_setting(_("Check the &spelling"), self.spelling, self._about_spelling())
        lock = Card(_("Locking"))
        lock.add_setting(
            _("Loc&k when nobody types"),
            self.minutes,
            _("What you were typing is there again when you log in."),
        )
        for card in (look, spelling, lock):
            self.column.addWidget(card)
        self.column.addStretch(1)
        self.enter()

    @override
    def enter(self) -> None:
        """Show what is chosen now."""
        chosen = self._session.room.settings()
        self.language.show_value(chosen.language)
        self.scheme.show_value(chosen.scheme)
        self.scale.show_value(chosen.scale)
        self.minutes.show_value(chosen.lock_minutes)
        self.spelling.show_value(chosen.check_spelling and self._session.spelling is not None)

    def _editor(self, name: str, options: list[Option], act: Callable[[], object]) -> ChoiceEditor:
        made = ChoiceEditor(options)
        made.box.setObjectName(name)
        made.edited.connect(act)
        return made

    def _about_spelling(self) -> str:
        if self._session.spelling is None:
            return _("On this computer spelling cannot be checked; everything else works as usual.")
        return _("In German, in fields of several lines. F7 goes to the next doubtful word.")

    def _choose_language(self) -> None:
        self._tell_window("language_chosen", self.language.value())

    def _choose_scheme(self) -> None:
        self._tell_window("scheme_chosen", self.scheme.value().value)

    def _choose_spelling(self) -> None:
        is_wanted = bool(self.spelling.value())
        if self._session.spelling is not None:
            self._session.spelling.switch(on=is_wanted)
        self._tell_window("spelling_chosen", is_wanted)

    def _choose_minutes(self) -> None:
        self._tell_window("lock_minutes_chosen", self.minutes.value())

    def _choose_scale(self) -> None:
        chosen = self.scale.value()
        self._tell_window("scale_chosen", chosen)
        if chosen == self._size_of_windows:
            self.notice.clear()
            return
        again = button(_("Lock now and log in a&new"), self._lock, name="logInAnew")
        self.notice.tell(
            _("The new size applies after logging in anew."),
            Tone.INFO,
            with_icon(again, self._session.room.theme, "lock"),
        )

    def _lock(self) -> None:
        self._tell_window("lock_requested")

    def _tell_window(self, name: str, *values: object) -> None:
        signal = getattr(self.window(), name, None)
        if isinstance(signal, SignalInstance):
            signal.emit(*values)


def _languages() -> list[Option]:
    return [(AS_THE_SYSTEM, _("as the system")), ("de", "Deutsch"), ("en", "English")]


def _schemes() -> list[Option]:
    return [
        (Scheme.AUTO, _("as the system")),
        (Scheme.LIGHT, _("light")),
        (Scheme.DARK, _("dark")),
    ]


def _scales() -> list[Option]:
    return [(scale, _("{percent} %").format(percent=scale)) for scale in SCALES]


def _yes_or_no() -> list[Option]:
    return [(True, _("yes")), (False, _("no"))]


def _minutes(chosen: int) -> list[Option]:
    offered = sorted({*_MINUTES, chosen})
    return [
        (minutes, ngettext("after {n} minute", "after {n} minutes", minutes)) for minutes in offered
    ]
