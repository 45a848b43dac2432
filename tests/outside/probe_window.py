"""A small window that holds one of everything the driver must be able to use from outside.

Run as `python probe_window.py FOLDER`: what is typed as name is kept in FOLDER/draft.txt.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtCore import QAbstractTableModel, QDate, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QListWidget,
    QMainWindow,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QTableView,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

HEADERS = ("Haushalt", "Straße", "Mitglieder")
ROWS = 100_000
DISPLAY = int(Qt.ItemDataRole.DisplayRole)


class Households(QAbstractTableModel):
    """Invented households, numbered; `beginning` leaves only one in a thousand."""

    def __init__(self):
        super().__init__()
        self.step = 1

    def thin_out(self, step):
        self.beginResetModel()
        self.step = step
        self.endResetModel()

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()):  # noqa: B008
        return 0 if parent.isValid() else ROWS // self.step

    @override
    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()):  # noqa: B008
        return len(HEADERS)

    @override
    def data(self, index, role=DISPLAY):
        if role != DISPLAY:
            return None
        number = index.row() * self.step
        return (f"Öztürk-Groß {number}", f"Mühlgäßchen {number % 90 + 1}", str(number % 7 + 1))[
            index.column()
        ]

    @override
    def headerData(self, section, orientation, role=DISPLAY):
        across = orientation == Qt.Orientation.Horizontal
        return HEADERS[section] if across and role == DISPLAY else None


class Window(QMainWindow):
    """The main window."""

    def __init__(self, folder):
        super().__init__()
        self.setWindowTitle("Prüffenster")
        self.draft = folder / "draft.txt"
        self.households = Households()
        pages = QTabWidget()
        pages.addTab(self._form(), "Angaben")
        pages.addTab(self._second_page(), "Weitere")
        self.setCentralWidget(pages)
        menu = self.menuBar().addMenu("&Datei")
        menu.addAction("&Neuer Haushalt…", QKeySequence("Ctrl+N"), self.open_dialog)
        menu.addAction("&Schließen…", self.ask_to_close)
        menu.addAction("&Beenden", QKeySequence("Ctrl+Q"), QApplication.quit)
        self.statusBar().showMessage("Bereit")

    def _form(self):
        page = QWidget()
        form = QFormLayout(page)
        self.name = QLineEdit(self.draft.read_text("utf-8") if self.draft.exists() else "")
        self.name.textChanged.connect(self.keep)
        password = QLineEdit()
        password.setEchoMode(QLineEdit.EchoMode.Password)
        self.town = QComboBox()
        self.town.addItems(["Frankenberg", "Großalmerode", "Löhne"])
        self.born = QDateEdit(QDate(1980, 1, 1))
        self.born.setDisplayFormat("dd.MM.yyyy")
        self.remark = QPlainTextEdit()
        self.remark.setTabChangesFocus(True)
        self.remark.setAccessibleDescription("Was sonst noch zu wissen ist")
        self.agreed = QCheckBox("&Einverstanden")
        self.agreed.toggled.connect(self.allow_saving)
        self.save = QPushButton("&Speichern")
        self.save.setEnabled(False)
        self.save.clicked.connect(self.saved)
        table = QTableView()
        table.setAccessibleName("Haushalte")
        table.setModel(self.households)
        table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        table.addAction("Zeile kopieren").triggered.connect(self.copy_row)
        self.table = table
        self.filter = QLineEdit()
        self.filter.textChanged.connect(self.thin_out)
        for label, field in (
            ("N&ame:", self.name),
            ("&Passwort:", password),
            ("&Gemeinde:", self.town),
            ("Ge&boren am:", self.born),
            ("Be&merkung:", self.remark),
            ("", self.agreed),
            ("", self.save),
            ("Fil&ter:", self.filter),
        ):
            form.addRow(label, field)
        form.addRow(table)
        return page

    def _second_page(self):
        page = QWidget()
        column = QVBoxLayout(page)
        places = QListWidget()
        places.setAccessibleName("Orte")
        places.addItems(["Adorf", "Bad Münder", "Cölbe"])
        places.setCurrentRow(1)
        column.addWidget(places)
        column.addWidget(QToolButton(text=""))  # on purpose without a name
        return page

    def keep(self, text):
        with self.draft.open("w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())

    def allow_saving(self, agreed):
        self.save.setEnabled(agreed)

    def thin_out(self, text):
        self.households.thin_out(1000 if text else 1)
        self.say(f"{self.households.rowCount()} Haushalte")

    def copy_row(self):
        row = [index.data() for index in self.table.selectionModel().selectedIndexes()]
        QApplication.clipboard().setText("\t".join(row))

    def ask_to_close(self):
        box = QMessageBox(
            QMessageBox.Icon.Question, "Schließen", "Wirklich schließen?", parent=self
        )
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.addButton("Ja, schließen", QMessageBox.ButtonRole.AcceptRole)
        box.addButton("Nein", QMessageBox.ButtonRole.RejectRole)
        box.accepted.connect(QApplication.quit)
        box.open()

    def saved(self):
        self.statusBar().showMessage(f"„{self.name.text()}“ ist gespeichert")
        self.say(f"{self.name.text()} aus {self.town.currentText()} gespeichert")

    def say(self, text):
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def open_dialog(self):
        dialog = QDialog(self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle("Neuer Haushalt")
        form = QFormLayout(dialog)
        number = QLineEdit()
        form.addRow("&Nummer:", number)
        buttons = QDialogButtonBox()
        buttons.addButton("&Anlegen", QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton("Ab&brechen", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(dialog.accept)
        buttons.rejected.connect(dialog.reject)
        dialog.accepted.connect(lambda: self.statusBar().showMessage("Haushalt ist angelegt"))
        form.addRow(buttons)
        dialog.open()


def main():
    app = QApplication(sys.argv[:1])
    window = Window(Path(sys.argv[1]))
    window.resize(1000, 800)
    window.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
