"""What this program is: its version, its licences, and how it can be used by everybody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QScrollArea,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from neuewege_desktop import __version__
from neuewege_desktop.base.i18n import N_, _
from neuewege_desktop.base.paths import resources
from neuewege_desktop.gui.kit.buttons import button
from neuewege_desktop.gui.kit.dialog import Dialog
from neuewege_desktop.gui.kit.text import Text
from neuewege_desktop.gui.window.rail import brand

if TYPE_CHECKING:
    from neuewege_desktop.gui.window.main_window import MainWindow

_ACCESS = (
    N_("Everything can be reached and done with the keyboard alone."),
    N_("Screen readers are told the name, the role and the state of every control."),
    N_("Messages are read out when they appear."),
    N_("The focus is always visible."),
    N_("Text stands out from its ground by at least 4.5 to 1, controls by 3 to 1."),
    N_("Nothing is told by colour alone: a word and a sign say the same."),
    N_("Everything can be shown at up to twice its size; light and dark can be chosen."),
    N_("There are no time limits, except the lock that protects the data."),
)
_SIZE = (600, 560)


def open_about(window: MainWindow) -> AboutDialog:
    """Open the dialog over a window."""
    dialog = AboutDialog(window)
    dialog.open()
    return dialog


class AboutDialog(Dialog):
    """Tells name, version and licences, and what was done for accessibility."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.setWindowTitle(_("About Neue Wege"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        for tabs in (self.tabs, self.tabs.tabBar()):
            tabs.setAccessibleName(_("About Neue Wege"))
        self.tabs.addTab(_leaf(_access()), _("Accessibility"))
        self.tabs.addTab(_leaf(_parts()), _("Licences"))
        for title, folder in ((N_("Typeface"), "fonts"), (N_("Icons"), "icons")):
            self.tabs.addTab(_licence(_(title), folder), _(title))
        close = button(_("&Close"), self.accept, name="close")
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 22, 24, 20)
        layout.setSpacing(14)
        layout.addLayout(self._heading(window))
        layout.addWidget(self.tabs, 1)
        layout.addLayout(foot)
        width, height = _SIZE
        self.resize(min(width, window.width() - 40), min(height, window.height() - 40))
        close.setFocus(Qt.FocusReason.OtherFocusReason)

    def _heading(self, window: MainWindow) -> QHBoxLayout:
        sign = QLabel()
        sign.setPixmap(brand(window.room.theme, 52, self.devicePixelRatioF()))
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(Text("Neue Wege", "title"))
        words.addWidget(Text(_("Version {version}").format(version=__version__), "second"))
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        return row


def _access() -> list[Text]:
    first = _("This program is made for everybody who works with it (EN 301 549, WCAG 2.2 AA).")
    return [Text(first, wrap=True), *(Text(_(line), wrap=True) for line in _ACCESS)]


def _parts() -> list[Text]:
    licence = _("Neue Wege is free software under the European Union Public Licence (EUPL-1.2).")
    qt = _(
        "The windows are made with Qt {version} and PySide6 under the GNU Lesser General Public "
        "Licence, version 3. Qt lies beside the program as a library of its own, and may be "
        "exchanged for another version."
    ).format(version=qVersion())
    data = _(
        "The data are encrypted with SQLCipher (BSD licence). They stay on this computer: the "
        "program never connects to a network."
    )
    typefaces = _(
        "Typefaces: Inter on the screen and Source Sans on paper, SIL Open Font License 1.1; "
        "DejaVu Sans for symbols on paper, Bitstream Vera licence."
    )
    paper = _(
        "Documents are made with ReportLab (BSD licence) and pikepdf (Mozilla Public License 2.0). "
        "Pyphen divides their words (Mozilla Public License 1.1)."
    )
    return [
        Text(licence, wrap=True),
        Text(qt, wrap=True),
        Text(data, wrap=True),
        Text(typefaces, wrap=True),
        Text(paper, wrap=True),
        Text(_("Icons: Lucide, ISC licence; some of them from Feather, MIT licence."), wrap=True),
        Text(_("Previews of documents: PDFium, BSD and Apache licences."), wrap=True),
        Text(
            _("Spelling: the dictionary igerman98 of Björn Jacke, GNU General Public Licence."),
            wrap=True,
        ),
    ]


def _leaf(lines: list[Text]) -> QScrollArea:
    """Return paragraphs, those after the first with a dash before them."""
    content = QWidget()
    content.setObjectName("content")
    grid = QGridLayout(content)
    grid.setContentsMargins(4, 14, 12, 8)
    grid.setHorizontalSpacing(9)
    grid.setVerticalSpacing(9)
    grid.setColumnStretch(1, 1)
    for row, line in enumerate(lines):
        if row:
            grid.addWidget(Text("–", "second"), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(line, row, 1)
        else:
            grid.addWidget(line, row, 0, 1, 2)
    grid.setRowStretch(len(lines), 1)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setAccessibleName("\n".join(line.text() for line in lines))
    area.setWidget(content)
    return area


def _licence(title: str, folder: str) -> QPlainTextEdit:
    licences = sorted((resources() / folder).glob("LICENSE*"))
    text = QPlainTextEdit("\n\n".join(path.read_text(encoding="utf-8") for path in licences))
    text.setReadOnly(True)
    text.setTabChangesFocus(True)
    text.setAccessibleName(_("Licence: {what}").format(what=title))
    return text
