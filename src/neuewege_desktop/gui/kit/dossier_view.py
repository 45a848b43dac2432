"""Shows a dossier: its heading and chips, then a tab for each leaf."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from neuewege_desktop.base.i18n import _
from neuewege_desktop.gui.kit.buttons import link, sign
from neuewege_desktop.gui.kit.cells import Cell
from neuewege_desktop.gui.kit.dossier import Dossier, Fact, Section, Tab, Target
from neuewege_desktop.gui.kit.look.colours import Colour, Tone
from neuewege_desktop.gui.kit.look.theme import Theme
from neuewege_desktop.gui.kit.text import Text

_SIGN = 16


class DossierView(QWidget):
    """Reads out a dossier; whatever leads somewhere is a button."""

    chosen = Signal(object)  # Target

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._dossier: Dossier | None = None
        self.title = Text("", "name", wrap=True)
        self.subtitle = Text("", "second", wrap=True)
        self._chips = QHBoxLayout()
        self._chips.setSpacing(6)
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
        layout.addLayout(self._chips)
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
        self._chips.addStretch(1)

    def _leaf(self, tab: Tab) -> QScrollArea:
        content = QWidget()
        content.setObjectName("content")
        column = QVBoxLayout(content)
        column.setContentsMargins(2, 12, 8, 12)
        column.setSpacing(6)
        for section in tab.sections:
            self._add_section(column, section)
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

    def _add_section(self, column: QVBoxLayout, section: Section) -> None:
        if section.title or section.add:
            row = QHBoxLayout()
            row.addWidget(Text(section.title, "heading"), 1)
            if section.add is not None:
                words, target = section.add
                made = link(words, self._choosing(target))
                made.setAccessibleName(f"{section.title}: {words}" if section.title else words)
                row.addWidget(made)
            column.addLayout(row)
        for fact in section.facts:
            column.addLayout(self._line(fact))
        if not section.facts and section.empty:
            column.addWidget(Text(section.empty, "hint", wrap=True))
        column.addSpacing(8)

    def _line(self, fact: Fact) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.setContentsMargins(0, 2, 0, 2)
        if fact.icon:
            row.addWidget(self._sign(fact), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(1)
        if fact.label:
            words.addWidget(Text(fact.label, "hint", wrap=True))
        if fact.target is not None:
            made = link(fact.text, self._choosing(fact.target))
            made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            words.addWidget(made)
        else:
            words.addWidget(Text(fact.text, "value", wrap=True, tone=fact.tone))
        if fact.note:
            words.addWidget(Text(fact.note, "hint", wrap=True))
        row.addLayout(words, 1)
        if fact.change is not None:
            change = sign(self._theme, "pencil", _("Change"), self._choosing(fact.change))
            change.setAccessibleName(_("Change: {what}").format(what=fact.spoken))
            row.addWidget(change, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _sign(self, fact: Fact) -> QLabel:
        made = QLabel()
        made.setFixedSize(_SIGN, _SIGN + 4)
        colour = Colour.THIRD if fact.tone is Tone.PLAIN else fact.tone.text
        code, ratio = self._theme.code(colour), self.devicePixelRatioF()
        made.setPixmap(self._theme.pictures.pixmap(fact.icon, code, _SIGN, ratio))
        return made

    def _choosing(self, target: Target) -> Callable[[], object]:
        return lambda: self.chosen.emit(target)


class Chip(QWidget):
    """A word on a coloured ground with a sign, as in the tables."""

    def __init__(self, theme: Theme, cell: Cell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._cell = theme, cell
        self.setAccessibleName(cell.text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        left = 28 if self._cell.icon else 11
        return QSize(self._metrics_width() + left + 12, 24)

    def _metrics_width(self) -> int:
        font = self.font()
        font.setPixelSize(12)
        font.setBold(True)
        self.setFont(font)
        return self.fontMetrics().horizontalAdvance(self._cell.text)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tone = self._cell.tone
        ground = Colour.QUIET_GROUND if tone is Tone.PLAIN else tone.ground
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(ground))
        painter.drawRoundedRect(QRectF(self.rect()), 12, 12)
        left = 11
        if self._cell.icon:
            code = self._theme.code(tone.text)
            pixmap = self._theme.pictures.pixmap(
                self._cell.icon, code, 14, self.devicePixelRatioF()
            )
            painter.drawPixmap(9, 5, pixmap)
            left = 28
        painter.setPen(self._theme.colour(tone.text))
        painter.drawText(
            self.rect().adjusted(left, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self._cell.text
        )
        painter.end()
