"""Journals of runs that change many files: a folder of numbered files of lines, each a JSON document on the disk before
what it tells of is begun. Only the last line can be one that a crash cut off.

A run is taken back file by file, and each that is as it was is noted, so that none is tried or counted twice. What
cannot be taken back stays in the run, which then steps behind those that were tried less often: one file that somebody
changed keeps no run before it from being taken back, and is tried again when nothing else is left.
"""

import io
import json
import os
from collections.abc import Generator, Mapping
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO, Final, Self, TextIO

from desktop_app.library.databases.durable import sync_folder, write_whole

_SUFFIX: Final = ".jsonl"
_TRIES: Final = ".tries"
"""How the name of the file ends that says how often a run was tried to be taken back, and something was left."""


class RunJournal:
    """One run while it goes on. A context manager; a run that changed no file leaves nothing."""

    def __init__(self, folder: Path) -> None:
        """Begin a run in the folder of all journals. Raises OSError."""
        folder.mkdir(parents=True, exist_ok=True)
        self.number: Final = max(runs(folder), default=0) + 1
        self._file = _file(folder, self.number)
        self._stream = self._file.open("x", encoding="utf-8")
        self._files = 0
        self._write({"begun": datetime.now(UTC).isoformat()})
        sync_folder(folder)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._stream.close()
        if not self._files:
            self._file.unlink()

    def begin(self, document: Mapping[str, Any]) -> None:
        """A file is about to be changed. Returns when that is on the disk. Raises OSError."""
        self._files += 1
        self._write(document)

    def end(self, document: Mapping[str, Any]) -> None:
        """It was changed. Raises OSError."""
        self._write(document)

    def refused(self, path: Path) -> None:
        """It could not be changed, and is as it was. Raises OSError."""
        self._files -= 1
        self._write({"refused": str(path)})

    def _write(self, document: Mapping[str, Any]) -> None:
        _add_line(self._stream, document)


class TakingBack:
    """A run while it is taken back. A context manager."""

    def __init__(self, folder: Path, number: int) -> None:
        """Raises OSError."""
        self._folder, self._number = folder, number
        stream = _file(folder, number).open("rb+")
        _drop_torn_line(stream)
        self._lines = io.TextIOWrapper(stream, encoding="utf-8")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._lines.close()

    def done(self, path: Path) -> None:
        """A file is as it was before the run; `path` as the run noted it. Returns when it is on the disk. Raises
        OSError.
        """
        _add_line(self._lines, {"back": str(path)})

    def moved(self, path: Path, new: Path) -> None:
        """A file, `path` as the run noted it, was found elsewhere, and is about to be taken back there. Returns when it
        is on the disk. Raises OSError.
        """
        _add_line(self._lines, {"moved": str(path), "to": str(new)})

    def end(self, *, whole: bool) -> None:
        """All files were tried: a run that is taken back as a `whole` is forgotten, another one steps back. Raises
        OSError.
        """
        self._lines.close()
        if whole:
            forget_run(self._folder, self._number)
        else:
            write_whole(_tries_file(self._folder, self._number), str(_tries(self._folder, self._number) + 1).encode())


def runs(folder: Path) -> list[int]:
    """The numbers of all runs that are remembered, the oldest first."""
    if not folder.is_dir():
        return []
    return sorted(int(file.stem) for file in folder.glob(f"*{_SUFFIX}") if file.stem.isdecimal())


def runs_to_take_back(folder: Path) -> list[int]:
    """The same in the order in which they are taken back: those first that were tried least, of them the newest."""
    return sorted(runs(folder), key=lambda number: (_tries(folder, number), -number))


def was_tried(folder: Path, number: int) -> bool:
    """Whether a run was tried to be taken back, and something of it was left."""
    return _tries(folder, number) > 0


def begun_of(folder: Path, number: int) -> datetime:
    """When a run began; what it did is not read. Raises OSError, and ValueError for a file that is no journal."""
    with closing(read_lines(folder, number)) as lines:
        match next(lines, (0, {}))[1]:
            case {"begun": str(when)}:
                return datetime.fromisoformat(when)
    return datetime.fromtimestamp(0, UTC)


def read_lines(folder: Path, number: int) -> Generator[tuple[int, dict[str, Any]]]:
    """The lines of a run, each with where it begins, in bytes. A line {"refused": name} or {"back": name} takes what
    was said of that file before out of the run: it was not changed, or was taken back.

    Raises OSError, and ValueError for a file that is no journal.
    """
    file, offset = _file(folder, number), 0
    with file.open("rb") as stream:
        for text in stream:
            if not text.endswith(b"\n"):
                return  # cut off by a crash
            yield offset, _document(file, text)
            offset += len(text)


def read_line(folder: Path, number: int, offset: int) -> dict[str, Any]:
    """One line, by where it begins. Raises as `read_lines`."""
    file = _file(folder, number)
    with file.open("rb") as stream:
        stream.seek(offset)
        return _document(file, stream.readline())


def forget_run(folder: Path, number: int) -> None:
    """Remove the journal of a run that was taken back. Raises OSError."""
    _tries_file(folder, number).unlink(missing_ok=True)
    _file(folder, number).unlink()


def _file(folder: Path, number: int) -> Path:
    return folder / f"{number:06}{_SUFFIX}"


def _tries_file(folder: Path, number: int) -> Path:
    return folder / f"{number:06}{_TRIES}"


def _tries(folder: Path, number: int) -> int:
    try:
        return int(_tries_file(folder, number).read_bytes())
    except (OSError, ValueError):
        return 0


def _add_line(stream: TextIO, document: Mapping[str, Any]) -> None:
    """Returns when it is on the disk."""
    stream.write(json.dumps(document) + "\n")
    stream.flush()
    os.fsync(stream.fileno())


def _drop_torn_line(stream: BinaryIO) -> None:
    """Take away what a crash left of a line, and stand at the end."""
    length = stream.seek(0, os.SEEK_END)
    stream.seek(max(0, length - 1))
    if stream.read() not in (b"", b"\n"):
        stream.seek(0)
        stream.truncate(stream.read().rfind(b"\n") + 1)
    stream.seek(0, os.SEEK_END)


def _document(file: Path, text: bytes) -> dict[str, Any]:
    line = json.loads(text)
    if not isinstance(line, dict):
        raise ValueError(f"{file} is no journal.")  # noqa: TRY004 (the file is to blame)
    return line
