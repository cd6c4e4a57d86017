"""Comparing what is known of a file with what the disk says, without reading the file."""

import os
from pathlib import Path

from desktop_app.core.sound import FileStamp

_LARGEST = 2**63 - 1
"""SQLite's integers have a sign; some file systems' numbers use all 64 bits, or more."""


def stamp_values(stamp: FileStamp) -> tuple[int, int, int]:
    """Size, time and inode as they are stored."""
    return stamp.size, stamp.modified_ns, stamp.inode & _LARGEST


def is_same(first: tuple[int, int, int], second: tuple[int, int, int]) -> bool:
    """Whether two stored stamps describe one state of a file; an inode of 0 is not known and fits any other."""
    return first[:2] == second[:2] and (first[2] == second[2] or not first[2] or not second[2])


def stamp_of_status(status: os.stat_result) -> FileStamp:
    """The stamp of a file that was looked at."""
    return FileStamp(status.st_size, status.st_mtime_ns, status.st_ino)


def stamp_of_file(path: Path) -> FileStamp | None:
    """Size, time and inode of a file as it is now; None when it is gone or cannot be reached."""
    try:
        return stamp_of_status(path.stat())
    except OSError:
        return None


def stamp_on_disk(path: bytes) -> tuple[int, int, int] | None:
    """The stored form of a file's stamp now; None when it cannot be asked."""
    try:
        found = os.stat(path)  # noqa: PTH116 (bytes)
    except OSError:
        return None
    return stamp_values(stamp_of_status(found))


def is_gone(path: bytes) -> bool:
    """Whether there certainly is no such file; False when that cannot be found out."""
    try:
        os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:
        return False
    return False


def answers(root: bytes) -> bool:
    """Whether a folder can be listed and has something in it: an empty one may be where a drive is plugged in."""
    try:
        with os.scandir(root) as entries:
            return next(entries, None) is not None
    except OSError:
        return False


def is_unchanged(known: FileStamp, now: FileStamp) -> bool:
    """Whether a file is still what the library knows of it: for a stamp of the library's and one from the disk, which
    need not be equal for that, because not every inode lasts or can be stored.
    """
    return is_same(stamp_values(known), stamp_values(now))
