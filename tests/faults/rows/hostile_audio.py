"""Broken sound files in the real children: the one that hears for the library, and the one that plays and draws."""

import queue
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final
from unittest import mock

import numpy as np

from desktop_app.engine.decoding.sound_errors import SilentSoundError, UnreadableSoundError
from desktop_app.engine.processes import worker_process
from desktop_app.engine.processes.decoder_process import Decoder
from desktop_app.engine.processes.decoder_work import Describe
from desktop_app.engine.processes.embedding_process import EmbeddingProcess
from desktop_app.engine.processes.worker_errors import WorkerDiedError
from tests.fakes import fake_spec
from tests.faults.hostile_audio import Hostile, files
from tests.faults.observed_children import OverheardChild, Scales, Silences
from tests.faults.row import Row, shortened

FULL: Final = 10_318
QUICK: Final = 300
_PATIENCE: Final = 10.0
"""Seconds without progress after which a file is to be given up."""
_SLACK: Final = 2.0
"""Seconds until that is noticed."""
_MOST_BYTES: Final = 1 << 30


class _Trial:
    """What became of the files."""

    def __init__(self) -> None:
        self.fates: Counter[str] = Counter()
        self.problems: list[str] = []
        self.silences = Silences()
        self.scales = Scales()
        self.slowest = 0.0
        """Seconds that a file took."""

    def hear(self, worker: EmbeddingProcess, file: Hostile, path: Path) -> int | None:
        """Listen to a file; the frames that were decoded, if it can be heard."""
        began = time.monotonic()
        frames = None
        try:
            heard = worker.hear(path)
        except SilentSoundError:
            self.fates["silent"] += 1
        except UnreadableSoundError as error:
            self.fates["refused"] += 1
            if "failed on this file" in str(error):
                self.problems.append(f"{file.name}: an error that nobody expected: {error}")
        except WorkerDiedError as error:
            self.fates[f"child died ({error.killed_by})"] += 1
        else:
            self.fates["heard"] += 1
            frames = heard.format.frames
            if not np.isfinite(heard.vector).all():
                self.problems.append(f"{file.name}: an embedding that is not finite")
        self.slowest = max(self.slowest, time.monotonic() - began)
        self.scales.set_to_zero(worker.pid)
        return frames

    def describe(self, decoder: Decoder, file: Hostile, path: Path, frames: int | None) -> None:
        """Ask the other child, which decodes too: both must count the same frames."""
        answers: queue.SimpleQueue[object] = queue.SimpleQueue()
        decoder.request(Describe(path), answers.put)
        try:
            answer = answers.get(timeout=60)
        except queue.Empty:
            self.problems.append(f"{file.name}: the child that plays never answered")
            return
        counted = getattr(answer, "frames", None)
        if frames is not None and counted != frames:
            self.problems.append(f"{file.name}: heard {frames} frames, played {counted}: {answer}")
        self.scales.set_to_zero(decoder.pid)


def run(quick: bool) -> Row:
    """See the module."""
    trial = _Trial()
    overheard = partial(OverheardChild, trial.silences)
    with TemporaryDirectory() as scratch, mock.patch.object(worker_process, "ChildProcess", overheard):
        tried = _try_all(trial, Path(scratch), QUICK if quick else FULL)
    silence = trial.silences.longest
    if silence > _PATIENCE + _SLACK:
        trial.problems.append(f"a file gave no sign of progress for {silence:.1f} s")
    if not silence:
        trial.problems.append("no sign of progress was seen at all")
    if trial.scales.most > _MOST_BYTES:
        trial.problems.append(f"a child grew by {trial.scales.most >> 20} MB")
    if not trial.fates["heard"] or not trial.fates["refused"]:
        trial.problems.append("the files were all good, or all bad: nothing was tried")
    fates = ", ".join(f"{number:,} {fate}" for fate, number in trial.fates.most_common())
    return Row(
        14,
        "broken sound files: cut, flipped, lying",
        tried,
        "0 crashes or hangs of the app; <= 10 s without progress; <= 1,024 MB more; 0 NaN embeddings",
        f"{len(trial.problems)} problems; {silence:.1f} s without progress (slowest file: {trial.slowest:.1f} s);"
        f" {trial.scales.most >> 20} MB more; {fates}",
        shortened(trial.problems),
    )


def _try_all(trial: _Trial, folder: Path, count: int) -> int:
    """How many files were tried."""
    tried = 0
    with ThreadPoolExecutor(1) as pool, ExitStack() as stack:
        worker = EmbeddingProcess(fake_spec(), loader="tests.fakes:load_fake")
        decoder = Decoder()
        try:
            worker.embed_text(["begin"])
            stack.enter_context(trial.scales.weighing(lambda: (worker.pid, decoder.pid)))
            for number, file in enumerate(files(folder / "originals", count)):
                path = folder / f"{number}{file.suffix}"
                path.write_bytes(file.data)
                # Both at the same time: they are two processes.
                heard = pool.submit(trial.hear, worker, file, path)
                trial.describe(decoder, file, path, heard.result())
                path.unlink()
                tried += 1
        finally:
            worker.close()
            decoder.close()
    return tried
