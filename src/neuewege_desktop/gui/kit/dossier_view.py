"""Shows a dossier: its heading and chips, then a tab for each leaf."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QTabWidget, QVBoxLayout, QWidget

from neuewege_desktop.base.i18n import _
from neuewege_desktop.gui.kit.chip import Chip
from neuewege_desktop.gui.kit.dossier import Dossier, Tab
from neuewege_desktop.gui.kit.flow import FlowLayout
from neuewege_desktop.gui.kit.look.theme import Theme
from neuewege_desktop.gui.kit.section_view import SectionView
from neuewege_desktop.gui.kit.text import Text


class Leaf(QScrollArea):
    """One leaf; made when it is looked at, for most rows one walks through that is only one."""

    chosen = Signal(object)  # Target

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tab: Tab | None = None
        self._is_filled = False
        self._place = 0
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def tell(self, tab: Tab, *, stay: bool) -> None:
        """Say what the leaf is about; `stay` where one was reading."""
        if tab == self._tab:
            return
        self._tab, self._is_filled = tab, False
        self._place = self.verticalScrollBar().value() if stay else 0
        before = self.takeWidget()
        if before is not None:
            before.deleteLater()  # it may be one of its buttons that brought us here
        self.setAccessibleName(tab.title)
        self.setAccessibleDescription(tab.spoken)

    def forget(self) -> None:
        """Make everything anew when it is told again."""
        self._tab = None

    def fill(self) -> None:
        """Show what was told, if that is not done yet."""
        if self._tab is None or self._is_filled:
            return
        self._is_filled = True
        content = QWidget()
        content.setObjectName("content")
        column = QVBoxLayout(content)
        column.setContentsMargins(2, 12, 8, 12)
        column.setSpacing(6)
        for section in self._tab.sections:
            view = SectionView(self._theme, section)
            view.chosen.connect(self.chosen)
            column.addWidget(view)
        column.addStretch(1)
        self.setWidget(content)
        self.verticalScrollBar().setValue(self._place)


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
        self.tabs.currentChanged.connect(self._fill)
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
        for position, tab in enumerate(dossier.tabs):
            if position == self.tabs.count():
                self.tabs.addTab(self._new_leaf(), tab.title)
            self.tabs.setTabText(position, tab.title)
            self._leaf(position).tell(tab, stay=same)
        while self.tabs.count() > len(dossier.tabs):
            surplus = self._leaf(self.tabs.count() - 1)
            self.tabs.removeTab(self.tabs.count() - 1)
            surplus.deleteLater()
        self._fill(self.tabs.currentIndex())

    def _new_leaf(self) -> Leaf:
        leaf = Leaf(self._theme)
        leaf.chosen.connect(self.chosen)
        return leaf

    def _leaf(self, position: int) -> Leaf:
        leaf = self.tabs.widget(position)
        if not isinstance(leaf, Leaf):
            raise TypeError("the tabs of a dossier are its leaves")
        return leaf

    @Slot(int)
    def _fill(self, position: int) -> None:
        if position >= 0:
            self._leaf(position).fill()

    def _paint_again(self) -> None:
        dossier, self._dossier = self._dossier, None
        for position in range(self.tabs.count()):
            self._leaf(position).forget()
        if dossier is not None:
            self.show_dossier(dossier)

    def _show_chips(self, dossier: Dossier) -> None:
        while (item := self._chips.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for chip in dossier.chips:
            self._chips.addWidget(Chip(self._theme, chip))
