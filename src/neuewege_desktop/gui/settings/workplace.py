"""The workplace itself: where it lies, how much it holds, whether it is sound, its backups."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from typing_extensions import override

from neuewege_desktop.base.cancelling import Cancel, Cancelled
from neuewege_desktop.base.i18n import _, ngettext
from neuewege_desktop.gui.backing_up import back_up
from neuewege_desktop.gui.kit.buttons import button, with_icon
from neuewege_desktop.gui.kit.look.colours import Tone
from neuewege_desktop.gui.kit.notice import Notice
from neuewege_desktop.gui.kit.tasks import Tasks
from neuewege_desktop.gui.kit.text import Text, announce
from neuewege_desktop.gui.session import Session
from neuewege_desktop.gui.settings.backup_lines import backup_line
from neuewege_desktop.gui.settings.card import Card, Leaf
from neuewege_desktop.gui.settings.line_list import LineList
from neuewege_desktop.gui.start.frame import Waiting
from neuewege_desktop.services.care import BackupLine, backup_lines, find_problems
from neuewege_desktop.services.workplaces import Info, info

_SHOWN = 5  # backups; all of them are in the dialog


class WorkplaceLeaf(Leaf):
    """Facts, the check, and the newest backups."""

    def __init__(self, session: Session) -> None:
        super().__init__(_("&Workplace"))
        self._session = session
        self._tasks = Tasks("check", self)  # one's work goes on while everything is looked at
        self._cancel = Cancel()
        self.notice = Notice(session.room.theme)
        self.backup_notice = Notice(session.room.theme)
        self.waiting = Waiting()
        policy = self.waiting.sizePolicy()
        policy.setRetainSizeWhenHidden(False)
        self.waiting.setSizePolicy(policy)
        self.facts = Text("", "second", wrap=True)
        self.backups = LineList(session.room.theme)
        self._add_place()
        self._add_check()
        self._add_backups()
        self.column.addStretch(1)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self._stop)

    def _add_place(self) -> None:
        place = Card(self._session.workplace.folder.name)
        folder = Text(str(self._session.workplace.folder), "hint", wrap=True)
        place.column.addWidget(folder)
        place.column.addWidget(self.facts)
        self.column.addWidget(place)

    def _add_check(self) -> None:
        check = Card(
            _("Check the workplace"),
            _(
                "Looks at every page of the encrypted file and compares every entry with the "
                "history. With many households this takes some minutes; you can go on working."
            ),
        )
        self.check_button = with_icon(
            button(_("&Check now"), self.check, name="check"),
            self._session.room.theme,
            "shield-check",
        )
        self.cancel_button = button(_("Stop the check"), self._stop, name="stopCheck")
        self.cancel_button.hide()
        check.add_beside_heading(self.check_button)
        check.add_beside_heading(self.cancel_button)
        check.column.addWidget(self.waiting)
        check.column.addWidget(self.notice)
        self.column.addWidget(check)

    def _add_backups(self) -> None:
        theme = self._session.room.theme
        backups = Card(
            _("Backups"),
            _(
                "When you finish for the day, a copy is made by itself. Copies of the last days, "
                "weeks and months are kept beside the workplace, encrypted as it is."
            ),
        )
        self.backup_button = with_icon(
            button(_("&Back up now"), self.back_up, name="backUp"), theme, "database-backup"
        )
        self.restore_button = with_icon(
            button(_("&Restore …"), self._restore, name="restore"), theme, "history"
        )
        backups.add_beside_heading(self.backup_button)
        backups.add_beside_heading(self.restore_button)
        backups.column.addWidget(self.backup_notice)
        backups.column.addSpacing(4)
        backups.column.addWidget(self.backups)
        self.column.addWidget(backups)

    @override
    def enter(self) -> None:
        """Read facts and backups anew."""
        workplace = self._session.workplace
        self._session.read(lambda office: info(office.store), self._show_facts, owner=self)
        self._session.room.tasks.run(
            lambda: backup_lines(workplace.folder), self._show_backups, owner=self
        )

    def _show_facts(self, found: Info) -> None:
        self.facts.setText("  ·  ".join(_fact_words(found)))

    def _show_backups(self, found: Sequence[BackupLine]) -> None:
        now = self._session.room.now()
        self.restore_button.setEnabled(bool(found))
        self.backups.show_lines(
            [backup_line(number, line, now) for number, line in enumerate(found[:_SHOWN])],
            _("There is no backup yet."),
        )

    # --- the check --------------------------------------------------------------------------

    def check(self) -> None:
        """Look at everything, on a thread of its own."""
        workplace, cancel = self._session.workplace, Cancel()
        self._cancel = cancel
        self._show_checking(True)
        self._tasks.run(
            lambda: find_problems(workplace, cancel), self._tell_checked, self._end, owner=self
        )

    def _show_checking(self, is_on: bool) -> None:
        if is_on:
            self.notice.clear()
            self.waiting.tell(_("The workplace is being checked …"))
            announce(self, self.waiting.text.text())
        self.waiting.setVisible(is_on)
        self.cancel_button.setVisible(is_on)
        self.check_button.setVisible(not is_on)
        (self.cancel_button if is_on else self.check_button).setFocus()

    def _tell_checked(self, problems: list[str]) -> None:
        self._show_checking(False)
        if not problems:
            self.notice.tell(_("Everything is sound."), Tone.GOOD)
            return
        heading = _("The workplace is damaged. Please restore a backup, or ask for support.")
        self.notice.tell("\n".join([heading, *problems]), Tone.BAD)

    def _end(self, error: Exception) -> None:
        self._show_checking(False)
        if isinstance(error, Cancelled):
            self.notice.tell(_("The check was stopped before its end."), Tone.INFO)
        else:
            self._session.refuse(error)

    def _stop(self) -> None:
        self._cancel.cancel()

    # --- backups ----------------------------------------------------------------------------

    def back_up(self) -> None:
        """Back up now."""
        self.backup_button.setEnabled(False)
        back_up(self._session, self._tell_backed_up, self)

    def _tell_backed_up(self, sentence: str) -> None:
        self.backup_button.setEnabled(True)
        self.backup_notice.tell(sentence, Tone.GOOD)
        self.enter()

    def _restore(self) -> None:
        from neuewege_desktop.gui.settings.going_back import BackupsDialog

        BackupsDialog(self._session, self.window()).open()


def _fact_words(found: Info) -> list[str]:
    facts = [
        ngettext("{n} household", "{n} households", found.households),
        ngettext("{n} person", "{n} persons", found.persons),
        ngettext("{n} measure", "{n} measures", found.measures),
        ngettext("{n} case conference", "{n} case conferences", found.meetings),
    ]
    if found.encrypted:
        facts.append(_("encrypted"))
    return facts
