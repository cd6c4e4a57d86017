"""Sees that what was written is on the disk, and not only on its way there, before anything is built on it."""

import os
from contextlib import suppress
from pathlib import Path


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
