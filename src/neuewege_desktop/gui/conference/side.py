"""Beside the item: the case sheet of its household, or why there is none to be seen."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QStackedLayout, QVBoxLayout, QWidget

from neuewege_desktop.base.i18n import _
from neuewege_desktop.gui.conference.discretion import Shown
from neuewege_desktop.gui.conference.reading import View
from neuewege_desktop.gui.kit.dossier_view import DossierView
from neuewege_desktop.gui.kit.empty_state import EmptyState
from neuewege_desktop.gui.kit.look.theme import Theme


class Side(QFrame):
    """Reads out a household; whatever may not be seen is not there at all."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("conferenceSide")
        self.view: DossierView | None = None
        self._nothing = EmptyState(theme, "eye-off")
        self._holder = QWidget()
        self._column = QVBoxLayout(self._holder)
        self._column.setContentsMargins(16, 12, 8, 8)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._nothing)
        self._stack.addWidget(self._holder)

    def show_view(self, view: View) -> None:
        """Show the case sheet of what is talked about."""
        if view.sheet is None:
            self._forget()
            self._nothing.tell(*_why_nothing(view))
            self._stack.setCurrentWidget(self._nothing)
            return
        if self.view is None:
            self.view = DossierView(self._theme)
            self.view.title.hide()  # stands over the notes already
            self.view.subtitle.hide()
            self._column.addWidget(self.view)
        self.view.show_dossier(view.sheet)
        self._stack.setCurrentWidget(self._holder)

    def _forget(self) -> None:
        """Keep no word about a household that may not be seen any more."""
        if self.view is not None:
            self._column.removeWidget(self.view)
            self.view.hide()
            self.view.deleteLater()
            self.view = None


def _why_nothing(view: View) -> tuple[str, str]:
    subject = view.subject
    if view.is_part_b:
        return (
            _("With the municipality"),
            _("No data of households are shown in this part."),
        )
    if subject is not None and subject.shown is Shown.PSEUDONYM:
        return _("By pseudonym"), _("The case sheet stays hidden while the guest is in the room.")
    if subject is not None and subject.shown is Shown.NOTHING:
        return _("Hidden"), _("Please answer the question about the guest first.")
    return _("No case sheet"), _("This item is about no household.")
