"""The indexer keeps a library up to date with a folder, whatever happens to the files meanwhile."""

import errno
import os
import shutil
import threading
import time
from collections.abc import Callable
from pathlib import Path

import mutagen.flac
import numpy as np
import pytest

from desktop_app.core.events import (
    FolderScanned,
    IndexingFailed,
    IndexingIdle,
    IndexingPaused,
    IndexingProgress,
    IndexingStopped,
    SoundsChanged,
    SoundsIndexed,
)
from desktop_app.core.marks import Marks
from desktop_app.core.moment import WindowShape
from desktop_app.core.sound import Sound, SoundState
from desktop_app.core.vector_index import Vectors
from desktop_app.core.verdict import Judgement, Verdict
from desktop_app.engine.decoding.heard_sound import HeardSound, Identity
from desktop_app.engine.decoding.sound_errors import of_the_system, parser_errors
from desktop_app.engine.embedders.embedder import EmbedderError
from desktop_app.engine.indexing import later_tries
from desktop_app.engine.processes.embedding_process import EmbeddingProcess
from desktop_app.engine.processes.in_process_worker import InProcessWorker
from desktop_app.library.databases.library_errors import LibraryError
from desktop_app.library.library import Library
from desktop_app.library.tables.heard import Heard
from tests import fakes, sounds
from tests.library_maker import DEADLINE, CountingEmbedder, Listening, listening, open_library

FAKE = "fake/1"
REFUSED = str(of_the_system(PermissionError(errno.EACCES, "Permission denied")))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    path = tmp_path / "Sounds"
    path.mkdir()
    return path


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    return tmp_path / "profile"


def some_sounds(root: Path, count: int, *, first: int = 0) -> list[Path]:
    """Sounds that are all different."""
    root.mkdir(parents=True, exist_ok=True)
    return [
        sounds.make(root, name=f"sound {number}", frames=sounds.noise(0.1, seed=number))
        for number in range(first, first + count)
    ]


def sound_at(library: Library, path: Path) -> Sound:
    found = library.sounds.by_path(path)
    assert found is not None, path
    return found


def is_heard(library: Library, path: Path) -> bool:
    found = library.sounds.by_path(path)
    return found is not None and found.content_id is not None and library.cache.known(found.content_id, FAKE)


def wait_until(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + DEADLINE
    while not condition():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.01)


class TestHearing:
    def test_broken_and_silent_files_do_not_stop_the_rest(self, root: Path, profile: Path) -> None:
        good = some_sounds(root, 3)
        broken = sounds.broken_files(root)
        silent = sounds.silence(root)
        with listening(profile) as at_work:
            at_work.index(root)
            library = at_work.library
            assert all(is_heard(library, path) for path in good)
            assert [path for path, _ in library.sounds.unreadable()] == sorted(broken)
            assert all(reason.endswith(".") for _, reason in library.sounds.unreadable())
            counts = library.sounds.counts(FAKE)
            assert (counts.sounds, counts.waiting, counts.unreadable, counts.silent) == (
                len(good) + len(broken) + 1,
                0,
                len(broken),
                1,
            )
            assert sorted(event.path for event in at_work.told(IndexingFailed)) == sorted(broken)
            found = sound_at(library, silent)
            assert found.problem == "This sound is silent from beginning to end."
            assert found.content_id is not None
            assert found.format is not None
            assert found.format.seconds > 0

    def test_an_unchanged_file_is_not_read_again(self, root: Path, profile: Path) -> None:
        some_sounds(root, 3)
        sounds.text_file(root)
        worker = ReadingWorker(CountingEmbedder())
        with listening(profile, worker) as at_work:
            at_work.index(root)
            assert worker.read == 4
            at_work.index()
        with listening(profile, worker) as at_work:
            at_work.index()
        assert worker.read == 4

    def test_a_changed_file_is_heard_again(self, root: Path, profile: Path) -> None:
        path = some_sounds(root, 1)[0]
        with listening(profile) as at_work:
            at_work.index(root)
            before = sound_at(at_work.library, path)
            sounds.make(root, name="sound 0", frames=sounds.noise(0.2, seed=9))
            at_work.index()
            after = sound_at(at_work.library, path)
        assert after.sound_id == before.sound_id
        assert after.content_id != before.content_id
        assert after.format is not None
        assert after.format.seconds == pytest.approx(0.2)

    def test_what_was_said_stays_on_a_file_that_is_edited_in_place(self, root: Path, profile: Path) -> None:
        first, *_ = some_sounds(root, 2)
        with listening(profile) as at_work:
            at_work.index(root)
            before = sound_at(at_work.library, first)
            assert before.content_id is not None
            at_work.library.marks.set({before.content_id: Marks(rating=5, note="the good take")})
            sounds.make(root, name=first.stem, frames=0.5 * sounds.noise(0.1, seed=0))
            at_work.index()
            after = sound_at(at_work.library, first)
            assert after.sound_id == before.sound_id
            assert after.content_id not in (None, before.content_id)
            assert at_work.library.marks.all() == {after.content_id: Marks(rating=5, note="the good take")}
            assert is_heard(at_work.library, first)

    def test_a_copy_is_a_second_sound_with_the_same_embedding(self, root: Path, profile: Path) -> None:
        original = some_sounds(root, 1)[0]
        together = Path(shutil.copy2(original, root / "together.wav"))
        embedder = CountingEmbedder()
        with listening(profile, InProcessWorker(embedder)) as at_work:
            at_work.index(root)
            later = Path(shutil.copy2(original, root / "later.wav"))
            at_work.index()
            ids = {sound_at(at_work.library, path).sound_id for path in (original, together, later)}
            snapshot = at_work.embedded.snapshot()
            rows = snapshot.rows_of(sorted(ids))
        assert len(ids) == 3
        assert rows.tolist() == [0, 0, 0]
        assert embedder.heard == 1

    def test_an_embedding_without_usable_numbers_is_a_problem_of_its_file(self, root: Path, profile: Path) -> None:
        some_sounds(root, 2)
        with listening(profile, InProcessWorker(OverflowingEmbedder())) as at_work:
            at_work.index(root)
            assert len(at_work.library.sounds.unreadable()) == 2
            assert "no usable numbers" in at_work.library.sounds.unreadable()[0][1]

    def test_two_embedders_side_by_side(self, root: Path, profile: Path) -> None:
        some_sounds(root, 3)
        first, second = CountingEmbedder(), CountingEmbedder("fake/2")
        for embedder in (first, second, first, second):
            with listening(profile, InProcessWorker(embedder), embedder_id=embedder.embedder_id) as at_work:
                at_work.index(root)
                assert at_work.library.sounds.counts(embedder.embedder_id).waiting == 0
                assert (at_work.embedded.snapshot().rows >= 0).all()
        assert (first.heard, second.heard) == (3, 3)

    def test_progress_and_rate_are_told(self, root: Path, profile: Path) -> None:
        some_sounds(root, 40)
        with listening(profile) as at_work:
            at_work.index(root)
            progress = at_work.told(IndexingProgress)
            assert [event.total for event in progress] == [40] * len(progress)
            assert progress[-1].done == 40
            assert progress[-1].rate > 0
            indexed = at_work.told(SoundsIndexed)
            ids = [sound_id for event in indexed for sound_id in event.sound_ids]
            assert sorted(ids) == sorted(at_work.library.sounds.ids().tolist())
            assert indexed[-1].remaining == 0
            assert isinstance(at_work.events[-1], IndexingIdle)


class TestMoves:
    @pytest.mark.parametrize("while_open", [True, False])
    @pytest.mark.parametrize("what", ["file", "folder"])
    def test_what_moves_keeps_its_id_and_verdicts(
        self, root: Path, profile: Path, what: str, *, while_open: bool
    ) -> None:
        old = some_sounds(root / "drums", 3)[0]
        embedder = CountingEmbedder()
        verdict = Verdict(b"", "everyday", "rain", Judgement.ACCEPTED)

        def move() -> Path:
            if what == "folder":
                (root / "drums").rename(root / "percussion")
                return root / "percussion" / old.name
            (root / "found").mkdir()
            return old.rename(root / "found" / "renamed.wav")

        with listening(profile, InProcessWorker(embedder)) as at_work:
            folder = at_work.index(root)
            before = sound_at(at_work.library, old)
            assert before.content_id is not None
            verdict = Verdict(before.content_id, verdict.vocabulary_id, verdict.tag_id, verdict.judgement)
            at_work.library.verdicts.set([verdict])
            if while_open:
                new = move()
                assert folder is not None
                at_work.indexer.refresh(folder.folder_id, [old, new.parent, old.parent])
                assert at_work.indexer.wait_idle(DEADLINE)
        if not while_open:
            new = move()
        with listening(profile, InProcessWorker(embedder)) as at_work:
            at_work.index()
            after = sound_at(at_work.library, new)
            assert (after.sound_id, after.content_id, after.state) == (
                before.sound_id,
                before.content_id,
                SoundState.PRESENT,
            )
            assert at_work.library.verdicts.of_content([before.content_id]) == [verdict]
            assert len(at_work.library.sounds.ids()) == 3
        assert embedder.heard == 3

    def test_writing_metadata_embeds_nothing(self, root: Path, profile: Path) -> None:
        path = sounds.make(root, "flac", frames=sounds.noise(0.3))
        embedder = CountingEmbedder()
        with listening(profile, InProcessWorker(embedder)) as at_work:
            at_work.index(root)
            before = sound_at(at_work.library, path)
            tags = mutagen.flac.FLAC(path)
            tags["comment"] = "a long remark " * 1_000
            tags.save()
            at_work.index()
            after = sound_at(at_work.library, path)
        assert after.stamp != before.stamp
        assert (after.sound_id, after.content_id) == (before.sound_id, before.content_id)
        assert embedder.heard == 1

    def test_a_file_that_came_back_from_elsewhere_is_the_same_sound(self, root: Path, profile: Path) -> None:
        path = some_sounds(root, 2)[0]
        elsewhere = root.parent / "elsewhere.wav"
        embedder = CountingEmbedder()
        with listening(profile, InProcessWorker(embedder)) as at_work:
            at_work.index(root)
            before = sound_at(at_work.library, path)
            shutil.move(path, elsewhere)
            at_work.index()
            assert sound_at(at_work.library, path).state is SoundState.MISSING
            new = root / "back.wav"
            shutil.copyfile(elsewhere, new)
            at_work.events.clear()
            at_work.index()
            after = sound_at(at_work.library, new)
            assert at_work.told(SoundsChanged), "the row of the new path is gone again: lists must look"
            assert set(at_work.embedded.snapshot().sound_ids.tolist()) == set(at_work.library.sounds.ids().tolist())
        assert after.sound_id == before.sound_id
        assert embedder.heard == 2

    @pytest.mark.parametrize("how", ["renamed away", "emptied"])
    def test_an_offline_folder_loses_nothing(self, root: Path, profile: Path, how: str) -> None:
        some_sounds(root, 3)
        away = root.parent / "unplugged"
        embedder = CountingEmbedder()
        with listening(profile, InProcessWorker(embedder)) as at_work:
            folder = at_work.index(root)
            assert folder is not None
            ids = at_work.library.sounds.ids().tolist()
            root.rename(away)
            if how == "emptied":
                root.mkdir()
            # What a watcher would tell of it: one file after the other is gone.
            at_work.indexer.refresh(folder.folder_id, [root / f"sound {number}.wav" for number in range(3)])
            assert at_work.indexer.wait_idle(DEADLINE)
            assert {s.state for s in at_work.library.sounds.many(ids)} == {SoundState.OFFLINE}
            assert not at_work.embedded.snapshot().present.any()
            if how == "emptied":
                root.rmdir()
            away.rename(root)
            at_work.index()
            assert {s.state for s in at_work.library.sounds.many(ids)} == {SoundState.PRESENT}
            assert at_work.embedded.snapshot().present.all()
            online = [event.online for event in at_work.told(FolderScanned)]
            assert online[-1]
            assert not all(online)
        assert embedder.heard == 3


class TestFilesInUse:
    def test_a_file_that_grows_while_it_is_read_is_heard_when_it_rests(self, root: Path, profile: Path) -> None:
        path = some_sounds(root, 1)[0]
        whole = sounds.make(root.parent, name="whole", frames=sounds.noise(2, seed=4)).read_bytes()
        worker = WorkerThatIsWatched(lambda: None)
        steps = iter([0.4, 0.8, 1.0])

        def write_more() -> None:
            part = next(steps, None)
            if part is not None:
                path.write_bytes(whole[: int(len(whole) * part)])

        worker.while_hearing = write_more
        with listening(profile, worker) as at_work:
            at_work.index(root)
            found = sound_at(at_work.library, path)
        assert found.format is not None
        assert found.format.seconds == pytest.approx(2.0)
        assert found.problem is None
        assert path.read_bytes() == whole
        assert [event.path for event in at_work.told(IndexingFailed)] == []
        assert len([i for event in at_work.told(SoundsIndexed) for i in event.sound_ids]) == 1

    def test_a_file_that_is_taken_away_while_it_is_read_has_no_problem_when_it_is_back(
        self, root: Path, profile: Path
    ) -> None:
        path, other = some_sounds(root, 2)
        away = root.parent / "away.wav"
        worker = WorkerThatIsWatched(lambda: away.exists() or path.rename(away))
        with listening(profile, worker) as at_work:
            at_work.index(root)
            gone = sound_at(at_work.library, path)
            assert (gone.state, gone.problem) == (SoundState.MISSING, None)
            assert is_heard(at_work.library, other)
            away.rename(path)
            worker.while_hearing = lambda: None
            at_work.index()
            assert is_heard(at_work.library, path)
            assert not at_work.told(IndexingFailed)

    def test_a_file_that_may_not_be_read_is_shown_and_heard_with_the_next_scan(self, root: Path, profile: Path) -> None:
        path, other = some_sounds(root, 2)
        worker = WorkerThatIsRefused()
        worker.refused = {path}
        with listening(profile, worker) as at_work:
            at_work.index(root)
            assert at_work.library.sounds.unreadable() == [(path, REFUSED)]
            assert at_work.library.sounds.counts(FAKE).unreadable == 1
            assert is_heard(at_work.library, other)
            at_work.index()
            assert worker.asked == 2
            assert at_work.library.sounds.unreadable() == [(path, REFUSED)]
            assert [event.path for event in at_work.told(IndexingFailed)] == [path], "it is told once"
        worker.refused.clear()
        with listening(profile, worker) as at_work:
            at_work.index()
            assert is_heard(at_work.library, path)
            assert at_work.library.sounds.unreadable() == []

    def test_a_broken_file_is_not_tried_with_every_scan(self, root: Path, profile: Path) -> None:
        (root / "diary.wav").write_bytes(b"Dear diary")
        worker = WorkerThatIsWatched(lambda: None)
        with listening(profile, worker) as at_work:
            at_work.index(root)
            at_work.index()
            assert [event.path.name for event in at_work.told(IndexingFailed)] == ["diary.wav"]
            assert at_work.library.sounds.unreadable_for_now() == []

    def test_a_file_that_may_be_read_again_is_heard_after_a_while_though_nothing_changed(
        self, root: Path, profile: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(later_tries, "LATER_SECONDS", 0.05)
        path, _ = some_sounds(root, 2)
        worker = WorkerThatIsRefused()
        worker.refused = {path}
        with listening(profile, worker) as at_work:
            at_work.index(root)
            wait_until(lambda: worker.asked > 2)
            assert [event.path for event in at_work.told(IndexingFailed)] == [path]
            worker.refused.clear()
            wait_until(lambda: is_heard(at_work.library, path))
            assert at_work.indexer.wait_idle(DEADLINE)
            assert at_work.library.sounds.unreadable() == []

    def test_a_directory_that_cannot_be_looked_into_is_shown_and_scanned_when_it_can(
        self, root: Path, profile: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(later_tries, "LATER_SECONDS", 0.05)
        some_sounds(root, 1)
        (inside,) = some_sounds(root / "locked", 1, first=5)
        scandir, closed = os.scandir, {str(root / "locked")}

        def refusing(path: os.PathLike[str] | str) -> object:
            if os.fspath(path) in closed:
                raise PermissionError(errno.EACCES, "Permission denied", path)
            return scandir(path)

        monkeypatch.setattr(os, "scandir", refusing)
        with listening(profile) as at_work:
            at_work.index(root)
            [(place, reason)] = at_work.indexer.closed_places
            assert place == root / "locked"
            assert "Permission denied" in reason
            assert [event.path for event in at_work.told(IndexingFailed)] == [place]
            assert at_work.library.sounds.counts(FAKE).sounds == 1
            closed.clear()
            wait_until(lambda: is_heard(at_work.library, inside))
            assert at_work.indexer.wait_idle(DEADLINE)
            assert at_work.indexer.closed_places == []

    def test_a_file_that_was_put_off_and_then_removed_is_not_waited_for(self, root: Path, profile: Path) -> None:
        path = some_sounds(root, 1)[0]
        worker = WorkerThatIsWatched(lambda: os.utime(path, ns=(time.time_ns(), time.time_ns())))
        with listening(profile, worker) as at_work:
            folder = at_work.library.folders.add(root)
            at_work.indexer.rescan()
            wait_until(lambda: len(worker.asked) >= 1)
            at_work.library.folders.remove(folder.folder_id)
            assert at_work.indexer.wait_idle(DEADLINE)
            assert isinstance(at_work.events[-1], IndexingIdle)

    def test_a_recording_that_goes_on_is_not_waited_for_for_ever(
        self, root: Path, profile: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("desktop_app.engine.indexing.restless_files.PATIENCE_SECONDS", 0.5)
        monkeypatch.setattr("desktop_app.engine.indexing.restless_files.REST_SECONDS", 0.2)
        monkeypatch.setattr("desktop_app.engine.indexing.indexer.REST_SECONDS", 0.05)
        path, other = some_sounds(root, 2)
        worker = RecordingWorker(path)
        with listening(profile, worker) as at_work:
            at_work.index(root)
            assert is_heard(at_work.library, other)
            assert not is_heard(at_work.library, path)
            idle = len(at_work.told(IndexingIdle))
            looks = worker.looks
            wait_until(lambda: worker.looks > looks + 1)
            worker.goes_on = False
            wait_until(lambda: is_heard(at_work.library, path))
            assert at_work.indexer.wait_idle(DEADLINE)
            assert len(at_work.told(IndexingIdle)) == idle + 1, "idle is told once, not at each look"

    def test_files_that_change_or_go_between_the_scan_and_their_turn(self, root: Path, profile: Path) -> None:
        first, second, third = some_sounds(root, 3)
        turn = iter([True])

        def change_the_others() -> None:
            if next(turn, False):
                second.unlink()
                sounds.make(root, name=third.stem, frames=sounds.noise(0.3, seed=8))

        with listening(profile, WorkerThatIsWatched(change_the_others)) as at_work:
            at_work.index(root)
            assert is_heard(at_work.library, first)
            assert sound_at(at_work.library, second).state is SoundState.MISSING
            changed = sound_at(at_work.library, third)
            assert changed.format is not None
            assert changed.format.seconds == pytest.approx(0.3)
            assert not at_work.told(IndexingFailed)


class TestDeaths:
    def test_files_that_kill_or_hang_the_child_are_marked_and_the_rest_goes_on(self, root: Path, profile: Path) -> None:
        good = some_sounds(root, 4)
        bad = [
            sounds.make(root, "wav32f", name=name, frames=np.full((4_000, 1), level, dtype=np.float32))
            for name, level in {"sound 1 aborts": fakes.ABORTS, "sound 2 hangs": fakes.HANGS}.items()
        ]
        worker = EmbeddingProcess(fakes.fake_spec(), loader="tests.fakes:load_troubled", stall_seconds=1.0)
        with listening(profile, worker) as at_work:
            at_work.index(root)
            assert all(is_heard(at_work.library, path) for path in good)
            problems = dict(at_work.library.sounds.unreadable())
            assert sorted(problems) == sorted(bad)
            assert all("twice" in reason for reason in problems.values())
            at_work.events.clear()
            at_work.index()
            assert not at_work.told(IndexingFailed), "they are not tried again while they stay the same"

    def test_a_child_that_dies_over_everything_marks_nothing(self, root: Path, profile: Path) -> None:
        some_sounds(root, 3)
        worker = EmbeddingProcess(fakes.fake_spec(), loader="tests.library_maker:load_dying")
        with listening(profile, worker) as at_work:
            at_work.index(root)
            assert at_work.library.sounds.unreadable() == []
            assert at_work.library.sounds.waiting_count(FAKE) == 3
            assert "fails on every sound" in at_work.indexer.problem

    @pytest.mark.parametrize("windows", [None, WindowShape(0.05, 0.025, 0.05)])
    def test_a_child_that_fails_on_everything_marks_nothing(
        self, root: Path, profile: Path, windows: WindowShape | None
    ) -> None:
        some_sounds(root, 3)
        if windows is not None:
            with listening(profile) as at_work:
                at_work.index(root)
        worker = EmbeddingProcess(fakes.fake_spec(), loader="tests.library_maker:load_faulty")
        with listening(profile, worker, windows=windows) as at_work:
            at_work.index(root)
            assert at_work.library.sounds.unreadable() == []
            assert at_work.library.sounds.waiting_count(FAKE) == (3 if windows is None else 0)
            assert "a fault in the loader" in at_work.indexer.problem

    def test_an_embedder_that_cannot_be_loaded_stops_with_its_sentence(self, root: Path, profile: Path) -> None:
        some_sounds(root, 2)
        with listening(profile, InProcessWorker(BrokenEmbedder())) as at_work:
            at_work.index(root)
            assert at_work.indexer.paused
            assert [event.reason for event in at_work.told(IndexingStopped)] == ["The weights are missing."]
            assert at_work.library.sounds.waiting_count(FAKE) == 2


class TestRestingAndStopping:
    def test_pause_and_resume(self, root: Path, profile: Path) -> None:
        paths = some_sounds(root, 6)
        at_work: Listening
        worker = WorkerThatIsWatched(lambda: at_work.indexer.pause())
        with listening(profile, worker) as at_work:
            at_work.index(root)
            assert at_work.indexer.paused
            assert at_work.told(IndexingPaused)
            assert sum(is_heard(at_work.library, path) for path in paths) == 1, "what was heard is kept"
            worker.while_hearing = lambda: None
            at_work.indexer.resume()
            assert at_work.indexer.wait_idle(DEADLINE)
            assert not at_work.indexer.paused
            assert all(is_heard(at_work.library, path) for path in paths)
            at_work.indexer.pause()
            assert at_work.indexer.wait_idle(DEADLINE)
            assert isinstance(at_work.events[-1], IndexingPaused), "pausing is told when there is nothing to do, too"

    def test_what_changes_during_a_pause_is_not_forgotten(self, root: Path, profile: Path) -> None:
        with listening(profile) as at_work:
            some_sounds(root, 1)
            folder = at_work.index(root)
            assert folder is not None
            at_work.indexer.pause()
            new = some_sounds(root, 1, first=7)[0]
            at_work.indexer.refresh(folder.folder_id, [new])
            assert at_work.indexer.wait_idle(DEADLINE)
            assert at_work.library.sounds.by_path(new) is None
            at_work.indexer.resume()
            assert at_work.indexer.wait_idle(DEADLINE)
            assert is_heard(at_work.library, new)

    def test_stopping_during_a_long_sound_is_prompt_and_loses_nothing(self, root: Path, profile: Path) -> None:
        good = some_sounds(root, 2)
        slow = sounds.make(root, "wav32f", name="very slow", frames=np.full((8_000, 1), fakes.HANGS, dtype=np.float32))
        worker = ProcessThatIsWatched(fakes.fake_spec(), loader="tests.fakes:load_troubled", stall_seconds=600.0)
        with listening(profile, worker) as at_work:
            at_work.library.folders.add(root)
            at_work.indexer.rescan()
            # The two good ones are heard and not stored yet; the third never ends by itself.
            wait_until(lambda: slow in worker.asked)
            assert at_work.library.sounds.waiting_count(FAKE) == 3
        with open_library(profile) as library:
            assert library.sounds.waiting_count(FAKE) == 1
            assert all(is_heard(library, path) for path in good)
            assert library.sounds.unreadable() == []
            assert sound_at(library, slow).problem is None

    def test_starting_again_goes_on_where_it_stopped(self, root: Path, profile: Path) -> None:
        some_sounds(root, 6)
        embedder = CountingEmbedder()
        at_work: Listening
        worker = WorkerThatIsWatched(lambda: embedder.heard >= 2 and at_work.indexer.ask_to_stop(), embedder)
        with listening(profile, worker) as at_work:
            at_work.index(root)
            assert at_work.indexer.stopped
        assert embedder.heard < 6
        with listening(profile, InProcessWorker(embedder)) as at_work:
            assert at_work.indexer.wait_idle(DEADLINE)
            assert at_work.library.sounds.waiting_count(FAKE) == 0
        assert embedder.heard == 6

    def test_waiting_ends_whoever_stops_or_pauses_meanwhile(self, root: Path, profile: Path) -> None:
        some_sounds(root, 30)
        for seed in range(12):
            generator = np.random.default_rng(seed)
            with listening(profile.with_name(f"profile {seed}")) as at_work:
                at_work.library.folders.add(root)
                at_work.indexer.rescan()
                waiter = threading.Thread(target=at_work.indexer.wait_idle)
                waiter.start()
                threading.Event().wait(generator.uniform(0, 0.05))
                for action in generator.choice(["pause", "resume", "rescan", "pause", "ask_to_stop"], 3):
                    getattr(at_work.indexer, action)()
                if not at_work.indexer.stopped and seed % 2:
                    at_work.indexer.resume()
                waiter.join(DEADLINE)
                assert not waiter.is_alive(), f"seed {seed}"

    def test_a_full_disk_stops_the_work_with_a_sentence_and_nothing_is_lost(
        self, root: Path, profile: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        paths = some_sounds(root, 3)
        with listening(profile) as at_work:
            save = at_work.library.sounds.save_heard

            def disk_full(embedder_id: str, heard: list[Heard]) -> list[int]:
                raise LibraryError("The disk is full, so the library could not be saved: make room and try again.")

            monkeypatch.setattr(at_work.library.sounds, "save_heard", disk_full)
            at_work.index(root)
            assert at_work.indexer.paused
            assert at_work.indexer.problem.startswith("The disk is full")
            assert [event.reason for event in at_work.told(IndexingStopped)] == [at_work.indexer.problem]
            monkeypatch.setattr(at_work.library.sounds, "save_heard", save)
            at_work.indexer.resume()
            assert at_work.indexer.wait_idle(DEADLINE)
            assert at_work.indexer.problem == ""
            assert all(is_heard(at_work.library, path) for path in paths)

    def test_a_scan_that_could_not_be_stored_is_made_after_resuming(
        self, root: Path, profile: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path = some_sounds(root, 1)[0]
        with listening(profile) as at_work:
            with monkeypatch.context() as patch:
                patch.setattr(at_work.library.sounds, "apply_scan", _raise_disk_full)
                at_work.index(root)
                assert at_work.indexer.paused
            at_work.indexer.resume()
            assert at_work.indexer.wait_idle(DEADLINE)
            assert is_heard(at_work.library, path)


class TestWhatIsAsked:
    def test_only_news_is_told(self, root: Path, profile: Path) -> None:
        paths = some_sounds(root, 2)
        with listening(profile) as at_work:
            folder = at_work.index(root)
            assert folder is not None
            at_work.events.clear()
            at_work.indexer.refresh(folder.folder_id, paths)
            at_work.index()
            assert not at_work.told(SoundsChanged)
            assert [event.online for event in at_work.told(FolderScanned)] == [True]
            assert isinstance(at_work.events[-1], IndexingIdle)

    def test_paths_outside_the_folder_or_of_a_removed_one_are_ignored(self, root: Path, profile: Path) -> None:
        some_sounds(root, 1)
        with listening(profile) as at_work:
            folder = at_work.index(root)
            assert folder is not None
            at_work.indexer.refresh(folder.folder_id, [root.parent, root.parent / "other.wav"])
            at_work.indexer.refresh(99, [root / "sound 0.wav"])
            assert at_work.indexer.wait_idle(DEADLINE)
            assert at_work.library.sounds.counts(FAKE).sounds == 1

    def test_many_changed_files_are_found(self, root: Path, profile: Path) -> None:
        with listening(profile) as at_work:
            some_sounds(root, 1)
            folder = at_work.index(root)
            assert folder is not None
            new = some_sounds(root, 130, first=1)
            at_work.indexer.refresh(folder.folder_id, new)
            assert at_work.indexer.wait_idle(DEADLINE)
            assert all(is_heard(at_work.library, path) for path in new)

    def test_what_was_embedded_is_counted_by_folder(self, root: Path, profile: Path) -> None:
        some_sounds(root, 3)
        other = root.parent / "Other"
        some_sounds(other, 2, first=10)
        with listening(profile) as at_work:
            first, second = at_work.index(root), at_work.index(other)
            assert first is not None
            assert second is not None
            assert at_work.indexer.embedded_in([first.folder_id]) == 3
            assert at_work.indexer.embedded_in([first.folder_id, second.folder_id, second.folder_id]) == 5


class ReadingWorker(InProcessWorker):
    """Counts files that are opened."""

    read = 0

    def identify(self, path: Path):  # type: ignore[no-untyped-def]
        self.read += 1
        return super().identify(path)


class WorkerThatIsRefused(InProcessWorker):
    """May not open some files; a system's administrator may open all, so that their mode cannot be used for this."""

    def __init__(self) -> None:
        super().__init__(fakes.FakeEmbedder())
        self.refused: set[Path] = set()
        self.asked = 0

    def identify(self, path: Path) -> Identity:
        with parser_errors():
            if path in self.refused:
                self.asked += 1
                raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return super().identify(path)


class WorkerThatIsWatched(InProcessWorker):
    """Something happens each time a file was heard, before the answer is given."""

    def __init__(self, while_hearing: Callable[[], object], embedder: CountingEmbedder | None = None) -> None:
        super().__init__(embedder or CountingEmbedder())
        self.while_hearing = while_hearing
        self.asked: list[Path] = []

    def hear(self, path: Path) -> HeardSound:
        heard = super().hear(path)
        self.while_hearing()
        self.asked.append(path)
        return heard


class RecordingWorker(InProcessWorker):
    """While one file is heard, somebody writes to it, as long as the recording goes on."""

    def __init__(self, recording: Path) -> None:
        super().__init__(CountingEmbedder())
        self.recording = recording
        self.goes_on = True
        self.looks = 0

    def hear(self, path: Path) -> HeardSound:
        heard = super().hear(path)
        if path == self.recording and self.goes_on:
            self.looks += 1
            os.utime(path, ns=(self.looks, self.looks))
        return heard


class ProcessThatIsWatched(EmbeddingProcess):
    """Remembers what it was asked to hear."""

    asked: tuple[Path, ...] = ()

    def hear(self, path: Path) -> HeardSound:
        self.asked = (*self.asked, path)
        return super().hear(path)


class OverflowingEmbedder(fakes.FakeEmbedder):
    """Its numbers are too large for half precision."""

    def embed_audio(self, sounds: list[np.ndarray]) -> Vectors:  # type: ignore[override]
        return super().embed_audio(sounds) * np.float32(1e7)


class BrokenEmbedder(fakes.FakeEmbedder):
    """Hears nothing."""

    def embed_audio(self, sounds: list[np.ndarray]) -> Vectors:  # type: ignore[override]
        raise EmbedderError("The weights are missing.")


def _raise_disk_full(*_arguments: object, **_named: object) -> None:
    raise LibraryError("The disk is full, so the library could not be saved: make room and try again.")
