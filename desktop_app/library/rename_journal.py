"""The journal of a run that renames files: both names stand on the disk before the file gets its new one.

That it was done is not noted, for the disk tells: a process that is killed leaves each file under one of its names, or,
where the system has no better way, for a moment under both.
"""

import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from desktop_app.core.sound import FileStamp
from desktop_app.library.metadata.replacing import NotWrittenError
from desktop_app.library.metadata.writing import Identify
from desktop_app.library.renaming import NotRenamedError, is_same_entry, rename_file
from desktop_app.library.run_journal import RunJournal, begun_of, read_lines
from desktop_app.library.watching.stamps import is_unchanged, stamp_of_status, stamp_values

GONE: Final = (
    "This file is no longer there, and is not found in another folder of the library: plug its drive in, or bring it"
    " back."
)


@dataclass(frozen=True, slots=True)
class Renaming:
    """A file with another name in the same folder."""

    old: Path
    new: Path
    stamp: FileStamp
    """Of the file when it had the old name."""
    content_id: bytes | None = None
    """What audio the file holds, as the library knows it."""


@dataclass(frozen=True, slots=True)
class RenamingRun:
    """One run, as it is remembered."""

    number: int
    begun: datetime
    renamings: tuple[Renaming, ...]
    """In the order in which they were done; of the last one that may not be so. Without those that were refused (what
    is called by the new name, if anything is, is another file), or have their old names back.
    """


class RenamingJournal(RunJournal):
    """Notes one run while it goes on."""

    def note(self, renaming: Renaming) -> None:
        """Before a file is renamed. Returns when it is on the disk. Raises OSError."""
        stamp = renaming.stamp
        self.begin(
            {
                "old": str(renaming.old),
                "new": str(renaming.new),
                "stamp": [stamp.size, stamp.modified_ns, stamp.inode],
                "content": None if renaming.content_id is None else renaming.content_id.hex(),
            }
        )


def read_renamings(folder: Path, number: int) -> RenamingRun:
    """A run. Raises OSError, and ValueError for a file that is no journal of renamings."""
    found: dict[Path, Renaming] = {}
    for _, line in read_lines(folder, number):
        match line:
            case {"begun": _}:
                continue
            case {"refused": str(old)} | {"back": str(old)}:
                found.pop(Path(old), None)
            case {"old": str(old), "new": str(new), "stamp": [int(size), int(modified_ns), int(inode)]}:
                content = line.get("content")
                content_id = None if content is None else bytes.fromhex(content)
                found[Path(old)] = Renaming(Path(old), Path(new), FileStamp(size, modified_ns, inode), content_id)
            case _:
                raise ValueError("This journal is damaged.")
    return RenamingRun(number, begun_of(folder, number), tuple(found.values()))


def has_its_name(renaming: Renaming) -> bool:
    """Whether a file is plainly what it was before: it never got its new name, or lost it again."""
    try:
        return not os.path.lexists(renaming.new) and is_unchanged(renaming.stamp, stamp_of_status(renaming.old.lstat()))
    except OSError:
        return False


def is_that_file(renaming: Renaming, path: Path, identify: Identify) -> bool:
    """Whether what has a name is the file that was renamed: the same on the disk, whatever was written into it since,
    or, where it was copied, restored or replaced, with the same sound. Raises NotRenamedError where that is not known.
    """
    try:
        now = stamp_of_status(path.lstat())
    except FileNotFoundError:
        return False
    except OSError as error:
        raise _refused(error) from error
    inode = stamp_values(renaming.stamp)[2]
    if is_unchanged(renaming.stamp, now) or (inode and inode == stamp_values(now)[2]):
        return True
    try:
        return renaming.content_id is not None and identify(path) == renaming.content_id
    except NotWrittenError:
        return False


def rename_back(renaming: Renaming, identify: Identify) -> bool:
    """Give a file its old name again; False where it has that already. Raises NotRenamedError; nothing happened then,
    also where another file has the new name by now.

    A file that was written into since is still that file. One that never got its new name stays as it is.
    """
    old, new = renaming.old, renaming.new
    try:
        if os.path.lexists(old) and not is_same_entry(new, old) and _has_old_name(renaming, identify):
            return False
        if not is_that_file(renaming, new, identify):
            raise NotRenamedError(GONE)
        now = stamp_of_status(new.lstat())
    except OSError as error:
        raise _refused(error) from error
    rename_file(new, old, now)
    return True


def _has_old_name(renaming: Renaming, identify: Identify) -> bool:
    """Whether what has the old name is the file. Raises NotRenamedError where the file has the new one, and OSError."""
    there = renaming.old.lstat()
    if os.path.lexists(renaming.new):
        now = renaming.new.lstat()
        if (there.st_ino, there.st_dev) == (now.st_ino, now.st_dev):
            if now.st_nlink > 1:
                renaming.new.unlink()  # the second name of a file that was being renamed when the process ended
            return True
        if not is_unchanged(renaming.stamp, stamp_of_status(there)) and is_that_file(renaming, renaming.new, identify):
            raise NotRenamedError(f"Another file is called {renaming.old.name} by now: rename that, and try again.")
    return is_that_file(renaming, renaming.old, identify)


def _refused(error: OSError) -> NotRenamedError:
    return NotRenamedError(f"This file could not be renamed ({error.strerror or error}).")
