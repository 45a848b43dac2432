"""Writing a file leaves the old one or the new one, and a full disk damages neither."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from neuewege_desktop.base.errors import StoreError
from neuewege_desktop.store.files import (
    MIB,
    RESERVE_BYTES,
    DiskFull,
    backup_path,
    create_reserve,
    free_space,
    give_up_reserve,
    has_reserve,
    require_space,
    restore_reserve,
    write_atomic,
)

OLD, NEW = b"old content", b"new content"


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "tresor.json"
    write_atomic(path, OLD)
    return path


def names(folder):
    return {path.name for path in folder.iterdir()}


def test_the_new_content_is_there_and_the_one_before_stays_beside_it(file):
    write_atomic(file, NEW)
    assert (file.read_bytes(), backup_path(file).read_bytes()) == (NEW, OLD)
    assert names(file.parent) == {"tresor.json", "tresor.json.bak"}


def test_without_a_previous_one_nothing_lies_beside_it(file):
    write_atomic(file, NEW, keep_previous=False)
    assert names(file.parent) == {"tresor.json"}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such rights")
def test_only_the_owner_may_read_what_was_written(file):
    write_atomic(file, NEW)
    assert {path.stat().st_mode & 0o777 for path in file.parent.iterdir()} == {0o600}


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EPERM, errno.EMFILE])
@pytest.mark.parametrize(
    ("call", "turn"),
    [
        *(("open", turn) for turn in (1, 2, 3)),
        *(("fdopen", turn) for turn in (1, 2)),
        *(("fsync", turn) for turn in (1, 2, 3)),
        *(("replace", turn) for turn in (1, 2)),
    ],
)
def test_when_the_disk_fails_at_any_call_the_old_file_stays_and_nothing_lies_about(
    file, monkeypatch, number, call, turn
):
    calls = {"seen": 0}
    real = getattr(os, call)

    def failing(*arguments, **named):
        calls["seen"] += 1
        if calls["seen"] == turn:
            raise OSError(number, os.strerror(number))
        return real(*arguments, **named)

    monkeypatch.setattr(os, call, failing)
    with pytest.raises(StoreError) as told:
        write_atomic(file, NEW)
    monkeypatch.undo()
    assert file.read_bytes() == OLD
    assert names(file.parent) <= {"tresor.json", "tresor.json.bak"}
    assert str(file) in str(told.value)
    assert isinstance(told.value, DiskFull) == (number == errno.ENOSPC)


@pytest.mark.skipif(sys.platform != "linux", reason="limits the size of files as Linux does")
def test_a_write_that_stops_half_way_leaves_the_old_file(file):
    child = """
import resource, signal, sys
from pathlib import Path
from neuewege_desktop.base.errors import StoreError
from neuewege_desktop.store.files import write_atomic
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
try:
    write_atomic(Path(sys.argv[1]), bytes(100_000))
except StoreError as told:
    print(told)
"""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        [sys.executable, "-B", "-c", child, str(file)],
        capture_output=True,
        text=True,
        check=True,
        env=environment,
    )
    assert str(file) in done.stdout
    assert file.read_bytes() == OLD
    assert names(file.parent) == {"tresor.json", "tresor.json.bak"}


def test_a_folder_that_is_gone_is_named(tmp_path):
    with pytest.raises(StoreError, match="nirgends"):
        write_atomic(tmp_path / "nirgends" / "tresor.json", NEW)


def test_the_reserve_really_occupies_its_room(tmp_path):
    create_reserve(tmp_path)
    reserve = tmp_path / "reserve"
    assert has_reserve(tmp_path)
    assert reserve.stat().st_size == RESERVE_BYTES
    if hasattr(reserve.stat(), "st_blocks"):
        assert reserve.stat().st_blocks * 512 >= RESERVE_BYTES


def test_the_reserve_is_given_up_once_and_comes_back_when_there_is_room(tmp_path):
    create_reserve(tmp_path)
    assert give_up_reserve(tmp_path)
    assert not give_up_reserve(tmp_path)
    assert not has_reserve(tmp_path)
    assert restore_reserve(tmp_path)
    assert has_reserve(tmp_path)


def test_a_reserve_cut_short_is_made_whole(tmp_path):
    (tmp_path / "reserve").write_bytes(bytes(MIB))
    assert restore_reserve(tmp_path)
    assert has_reserve(tmp_path)


def test_a_reserve_that_does_not_fit_leaves_nothing_behind(tmp_path):
    def full_after_three(count):
        full_after_three.left -= 1
        if not full_after_three.left:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return bytes(count)

    full_after_three.left = 4
    with pytest.raises(DiskFull):
        create_reserve(tmp_path, random_bytes=full_after_three)
    assert names(tmp_path) == set()


def test_too_little_space_is_told_with_both_figures(tmp_path):
    free = free_space(tmp_path)
    require_space(tmp_path, free // 2)
    with pytest.raises(DiskFull, match=f"{(2 * free) // MIB}"):
        require_space(tmp_path, (2 * free) // MIB * MIB)


def test_a_folder_without_a_disk_has_no_space_and_says_so():
    with pytest.raises(StoreError):
        free_space(Path("nirgends") / "wirklich")
