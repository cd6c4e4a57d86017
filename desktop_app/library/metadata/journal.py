"""The journal of a run that writes into many files: what each said before stands on the disk before it is touched.

A run is a file of lines, each a JSON document. Only the last line can be one that a crash cut off; what it was to say
of had not been touched then, or is found by what stands in it.
"""

import base64
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from desktop_app.core.sound import FileStamp
from desktop_app.library.durable import sync_folder
from desktop_app.library.metadata.slots import Place, Slot, Texts
from desktop_app.library.metadata.writing import Kept

_SUFFIX: Final = ".jsonl"


@dataclass(frozen=True, slots=True)
class Run:
    """One run, as it is remembered."""

    number: int
    begun: datetime
    files: tuple[tuple[Kept, FileStamp | None], ...]
    """What each file said before, and its stamp after it was written; None where that was cut off or never done."""


class Journal:
    """Notes one run while it goes on. A context manager; a run that wrote nothing leaves nothing."""

    def __init__(self, folder: Path) -> None:
        """Begin a run in the folder of all journals. Raises OSError."""
        folder.mkdir(parents=True, exist_ok=True)
        self.number: Final = max(_numbers(folder), default=0) + 1
        self._file = folder / f"{self.number:06}{_SUFFIX}"
        self._stream = self._file.open("x", encoding="utf-8")
        self._is_empty = True
        self._add({"begun": datetime.now(UTC).isoformat()})
        sync_folder(folder)

    def __enter__(self) -> "Journal":
        return self

    def __exit__(self, *_: object) -> None:
        self._stream.close()
        if self._is_empty:
            self._file.unlink()

    def note(self, kept: Kept) -> None:
        """Before a file is written. Returns when it is on the disk. Raises OSError."""
        self._is_empty = False
        self._add(
            {
                "path": str(kept.path),
                "stamp": _stamp(kept.stamp),
                "before": _texts(kept.before),
                "after": _texts(kept.after),
                "places": {
                    place.value: None if content is None else base64.b64encode(content).decode()
                    for place, content in kept.places.items()
                },
            }
        )

    def done(self, path: Path, stamp: FileStamp) -> None:
        """After it was written. Raises OSError."""
        self._add({"done": str(path), "stamp": _stamp(stamp)})

    def _add(self, document: Mapping[str, Any]) -> None:
        self._stream.write(json.dumps(document) + "\n")
        self._stream.flush()
        os.fsync(self._stream.fileno())


def runs(folder: Path) -> list[int]:
    """The numbers of all runs that are remembered, the oldest first."""
    return sorted(_numbers(folder))


def read_run(folder: Path, number: int) -> Run:
    """A run. Raises OSError, and ValueError for a file that is no journal."""
    begun = datetime.fromtimestamp(0, UTC)
    notes: dict[Path, Kept] = {}
    stamps: dict[Path, FileStamp] = {}
    for line in _lines(folder / f"{number:06}{_SUFFIX}"):
        match line:
            case {"begun": str(when)}:
                begun = datetime.fromisoformat(when)
            case {"done": str(path), "stamp": list(stamp)}:
                stamps[Path(path)] = FileStamp(*stamp)
            case {"path": str(path)}:
                notes[Path(path)] = _kept(line)
    return Run(number, begun, tuple((kept, stamps.get(path)) for path, kept in notes.items()))


def forget_run(folder: Path, number: int) -> None:
    """Remove the journal of a run that was taken back. Raises OSError."""
    (folder / f"{number:06}{_SUFFIX}").unlink()


def _numbers(folder: Path) -> Iterator[int]:
    if folder.is_dir():
        yield from (int(file.stem) for file in folder.glob(f"*{_SUFFIX}") if file.stem.isdecimal())


def _lines(file: Path) -> Iterator[dict[str, Any]]:
    with file.open(encoding="utf-8") as stream:
        for text in stream:
            if not text.endswith("\n"):
                return  # cut off by a crash
            line = json.loads(text)
            if not isinstance(line, dict):
                raise ValueError(f"{file} is no journal.")  # noqa: TRY004 (the file is to blame)
            yield line


def _kept(line: dict[str, Any]) -> Kept:
    try:
        places = {
            Place(place): None if content is None else base64.b64decode(content)
            for place, content in line["places"].items()
        }
        before, after = _slots(line["before"]), _slots(line["after"])
        return Kept(Path(line["path"]), FileStamp(*line["stamp"]), before, after, places)
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError("This journal is damaged.") from error


def _stamp(stamp: FileStamp) -> list[int]:
    return [stamp.size, stamp.modified_ns, stamp.inode]


def _texts(texts: Texts) -> list[list[Any]]:
    return [[slot.place.value, slot.key, list(values)] for slot, values in texts.items()]


def _slots(found: list[list[Any]]) -> dict[Slot, tuple[str, ...]]:
    return {Slot(Place(place), key): tuple(values) for place, key, values in found}
