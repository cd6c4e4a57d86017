"""The noisiest recordings are found by what is known of them, and measured only where nothing is."""

import os
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from desktop_app.core.sound_quality import SoundQuality
from desktop_app.engine.decoding.sound_errors import UnreadableSoundError
from desktop_app.engine.evaluation.file_crew import HearingCancelledError
from desktop_app.engine.evaluation.noisiest import Noisiest, noisiest
from desktop_app.engine.processes.in_process_worker import InProcessWorker
from desktop_app.library.kept_hearing import KeptHearing
from desktop_app.library.library import Library
from desktop_app.library.tables.heard import Heard
from desktop_app.library.watching.stamps import stamp_of_file
from tests import sounds
from tests.library_maker import FORMAT, CountingEmbedder, open_library
from tests.measurements import quality


class Measuring(InProcessWorker):
    """Knows what a recording's noise is by its name: `12.wav` is at 12 dB, `none.wav` at none."""

    def __init__(self) -> None:
        super().__init__(CountingEmbedder())
        self.measured: list[str] = []

    def measure_quality(self, path: Path, wanted: Callable[[], bool]) -> SoundQuality:
        self.measured.append(path.stem)
        if path.stem == "broken":
            raise UnreadableSoundError("This is not audio.")
        return quality(signal_to_noise=None if path.stem == "none" else float(path.stem))


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    return [sounds.make(tmp_path, name=name, frames=sounds.noise(0.1)) for name in ("30", "none", "5", "broken", "18")]


def pick(
    files: list[Path], most: int, library: Library, worker: Measuring, kept: KeptHearing | None = None
) -> Noisiest:
    return noisiest(files, most, library, worker, lambda _done, _total, _rate: None, kept=kept)


def test_the_noisiest_come_first_and_what_cannot_be_told_is_counted(tmp_path: Path, files: list[Path]) -> None:
    with open_library(tmp_path / "profile") as library:
        found = pick(files, 2, library, Measuring())
        everything = pick(files, 99, library, Measuring())
    assert [path.stem for path in found.paths] == ["5", "18"]
    assert found.signal_to_noise == (5, 18)
    assert (found.of, found.untold) == (4, 1)
    assert found.problems == {files[3]: "This is not audio."}
    assert [path.stem for path in everything.paths] == ["5", "18", "30"]
    assert found.document["signal_to_noise"] == [5, 18]
    assert found.document["sounds"][0] == {"path": str(files[2]), "signal_to_noise": 5}


def test_of_none_it_may_be_told(tmp_path: Path, files: list[Path]) -> None:
    with open_library(tmp_path / "profile") as library:
        found = pick([files[1], files[3]], 2, library, Measuring())
    assert (found.paths, found.of, found.untold, found.document["signal_to_noise"]) == ((), 1, 1, None)


def test_what_was_measured_once_is_kept_while_the_file_is_the_same(tmp_path: Path, files: list[Path]) -> None:
    first, second = Measuring(), Measuring()
    with open_library(tmp_path / "profile") as library:
        with KeptHearing(tmp_path / "heard.db") as kept:
            before = pick(files, 3, library, first, kept)
        os.utime(files[0], (1, 1))
        with KeptHearing(tmp_path / "heard.db") as kept:
            after = pick(files, 3, library, second, kept)
    assert sorted(first.measured) == ["18", "30", "5", "broken", "none"]
    assert sorted(second.measured) == ["30", "broken"], "the one that changed, and the one that failed"
    assert before == after


def test_what_the_library_measured_is_not_measured_again(tmp_path: Path, files: list[Path]) -> None:
    worker = Measuring()
    with open_library(tmp_path / "profile") as library:
        folder = library.folders.add(tmp_path)
        stamp = stamp_of_file(files[4])
        assert stamp is not None
        library.sounds.apply_scan(folder.folder_id, {files[4].name: stamp}, under=files[4].name)
        sound = library.sounds.by_path(files[4])
        assert sound is not None
        heard = Heard(sound.sound_id, stamp, b"eighteen", FORMAT, np.ones(4, dtype=np.float32), None)
        library.sounds.save_heard("fake/1", [heard])
        library.measured.save({b"eighteen": quality(signal_to_noise=2.0)}, {})
        found = pick(files, 1, library, worker)
        assert found.signal_to_noise == (2.0,)
        assert "18" not in worker.measured
        library.measured.save({b"eighteen": quality(signal_to_noise=None)}, {})
        assert files[4] not in pick(files, 9, library, worker).paths
        assert "18" not in worker.measured


def test_who_cancels_waits_for_no_more(tmp_path: Path, files: list[Path]) -> None:
    worker = Measuring()
    with open_library(tmp_path / "profile") as library, pytest.raises(HearingCancelledError):
        noisiest(
            files, 1, library, worker, lambda _done, _total, _rate: None, cancelled=lambda: len(worker.measured) > 1
        )
    assert len(worker.measured) < len(files)
