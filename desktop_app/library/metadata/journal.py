"""The journal of a run that writes into many files: what each said before stands on the disk before it is touched.

Where a crash cut its last line off, what it was to say of had not been touched then, or is found by what stands in it.
"""

import base64
import json
import logging
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from desktop_app.core.sound import FileStamp
from desktop_app.library.metadata.replacing import NotWrittenError
from desktop_app.library.metadata.slots import Place, Slot, Texts
from desktop_app.library.metadata.taking_back import Left
from desktop_app.library.metadata.writing import Kept
from desktop_app.library.run_journal import RunJournal, begun_of, read_line, read_lines

log = logging.getLogger(__name__)
_STAMPS: Final = "stamps.jsonl"
_DAMAGED: Final = "This journal is damaged."


@dataclass(frozen=True, slots=True)
class Run:
    """One run, as it is remembered."""

    number: int
    begun: datetime
    files: tuple[tuple[Kept, Left | None], ...]
    """What each file said before, and how it was left; None where that was cut off. Without those that were refused, or
    taken back already.
    """
    moved: Mapping[Path, Path] = field(default_factory=dict)
    """Where files were found when they were to be taken back, by where they had been written."""


class Journal(RunJournal):
    """Notes one run while it goes on. A context manager; a run that wrote nothing leaves nothing."""

    def note(self, kept: Kept) -> None:
        """Before a file is written. Returns when it is on the disk. Raises OSError."""
        self.begin(
            {
                "path": str(kept.path),
                "content": None if kept.content_id is None else kept.content_id.hex(),
                "stamp": _stamp(kept.stamp),
                "before": _texts(kept.before),
                "after": _texts(kept.after),
                "places": {
                    place.value: None if content is None else base64.b64encode(content).decode()
                    for place, content in kept.places.items()
                },
                "ends_odd": kept.ends_odd,
            }
        )

    def done(self, path: Path, left: Left) -> None:
        """After it was written. Raises OSError."""
        self.end({"done": str(path), "stamp": _stamp(left.stamp), "state": left.state.hex()})


class TakenBackStamps:
    """Stamps of files that were taken back: where a run before wrote the file, too, that is the file as it left it, and
    it can be taken back further. Kept in the folder of the journals for as long as there are any.
    """

    def __init__(self, folder: Path) -> None:
        """Raises OSError, and ValueError for a file that is something else."""
        self._file = folder / _STAMPS
        self._now: dict[tuple[str, FileStamp], FileStamp] = {}
        for line in self._file.read_text(encoding="utf-8").splitlines() if self._file.exists() else ():
            if not line:
                continue
            try:
                path, before, now = json.loads(line)
                self._now[path, FileStamp(*before)] = FileStamp(*now)
            except (ValueError, TypeError) as error:
                log.warning("a line of %s is damaged: %s", self._file, error)

    def of(self, path: Path, stamp: FileStamp) -> FileStamp:
        """What a stamp of a file has become."""
        while (now := self._now.pop((str(path), stamp), None)) is not None:
            stamp = now
        return stamp

    def note(self, path: Path, before: FileStamp, now: FileStamp) -> None:
        """A file is as it was when it had the stamp `before`. Raises OSError."""
        if before == now:
            return
        self._now[str(path), before] = now
        with self._file.open("a", encoding="utf-8") as stream:
            # A crash may have cut the line before it off.
            stream.write("\n" + json.dumps([str(path), _stamp(before), _stamp(now)]) + "\n")

    def forget(self) -> None:
        """Once there are no journals. Raises OSError."""
        self._file.unlink(missing_ok=True)


def read_run(folder: Path, number: int) -> Run:
    """A run. Raises OSError, and ValueError for a file that is no journal."""
    notes: dict[str, Kept] = {}
    left: dict[str, Left] = {}
    moved: dict[Path, Path] = {}
    for offset, line in read_lines(folder, number):
        match line:
            case {"refused": str(path)} | {"back": str(path)}:
                notes.pop(path, None)
            case {"done": str(path), "stamp": list(stamp)}:
                left[path] = Left(FileStamp(*stamp), bytes.fromhex(line.get("state", "")))
            case {"moved": str(path), "to": str(new)}:
                moved[Path(path)] = Path(new)
            case {"path": str(path)}:
                notes[path] = _kept(line, _NotedPlaces(folder, number, offset))
    return Run(number, begun_of(folder, number), tuple((kept, left.get(path)) for path, kept in notes.items()), moved)


class _NotedPlaces(Mapping[Place, bytes | None]):
    """What stood in a file, read when it is asked for: of all files of a run it may be more than fits into memory.
    Whatever is asked raises NotWrittenError where it is damaged, and OSError.
    """

    def __init__(self, folder: Path, number: int, offset: int) -> None:
        self._line = folder, number, offset

    def __getitem__(self, place: Place) -> bytes | None:
        return self._read()[place]

    def __iter__(self) -> Iterator[Place]:
        return iter(self._read())

    def __len__(self) -> int:
        return len(self._read())

    def _read(self) -> dict[Place, bytes | None]:
        try:
            return {
                Place(place): None if content is None else base64.b64decode(content)
                for place, content in read_line(*self._line)["places"].items()
            }
        except (KeyError, AttributeError, TypeError, ValueError) as error:
            raise NotWrittenError(_DAMAGED) from error


def _kept(line: dict[str, Any], places: _NotedPlaces) -> Kept:
    try:
        before, after = _slots(line["before"]), _slots(line["after"])
        content = line.get("content")
        content_id = None if content is None else bytes.fromhex(content)
        ends_odd = line.get("ends_odd", False) is True
        return Kept(Path(line["path"]), FileStamp(*line["stamp"]), before, after, places, content_id, ends_odd)
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(_DAMAGED) from error


def _stamp(stamp: FileStamp) -> list[int]:
    return [stamp.size, stamp.modified_ns, stamp.inode]


def _texts(texts: Texts) -> list[list[Any]]:
    return [[slot.place.value, slot.key, list(values)] for slot, values in texts.items()]


def _slots(found: list[list[Any]]) -> dict[Slot, tuple[str, ...]]:
    return {Slot(Place(place), key): tuple(values) for place, key, values in found}
