"""Gives a file another name in its folder, and never one that another file has, on any system.

Looking whether a name is free and taking it are one step where the system can do that: Windows refuses by itself, Linux
and macOS are asked to. Where a file system cannot, the file gets its second name as a hard link, which fails when the
name is taken, and then loses its first one; only where there are no links either is it looked at before.
"""

import ctypes
import errno
import os
import stat
import sys
from pathlib import Path
from typing import Final

from desktop_app.core.sound import FileStamp
from desktop_app.library.databases.durable import sync_folder
from desktop_app.library.watching.relative_paths import text_key
from desktop_app.library.watching.stamps import is_unchanged, stamp_of_status

_HERE: Final = -100
"""AT_FDCWD of Linux."""
_NO_REPLACE: Final = 1
"""RENAME_NOREPLACE of Linux."""
_EXCLUSIVE: Final = 4
"""RENAME_EXCL of macOS."""
_CANNOT: Final = frozenset({errno.ENOSYS, errno.EINVAL, errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EMLINK})
"""What a system, a container or a file system says that does not know what it was asked for."""


LINK: Final = "This is a link or no file: it is left as it is."


class NotRenamedError(Exception):
    """A file has the name that it had; the message says why and what to do."""


def rename_file(old: Path, new: Path, known: FileStamp) -> None:
    """Give a file another name in its folder; `known` is the file that was looked at, another one is left alone.

    Returns when the name is on the disk. Raises NotRenamedError, and the file then has its old name.
    """
    if old.parent != new.parent:
        raise ValueError("files are not moved to other folders")
    try:
        found = old.lstat()
        if not stat.S_ISREG(found.st_mode):
            raise NotRenamedError(LINK)
        if not is_unchanged(known, stamp_of_status(found)):
            raise NotRenamedError("Another program changed this file meanwhile: look at it again.")
        move_without_replacing(old, new)
    except OSError as error:
        raise NotRenamedError(_sentence(error, old)) from error
    sync_folder(new.parent)


def move_without_replacing(old: Path, new: Path) -> None:
    """Raises FileExistsError where the new name is taken, and OSError; the old one then stands.

    On systems to which letter case is nothing, a name in other letters is not taken by the file itself.
    """
    try:
        _move(old, new)
    except FileExistsError:
        if not is_same_entry(old, new):
            raise
        old.rename(new)


def is_same_entry(old: Path, new: Path) -> bool:
    """Whether two names that differ in letter case, or in how their letters are composed, are one file's to this
    system: no other file is called by either.
    """
    key = text_key(old.name)
    return key == text_key(new.name) and sum(text_key(one.name) == key for one in old.parent.iterdir()) == 1


def _move(old: Path, new: Path) -> None:
    if os.name == "nt":
        old.rename(new)
    elif not _moved_by_system(old, new) and not _moved_by_link(old, new):
        if os.path.lexists(new):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(new))
        old.rename(new)


def _moved_by_system(old: Path, new: Path) -> bool:
    """Whether the system could; False when it cannot do such a thing there."""
    system = ctypes.CDLL(None, use_errno=True)
    names = os.fsencode(old), os.fsencode(new)
    if sys.platform == "darwin":
        result = system.renamex_np(*names, _EXCLUSIVE)
    elif hasattr(system, "renameat2"):
        result = system.renameat2(_HERE, names[0], _HERE, names[1], _NO_REPLACE)
    else:
        return False
    if result == 0:
        return True
    number = ctypes.get_errno()
    if number in _CANNOT:
        return False
    raise OSError(number, os.strerror(number), str(old), None, str(new))


def _moved_by_link(old: Path, new: Path) -> bool:
    try:
        os.link(old, new, follow_symlinks=False)
    except OSError as error:
        if error.errno in _CANNOT:
            return False
        raise
    try:
        old.unlink()
    except OSError:
        new.unlink()
        raise
    return True


def _sentence(error: OSError, old: Path) -> str:
    match error:
        case FileExistsError():
            return "Another file got this name meanwhile: look at it again."
        case FileNotFoundError():
            return "This file is no longer there: scan its folder again."
        case PermissionError() if not os.access(old.parent, os.W_OK | os.X_OK):
            return "The folder of this file is read-only: allow writing to it, or leave it out."
        case PermissionError():
            return "This file may not be renamed, or another program has it open: close it there, or leave it out."
    return f"This file could not be renamed ({error.strerror or error}): it has its old name."
