"""Reads small files whole, and nothing that only calls itself one: a film, a device, a pipe, a trap of brackets.

Who expects a page of settings must not read 20 GB into memory, wait at a pipe for ever, or end in a RecursionError.
"""

import json
import os
import stat
from pathlib import Path
from typing import Any


class UnfitFileError(ValueError):
    """A file cannot be what it is taken for; the message says why, as the middle of a sentence."""


def is_file(path: Path) -> bool:
    """Whether there is a file; False also for a name that none can have: too long a one, or with a NUL in it."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def read_at_most(file: Path, most: int) -> bytes:
    """The content of a file of `most` bytes at most. Raises OSError, and UnfitFileError for what is larger or no file.

    Only that much is ever read, whatever the file's size says.
    """
    content = read_beginning(file, most + 1)
    if len(content) > most:
        raise UnfitFileError(f"it is larger than {most / 1e6:,.0f} MB")
    return content


def read_beginning(file: Path, most: int) -> bytes:
    """The first bytes of a file, `most` at most. Raises OSError, and UnfitFileError for what is no file."""
    with open(file, "rb", opener=_without_waiting) as stream:
        if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
            raise UnfitFileError("it is not a file")
        return stream.read(most)


def read_json(file: Path, most: int) -> Any:
    """What a JSON file of `most` bytes at most says. Raises OSError, and ValueError for anything that is none."""
    try:
        return json.loads(read_at_most(file, most))
    except RecursionError:
        raise UnfitFileError("its lists are nested too deeply") from None


def _without_waiting(path: str, flags: int) -> int:
    """A pipe that nobody writes into would hold up whoever opens it."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
