"""Puts a changed copy in the place of a person's sound file, and nothing if anything at all is not as it should be.

The file itself is never opened for writing: a copy is made beside it, changed, proved, brought to the disk with the
rights, the times and the attributes of the original, and only then given its name, in one step. Whoever looks, and
whatever fails or is killed, finds the old file or the new one, whole.
"""

import os
import secrets
import shutil
import signal
import stat
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final

from desktop_app.core.sound import FileStamp
from desktop_app.library.databases.durable import sync_file, sync_folder
from desktop_app.library.watching.stamps import is_unchanged, stamp_of_status

MARK: Final = ".earmark-tmp"
"""In the name of every copy that is not finished: no scan takes it for a sound, and `sweep` finds it."""
_NOT_THERE: Final = "This file is no longer there: scan its folder again."
CHANGED: Final = "Another program changed this file meanwhile: look at it again and repeat the writing."
_SPARE_BYTES: Final = 64_000_000
"""What a drive must have beside the copy: others write there, too."""
_PATIENCE: Final = 1.0
"""Seconds for which another may have the file open: who only looks at it is gone by then."""
_PAUSE: Final = 0.02


class NotWrittenError(Exception):
    """A file was left as it was; the message says why and what to do."""


def unreadable(error: OSError) -> NotWrittenError:
    """What is said of a file that cannot be looked at."""
    if isinstance(error, FileNotFoundError):
        return NotWrittenError(_NOT_THERE)
    return NotWrittenError(f"This file cannot be read ({error.strerror or error}).")


def replace_file(
    path: Path,
    known: FileStamp,
    change: Callable[[Path], None],
    prove: Callable[[Path], None],
    *,
    keep_time: bool,
    split_links: bool = False,
) -> FileStamp:
    """Have `change` make a changed copy of `path` at the path that it is given, and put that in its place.

    `known` is the file that was looked at when the change was planned; another one is left alone. `prove` looks at the
    finished copy and raises NotWrittenError where it is not what was meant. With `keep_time` the file keeps the time at
    which it was changed last; with `split_links` a file with several names (hard links) becomes one of its own under
    this one, and is what it was under the others. Returns the stamp of the new file. Raises NotWrittenError, and what
    `change` and `prove` raise; the file is then as it was, and no copy is left.
    """
    place = Path(os.path.realpath(path))  # a link stays a link
    before = _look(place, known)
    draft = place.with_name(f".{secrets.token_hex(8)}{MARK}{place.suffix}")
    try:
        try:
            _check_writable(place, before, split_links=split_links)
            change(draft)
            prove(draft)
            _take_over(place, draft, before, keep_time=keep_time)
            sync_file(draft)
            _wait_until_unused(place)
            _look(place, known)
            _give_name(draft, place)
        except OSError as error:
            raise NotWrittenError(_sentence(error)) from error
        sync_folder(place.parent)
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
    return stamp_of_status(place.stat())


def check_replaceable(path: Path, *, split_links: bool = False) -> int:
    """How many more names (hard links) a file has. Raises NotWrittenError for one of which is known before that
    `replace_file` will leave it alone.
    """
    place = Path(os.path.realpath(path))
    try:
        found = place.lstat()
        _check_writable(place, found, split_links=split_links)
    except OSError as error:
        raise NotWrittenError(_sentence(error)) from error
    return found.st_nlink - 1


def sweep(folder: Path) -> list[Path]:
    """Remove the unfinished copies that an ended process left in a folder, not below it; returns what is gone."""
    gone = []
    with suppress(OSError):
        for left in folder.iterdir():
            if left.name.startswith(".") and MARK in left.name and left.is_file() and not left.is_symlink():
                with suppress(OSError):
                    left.unlink()
                    gone.append(left)
    return gone


def _look(place: Path, known: FileStamp) -> os.stat_result:
    try:
        found = os.lstat(place)
    except OSError as error:
        raise NotWrittenError(_sentence(error)) from error
    if not stat.S_ISREG(found.st_mode):
        raise NotWrittenError("This is not a file.")
    if not is_unchanged(known, stamp_of_status(found)):
        raise NotWrittenError(CHANGED)
    return found


def _check_writable(place: Path, found: os.stat_result, *, split_links: bool) -> None:
    if found.st_nlink > 1 and not split_links:
        raise NotWrittenError(
            "This file has several names (hard links), which would become different files: it is left as it is, unless"
            " you want that."
        )
    if not os.access(place, os.W_OK):
        raise NotWrittenError("This file is read-only: allow writing to it, or leave it out.")
    if not os.access(place.parent, os.W_OK | os.X_OK):
        raise NotWrittenError("The folder of this file is read-only: allow writing to it, or leave it out.")
    free = shutil.disk_usage(place.parent).free
    if free < found.st_size + _SPARE_BYTES:
        raise NotWrittenError(
            f"The drive is too full: {(found.st_size + _SPARE_BYTES - free) / 1e6:,.0f} MB more must be free."
        )


def _wait_until_unused(place: Path) -> None:
    give_up = time.monotonic() + _PATIENCE
    while _is_open_elsewhere(place):
        if time.monotonic() >= give_up:
            raise NotWrittenError("Another program has this file open: close it there and try again.")
        time.sleep(_PAUSE)


def _is_open_elsewhere(place: Path) -> bool:
    """Linux can say whether another process has a file open; Windows refuses to replace one that is."""
    try:
        import fcntl
    except ImportError:
        return False
    if not hasattr(fcntl, "F_SETLEASE"):
        return False
    with place.open("rb") as stream:
        try:
            # Who opens the file just now is told of by a signal, and the usual one would end this process.
            fcntl.fcntl(stream, fcntl.F_SETSIG, signal.SIGURG)
            fcntl.fcntl(stream, fcntl.F_SETLEASE, fcntl.F_WRLCK)
        except BlockingIOError:
            return True
        except OSError:  # another's file, or a file system that knows no leases
            return False
        with suppress(OSError):
            fcntl.fcntl(stream, fcntl.F_SETLEASE, fcntl.F_UNLCK)
    return False


def _give_name(draft: Path, place: Path) -> None:
    give_up = time.monotonic() + _PATIENCE
    while True:
        try:
            draft.replace(place)
        except PermissionError:
            if os.name != "nt" or time.monotonic() >= give_up:
                raise
            time.sleep(_PAUSE)
        else:
            return


def _take_over(place: Path, draft: Path, before: os.stat_result, *, keep_time: bool) -> None:
    """Give the copy the original's owner, rights, attributes and, if wanted, times."""
    made = draft.stat()
    if hasattr(os, "chown") and before.st_uid != made.st_uid:
        try:
            os.chown(draft, before.st_uid, -1)
        except PermissionError as error:
            raise NotWrittenError(
                "This file is somebody else's, and would become yours: it is left as it is."
            ) from error
    if hasattr(os, "chown") and before.st_gid != made.st_gid:
        with suppress(PermissionError):
            os.chown(draft, -1, before.st_gid)
    written = draft.stat()
    shutil.copystat(place, draft)  # rights, times, flags and extended attributes
    if not keep_time:
        os.utime(draft, ns=(before.st_atime_ns, written.st_mtime_ns))


def _sentence(error: OSError) -> str:
    match error:
        case FileNotFoundError():
            return _NOT_THERE
        case PermissionError():
            return "This file may not be changed, or another program has it open: allow it, or leave it out."
    return f"This file could not be written ({error.strerror or error}): it is as it was."
