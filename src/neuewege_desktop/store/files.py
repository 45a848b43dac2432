"""Write files so that a crash, a full disk or a pulled stick leaves the old or the new one."""

from __future__ import annotations

import errno
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from neuewege_desktop.base.errors import StoreError
from neuewege_desktop.base.i18n import _

if sys.platform == "darwin":
    import fcntl

MIB = 1024 * 1024
RESERVE_BYTES = 16 * MIB
_RESERVE = "reserve"
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
_FORBIDDEN = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_FOLDERS_NOT_SYNCED = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EACCES, errno.EBADF})


class DiskFull(StoreError):
    """There is no room left; giving up the reserve file may make enough."""


def write_atomic(path: Path, content: bytes, *, keep_previous: bool = True) -> None:
    """Replace `path` by `content`, durable on return and readable by its owner only.

    The previous content stays beside it as `.bak` unless `keep_previous` is false.
    Raises StoreError when the disk fails: the file then still has its old content.
    """
    with os_failures(path):
        if keep_previous and path.exists():
            _replace(backup_path(path), path.read_bytes())
        _replace(path, content)


def backup_path(path: Path) -> Path:
    """Return where `write_atomic` keeps the previous content of `path`."""
    return path.with_name(f"{path.name}.bak")


@contextmanager
def os_failures(path: Path) -> Iterator[None]:
    """Turn a failure of the operating system at `path` into a sentence for the user."""
    try:
        yield
    except OSError as failure:
        raise _explained(failure, path) from failure


def free_space(folder: Path) -> int:
    """Return how many bytes may still be written in `folder`."""
    with os_failures(folder):
        return shutil.disk_usage(folder).free


def require_space(folder: Path, needed: int) -> None:
    """Raise DiskFull unless `needed` bytes are free in `folder`."""
    free = free_space(folder)
    if free < needed:
        raise DiskFull(
            _(
                "There is not enough space in “{folder}”: {needed} MiB are needed, {free} MiB are "
                "free. Nothing was changed. Please make room and try again."
            ).format(folder=folder, needed=-(-needed // MIB), free=free // MIB)
        )


def has_reserve(workplace: Path) -> bool:
    """Say whether the whole reserve file lies in `workplace`."""
    reserve = workplace / _RESERVE
    return reserve.is_file() and reserve.stat().st_size == RESERVE_BYTES


def create_reserve(workplace: Path, *, random_bytes: Callable[[int], bytes] = os.urandom) -> None:
    """Occupy 16 MiB in `workplace` that erasing and closing may use once the disk is full.

    Random bytes, because a file system that compresses or leaves holes would reserve nothing.
    Raises DiskFull, leaving no part of the file behind, when there is no room for it.
    """
    reserve = workplace / _RESERVE
    with os_failures(reserve):
        try:
            with reserve.open("wb") as file:
                for _part in range(RESERVE_BYTES // MIB):
                    file.write(random_bytes(MIB))
                _flush(file.fileno())
        except OSError:
            reserve.unlink(missing_ok=True)
            raise


def give_up_reserve(workplace: Path) -> bool:
    """Free the space of the reserve file; false when it was given up before."""
    reserve = workplace / _RESERVE
    with os_failures(reserve):
        there = reserve.exists()
        reserve.unlink(missing_ok=True)
    return there


def restore_reserve(workplace: Path) -> bool:
    """Put the reserve file back once twice its size is free; say whether it is there now."""
    if not has_reserve(workplace):
        if free_space(workplace) < 2 * RESERVE_BYTES:
            return False
        create_reserve(workplace)
    return True


def _replace(path: Path, content: bytes) -> None:
    descriptor, name = tempfile.mkstemp(prefix=f"{path.name}.", suffix=".tmp", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            _flush(file.fileno())
        temporary.replace(path)
        flush_folder(path.parent)
    finally:
        with suppress(OSError):  # what went wrong first is what the user must hear
            temporary.unlink(missing_ok=True)


def _flush(descriptor: int) -> None:
    if sys.platform == "darwin":  # fsync stops at the drive's own cache there
        fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
    else:
        os.fsync(descriptor)


def flush_file(path: Path) -> None:
    """Make the content of a file durable that something else has written."""
    with os_failures(path), path.open("rb+") as file:
        _flush(file.fileno())


def flush_folder(folder: Path) -> None:
    """Make a rename in `folder` durable; Windows and some network drives cannot be asked to."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as failure:
        if failure.errno not in _FOLDERS_NOT_SYNCED:
            raise
    finally:
        os.close(descriptor)


def _explained(failure: OSError, path: Path) -> StoreError:
    if failure.errno in _FULL:
        return DiskFull(
            _(
                "The disk is full: “{file}” could not be written and keeps its old content. "
                "Please make room and try again."
            ).format(file=path)
        )
    if failure.errno in _FORBIDDEN:
        return StoreError(
            _(
                "“{file}” may not be written or read here. Please close other programs that use "
                "it, or ask your administrator for the permission."
            ).format(file=path)
        )
    return StoreError(
        _(
            "“{file}” could not be written or read ({reason}). Please check that the disk or "
            "stick is connected and sound, then try again."
        ).format(file=path, reason=failure.strerror)
    )
