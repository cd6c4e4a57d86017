"""Files that are still being copied into a watched folder: none is heard before it is whole."""

import threading
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from desktop_app.core.sound import Sound
from desktop_app.engine.decoding.heard_sound import HeardSound
from desktop_app.engine.processes.in_process_worker import InProcessWorker
from desktop_app.library.library import Library
from desktop_app.library.watching.watcher import FolderWatcher
from tests import sounds
from tests.fakes import FakeEmbedder
from tests.faults.row import Row, shortened
from tests.library_maker import DEADLINE, listening

FULL: Final = 200
QUICK: Final = 12
_AT_ONCE: Final = 20
_PIECES: Final = 8
_PAUSE: Final = 0.15
"""Seconds between two pieces of a file."""


class _Witness(InProcessWorker):
    """Listens, and remembers the frames of everything that was heard."""

    def __init__(self) -> None:
        super().__init__(FakeEmbedder())
        self.heard: dict[Path, list[int]] = {}

    def hear(self, path: Path) -> HeardSound:
        """See `EmbeddingWorker`."""
        found = super().hear(path)
        self.heard.setdefault(path, []).append(found.format.frames)
        return found


def run(quick: bool) -> Row:
    """Slow writers, several at the same time, with the watcher at work as in the window."""
    count = QUICK if quick else FULL
    problems: list[str] = []
    witness = _Witness()
    with TemporaryDirectory() as scratch, listening(Path(scratch) / "profile", witness) as at_work:
        root = Path(scratch) / "Sounds"
        root.mkdir()
        folder = at_work.index(root)
        assert folder is not None
        watcher = FolderWatcher(
            on_files=at_work.indexer.refresh, on_rescan=lambda folder_id: at_work.indexer.rescan([folder_id])
        )
        whole = _originals(Path(scratch), count)
        try:
            watcher.watch(folder.folder_id, root)
            for start in range(0, count, _AT_ONCE):
                part = list(whole.items())[start : start + _AT_ONCE]
                writers = [threading.Thread(target=_write_slowly, args=(root / name, data)) for name, (data, _) in part]
                for writer in writers:
                    writer.start()
                for writer in writers:
                    writer.join()
            end = time.monotonic() + DEADLINE
            while len(at_work.library.cache.embeddings("fake/1")[0]) < count and time.monotonic() < end:
                time.sleep(0.05)
            at_work.indexer.wait_idle(DEADLINE)
        finally:
            watcher.close()
        stored = len(at_work.library.cache.embeddings("fake/1")[0])
        lengths = {sound.path.name: sound.format for sound in _all(at_work.library)}
    for name, (_, frames) in whole.items():
        found = lengths.get(name)
        if found is None or found.frames != frames:
            problems.append(f"{name}: {frames} frames, but stored as {found}")
    if stored != count:
        problems.append(f"{stored} embeddings of {count} sounds")
    early = sum(frames != whole[path.name][1] for path, every in witness.heard.items() for frames in every)
    return Row(
        9,
        "files that are still being copied",
        count,
        "0 embeddings of incomplete files",
        f"{stored - count} of incomplete files stored; {early} begun too early and dropped",
        shortened(problems),
    )


def _originals(folder: Path, count: int) -> dict[str, tuple[bytes, int]]:
    """Name -> bytes and frames; FLAC, whose beginning is a sound too."""
    made = {}
    for number in range(count):
        frames = 8_000 + number
        kind = ("wav16", "flac")[number % 2]
        noise = sounds.noise(frames / sounds.RATE, seed=number)
        path = sounds.make(folder, kind, name=f"sound {number}", frames=noise)
        made[path.name] = (path.read_bytes(), len(noise))
        path.unlink()
    return made


def _write_slowly(path: Path, data: bytes) -> None:
    size = len(data) // _PIECES + 1
    with path.open("wb") as file:
        for start in range(0, len(data), size):
            file.write(data[start : start + size])
            file.flush()
            time.sleep(_PAUSE)


def _all(library: Library) -> list[Sound]:
    return library.sounds.many(library.sounds.ids().tolist())
