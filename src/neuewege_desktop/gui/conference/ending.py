"""The end of a conference: what was decided is read out, then its minutes are a draft."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from neuewege_desktop.base.formats import long_date
from neuewege_desktop.base.i18n import _, ngettext
from neuewege_desktop.domain.choices.work import ItemState
from neuewege_desktop.gui.kit.buttons import button, primary
from neuewege_desktop.gui.kit.dialog import Dialog
from neuewege_desktop.gui.kit.dossier import Fact, Section
from neuewege_desktop.gui.kit.editors.days import TimeEditor
from neuewege_desktop.gui.kit.editors.editor import Unreadable
from neuewege_desktop.gui.kit.look.colours import Tone
from neuewege_desktop.gui.kit.problem_line import ProblemLine
from neuewege_desktop.gui.kit.room import Room
from neuewege_desktop.gui.kit.section_view import SectionView
from neuewege_desktop.gui.kit.text import Text, announce
from neuewege_desktop.services.conference.minutes import item_title
from neuewege_desktop.services.conference.reading import ConferenceFile

_SIZE = (760, 620)


class EndDialog(Dialog):
    """Lists every decision to be read out; ends the conference at an hour."""

    def __init__(
        self,
        parent: QWidget,
        room: Room,
        file: ConferenceFile,
        hour: dt.time,
        *,
        named: bool,
        end: Callable[[dt.time], object],
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("End the conference"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self._end = end
        self.hour = TimeEditor()
        self.hour.show_value(hour)
        self.hour.set_name(_("Ends at"))
        self._problem = ProblemLine(room.theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(Text(_("Please read out what was decided"), "name", wrap=True))
        for sentence in _warnings(file):
            line = ProblemLine(room.theme)
            line.tell(sentence, Tone.WARNING)
            column.addWidget(line)
        column.addWidget(self._decisions(room, file, named=named), 1)
        column.addWidget(self._problem)
        column.addLayout(self._foot())
        window = parent.window()
        self.resize(min(_SIZE[0], window.width() - 40), min(_SIZE[1], window.height() - 40))

    def _decisions(self, room: Room, file: ConferenceFile, *, named: bool) -> QScrollArea:
        content = QWidget()
        content.setObjectName("content")
        column = QVBoxLayout(content)
        column.setContentsMargins(2, 2, 12, 2)
        nothing = Section("", empty=_("Nothing was decided."))
        sections = list(_sections(file, named=named)) or [nothing]
        for section in sections:
            column.addWidget(SectionView(room.theme, section))
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        area.setAccessibleName(_("All decisions"))
        area.setAccessibleDescription("\n".join(map(_spoken, sections)))
        area.setWidget(content)
        return area

    def _foot(self) -> QHBoxLayout:
        label = Text(_("Ends at"), "label")
        label.setBuddy(self.hour.line)
        self.hour.line.setMaximumWidth(110)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(label)
        row.addWidget(self.hour)
        row.addStretch(1)
        row.addWidget(primary(_("&End the conference"), self._give, name="endConference"))
        row.addWidget(button(_("&Go on"), self.reject, name="goOn"))
        return row

    def _give(self) -> None:
        try:
            hour = self.hour.value()
            if hour is None:
                raise Unreadable(_("Please type the time as 14:00."))
        except Unreadable as wrong:
            self._problem.tell(str(wrong))
            announce(self, str(wrong))
            return
        self.accept()
        self._end(hour)


def _warnings(file: ConferenceFile) -> Iterator[str]:
    states = [line.item.state for line in file.items]
    states += [topic.item.state for topic in file.town_items]
    if still_open := states.count(ItemState.OPEN):
        yield ngettext(
            "One item is still open: it was neither talked about nor postponed.",
            "{n} items are still open: they were neither talked about nor postponed.",
            still_open,
        )
    if file.town_promises:
        yield ngettext(
            "One promise with the municipality has no answer yet.",
            "{n} promises with the municipality have no answer yet.",
            len(file.town_promises),
        )


def _sections(file: ConferenceFile, *, named: bool) -> Iterator[Section]:
    """Yield what was decided, item by item; without names only what everybody may hear."""
    for line in file.items:
        facts = tuple(
            _fact(each.decision.text or each.decision.decision.label, each.responsible, due)
            for each in line.decisions
            for due in (each.decision.due_on,)
        )
        if named and facts:
            yield Section(item_title(line), facts)
    if not named and any(line.decisions for line in file.items):
        yield Section(
            _("Part A"),
            empty=_("Its decisions are read out in part A, without people from outside."),
        )
    for topic in file.town_items:
        facts = tuple(_fact(task.title, who, task.due_on) for task, who in topic.tasks)
        if facts:
            yield Section(topic.item.topic, facts)


def _fact(words: str, responsible: str, due: dt.date | None) -> Fact:
    until = _("until {day}").format(day=long_date(due)) if due else ""
    who = "  ·  ".join(filter(None, (responsible or _("nobody yet"), until)))
    return Fact("", words, who, icon="circle-check")


def _spoken(section: Section) -> str:
    lines = [section.title, *(fact.spoken for fact in section.facts)]
    return "\n".join(filter(None, [*lines, "" if section.facts else section.empty]))
