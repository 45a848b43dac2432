"""Shows a dossier: its heading and chips, then a tab for each leaf."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QTabWidget, QVBoxLayout, QWidget

from neuewege_desktop.base.i18n import _
from neuewege_desktop.gui.kit.chip import Chip
from neuewege_desktop.gui.kit.dossier import Dossier, Tab
from neuewege_desktop.gui.kit.flow import FlowLayout
from neuewege_desktop.gui.kit.look.theme import Theme
from neuewege_desktop.gui.kit.section_view import SectionView
from neuewege_desktop.gui.kit.text import Text


class DossierView(QWidget):
    """Reads out a dossier; whatever leads somewhere is a button."""

    chosen = Signal(object)  # Target

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._dossier: Dossier | None = None
        self.title = Text("", "name", wrap=True)
        self.subtitle = Text("", "second", wrap=True)
        self._chip_row = QWidget()
        self._chips = FlowLayout(self._chip_row, gap=6)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setAccessibleName(_("Leaves"))
        self.tabs.tabBar().setUsesScrollButtons(True)
        self.tabs.tabBar().setElideMode(Qt.TextElideMode.ElideNone)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.title)
        layout.addWidget(self.subtitle)
        layout.addWidget(self._chip_row)
        layout.addSpacing(4)
        layout.addWidget(self.tabs, 1)
        theme.changed.connect(self._paint_again)

    def show_dossier(self, dossier: Dossier) -> None:
        """Show a dossier; the leaf one was reading stays in front."""
        if dossier == self._dossier:
            return
        same = self._dossier is not None and self._dossier.title == dossier.title
        self._dossier = dossier
        self.title.setText(dossier.title)
        self.subtitle.setText(dossier.subtitle)
        self._show_chips(dossier)
        front = self.tabs.currentIndex()
        places = [self._scroll_of(position) for position in range(self.tabs.count())]
        while self.tabs.count():
            leaf = self.tabs.widget(0)
            self.tabs.removeTab(0)
            if leaf is not None:
                leaf.deleteLater()
        for tab in dossier.tabs:
            self.tabs.addTab(self._leaf(tab), tab.title)
        self.tabs.setCurrentIndex(max(0, min(front, self.tabs.count() - 1)))
        if same and 0 <= front < len(places):
            area = self.tabs.widget(front)
            if isinstance(area, QScrollArea):
                area.verticalScrollBar().setValue(places[front])

    def _scroll_of(self, position: int) -> int:
        area = self.tabs.widget(position)
        return area.verticalScrollBar().value() if isinstance(area, QScrollArea) else 0

    def _paint_again(self) -> None:
        dossier, self._dossier = self._dossier, None
        if dossier is not None:
            self.show_dossier(dossier)

    def _show_chips(self, dossier: Dossier) -> None:
        while (item := self._chips.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for chip in dossier.chips:
            self._chips.addWidget(Chip(self._theme, chip))

    def _leaf(self, tab: Tab) -> QScrollArea:
        content = QWidget()
        content.setObjectName("content")
        column = QVBoxLayout(content)
        column.setContentsMargins(2, 12, 8, 12)
        column.setSpacing(6)
        for section in tab.sections:
            view = SectionView(self._theme, section)
            view.chosen.connect(self.chosen)
            column.addWidget(view)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        area.setAccessibleName(tab.title)
        area.setAccessibleDescription(tab.spoken)
        area.setWidget(content)
        return area
