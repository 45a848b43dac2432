"""Where a person begins: recent workplaces, wrong places, the example, the language."""

from __future__ import annotations

from desks import focusable, new_workplace
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QPushButton

from neuewege_desktop.base.i18n import _, language
from neuewege_desktop.services.settings import Settings, load_settings, save_settings, with_recent


def remember(profile, *folders):
    settings = Settings()
    for folder in folders:
        settings = with_recent(settings, folder)
    save_settings(profile, settings)


def test_without_a_workplace_one_is_welcomed(make_clerk):
    clerk = make_clerk()
    assert clerk.wait_for("Welcome").isVisible()
    assert not clerk.window.notice.isVisible()
    assert clerk.window.focusWidget().objectName() == "create"


def test_the_workplace_opened_last_is_asked_for_at_once(make_clerk, tmp_path, profile):
    new_workplace(tmp_path / "Projekt", profile)
    remember(profile, tmp_path / "Projekt")
    assert make_clerk().wait_for("Unlock").folder == tmp_path / "Projekt"


def test_a_path_without_a_workplace_is_told_in_a_sentence(make_clerk, tmp_path):
    clerk = make_clerk(tmp_path / "nirgends")
    told = clerk.wait_for("Welcome").notice.text.text()
    sentence = _("There is no workplace in “{folder}”. Please check the place.")
    assert told == sentence.format(folder=tmp_path / "nirgends")


def test_a_missing_recent_workplace_is_marked_and_can_be_removed(make_clerk, tmp_path, profile):
    remember(profile, tmp_path / "verschwunden")
    clerk = make_clerk()
    assert not clerk.find("recent").isEnabled()
    assert str(tmp_path) in clerk.find("recent").accessibleName()

    clerk.press_button("drop")

    assert load_settings(profile).recent == ()
    assert clerk.window.findChild(QPushButton, "recent") is None


def test_a_recent_workplace_opens_by_keyboard(make_clerk, tmp_path, profile):
    new_workplace(tmp_path / "Projekt", profile)
    remember(profile, tmp_path / "Projekt")
    clerk = make_clerk()
    clerk.press_button("other")
    clerk.wait_for("Welcome")
    clerk.press_button("recent")
    assert clerk.wait_for("Unlock").folder == tmp_path / "Projekt"


def test_a_folder_can_be_dropped_onto_the_window(make_clerk, tmp_path, profile):
    new_workplace(tmp_path / "Projekt", profile)
    clerk = make_clerk()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "Projekt"))])
    drop = QDropEvent(
        QPointF(20, 20),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    clerk.window.dropEvent(drop)
    assert clerk.wait_for("Unlock").folder == tmp_path / "Projekt"


def test_the_language_is_switched_at_once_and_remembered(make_clerk, profile):
    clerk = make_clerk()
    clerk.press_button("language_en")
    assert language() == "en"
    assert load_settings(profile).language == "en"
    assert clerk.find("create").accessibleName() == "Create a workplace …"


def test_the_example_is_made_once_and_opens_without_a_question(make_clerk, profile):
    clerk = make_clerk(demo=True)
    first = clerk.wait_for("WorkWindow").workplace
    clerk.desktop.room.tasks.run(first.close)
    clerk.wait(lambda: clerk.desktop.room.tasks.is_idle)
    clerk.desktop._presence.give_up()

    again = make_clerk(demo=True)
    workplace = again.wait_for("WorkWindow").workplace
    assert workplace.folder == first.folder
    assert workplace.vault.id == first.vault.id
    again.desktop.room.tasks.run(workplace.close)


def test_the_example_tells_its_password_when_it_asks_for_it(make_clerk, profile):
    from neuewege_desktop.gui.start.demo import DEMO_PASSWORD, demo_folder

    new_workplace(demo_folder(profile), profile)
    clerk = make_clerk(demo_folder(profile))
    assert DEMO_PASSWORD in clerk.wait_for("Unlock").notice.text.text()


def test_closing_the_window_ends_the_program(make_clerk, exits):
    make_clerk().window.close()
    assert exits == [0]


def test_everything_the_keyboard_reaches_has_a_name(make_clerk, tmp_path, profile):
    remember(profile, tmp_path / "verschwunden")
    clerk = make_clerk()
    for widget in focusable(clerk.window):
        assert widget.accessibleName() or getattr(widget, "text", str)(), widget


def test_the_lock_can_be_set_from_1_to_15_minutes_and_not_be_switched_off(make_clerk):
    preferences = make_clerk().desktop.preferences
    preferences.lock_after(0)
    assert preferences.settings.lock_minutes == 1
    preferences.lock_after(600)
    assert preferences.settings.lock_minutes == 15
