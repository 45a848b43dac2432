"""Words on the screen: never interpreted, whatever they hold."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QComboBox, QLabel, QWidget

from neuewege_desktop.gui.kit.look.colours import Tone

Role = Literal[
    "title", "heading", "name", "figure", "second", "hint", "label", "value", "code", "plain"
]


class Text(QLabel):
    """A piece of text in one of the roles of the style sheet."""

    def __init__(
        self,
        text: str = "",
        role: Role = "plain",
        *,
        wrap: bool = False,
        tone: Tone = Tone.PLAIN,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setProperty("tone", tone.value)
        self.setWordWrap(wrap)
        self.setText(text)

    def set_tone(self, tone: Tone) -> None:
        """Show the text in another tone."""
        self.setProperty("tone", tone.value)
        self.style().unpolish(self)
        self.style().polish(self)


def plain(label: str) -> str:
    """Return a label without the mark of its mnemonic."""
    return label.replace("&&", "\0").replace("&", "").replace("\0", "&")


def name_box(box: QComboBox, name: str) -> None:
    """Say what is chosen in a combo box, to a screen reader alone.

    On Linux Qt reads out the chosen item as the name of the box; what the box is for comes from a
    label with the same parent, which need not be seen.
    """
    box.setAccessibleName(name)
    parent = box.parentWidget()
    labels = parent.findChildren(QLabel, "nameOfBox") if parent is not None else []
    label = next((each for each in labels if each.buddy() is box), None)
    if label is None:
        label = QLabel(parent)
        label.setObjectName("nameOfBox")
        label.setBuddy(box)
        label.hide()
    label.setText(name.replace("&", "&&"))


def announce(widget: QWidget, text: str) -> None:
    """Let a screen reader say what happened (EN 301 549, 11.5.2.15; WCAG 2.2, 4.1.3)."""
    if text and QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))
