"""The page of the settings: a leaf for each thing one arranges."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from neuewege_desktop.base.i18n import _
from neuewege_desktop.gui.kit.text import Text
from neuewege_desktop.gui.session import Session
from neuewege_desktop.gui.settings.card import Leaf
from neuewege_desktop.gui.settings.look import LookLeaf
from neuewege_desktop.gui.settings.places import PlacesLeaf
from neuewege_desktop.gui.settings.staff import StaffLeaf
from neuewege_desktop.gui.settings.teams import TeamsLeaf
from neuewege_desktop.gui.settings.towns import TownsLeaf
from neuewege_desktop.gui.settings.workplace import WorkplaceLeaf

_LEAVES = (LookLeaf, StaffLeaf, TownsLeaf, TeamsLeaf, PlacesLeaf, WorkplaceLeaf)


class SettingsPage(QWidget):
    """Shows the leaves; each reads what it shows when it comes to the front."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        for named in (self.tabs, self.tabs.tabBar()):
            named.setAccessibleName(_("Settings"))
        self.tabs.tabBar().setUsesScrollButtons(True)
        self.tabs.tabBar().setElideMode(Qt.TextElideMode.ElideNone)
        self.leaves: list[Leaf] = [make(session) for make in _LEAVES]
        for leaf in self.leaves:
            self.tabs.addTab(leaf, leaf.title)
        self.tabs.currentChanged.connect(self._enter_leaf)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 14, 24, 0)
        layout.setSpacing(10)
        layout.addWidget(Text(_("Settings"), "title"))
        layout.addWidget(self.tabs, 1)

    def enter(self) -> None:
        """Show how everything is now."""
        self._enter_leaf(self.tabs.currentIndex())

    def _enter_leaf(self, position: int) -> None:
        self.leaves[position].enter()
