"""Above a table: the search, the municipality, and chips for the filters of the list."""

from __future__ import annotations

from itertools import groupby

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QMenu, QPushButton, QWidget
from typing_extensions import override

from neuewege_desktop.base.i18n import _
from neuewege_desktop.domain.listing import FILTERS, Filter
from neuewege_desktop.gui.kit.buttons import chip
from neuewege_desktop.gui.kit.flow import FlowLayout
from neuewege_desktop.gui.kit.look.colours import Colour
from neuewege_desktop.gui.kit.text import announce, name_box
from neuewege_desktop.gui.listing import Listing
from neuewege_desktop.gui.session import Session
from neuewege_desktop.services.lists import municipalities_of

_TYPING = 0  # ms: at once, for a newer question ends the one before; many changes are one
_MENU_FROM = 5  # filters of a group that do not fit as chips


class FilterBar(QWidget):
    """Tells when something else is looked for."""

    changed = Signal()
    downward = Signal()  # from the search into the table

    def __init__(self, session: Session, listing: Listing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._listing = session, listing
        self._chips: dict[str, QPushButton] = {}
        self._choices: dict[str, QAction] = {}
        self._menus: dict[str, QPushButton] = {}
        self._make_search()
        self.town = QComboBox()
        self.town.addItem(_("All municipalities"), "")
        self.town.activated.connect(lambda _position: self.changed.emit())
        self._flow = FlowLayout(self, gap=8)
        self._flow.addWidget(self.line)
        self._flow.addWidget(self.town)
        name_box(self.town, _("Municipality"))
        for group, found in groupby(FILTERS[listing.kind], key=lambda each: each.group):
            self._add_group(group, list(found))

    def _make_search(self) -> None:
        self.line = _SearchLine()
        self.line.setPlaceholderText(_(self._listing.search_hint))
        self.line.setAccessibleName(_("Search in this list"))
        self.line.setClearButtonEnabled(True)
        self.line.setMinimumWidth(280)
        icon = self._session.room.theme.icon("search", Colour.THIRD)
        self.line.addAction(icon, QLineEdit.ActionPosition.LeadingPosition)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_TYPING)
        self._rest.timeout.connect(self.changed)
        self.line.textChanged.connect(lambda _text: self._rest.start())
        self.line.downward.connect(self.downward)

    def _add_group(self, group: str, filters: list[Filter]) -> None:
        if len(filters) >= _MENU_FROM:
            self._add_menu(group, filters)
            return
        for each in filters:
            made = chip(_(each.label), name=each.code)
            made.setChecked(each.code in self._listing.usual_filters)
            made.toggled.connect(lambda _on: self._tell())
            self._chips[each.code] = made
            self._flow.addWidget(made)

    def _add_menu(self, group: str, filters: list[Filter]) -> None:
        made = chip(self._listing.group_words.get(group, ""), name=f"group-{group}")
        made.setText(_(self._listing.group_words[group]))
        made.setCheckable(False)
        made.setIcon(self._session.room.theme.icon("chevron-down"))
        made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        menu = _StayingMenu(made)
        for each in filters:
            action = QAction(_(each.label), menu)
            action.setCheckable(True)
            action.toggled.connect(lambda _on: self._tell())
            menu.addAction(action)
            self._choices[each.code] = action
        made.clicked.connect(lambda: menu.popup(made.mapToGlobal(made.rect().bottomLeft())))
        self._menus[group] = made
        self._flow.addWidget(made)

    def _tell(self) -> None:
        chosen = [a for a in self._choices.values() if a.isChecked()]
        for group, made in self._menus.items():
            words = _(self._listing.group_words[group])
            made.setText(f"{words}: {len(chosen)}" if chosen else words)
        self.changed.emit()

    # --- what is looked for ------------------------------------------------------------------

    def search(self) -> str:
        """Return the words that are looked for."""
        return self.line.text()

    def municipality(self) -> str:
        """Return the key of the municipality that is looked at; empty for all."""
        return str(self.town.currentData() or "")

    def codes(self) -> frozenset[str]:
        """Return the codes of the filters in use."""
        chips = {code for code, made in self._chips.items() if made.isChecked()}
        return frozenset(chips | {code for code, a in self._choices.items() if a.isChecked()})

    def is_narrowing(self) -> bool:
        """Say whether something is left out of the list."""
        usual = self._listing.usual_filters
        return bool(self.search().strip() or self.municipality()) or self.codes() != usual

    def reset(self) -> None:
        """Look for everything again."""
        self.line.clear()
        self.town.setCurrentIndex(0)
        for code, made in self._chips.items():
            made.setChecked(code in self._listing.usual_filters)
        for action in self._choices.values():
            action.setChecked(False)
        self.changed.emit()
        self.focus_search()
        announce(self, _("All entries are shown again."))

    def focus_search(self) -> None:
        """Go into the search."""
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def read_municipalities(self) -> None:
        """Offer the municipalities that take part today."""
        self._session.read(
            lambda office: municipalities_of(office.store, office.today), self._offer, owner=self
        )

    def _offer(self, towns: list[tuple[str, str]]) -> None:
        chosen = self.municipality()
        self.town.clear()
        self.town.addItem(_("All municipalities"), "")
        for ags, name in towns:
            self.town.addItem(name, ags)
        self.town.setCurrentIndex(max(0, self.town.findData(chosen)))


class _SearchLine(QLineEdit):
    """Down goes into the table, Escape empties the search."""

    downward = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.downward.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


class _StayingMenu(QMenu):
    """Stays open while several choices are made by the space bar."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        action = self.activeAction()
        if event.key() == Qt.Key.Key_Space and action is not None:
            action.setChecked(not action.isChecked())
        else:
            super().keyPressEvent(event)
