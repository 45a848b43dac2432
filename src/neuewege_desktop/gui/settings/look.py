"""Look and language, and how soon the program locks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from neuewege_desktop.base.errors import UserError
from neuewege_desktop.base.i18n import _, ngettext
from neuewege_desktop.gui.kit.buttons import button, with_icon
from neuewege_desktop.gui.kit.editors.choices import ChoiceEditor, Option
from neuewege_desktop.gui.kit.look.colours import Tone
from neuewege_desktop.gui.kit.notice import Notice
from neuewege_desktop.gui.session import Session
from neuewege_desktop.gui.settings.card import Card, Leaf
from neuewege_desktop.services.settings import AS_THE_SYSTEM, SCALES, Scheme, Settings

_MINUTES = (1, 2, 3, 5, 10, 15)


class LookLeaf(Leaf):
    """Changes take effect at once, but for the size: that needs a new login."""

    def __init__(self, session: Session) -> None:
        super().__init__(_("&Look and language"))
        self._session = session
        self._preferences = session.room.preferences
        chosen = self._preferences.settings
        self._size_of_windows = chosen.scale
        self.notice = Notice(session.room.theme)
        look = Card(_("Look and language"))
        self.language = self._editor("language", _languages(), self._choose_language)
        self.scheme = self._editor("scheme", _schemes(), self._choose_scheme)
        self.scale = self._editor("scale", _scales(), self._choose_scale)
        look.add_setting(_("Lan&guage"), self.language, _("All windows speak it at once."))
        look.add_setting(_("Li&ght or dark"), self.scheme)
        look.add_setting(
            _("Si&ze"), self.scale, _("Letters, signs and fields. Applies after logging in anew.")
        )
        look.column.addWidget(self.notice)
        lock = Card(_("Locking"))
        self.lock_minutes = self._editor(
            "lockMinutes", _minutes(chosen.lock_minutes), self._choose_minutes
        )
        lock.add_setting(
            _("Lo&ck when nobody types"),
            self.lock_minutes,
            _("What you were typing is there again when you log in."),
        )
        for card in (look, lock):
            self.column.addWidget(card)
        self.column.addStretch(1)
        self._preferences.changed.connect(self._show)
        self._show(chosen)

    def _editor(
        self, name: str, options: list[Option], act: Callable[[], object]
    ) -> ChoiceEditor:
        made = ChoiceEditor(options)
        made.box.setObjectName(name)
        made.edited.connect(act)
        return made

    def _show(self, settings: Settings) -> None:
        self.language.show_value(settings.language)
        self.scheme.show_value(settings.scheme)
        self.scale.show_value(settings.scale)
        self.lock_minutes.show_value(settings.lock_minutes)

    def _choose_language(self) -> None:
        chosen = self.language.value()
        if self._change(language=chosen):
            _tell_window(self, "language_chosen", chosen)

    def _choose_scheme(self) -> None:
        chosen = self.scheme.value()
        if self._change(scheme=chosen):
            _tell_window(self, "scheme_chosen", chosen.value)

    def _choose_scale(self) -> None:
        chosen = self.scale.value()
        if not self._change(scale=chosen):
            return
        if chosen == self._size_of_windows:
            self.notice.clear()
            return
        again = button(_("Lock now and log in a&new"), self._lock, name="logInAnew")
        self.notice.tell(
            _("The new size applies after logging in anew."),
            Tone.INFO,
            with_icon(again, self._session.room.theme, "lock"),
        )

    def _choose_minutes(self) -> None:
        self._change(lock_minutes=self.lock_minutes.value())

    def _change(self, **values: Any) -> bool:  # noqa: ANN401
        try:
            self._preferences.change(**values)
        except UserError as error:
            self._session.refuse(error)
            self._show(self._preferences.settings)
            return False
        return True

    def _lock(self) -> None:
        _tell_window(self, "lock_requested")


def _tell_window(widget: QWidget, name: str, *values: str) -> None:
    signal = getattr(widget.window(), name, None)
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


def _minutes(chosen: int) -> list[Option]:
    offered = sorted({*_MINUTES, chosen})
    return [
        (minutes, ngettext("after {n} minute", "after {n} minutes", minutes))
        for minutes in offered
    ]
