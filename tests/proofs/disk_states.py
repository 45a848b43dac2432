"""What a disk may hold after the power failed in the middle of a record of writes.

The model is a disk of 512-byte sectors under a journaling file system. What was written to a file
before its last fsync is there; of what came later, each write may be there, missing, or torn at a
sector. Names change in order, but the changes since the last fsync of the folder may be missing
from some point on. What lay there when the record began counts as safe.
"""

from __future__ import annotations

SECTOR = 512
_MISSING, _TORN = 0.4, 0.7  # of the unsafe writes, 40 % are dropped and 30 % torn
_OF_NAMES = ("create", "rename", "unlink")


def said(steps):
    """Return the lines that a program had said by then."""
    return b"".join(step.data for step in steps if step.what == "say").decode().splitlines()


def state_after(names, contents, steps, chance):
    """Return the files, by name, that a power cut after these steps may leave.

    `names` and `contents` (by file number) are what was there before. Without `chance` the program
    was killed, but the power stayed: everything written is there.
    """
    names = dict(names)
    files = {file: bytearray(content) for file, content in contents.items()}
    synced = _last_syncs(steps)
    names_kept = _names_kept(steps, chance)
    for place, step in enumerate(steps):
        if step.what in _OF_NAMES:
            if place < names_kept:
                _rename(names, step)
        elif step.what in ("write", "cut"):
            content = files.setdefault(step.file, bytearray())
            unsafe = chance is not None and place > synced.get(step.file, -1)
            _change(content, step, chance if unsafe else None)
    return {name: bytes(files.get(file, b"")) for name, file in names.items()}


def _last_syncs(steps):
    return {step.file: place for place, step in enumerate(steps) if step.what == "sync"}


def _names_kept(steps, chance):
    """Return the place before which every change of a name is safe, or happened to be kept."""
    if chance is None:
        return len(steps)
    safe = max((p for p, step in enumerate(steps) if step.what == "sync_folder"), default=-1)
    unsafe = [p for p, step in enumerate(steps) if p > safe and step.what in _OF_NAMES]
    return chance.choice([*unsafe, len(steps)])


def _rename(names, step):
    if step.what == "create":
        names[step.name] = step.file
    elif step.what == "unlink":
        names.pop(step.name, None)
    else:
        names[step.new_name] = names.pop(step.name)


def _change(content, step, chance):
    """Change a file as a step did, or as far as it reached the disk."""
    data, fate = step.data, chance.random() if chance else 1.0
    if fate < _MISSING:
        return
    if step.what == "cut":
        del content[step.at :]
        content.extend(bytes(step.at - len(content)))
        return
    if fate < _TORN:
        data = data[: chance.randrange(len(data) // SECTOR + 1) * SECTOR]
    if len(content) < step.at:
        content.extend(bytes(step.at - len(content)))
    content[step.at : step.at + len(data)] = data
