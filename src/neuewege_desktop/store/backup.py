"""Verified copies of a workplace: made by the backup interface, read back before they count.

A copy is a folder with the store, the vault, the list of erasures and a sealed description. A new
one never replaces the last good one before it was read back.
"""

from __future__ import annotations

import datetime as dt
import hmac
import json
import shutil
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from neuewege_desktop.base.errors import StoreError
from neuewege_desktop.base.i18n import _
from neuewege_desktop.store.engine import Database, connect, explained
from neuewege_desktop.store.erasures import FILE as ERASURES
from neuewege_desktop.store.files import (
    flush_file,
    flush_folder,
    os_failures,
    require_space,
    write_atomic,
)
from neuewege_desktop.store.layout import BACKUPS, STORE, VAULT
from neuewege_desktop.store.vault.keys import Keys, derive

DESCRIPTION = "angaben.json"
_UNFINISHED = ".teil"
_STAMP = "%Y-%m-%dT%H%M%S"  # a name that sorts by time and that every file system takes
_NEWEST = 3  # copies kept whatever their day: among them the one before an import
_DAILY, _WEEKLY, _MONTHLY = 7, 4, 3  # copies kept, of the days, weeks and months before
_OLDEST_DAYS = 90  # domain specification 7.4, RC10

Heads = Mapping[str, tuple[int, str]]  # number and hash by "scope/device"


@dataclass(frozen=True, slots=True)
class Backup:
    """One finished copy."""

    folder: Path
    made: dt.datetime  # UTC

    @property
    def name(self) -> str:
        """Return the name by which a person asks for it."""
        return self.folder.name


def back_up(
    database: Database,
    keys: Keys,
    key: str,
    workplace: Path,
    now: dt.datetime,
    spared: str = "",
) -> Backup:
    """Make a copy, read it back, and drop copies that are no longer needed, but for `spared`.

    Raises StoreError, leaving the older copies as they are, if the new one is not sound.
    """
    folder = workplace / BACKUPS
    source = workplace / STORE
    with os_failures(folder):
        folder.mkdir(mode=0o700, exist_ok=True)
        size = source.stat().st_size
    require_space(folder, size + size // 8)
    stamp = _free_stamp(folder, now)
    part = folder / f"{stamp}{_UNFINISHED}"
    with os_failures(part):
        shutil.rmtree(part, ignore_errors=True)
        part.mkdir(mode=0o700)
        try:
            heads = _copy_store(database, part / STORE, key)
            _check_copy(part / STORE, key, heads)
            for name in (VAULT, ERASURES):
                if (workplace / name).exists():
                    write_atomic(part / name, (workplace / name).read_bytes(), keep_previous=False)
            _describe(part, keys, heads)
            part.rename(folder / stamp)
            flush_folder(folder)  # before an older copy may go
        except BaseException:
            shutil.rmtree(part, ignore_errors=True)
            raise
    _rotate(workplace, now, spared)
    return Backup(folder / stamp, _made(stamp))


def _free_stamp(folder: Path, now: dt.datetime) -> str:
    moment = now.replace(tzinfo=None, microsecond=0)
    while (folder / _stamp(moment)).exists():
        moment += dt.timedelta(seconds=1)
    return _stamp(moment)


def _stamp(moment: dt.datetime) -> str:
    return moment.isoformat().replace(":", "")


def _made(stamp: str) -> dt.datetime:
    return dt.datetime.strptime(stamp, _STAMP).replace(tzinfo=dt.UTC)


def _copy_store(database: Database, target: Path, key: str) -> Heads:
    try:
        with closing(database.raw()) as source, closing(connect(target, key)) as copy:
            source.backup(copy)
            copy.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            copy.execute("PRAGMA journal_mode = DELETE")
            heads = heads_of(copy)
    except dbapi2.DatabaseError as error:
        raise explained(error) from error
    flush_file(target)
    return heads


def heads_of(raw: Any) -> Heads:  # noqa: ANN401 - the driver has no types
    """Return number and hash of the newest entry of each stream."""
    rows = raw.execute("SELECT scope, device, seq, hash FROM stream WHERE seq > 0")
    return {f"{scope}/{device}": (seq, head.hex()) for scope, device, seq, head in rows}


def _check_copy(path: Path, key: str, heads: Heads) -> None:
    """Open a copy anew and read every page of it."""
    try:
        with closing(connect(path, key)) as copy:
            damaged = copy.execute("PRAGMA cipher_integrity_check").fetchall()
            sound = copy.execute("PRAGMA quick_check").fetchall() == [("ok",)]
            same = heads_of(copy) == heads
            copy.execute("PRAGMA journal_mode = DELETE")
    except dbapi2.DatabaseError as error:
        raise _not_read_back() from error
    if damaged or not sound or not same:
        raise _not_read_back()


def _not_read_back() -> StoreError:
    return StoreError(_("The backup could not be read back. The older backups are untouched."))


def _describe(folder: Path, keys: Keys, heads: Heads) -> None:
    content = {"format": "nw-backup", "heads": {name: list(head) for name, head in heads.items()}}
    document = {**content, "mac": _seal(content, keys)}
    write_atomic(folder / DESCRIPTION, json.dumps(document).encode(), keep_previous=False)


def _seal(content: object, keys: Keys) -> str:
    raw = json.dumps(content, sort_keys=True).encode()
    return hmac.digest(derive(keys.data_key, "nw/backup/v1"), raw, "sha256").hex()


def check_backup(folder: Path, store: Path, keys: Keys, key: str) -> None:
    """Raise StoreError unless `store` is sound and the one that the backup in `folder` describes.

    The store is looked at where it was copied to: a stick that cannot be written to will do.
    """
    problem = StoreError(
        _("The backup {name} is damaged or not complete. Please choose another one.").format(
            name=folder.name
        )
    )
    try:
        document = json.loads((folder / DESCRIPTION).read_bytes())
        seal = document.pop("mac")
        heads = {name: (head[0], head[1]) for name, head in document["heads"].items()}
    except (OSError, ValueError, KeyError, TypeError, IndexError, AttributeError) as error:
        raise problem from error
    if not hmac.compare_digest(str(seal), _seal(document, keys)):
        raise problem
    try:
        _check_copy(store, key, heads)
    except StoreError as error:
        raise problem from error


def backups(workplace: Path) -> list[Backup]:
    """Return the finished copies of a workplace, newest first."""
    folder = workplace / BACKUPS
    if not folder.is_dir():
        return []
    found = []
    for path in folder.iterdir():
        try:
            found.append(Backup(path, _made(path.name)))
        except ValueError:
            continue  # unfinished, or none of ours
    return sorted(found, key=lambda backup: backup.made, reverse=True)


def _rotate(workplace: Path, now: dt.datetime, spared: str) -> None:
    """Drop copies beyond those of the last days, weeks and months; the newest always stays."""
    newest, *older = backups(workplace)
    kept = {backup.name for backup in (newest, *older)[:_NEWEST]}
    for count, period in ((_DAILY, _day), (_WEEKLY, _week), (_MONTHLY, _month)):
        newest_of = {period(backup.made): backup.name for backup in (*reversed(older), newest)}
        kept.update(newest_of[label] for label in sorted(newest_of, reverse=True)[:count])
    limit = now - dt.timedelta(days=_OLDEST_DAYS)
    for backup in older:
        is_needless = backup.name not in kept or backup.made < limit
        if is_needless and backup.name != spared:
            shutil.rmtree(backup.folder, ignore_errors=True)


def _day(moment: dt.datetime) -> tuple[int, ...]:
    return (moment.toordinal(),)


def _week(moment: dt.datetime) -> tuple[int, ...]:
    return moment.isocalendar()[:2]


def _month(moment: dt.datetime) -> tuple[int, ...]:
    return (moment.year, moment.month)
