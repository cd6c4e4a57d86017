"""Every write, sync and truncation of the library's files fails once: what was acknowledged stays, and work goes on."""

import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import apsw
import numpy as np

from desktop_app.core.marks import Marks
from desktop_app.core.sound import FileStamp
from desktop_app.library.databases.library_errors import LibraryError
from desktop_app.library.library import Library
from desktop_app.library.tables.heard import Heard
from tests.faults.row import Row, shortened
from tests.library_maker import FORMAT, open_library

QUICK_POINTS: Final = 60
_MOST_SECONDS: Final = 2.0
_SOUNDS: Final = 40
_ERRORS: Final = (apsw.FullError, apsw.IOError)


class _Disk(apsw.VFS):
    """The system's files, of which the n-th change fails; with `stays_broken`, each one after it fails, too."""

    def __init__(self) -> None:
        self.changes = 0
        self.fails_at = 0
        self.stays_broken = False
        self.error: type[apsw.Error] = apsw.FullError
        self.failed = 0
        super().__init__("a disk that fails", "", makedefault=True)

    def xOpen(self, name: object, flags: list[int]) -> apsw.VFSFile:  # noqa: N802 - apsw's names
        return _File(self, name, flags)

    def change(self) -> None:
        """Called before each change of a file."""
        self.changes += 1
        if self.fails_at and (self.changes == self.fails_at or (self.stays_broken and self.changes > self.fails_at)):
            self.failed += 1
            raise self.error("the disk fails, as it was told to")

    def break_at(self, change: int, error: type[apsw.Error], *, stays_broken: bool) -> None:
        """Count from here, and fail at this one."""
        self.changes, self.fails_at, self.error, self.stays_broken = 0, change, error, stays_broken

    def mend(self) -> None:
        """Nothing fails any more."""
        self.fails_at = 0


class _File(apsw.VFSFile):
    def __init__(self, disk: _Disk, name: object, flags: list[int]) -> None:
        self._disk = disk
        super().__init__(_SYSTEM, name, flags)  # type: ignore[arg-type]

    def xWrite(self, data: bytes, offset: int) -> None:  # noqa: N802
        self._disk.change()
        super().xWrite(data, offset)

    def xSync(self, flags: int) -> None:  # noqa: N802
        self._disk.change()
        super().xSync(flags)

    def xTruncate(self, size: int) -> None:  # noqa: N802
        self._disk.change()
        super().xTruncate(size)


_SYSTEM: Final = apsw.vfs_names()[0]


def run(quick: bool) -> Row:
    """A story of scans, hearing, notes and collections, once for each change that it makes, in four ways of failing."""
    problems: list[str] = []
    points = tried = 0
    slowest = 0.0
    with _disk() as disk:
        with TemporaryDirectory() as scratch:
            disk.break_at(0, apsw.FullError, stays_broken=False)
            _Story(Path(scratch)).tell()
            points = disk.changes
        step = max(1, 4 * points // QUICK_POINTS) if quick else 1
        for number, (error, stays) in enumerate((error, stays) for error in _ERRORS for stays in (False, True)):
            for point in range(1 + number % step, points + 1, step):
                tried += 1
                disk.break_at(point, error, stays_broken=stays)
                with TemporaryDirectory() as scratch:
                    story = _Story(Path(scratch))
                    slowest = max(slowest, story.tell())
                    disk.mend()
                    found = [*story.problems, *story.afterwards()]
                what = f"{error.__name__} at change {point}{' and after' if stays else ''}"
                problems += [f"{what}: {problem}" for problem in found]
    if slowest > _MOST_SECONDS:
        problems.append(f"it took {slowest:.1f} s until it was said")
    if not disk.failed:
        problems.append("nothing failed: nothing was tried")
    return Row(
        4,
        "every write, sync, truncation of the library fails (full, I/O error; once, for good)",
        tried,
        "0 inconsistent; a sentence <= 2 s; reading goes on",
        f"{len(problems)} problems at {points} points; said after {slowest:.2f} s at most",
        shortened(problems),
    )


@contextmanager
def _disk() -> Iterator[_Disk]:
    disk = _Disk()
    try:
        yield disk
    finally:
        disk.unregister()


class _Story:
    """What a person and the indexer do to a library, and what of it was acknowledged."""

    def __init__(self, profile: Path) -> None:
        self._profile = profile
        self._root = profile / "Sounds"
        self._root.mkdir()
        self._library: Library | None = None
        self.problems: list[str] = []
        self._heard: dict[bytes, bytes] = {}
        self._notes: dict[bytes, str] = {}
        self._collections: list[str] = []

    def tell(self) -> float:
        """Go on after each failure, as people do; the seconds that the longest step took."""
        longest = 0.0
        for step in (
            self._open,
            self._scan,
            self._hear,
            self._note,
            self._collect,
            self._hear,
            self._read,
            self._close,
        ):
            began = time.monotonic()
            try:
                step()
            except LibraryError as error:
                if not str(error).endswith("."):
                    self.problems.append(f"{step.__name__} gave no sentence: {error}")
            except Exception as error:  # noqa: BLE001 - whatever comes out is what is looked for
                self.problems.append(f"{step.__name__} raised {type(error).__name__}: {error}")
            longest = max(longest, time.monotonic() - began)
        return longest

    def _read(self) -> None:
        """Reading goes on while the disk fails."""
        if self._library is not None:
            self.problems += [f"while it fails: {problem}" for problem in self._compare(self._library)]

    def afterwards(self) -> Iterator[str]:
        """Opened again on a disk that works, it is whole, has all that was acknowledged, and can be written."""
        self._close()
        with open_library(self._profile) as library:
            yield from self._compare(library)
            self._library = library
            for step in (self._scan, self._hear, self._note):
                step()
            yield from self._compare(library)
        for name in ("library.db", "cache.db"):
            connection = apsw.Connection(str(self._profile / name))
            said = connection.execute("PRAGMA integrity_check").get
            connection.close()
            if said != "ok":
                yield f"{name}: {said}"

    def _open(self) -> None:
        self._library = open_library(self._profile)

    def _scan(self) -> None:
        if self._library is None:
            self._open()
        assert self._library is not None
        folder = next(iter(self._library.folders.all()), None) or self._library.folders.add(self._root)
        found = {f"kit/{number}.wav": FileStamp(1_000, number, 0) for number in range(_SOUNDS)}
        self._library.sounds.apply_scan(folder.folder_id, found)

    def _hear(self) -> None:
        if self._library is None:
            return
        heard = [
            Heard(sound.sound_id, sound.stamp, content, FORMAT, np.full(8, number, np.float32), b"thumbnail")
            for number, sound in enumerate(self._library.sounds.waiting("fake/1", limit=_SOUNDS // 3))
            if (content := sound.sound_id.to_bytes(16, "big"))
        ]
        saved = self._library.sounds.save_heard("fake/1", heard)
        self._heard |= {item.content_id: item.vector.tobytes() for item in heard if item.sound_id in saved}  # type: ignore[union-attr]

    def _note(self) -> None:
        if self._library is None:
            return
        notes = {number.to_bytes(16, "big"): f"note {len(self._notes)} {number}" for number in range(5)}
        self._library.marks.set({content: Marks(note=note) for content, note in notes.items()})
        self._notes |= notes

    def _collect(self) -> None:
        if self._library is None:
            return
        self._library.collections.create("Rain", [bytes(16)])
        self._collections.append("Rain")

    def _close(self) -> None:
        library, self._library = self._library, None
        if library is not None:
            # SQLite does not mind that the log cannot be folded into the file, but apsw tells what Python raised.
            with suppress(*_ERRORS):
                library.close()

    def _compare(self, library: Library) -> Iterator[str]:
        contents, vectors = library.cache.embeddings_of(sorted(self._heard), "fake/1")
        there = {content: vector.tobytes() for content, vector in zip(contents, vectors, strict=True)}
        if not self._heard.items() <= there.items():
            yield f"{len(self._heard.items() - there.items())} embeddings are lost"
        known = {content for content in library.sounds.contents()[1] if content}
        if not self._heard.keys() <= known:
            yield "sounds have lost what they hold"
        notes = {content: marks.note for content, marks in library.marks.all().items()}
        if not self._notes.items() <= notes.items():
            yield f"notes are lost: {self._notes.items() - notes.items()}"
        if not set(self._collections) <= {collection.name for collection in library.collections.all()}:
            yield "a collection is lost"
