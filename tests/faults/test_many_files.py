"""A thousand files, some of them broken, are indexed to the end in memory that does not grow with their number."""

from pathlib import Path

import psutil

from desktop_app.core.events import IndexEvent, IndexingFailed, SoundsIndexed
from desktop_app.engine.indexing.indexer import Indexer
from desktop_app.engine.processes.embedding_process import EmbeddingProcess
from tests import fakes, sounds
from tests.library_maker import DEADLINE, open_library

FILES = 1_000
BROKEN = 20
MOST_GROWTH = 48 << 20
"""Bytes that 800 more files may cost; holding on to their sounds would cost 100 MB."""
_SECONDS = 1.0


def test_a_thousand_files_with_broken_ones_among_them(tmp_path: Path) -> None:
    root = tmp_path / "Sounds"
    broken = _make_files(root)
    resident: list[int] = []
    failed: list[Path] = []
    heard: set[int] = set()

    def notify(event: IndexEvent) -> None:
        if isinstance(event, IndexingFailed):
            failed.append(event.path)
        if isinstance(event, SoundsIndexed):
            heard.update(event.sound_ids)
            if len(heard) >= FILES // 5:
                resident.append(_tree_bytes())

    worker = EmbeddingProcess(fakes.fake_spec(), loader="tests.fakes:load_fake")
    with open_library(tmp_path / "profile") as library:
        indexer = Indexer(library, worker, "fake/1", notify)
        library.folders.add(root)
        indexer.start()
        try:
            indexer.rescan()
            assert indexer.wait_idle(2 * DEADLINE)
        finally:
            worker.close()
            indexer.stop()
        counts = library.sounds.counts("fake/1")
        assert (counts.sounds, counts.waiting, counts.unreadable) == (FILES, 0, BROKEN)
        assert sorted(path for path, _ in library.sounds.unreadable()) == sorted(failed) == sorted(broken)
        assert len(heard) == FILES - BROKEN
        assert len(library.cache.embeddings("fake/1")[0]) == FILES - BROKEN
    assert len(resident) > 10
    assert max(resident) - resident[0] < MOST_GROWTH, [f"{size >> 20} MB" for size in resident]


def _make_files(root: Path) -> list[Path]:
    """980 sounds of 100 KB in 10 folders, each another one, and 20 broken files among them; the broken ones."""
    for number in range(10):
        (root / f"kit {number}").mkdir(parents=True)
    template = sounds.make(root.parent, name="template", rate=48_000, frames=sounds.noise(_SECONDS, rate=48_000))
    data = bytearray(template.read_bytes())
    broken = []
    for number in range(FILES):
        path = root / f"kit {number % 10}" / f"sound {number:04d}.wav"
        data[-4:] = number.to_bytes(4, "little")
        if number % (FILES // BROKEN) == 7:
            path.write_bytes([b"", b"not a sound", bytes(data[:30]), b"\0" * 9_000][number % 4])
            broken.append(path)
        else:
            path.write_bytes(data)
    return broken


def _tree_bytes() -> int:
    """Resident memory of this process and its children."""
    this = psutil.Process()
    total = this.memory_info().rss
    for child in this.children(recursive=True):
        try:
            total += child.memory_info().rss
        except psutil.NoSuchProcess:
            continue
    return int(total)
