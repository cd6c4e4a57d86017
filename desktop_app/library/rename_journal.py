"""The journal of a run that renames files: both names stand on the disk before the file gets its new one.

That it was done is not noted, for the disk tells: a process that is killed leaves each file under one of its names, or,
where the system has no better way, for a moment under both.
"""

import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from desktop_app.core.sound import FileStamp
from desktop_app.library.renaming import NotRenamedError, is_same_entry, rename_file
from desktop_app.library.run_journal import RunJournal, read_lines
from desktop_app.library.watching.stamps import is_unchanged, stamp_of_status


@dataclass(frozen=True, slots=True)
class Renaming:
    """A file with another name in the same folder."""

    old: Path
    new: Path
    stamp: FileStamp
    """Of the file when it had the old name."""


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
            }
        )


def read_renamings(folder: Path, number: int) -> RenamingRun:
    """A run. Raises OSError, and ValueError for a file that is no journal of renamings."""
    begun, lines = read_lines(folder, number)
    found: dict[Path, Renaming] = {}
    for line in lines:
        match line:
            case {"old": str(old), "new": str(new), "stamp": [int(size), int(modified_ns), int(inode)]}:
                found[Path(old)] = Renaming(Path(old), Path(new), FileStamp(size, modified_ns, inode))
            case _:
                raise ValueError("This journal is damaged.")
    return RenamingRun(number, begun, tuple(found.values()))


def has_its_name(renaming: Renaming) -> bool:
    """Whether a file is plainly what it was before: it never got its new name, or lost it again."""
    try:
        return not os.path.lexists(renaming.new) and is_unchanged(renaming.stamp, stamp_of_status(renaming.old.lstat()))
    except OSError:
        return False


def rename_back(renaming: Renaming) -> bool:
    """Give a file its old name again; False where it has that already. Raises NotRenamedError; nothing happened then.

    A file that was written into since is still that file. One that never got its new name stays as it is.
    """
    old, new = renaming.old, renaming.new
    try:
        if not os.path.lexists(new):
            if os.path.lexists(old):
                return False
            raise NotRenamedError("This file is no longer there: scan its folder again.")
        if os.path.lexists(old) and not is_same_entry(new, old) and _has_both_names(renaming):
            return False
        now = stamp_of_status(new.lstat())
    except OSError as error:
        raise NotRenamedError(f"This file could not be renamed ({error.strerror or error}).") from error
    rename_file(new, old, now)
    return True


def _has_both_names(renaming: Renaming) -> bool:
    """Something has either name: whether that is the file, which then keeps the old one. Raises NotRenamedError where
    another file has that, and OSError.
    """
    now, there = renaming.new.lstat(), renaming.old.lstat()
    if (there.st_ino, there.st_dev) == (now.st_ino, now.st_dev):
        if now.st_nlink > 1:
            renaming.new.unlink()  # the second name of a file that was being renamed when the process ended
        return True
    if is_unchanged(renaming.stamp, stamp_of_status(there)):
        return True  # another file had the new name by then
    raise NotRenamedError(f"Another file is called {renaming.old.name} by now: rename that, and try again.")
