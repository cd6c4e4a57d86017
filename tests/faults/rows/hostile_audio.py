"""Broken sound files in the real children: the one that hears for the library, and the one that plays and draws."""

import itertools
import queue
import random
import sys
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final
from unittest import mock

import numpy as np
import psutil

from desktop_app.engine import worker_process
from desktop_app.engine.child_process import ChildProcess
from desktop_app.engine.decoder_process import Decoder, Describe
from desktop_app.engine.embedding_process import EmbeddingProcess, WorkerDiedError
from desktop_app.engine.sound_errors import SilentSoundError, UnreadableSoundError
from desktop_app.engine.worker_messages import Beat, Done, Failed, Refused
from tests.fakes import fake_spec
from tests.faults.hostile_audio import Hostile, cut, flipped, lying_fields, originals
from tests.faults.row import Row, shortened

FULL: Final = 10_318
QUICK: Final = 300
_SEED: Final = 20_240_607
_PATIENCE: Final = 10.0
"""Seconds without progress after which a file is to be given up."""
_SLACK: Final = 2.0
"""Seconds until that is noticed."""
_MOST_BYTES: Final = 1 << 30


class _Silences:
    """How long an order in a child gave no sign of life: the longest time."""

    def __init__(self) -> None:
        self.longest = 0.0

    def note(self, since: float) -> None:
        """It was silent from then until now."""
        self.longest = max(self.longest, time.monotonic() - since)


class _Overheard(ChildProcess):
    """A child whose signs of life are looked at as they come, until its last order ends or it is killed."""

    def __init__(self, silences: _Silences, *arguments: Any) -> None:
        self._silences = silences
        self._signs: dict[int, float] = {}
        super().__init__(*arguments)

    def receive(self) -> object | None:
        """See `ChildProcess`."""
        message = super().receive()
        if isinstance(message, Beat | Done | Failed | Refused) and message.number in self._signs:
            self._silences.note(self._signs.pop(message.number))
        if isinstance(message, Beat):
            self._signs[message.number] = time.monotonic()
        return message

    def end(self, *, kill: bool) -> int | None:
        """See `ChildProcess`."""
        for since in self._signs.values():
            self._silences.note(since)
        return super().end(kill=kill)


class _Trial:
    """What became of the files."""

    def __init__(self) -> None:
        self.fates: Counter[str] = Counter()
        self.problems: list[str] = []
        self.silences = _Silences()
        self.slowest = 0.0
        """Seconds that a file took."""
        self.most = 0
        """Bytes that a child has had more than after its first file."""
        self._base: dict[int, int] = {}

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
        self._weigh(worker.pid)
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
        self._weigh(decoder.pid)

    def _weigh(self, pid: int | None) -> None:
        if pid is None:
            return
        try:
            size = _most_resident(pid)
        except (psutil.NoSuchProcess, OSError):
            return
        self._base.setdefault(pid, size)
        self.most = max(self.most, size - self._base[pid])


def _most_resident(pid: int) -> int:
    """Bytes: the most that a process ever had (what it has, where the system does not say)."""
    if sys.platform == "linux":
        status = Path(f"/proc/{pid}/status").read_text()
        return int(status.partition("VmHWM:")[2].split()[0]) << 10
    return int(psutil.Process(pid).memory_info().rss)


def files(folder: Path, count: int) -> Iterator[Hostile]:
    """That many of them, the same every time: a third of them cut, a third with lying fields, as far as there are."""
    generator = random.Random(_SEED)
    made = originals(folder)
    chosen: list[Hostile] = []
    for several in (cut(made), lying_fields(made)):
        every = list(several)
        chosen += generator.sample(every, min(len(every), count // 3))
    return itertools.islice(itertools.chain(chosen, flipped(made, generator)), count)


def run(quick: bool) -> Row:
    """See the module."""
    trial = _Trial()
    overheard = partial(_Overheard, trial.silences)
    with TemporaryDirectory() as scratch, mock.patch.object(worker_process, "ChildProcess", overheard):
        tried = _try_all(trial, Path(scratch), QUICK if quick else FULL)
    silence = trial.silences.longest
    if silence > _PATIENCE + _SLACK:
        trial.problems.append(f"a file gave no sign of progress for {silence:.1f} s")
    if not silence:
        trial.problems.append("no sign of progress was seen at all")
    if trial.most > _MOST_BYTES:
        trial.problems.append(f"a child grew by {trial.most >> 20} MB")
    if not trial.fates["heard"] or not trial.fates["refused"]:
        trial.problems.append("the files were all good, or all bad: nothing was tried")
    fates = ", ".join(f"{number:,} {fate}" for fate, number in trial.fates.most_common())
    return Row(
        14,
        "broken sound files: cut, flipped, lying",
        tried,
        "0 crashes or hangs of the app; <= 10 s without progress; <= 1,024 MB more; 0 NaN embeddings",
        f"{len(trial.problems)} problems; {silence:.1f} s without progress (slowest file: {trial.slowest:.1f} s);"
        f" {trial.most >> 20} MB more; {fates}",
        shortened(trial.problems),
    )


def _try_all(trial: _Trial, folder: Path, count: int) -> int:
    """How many files were tried."""
    tried = 0
    with ThreadPoolExecutor(1) as pool:
        worker = EmbeddingProcess(fake_spec(), loader="tests.fakes:load_fake")
        decoder = Decoder()
        try:
            worker.embed_text(["begin"])
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
