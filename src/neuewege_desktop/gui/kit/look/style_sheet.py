"""The one style sheet, filled with the colours of a scheme. Tables paint their rows themselves."""

from __future__ import annotations

from collections.abc import Mapping
from string import Template

from neuewege_desktop.base.paths import resources
from neuewege_desktop.gui.kit.look.colours import Colour

# A ring of two pixels shows the focus on every control; the padding gives way, so nothing moves.
_SHEET = Template("""
* { outline: none; }
QMainWindow, QDialog, #page { background: $ground; }
QLabel { background: transparent; }

#rail { background: $surface; border-right: 1px solid $line; }
#rail QToolButton {
    border: 2px solid transparent; border-radius: 9px; padding: 7px 10px; text-align: left;
    color: $second; font-weight: 500; background: transparent;
}
#rail QToolButton:hover { background: $hover; color: $text; }
#rail QToolButton:checked { background: $tint; color: $accent; font-weight: 600; }
#rail QToolButton:focus { border-color: $focus; }
#railHeading { color: $third; font-size: 11px; font-weight: 600; padding: 10px 12px 2px 12px; }
#brand { font-size: 15px; font-weight: 700; color: $text; }

QLabel[role="title"] { font-size: 22px; font-weight: 700; color: $text; }
QLabel[role="heading"] { font-size: 15px; font-weight: 650; color: $text; }
QLabel[role="name"] { font-size: 18px; font-weight: 700; color: $text; }
QLabel[role="figure"] { font-size: 26px; font-weight: 700; color: $text; }
QLabel[role="second"] { color: $second; }
QLabel[role="hint"] { color: $third; font-size: 12px; }
QLabel[role="label"] { color: $second; font-weight: 500; }
QLabel[role="value"] { color: $text; font-weight: 500; }
QLabel[role="code"] { font-family: "Inter"; font-size: 20px; font-weight: 600; color: $text; }
QLabel[tone="bad"] { color: $bad; }
QLabel[tone="warning"] { color: $warning; }
QLabel[tone="good"] { color: $good; }

QLineEdit, QComboBox, QDateEdit, QTimeEdit, QSpinBox, QTextEdit, QPlainTextEdit {
    background: $surface; border: 1px solid $edge; border-radius: 8px; padding: 6px 10px;
    color: $text; selection-background-color: $accent; selection-color: $on_accent;
}
QLineEdit:focus, QComboBox:focus, QDateEdit:focus, QTimeEdit:focus, QSpinBox:focus,
QTextEdit:focus, QPlainTextEdit:focus { border: 2px solid $focus; padding: 5px 9px; }
QLineEdit[problem="true"], QComboBox[problem="true"], QPlainTextEdit[problem="true"] {
    border: 2px solid $bad; padding: 5px 9px;
}
QLineEdit:disabled, QComboBox:disabled, QPlainTextEdit:disabled, QLineEdit:read-only {
    background: $raised; color: $second;
}
QComboBox { padding-right: 28px; combobox-popup: 0; }
QComboBox::drop-down { border: none; width: 26px; subcontrol-position: center right; }
QComboBox::down-arrow { image: url($icons/chevron-down-$scheme.svg); width: 14px; height: 14px; }
QComboBox QAbstractItemView {
    background: $surface; border: 1px solid $edge; padding: 4px; color: $text;
    selection-background-color: $tint; selection-color: $text;
}
QSpinBox::up-button, QTimeEdit::up-button { border: none; width: 22px; }
QSpinBox::down-button, QTimeEdit::down-button { border: none; width: 22px; }
QSpinBox::up-arrow, QTimeEdit::up-arrow {
    image: url($icons/chevron-up-$scheme.svg); width: 12px; height: 12px;
}
QSpinBox::down-arrow, QTimeEdit::down-arrow {
    image: url($icons/chevron-down-$scheme.svg); width: 12px; height: 12px;
}

QSpinBox[plain="true"]::up-button, QSpinBox[plain="true"]::down-button { width: 0; }
QSpinBox[plain="true"]::up-arrow, QSpinBox[plain="true"]::down-arrow { image: none; width: 0; }

QPushButton {
    background: $surface; border: 1px solid $edge; border-radius: 8px; padding: 7px 14px;
    color: $text; font-weight: 500;
}
QPushButton:hover { background: $hover; }
QPushButton:focus { border: 2px solid $focus; padding: 6px 13px; }
QPushButton:disabled { color: $edge; border-color: $line; }
QPushButton[primary="true"] {
    background: $accent; color: $on_accent; border: 1px solid $accent; font-weight: 600;
}
QPushButton[primary="true"]:hover { background: $accent_hover; }
QPushButton[primary="true"]:focus { border: 2px solid $text; padding: 6px 13px; }
QPushButton[primary="true"]:disabled {
    background: $quiet_ground; color: $second; border-color: $line;
}
QPushButton[chip="true"] {
    border-radius: 14px; padding: 4px 13px; min-height: 19px; color: $second; border-color: $edge;
}
QPushButton[chip="true"]:checked {
    background: $tint; color: $accent; border: 1px solid $accent; font-weight: 600;
}
QPushButton[chip="true"]:focus { border: 2px solid $focus; padding: 3px 12px; }
QPushButton[link="true"] {
    border: 2px solid transparent; border-radius: 6px; background: transparent; color: $accent;
    padding: 1px 2px; margin-left: -4px; text-align: left;
}
QPushButton[link="true"]:hover { text-decoration: underline; }
QPushButton[link="true"]:focus { border: 2px solid $focus; padding: 1px 2px; }
QPushButton[row="true"] { border: 2px solid transparent; background: transparent; padding: 0; }
QPushButton[row="true"]:hover { background: $hover; }
QPushButton[row="true"]:focus { border: 2px solid $focus; padding: 0; }
QToolButton {
    border: 2px solid transparent; border-radius: 8px; padding: 5px; background: transparent;
    color: $text;
}
QToolButton:hover { background: $hover; }
QToolButton:focus { border-color: $focus; }
QToolButton:checked { background: $tint; }
QToolButton::menu-indicator { image: none; }
#search { text-align: left; color: $third; font-weight: 400; padding: 7px 12px; }

#card, #detail { background: $surface; border: 1px solid $line; border-radius: 12px; }
#brandSign { background: $accent; border-radius: 9px; }
#code {
    background: $raised; border: 2px solid $line; border-radius: 10px; margin-top: 0;
    font-weight: 400;
}
#code:focus { border-color: $focus; }
#notice { border-radius: 10px; border: 1px solid $line; background: $raised; }
#notice[tone="good"] { background: $good_ground; border-color: $good; }
#notice[tone="warning"] { background: $warning_ground; border-color: $warning; }
#notice[tone="bad"] { background: $bad_ground; border-color: $bad; }
#notice[tone="info"] { background: $info_ground; border-color: $info; }

QTableView {
    background: $surface; border: 2px solid $line; border-radius: 12px; gridline-color: transparent;
    selection-background-color: transparent; color: $text;
}
QTableView:focus { border: 2px solid $focus; }
QHeaderView { background: transparent; border: none; }
QHeaderView::section {
    background: transparent; border: none; border-bottom: 1px solid $line; padding: 9px 14px;
    color: $second; font-weight: 600; font-size: 12px;
}
QHeaderView::section:hover { background: $hover; }
QHeaderView::down-arrow { image: url($icons/chevron-down-$scheme.svg); width: 14px; }
QHeaderView::up-arrow { image: url($icons/chevron-up-$scheme.svg); width: 14px; }
QTableCornerButton::section { background: transparent; border: none; }
QListView {
    background: $surface; border: 2px solid $line; border-radius: 10px; padding: 4px; color: $text;
}
QListView:focus { border: 2px solid $focus; }
QListView::item { padding: 7px 8px; border-radius: 6px; color: $text; }
QListView::item:hover { background: $hover; }
QListView::item:selected { background: $tint; color: $text; }

QTabWidget::pane { border: none; border-top: 1px solid $line; }
QTabBar { qproperty-drawBase: 0; background: transparent; font-weight: 600; }
QTabBar::tab {
    background: transparent; border: 2px solid transparent; border-bottom: 2px solid transparent;
    padding: 8px 2px; margin-right: 8px; color: $second; font-weight: 500;
}
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected { color: $accent; border-bottom-color: $accent; font-weight: 600; }
QTabBar::scroller { width: 30px; }
QTabBar QToolButton { background: $surface; border: 1px solid $line; padding: 2px; }
QTabBar QToolButton::left-arrow { image: url($icons/chevron-left-$scheme.svg); }
QTabBar QToolButton::right-arrow { image: url($icons/chevron-right-$scheme.svg); }
QTabBar::tab:focus { background: $tint; border-radius: 4px; }

QScrollArea, QScrollArea > QWidget > QWidget#content { background: transparent; border: none; }
QScrollArea:focus { border: 2px solid $focus; border-radius: 8px; }
#pages { background: $ground; border: 2px solid $line; border-radius: 8px; }
#pages:focus { border-color: $focus; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 2px; }
QScrollBar::handle:vertical { background: $edge; border-radius: 4px; min-height: 40px; }
QScrollBar::handle:vertical:hover { background: $third; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 2px; }
QScrollBar::handle:horizontal { background: $edge; border-radius: 4px; min-width: 40px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QStatusBar { background: $surface; border-top: 1px solid $line; color: $second; }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: $second; padding: 3px 6px; }
QToolTip {
    background: $text; color: $surface; border: 1px solid $text; padding: 5px 8px;
}
QMenuBar { background: $surface; color: $text; padding: 2px 8px; border-bottom: 1px solid $line; }
QMenuBar::item { padding: 5px 9px; border-radius: 6px; background: transparent; }
QMenuBar::item:selected { background: $tint; color: $accent; }
QMenu { background: $surface; border: 1px solid $edge; padding: 6px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 6px; color: $text; }
QMenu::item:selected { background: $tint; color: $accent; }
QMenu::item:disabled { color: $edge; }
QMenu::separator { height: 1px; background: $line; margin: 6px 4px; }
QMenu::icon { padding-left: 8px; }
QMenu::indicator { width: 14px; height: 14px; padding-left: 8px; }

#palette { background: $surface; border: 1px solid $edge; border-radius: 14px; }
#palette QLineEdit {
    border: none; border-radius: 0; border-bottom: 1px solid $line; padding: 14px 16px;
    font-size: 16px; background: transparent;
}
#palette QListView { background: transparent; border: none; padding: 6px; }

#toast { background: $text; border-radius: 10px; }
#toast QLabel { color: $surface; }
#toast QPushButton {
    background: transparent; border: 1px solid $surface; color: $surface; padding: 4px 10px;
    font-weight: 600;
}
#toast QPushButton:focus { border: 2px solid $surface; padding: 3px 9px; }

QCheckBox, QRadioButton {
    spacing: 8px; padding: 3px; border: 2px solid transparent; border-radius: 6px; color: $text;
}
QCheckBox:focus, QRadioButton:focus { border-color: $focus; }
QCheckBox::indicator, QListView::indicator {
    width: 16px; height: 16px; border: 1px solid $edge; border-radius: 5px; background: $surface;
}
QCheckBox::indicator:checked, QListView::indicator:checked {
    background: $accent; border-color: $accent; image: url($icons/check-$scheme.svg);
}
QRadioButton::indicator {
    width: 16px; height: 16px; border: 1px solid $edge; border-radius: 8px; background: $surface;
}
QRadioButton::indicator:checked {
    background: $accent; border-color: $accent; image: url($icons/dot-$scheme.svg);
}
QGroupBox { border: none; margin-top: 22px; font-weight: 600; color: $text; }
QGroupBox::title { subcontrol-origin: margin; left: 0; padding: 0; }
QProgressBar {
    background: $quiet_ground; border: 1px solid $edge; border-radius: 5px; height: 8px;
    color: transparent;
}
QProgressBar::chunk { background: $accent; border-radius: 4px; }
QSplitter::handle { background: transparent; }
QSplitter::handle:focus { background: $focus; }
QCalendarWidget QWidget { background: $surface; color: $text; }
QCalendarWidget QAbstractItemView { selection-background-color: $accent; }
#separator { background: $line; }
""")


def style_sheet(colours: Mapping[Colour, str], *, dark: bool) -> str:
    """Return the style sheet in these colours."""
    names = {colour.value: code for colour, code in colours.items()}
    return _SHEET.substitute(
        names,
        icons=(resources() / "icons" / "style").as_posix(),
        scheme="dark" if dark else "light",
    )
