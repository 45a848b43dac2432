"""Somebody who looks at a document in its preview, with a keyboard."""

from __future__ import annotations

from desks import Clerk
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit
from seats import Seat, found

from neuewege_desktop.gui.preview.paper import PaperFile, made
from neuewege_desktop.gui.preview.window import open_preview
from sample_paper import sample_paper

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
TITLE = "Niederschrift Zwingenberg, 20.04.2009"


def minutes(pages=5, *warnings):
    return PaperFile(
        title=TITLE,
        content=sample_paper(pages),
        suggested_name="Niederschrift.pdf",
        warnings=warnings,
    )


class DocumentReader(Clerk):
    """Has one preview in front; what left the workplace is in `log`."""

    def __init__(self, application, folder):
        self.seat = Seat(application, found(folder / "Arbeitsplatz"), folder / "profil")
        super().__init__(self.seat.desktop)
        self.preview = self.file = None
        self.log = []

    @property
    def window(self):
        return QApplication.activeModalWidget() or self.preview

    def look_at(self, paper):
        """Open a document and wait until it is there."""
        self.open(paper)
        self.settle()
        return self.preview

    def look_at_minutes(self, pages=5, *warnings):
        self.file = minutes(pages, *warnings)
        return self.look_at(made(self.file))

    def open(self, paper):
        session = self.seat.main.session
        self.preview = open_preview(self.seat.main, session, paper, self.log.append)
        self.preview.resize(1000, 800)
        self.preview.activateWindow()
        assert QTest.qWaitForWindowActive(self.preview)

    def settle(self):
        quiet = 0

        def rests():
            nonlocal quiet
            quiet = quiet + 1 if self.preview.is_idle else 0
            return quiet > 4

        self.wait(rests)

    def keys(self, key, modifier=Qt.KeyboardModifier.NoModifier):
        self.press(key, modifier)
        self.settle()

    def print_as(self, order):
        """Choose this in the dialog of the system, which has no printers here."""
        self.preview.leaving.print_as(self.file, order, QPrinter())

    @property
    def page(self):
        """Return the number of the page one looks at, as people count."""
        return self.preview.view.page + 1

    @property
    def said(self):
        notice = self.preview.notice
        return notice.text.text() if notice.isVisible() else ""

    def choose_file(self, path):
        """Answer the question where to save."""
        dialog = self.preview.findChild(QFileDialog)
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.findChild(QLineEdit).setText(str(path))
        dialog.accept()

    def leave(self):
        if self.preview is not None:
            self.settle()
            self.preview.close()
        self.seat.leave()
