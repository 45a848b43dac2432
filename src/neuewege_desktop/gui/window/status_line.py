"""The line at the foot: whether all is kept, whether it is encrypted, and who works here."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QStatusBar, QWidget

from neuewege_desktop.base.i18n import _
from neuewege_desktop.gui.kit.look.colours import Colour, Tone
from neuewege_desktop.gui.kit.room import Room
from neuewege_desktop.gui.kit.text import Text

_SIGN = 15
_BETWEEN = 10  # logical pixels


class StatusLine(QStatusBar):
    """Says in words what keeps people calm."""

    def __init__(self, room: Room, workplace: str, user: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._room = room
        self.setSizeGripEnabled(False)
        self._signs: list[tuple[QLabel, str]] = []  # the first one tells whether all is kept
        self._saved = _("Everything is saved")
        self._is_unsaved = False
        self.kept = Text(self._saved)
        self.addWidget(self._sign("circle-check"))
        self.addWidget(self.kept)
        shield = self._sign("shield-check")
        encrypted = Text(_("Encrypted · {workplace}").format(workplace=workplace))
        offline = Text(_("Works without a network"))
        self.user = Text(_("Logged in: {user}").format(user=user))
        self._parts = (shield, encrypted, offline, self.user)
        self._least = (offline, encrypted, self.user)  # what matters least first
        for part in self._parts:
            self.addPermanentWidget(part)
        room.theme.changed.connect(self._paint_signs)

    def tell_saved(self) -> None:
        """Say when the last act was kept."""
        time = self._room.now().time().isoformat("minutes")
        self._saved = _("All changes saved · {time}").format(time=time)
        self._show_kept()

    def tell_unsaved(self, is_unsaved: bool) -> None:
        """Say that something typed is not saved yet, or that this is over."""
        self._is_unsaved = is_unsaved
        self._show_kept()

    def _show_kept(self) -> None:
        unsaved = _("Not saved yet · kept as a draft")
        self.kept.setText(unsaved if self._is_unsaved else self._saved)
        self._paint_signs()
        self.fit(self.window().width())

    def fit(self, width: int) -> None:
        """Leave out what matters least until the rest fits into a width; no word is cut off."""
        left = [self._signs[0][0], self.kept, *self._parts]
        for part in self._parts:
            part.setVisible(True)
        for part in self._least:
            needed = sum(each.sizeHint().width() + _BETWEEN for each in left)
            if needed <= width:
                return
            part.hide()
            left.remove(part)

    def _sign(self, icon: str) -> QLabel:
        made = QLabel()
        self._signs.append((made, icon))
        self._paint_signs()
        return made

    def _paint_signs(self) -> None:
        for place, (made, icon) in enumerate(self._signs):
            waits = self._is_unsaved and place == 0
            code = self._room.theme.code(Tone.WARNING.text if waits else Colour.GOOD)
            icon = "pencil" if waits else icon
            made.setPixmap(
                self._room.theme.pictures.pixmap(icon, code, _SIGN, self.devicePixelRatioF())
            )
