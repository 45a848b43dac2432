"""The settings of the program on this computer: language, look, lock, and where workplaces lie.

They are read before anything is unlocked, so no personal datum may stand in them, and this module
must not bring in SQL: the unlock window waits for it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path

from neuewege_desktop.base.errors import StoreError
from neuewege_desktop.base.i18n import LANGUAGES
from neuewege_desktop.store.files import backup_path, os_failures, write_atomic
from neuewege_desktop.store.vault.strict_json import MAX_BYTES, Json, parse_object

FILE = "settings.json"
AS_THE_SYSTEM = ""
SCALES = (100, 110, 125, 150, 175, 200)
SHORTEST_LOCK, LONGEST_LOCK = 1, 15
MOST_RECENT = 8
_LONGEST_PATH = 4096


class Scheme(StrEnum):
    """Which colours the windows have."""

    AUTO = "auto"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How a person wants the program on this computer.

    `language` is "de", "en" or "" for that of the system; `scale` the size of everything in
    percent; `lock_minutes` how long nobody may type before the program locks; `check_spelling`
    whether doubtful words are marked; `recent` the folders of the workplaces opened last, newest
    first; `others` what a newer program keeps in the file.
    """

    language: str = AS_THE_SYSTEM
    scheme: Scheme = Scheme.AUTO
    scale: int = SCALES[0]
    lock_minutes: int = 5
    check_spelling: bool = True
    recent: tuple[str, ...] = ()
    others: Mapping[str, Json] = field(default_factory=dict)


def load_settings(folder: Path) -> Settings:
    """Return the settings kept in `folder`; what is missing, damaged or out of range is as usual.

    Whatever stands in the file, the program starts. An unreadable file gives way to the one before.
    """
    path = folder / FILE
    for candidate in (path, backup_path(path)):
        try:
            return _settings(_document(candidate))
        except StoreError:
            continue
    return Settings()


def save_settings(folder: Path, settings: Settings) -> None:
    """Keep the settings in `folder`, which is made if need be; StoreError if the disk fails."""
    document: dict[str, Json] = {
        **settings.others,
        "language": settings.language,
        "scheme": settings.scheme.value,
        "scale": settings.scale,
        "lock_minutes": settings.lock_minutes,
        "check_spelling": settings.check_spelling,
        "recent": list(settings.recent),
    }
    with os_failures(folder):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    write_atomic(folder / FILE, json.dumps(document, indent=2).encode("ascii"))


def with_recent(settings: Settings, folder: Path) -> Settings:
    """Return the settings with this workplace as the one opened last."""
    others = without_recent(settings, folder).recent
    return replace(settings, recent=(_place(folder), *others)[:MOST_RECENT])


def without_recent(settings: Settings, folder: Path) -> Settings:
    """Return the settings without this workplace among those opened last."""
    place = _place(folder)
    return replace(settings, recent=tuple(known for known in settings.recent if known != place))


def _place(folder: Path) -> str:
    return str(folder.absolute())


def _document(path: Path) -> dict[str, Json]:
    with os_failures(path), path.open("rb") as file:
        return parse_object(file.read(MAX_BYTES + 1))


def _settings(document: dict[str, Json]) -> Settings:
    usual = Settings()
    return Settings(
        language=_one_of(document.pop("language", None), LANGUAGES, usual.language),
        scheme=Scheme(_one_of(document.pop("scheme", None), tuple(Scheme), usual.scheme)),
        scale=_nearest_scale(_number(document.pop("scale", None), usual.scale)),
        lock_minutes=max(
            SHORTEST_LOCK,
            min(LONGEST_LOCK, _number(document.pop("lock_minutes", None), usual.lock_minutes)),
        ),
        check_spelling=_flag(document.pop("check_spelling", None), usual.check_spelling),
        recent=_places(document.pop("recent", None)),
        others=document,
    )


def _one_of(value: Json, known: tuple[str, ...], usual: str) -> str:
    return value if isinstance(value, str) and value in known else usual


def _number(value: Json, usual: int) -> int:
    return value if type(value) is int else usual  # True is an int to isinstance


def _flag(value: Json, usual: bool) -> bool:
    return value if isinstance(value, bool) else usual


def _nearest_scale(percent: int) -> int:
    return min(SCALES, key=lambda scale: abs(scale - percent))


def _places(value: Json) -> tuple[str, ...]:
    """Return the absolute paths in `value`, each once; a relative one would mean another place."""
    if not isinstance(value, list):
        return ()
    texts = [place for place in value if isinstance(place, str) and len(place) <= _LONGEST_PATH]
    sound = [place for place in texts if "\0" not in place and Path(place).is_absolute()]
    return tuple(dict.fromkeys(sound))[:MOST_RECENT]
