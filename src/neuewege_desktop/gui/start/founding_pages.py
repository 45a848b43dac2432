"""The pages on which a person says what the new workplace shall be."""

from __future__ import annotations

import os
import re
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QGridLayout,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from neuewege_desktop.base.i18n import _
from neuewege_desktop.gui.kit.buttons import button
from neuewege_desktop.gui.kit.documents import documents
from neuewege_desktop.gui.kit.look.theme import Theme
from neuewege_desktop.gui.kit.text import Text
from neuewege_desktop.gui.start.line import Line
from neuewege_desktop.gui.start.new_password import NewPassword
from neuewege_desktop.services.catalogue import municipalities
from neuewege_desktop.services.folders import holds_workplace

_NOT_IN_NAMES = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')  # of files, on any of the three systems
_COLUMNS = 3


class FoundingPage(QWidget):
    """One step: its heading, why it is asked, and its fields."""

    def __init__(self, title: str, sentence: str) -> None:
        super().__init__()
        self.title = title
        self.setAccessibleName(title)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(28, 24, 28, 24)
        self.column.setSpacing(14)
        self.column.addWidget(Text(title, "title"))
        self.column.addWidget(Text(sentence, "second", wrap=True))

    @property
    def first(self) -> QWidget:
        """Return the field where one begins."""
        raise NotImplementedError

    def is_complete(self) -> bool:
        """Say whether one may go on; what is missing is told at its field."""
        return True


class PlacePage(FoundingPage):
    """Name and folder of the workplace."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(
            _("A new workplace"),
            _("It gets a folder of its own, in which everything lies encrypted."),
        )
        self.name = Line(
            theme,
            _("Name of the &project"),
            hint=_("It stands on letters and minutes, for example “Kommunale Projekte”."),
            name="name",
        )
        choose = button(_("&Choose …"), self._ask_folder, name="chooseFolder")
        choose.setMinimumHeight(36)
        self.place = Line(theme, _("&Folder"), choose, name="folder")
        self._parent = Path(documents())
        self._is_chosen = False
        self.name.edit.textEdited.connect(self._propose)
        self.place.edit.textEdited.connect(self._choose)
        self.column.addWidget(self.name)
        self.column.addWidget(self.place)
        self.column.addStretch(1)

    @property
    @override
    def first(self) -> QWidget:
        return self.name.edit

    @property
    def folder(self) -> Path:
        """Return the folder that was chosen."""
        return Path(self.place.text).expanduser()

    @override
    def is_complete(self) -> bool:
        if not self.name.text:
            self.name.refuse(_("Please give the project a name."))
        elif not self.place.text or not self.folder.is_absolute():
            self.place.refuse(_("Please choose a folder."))
        elif holds_workplace(self.folder):
            self.place.refuse(_("There is a workplace in this folder. Please choose another."))
        elif self._is_in_use():
            self.place.refuse(_("This folder is not empty. Please choose a new folder."))
        else:
            return True
        return False

    def _is_in_use(self) -> bool:
        try:
            return self.folder.exists() and (
                not self.folder.is_dir() or any(os.scandir(self.folder))
            )
        except OSError:
            return True

    def _propose(self, name: str) -> None:
        if not self._is_chosen:
            word = _NOT_IN_NAMES.sub(" ", name).strip(" .")
            self.place.edit.setText(str(self._parent / word) if word else "")
            self.place.forgive()

    def _choose(self, _path: str) -> None:
        self._is_chosen = True

    def _ask_folder(self) -> None:
        dialog = QFileDialog(self, _("Folder for the new workplace"), documents())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self._take_folder)
        dialog.open()

    def _take_folder(self, path: str) -> None:
        """Put the workplace into the chosen folder, or into a new one there if it is in use."""
        self._parent = Path(path)
        self._is_chosen = False
        self._propose(self.name.text)


class TownsPage(FoundingPage):
    """The municipalities that take part; the pilots always do."""

    def __init__(self) -> None:
        super().__init__(
            _("Municipalities"),
            _("The three pilots take part from the beginning. Which others do already?"),
        )
        self._boxes: dict[str, QCheckBox] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(4)
        ordered = sorted(municipalities(), key=lambda entry: not entry.pilot)
        rows = -(-len(ordered) // _COLUMNS)
        for place, entry in enumerate(ordered):
            label = _("{name} (pilot)").format(name=entry.name) if entry.pilot else entry.name
            box = QCheckBox(label.replace("&", "&&"))
            box.setChecked(entry.pilot)
            box.setEnabled(not entry.pilot)
            box.setObjectName(entry.ags)
            if not entry.pilot:
                self._boxes[entry.ags] = box
            column, row = divmod(place, rows)
            grid.addWidget(box, row, column)
        self.column.addLayout(grid)
        hint = _("Others can join later, in the settings.")
        self.column.addWidget(Text(hint, "hint", wrap=True))
        self.column.addStretch(1)

    @property
    @override
    def first(self) -> QWidget:
        return next(iter(self._boxes.values()))

    @property
    def chosen(self) -> tuple[str, ...]:
        """Return the AGS of the chosen municipalities besides the pilots."""
        return tuple(ags for ags, box in self._boxes.items() if box.isChecked())


class AccessPage(FoundingPage):
    """The first user and their password."""

    def __init__(self, theme: Theme, project: Line) -> None:
        super().__init__(
            _("Who works here?"),
            _("You are the first user. Colleagues can be added later, in the settings."),
        )
        self.user = Line(theme, _("Your &name"), name="user")
        self.password = NewPassword(theme, lambda: (project.text, self.user.text))
        self.column.addWidget(self.user)
        self.column.addSpacing(2)
        self.column.addWidget(Text(_("Your password"), "heading"))
        self.column.addWidget(self.password)
        self.column.addStretch(1)

    @property
    @override
    def first(self) -> QWidget:
        return self.user.edit

    @override
    def is_complete(self) -> bool:
        if not self.user.text:
            self.user.refuse(_("Please type your name, so that everybody sees who did what."))
            return False
        return self.password.taken() is not None
