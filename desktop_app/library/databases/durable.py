"""Sees that what was written is on the disk, and not only on its way there, before anything is built on it."""

import os
import secrets
from contextlib import suppress
from pathlib import Path


def write_whole(file: Path, content: bytes) -> None:
    """Replace a file in one step: whoever looks, and whatever fails, finds the old content or the new one.

    The new one is on the disk before it gets its name, and its name is before this returns: the current may fail at
    any moment. Raises OSError.
    """
    file = Path(os.path.realpath(file))  # a link, to a folder of dot files for one, stays a link
    draft = file.with_name(f".{secrets.token_hex(8)}.part")
    try:
        # Not with a temporary file's rights: what is exported may be read by whom any other file may.
        with draft.open("xb") as written:
            written.write(content)
            written.flush()
            os.fsync(written.fileno())
        put_in_place(draft, file)
    except OSError:
        with suppress(OSError):
            draft.unlink()
        raise


def put_in_place(draft: Path, target: Path) -> None:
    """Give what is on the disk already its name, for good, in place of a file that has it. Raises OSError."""
    draft.replace(target)
    sync_folder(target.parent)


def sync_file(file: Path) -> None:
    """Wait until a file's content is on the disk. Raises OSError."""
    with file.open("rb+") as stream:
        os.fsync(stream.fileno())


def sync_folder(folder: Path) -> None:
    """Wait until the names in a folder are on the disk, on systems that can be asked for that."""
    with suppress(OSError):  # Windows opens no folders, and does without
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
