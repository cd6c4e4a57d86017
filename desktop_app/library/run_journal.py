"""Journals of runs that change many files: a folder of numbered files of lines, each a JSON document on the disk before
what it tells of is begun. Only the last line can be one that a crash cut off.
"""

import json
import os
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final, Self

from desktop_app.library.durable import sync_folder

_SUFFIX: Final = ".jsonl"


class RunJournal:
    """One run while it goes on. A context manager; a run that did nothing leaves nothing."""

    def __init__(self, folder: Path) -> None:
        """Begin a run in the folder of all journals. Raises OSError."""
        folder.mkdir(parents=True, exist_ok=True)
        self.number: Final = max(runs(folder), default=0) + 1
        self._file = _file(folder, self.number)
        self._stream = self._file.open("x", encoding="utf-8")
        self._is_empty = True
        self._write({"begun": datetime.now(UTC).isoformat()})
        sync_folder(folder)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._stream.close()
        if self._is_empty:
            self._file.unlink()

    def add(self, document: Mapping[str, Any]) -> None:
        """Returns when it is on the disk. Raises OSError."""
        self._is_empty = False
        self._write(document)

    def _write(self, document: Mapping[str, Any]) -> None:
        self._stream.write(json.dumps(document) + "\n")
        self._stream.flush()
        os.fsync(self._stream.fileno())


def runs(folder: Path) -> list[int]:
    """The numbers of all runs that are remembered, the oldest first."""
    if not folder.is_dir():
        return []
    return sorted(int(file.stem) for file in folder.glob(f"*{_SUFFIX}") if file.stem.isdecimal())


def read_lines(folder: Path, number: int) -> tuple[datetime, list[dict[str, Any]]]:
    """When a run began, and its lines. Raises OSError, and ValueError for a file that is no journal."""
    begun = datetime.fromtimestamp(0, UTC)
    lines: list[dict[str, Any]] = []
    for line in _documents(_file(folder, number)):
        match line:
            case {"begun": str(when)}:
                begun = datetime.fromisoformat(when)
            case _:
                lines.append(line)
    return begun, lines


def forget_run(folder: Path, number: int) -> None:
    """Remove the journal of a run that was taken back. Raises OSError."""
    _file(folder, number).unlink()


def _file(folder: Path, number: int) -> Path:
    return folder / f"{number:06}{_SUFFIX}"


def _documents(file: Path) -> Iterator[dict[str, Any]]:
    with file.open(encoding="utf-8") as stream:
        for text in stream:
            if not text.endswith("\n"):
                return  # cut off by a crash
            line = json.loads(text)
            if not isinstance(line, dict):
                raise ValueError(f"{file} is no journal.")  # noqa: TRY004 (the file is to blame)
            yield line
