"""Windows and the versions of analyses: what is kept, and what waits."""

from pathlib import Path

import apsw
import numpy as np
import pytest

from desktop_app.core.analysis import Analysis
from desktop_app.core.sound import AudioFormat
from desktop_app.core.vector_index import Vectors
from desktop_app.core.window_codes import decode
from desktop_app.library.library import Library
from desktop_app.library.tables.windows import HeardWindows
from tests.unit.library.building import EMBEDDER, add, content_of, heard, rescan, write

ANALYSIS = Analysis("moments", 2, longer_than=10.0)
LONG = AudioFormat("wav", "PCM_16", 48_000, 1, 48_000 * 60)


def some_windows(count: int, *, seed: int = 0) -> HeardWindows:
    vectors: Vectors = np.random.default_rng(seed).standard_normal((count, 8)).astype(np.float32)
    return HeardWindows(10.0, tuple(5.0 * number for number in range(count)), vectors)


def add_long(library: Library, root: Path, *names: str) -> list[int]:
    """Sounds of a minute each; their ids."""
    write(root, *names)
    folder = next(iter(library.folders.all()), None) or library.folders.add(root)
    rescan(library, folder)
    waiting = library.sounds.waiting(EMBEDDER, limit=100)
    return library.sounds.save_heard(EMBEDDER, [heard(sound, found=LONG) for sound in waiting])


class TestKeeping:
    def test_windows_come_back(self, library: Library) -> None:
        windows = some_windows(5)
        library.windows.save(EMBEDDER, ANALYSIS, b"a" * 16, windows)
        [found] = library.windows.since(EMBEDDER, 0)
        assert (found.content_id, found.seconds, found.starts.tolist()) == (b"a" * 16, 10.0, list(windows.starts))
        there, fine = library.windows.fine([(found.number, place) for place in range(5)], 8)
        assert there.all()
        np.testing.assert_allclose(decode(found.coarse, fine, found.scales), windows.vectors, atol=1e-4)

    def test_only_what_is_new_is_read_in_the_order_it_was_saved(self, library: Library) -> None:
        for name in (b"a", b"b", b"c"):
            library.windows.save(EMBEDDER, ANALYSIS, name * 16, some_windows(2))
        library.windows.save("another", ANALYSIS, b"d" * 16, some_windows(2))
        first, *rest = library.windows.since(EMBEDDER, 0)
        assert [found.content_id[:1] for found in rest] == [b"b", b"c"]
        assert [found.number for found in library.windows.since(EMBEDDER, first.number)] == [f.number for f in rest]

    def test_windows_heard_again_replace_the_old_ones_under_a_new_number(self, library: Library) -> None:
        library.windows.save(EMBEDDER, ANALYSIS, b"a" * 16, some_windows(3))
        [old] = library.windows.since(EMBEDDER, 0)
        library.windows.save(EMBEDDER, ANALYSIS, b"a" * 16, some_windows(2, seed=1))
        [new] = library.windows.since(EMBEDDER, 0)
        assert new.number > old.number
        assert len(new.starts) == 2
        there, _ = library.windows.fine([(new.number, 1), (old.number, 0)], 8)
        assert there.tolist() == [True, False]

    def test_a_sound_of_silent_windows_was_analysed_and_has_none(self, library: Library, root: Path) -> None:
        add_long(library, root, "a.wav")
        library.windows.save(EMBEDDER, ANALYSIS, content_of(b"a.wav"), some_windows(0))
        assert not list(library.windows.since(EMBEDDER, 0))
        assert not library.analyses.waiting(ANALYSIS)

    def test_what_is_no_number_is_refused_and_nothing_is_kept(self, library: Library, root: Path) -> None:
        [sound_id] = add_long(library, root, "a.wav")
        broken = HeardWindows(10.0, (0.0,), np.full((1, 8), np.nan, dtype=np.float32))
        with pytest.raises(ValueError, match="finite"):
            library.windows.save(EMBEDDER, ANALYSIS, content_of(b"a.wav"), broken)
        assert library.analyses.waiting(ANALYSIS) == [sound_id]

    def test_a_number_is_never_given_twice(self, library: Library, tmp_path: Path) -> None:
        """Else whoever read the old windows would take the new ones for known."""
        library.windows.save(EMBEDDER, ANALYSIS, b"a" * 16, some_windows(1))
        [old] = library.windows.since(EMBEDDER, 0)
        connection = apsw.Connection(str(tmp_path / "profile" / "cache.db"))
        connection.execute("DELETE FROM windows")
        connection.close()
        library.windows.save(EMBEDDER, ANALYSIS, b"b" * 16, some_windows(1))
        [new] = library.windows.since(EMBEDDER, 0)
        assert new.number > old.number


class TestWaiting:
    def test_long_sounds_wait_and_short_ones_do_not(self, library: Library, root: Path) -> None:
        add(library, root, "short.wav")
        long_ids = add_long(library, root, "a.wav", "b.wav")
        assert library.analyses.waiting(ANALYSIS) == sorted(long_ids)
        assert len(library.analyses.waiting(Analysis("of all", 1))) == 3

    def test_copies_are_analysed_once(self, library: Library, root: Path) -> None:
        write(root, "a.wav", "b.wav", data=b"the same")
        folder = library.folders.add(root)
        rescan(library, folder)
        sounds = library.sounds.waiting(EMBEDDER, limit=10)
        ids = library.sounds.save_heard(EMBEDDER, [heard(sound, found=LONG) for sound in sounds])
        assert library.analyses.waiting(ANALYSIS) == [min(ids)]
        (root / "a.wav").unlink()
        rescan(library, folder)
        assert library.analyses.waiting(ANALYSIS) == [max(ids)], "one that is there stands for both"

    def test_an_older_version_waits_and_a_newer_one_does_not(self, library: Library, root: Path) -> None:
        [sound_id] = add_long(library, root, "a.wav")
        library.windows.save(EMBEDDER, ANALYSIS, content_of(b"a.wav"), some_windows(1))
        assert library.analyses.waiting(Analysis("moments", 1)) == []
        assert library.analyses.waiting(Analysis("moments", 3)) == [sound_id]
        assert library.analyses.waiting(Analysis("another", 1)) == [sound_id]

    def test_what_cannot_be_analysed_waits_for_the_next_version(self, library: Library, root: Path) -> None:
        [sound_id] = add_long(library, root, "a.wav")
        content = content_of(b"a.wav")
        assert library.analyses.problem(ANALYSIS, content) is None
        library.analyses.save_problem(ANALYSIS, content, "It is broken.")
        assert library.analyses.waiting(ANALYSIS) == []
        assert library.analyses.problem(ANALYSIS, content) == "It is broken."
        assert library.analyses.waiting(Analysis("moments", 3)) == [sound_id]
        library.windows.save(EMBEDDER, Analysis("moments", 3), content, some_windows(1))
        assert library.analyses.problem(ANALYSIS, content) is None

    def test_what_cannot_be_reached_does_not_wait(self, library: Library, root: Path) -> None:
        [sound_id] = add_long(library, root, "a.wav")
        [folder] = library.folders.all()
        library.folders.set_online(folder.folder_id, online=False)
        assert library.analyses.waiting(ANALYSIS) == []
        library.folders.set_online(folder.folder_id, online=True)
        assert library.analyses.waiting(ANALYSIS) == [sound_id]
