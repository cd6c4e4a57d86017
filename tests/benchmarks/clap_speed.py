"""How many files a second CLAP hears on one core, against what people write who have sounds and transformers; how near
it stays to what transformers computes; and how soon it is ready.

The network has the published sizes and random weights, which take as long as trained ones. The ways take turns, file
by file, so that a busy machine slows all; the time is the processor's.
"""

import pickle
import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from unittest import mock

import numpy as np
import soundfile
import torch
import transformers

from desktop_app.core.sound import Samples
from desktop_app.core.synthesis import reference_names, reference_sound
from desktop_app.core.vector_index import Vectors
from desktop_app.engine.decoding.audio import decode
from desktop_app.engine.embedders.embedder import Embedder, EmbedderSpec
from desktop_app.engine.embedders.embedders import load_embedder
from tests.benchmarks.result import Result
from tests.clap_checkpoint import save_checkpoint

ONE_SHOTS = 12
LONG_FILES = 3
LONG_SECONDS = 120.0
ROUNDS = 2
RATE = 48_000
NEIGHBOURS = 10
MANY_SOUNDS = 500
NAIVE = "librosa.load, ClapProcessor and get_audio_features, one file at a time"
QUERY = "a" * 10
"""Twelve tokens of the checkpoint's tokenizer, with the marks around them."""

FIRST_EMBEDDING = """
import pickle, sys, time
import numpy as np, psutil
from desktop_app.engine.embedders.embedders import load_embedder
embedder = load_embedder(pickle.load(sys.stdin.buffer))
embedder.embed_audio([np.sin(np.arange(48000, dtype=np.float32) / 20)])
assert "torch" not in sys.modules
print(time.process_time(), psutil.Process().memory_info().rss / 1e6)
"""

Hear = Callable[[Path], Vectors]


def run() -> Iterator[Result]:
    """One-shots (0.2 to 2 s) and 120 s files, stereo WAV of 44.1 kHz and 16 bits, one thread; then nearness, the first
    embedding of a fresh process, and a query.
    """
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        checkpoint = save_checkpoint(root / "clap", real_size=True)
        spec = EmbedderSpec("clap", "clap", checkpoint, "clap/benchmark/fe/float32", RATE, 512, towers=root / "towers")
        exact, fast = load_embedder(spec), load_embedder(replace(spec, precision="fast"))
        naive = Naive(checkpoint)
        lengths = np.linspace(0.2, 2.0, ONE_SHOTS)
        one_shots = [_write(root / f"shot{number}.wav", seconds) for number, seconds in enumerate(lengths)]
        long_files = [_write(root / f"long{number}.wav", LONG_SECONDS + number) for number in range(LONG_FILES)]
        for name, paths, targets in (("one-shots", one_shots, (2.3, 3.5)), ("120 s files", long_files, (2.5, 3.5))):
            yield from _compare(name, paths, [_hear(exact), _hear(fast)], naive.hear, targets)
        files = [decode(path, sample_rate=RATE).samples for path in (*one_shots, *long_files)]
        transformed = np.stack([naive.hear_pinned(sound) for sound in files])
        yield _distance("exact", "transformers", exact.embed_audio(files), transformed, 1e-5)
        yield _distance("fast", "transformers", fast.embed_audio(files), transformed, 1e-4)
        yield from _many_sounds(exact, fast)
        yield from _first_embedding(spec)
        yield _query(exact)


class Naive:
    """What people write: everything in one go, by the libraries' own means."""

    def __init__(self, checkpoint: Path) -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            import librosa
        self._load = librosa.load
        self._processor: Any = transformers.ClapProcessor.from_pretrained(checkpoint)
        self._network: Any = transformers.ClapModel.from_pretrained(checkpoint).eval()

    def hear(self, path: Path) -> Vectors:
        """A file's embedding, with all that is random in it."""
        return self._embed(self._inputs(self._load(path, sr=RATE)[0]))

    def hear_pinned(self, samples: Samples) -> Vectors:
        """A sound's without chance: crops from the middles, and no short sound is called long."""
        with (
            mock.patch.object(np.random, "choice", lambda starts: starts[len(starts) // 2]),
            mock.patch.object(np.random, "randint", lambda low, high: (high - 1) // 2),
        ):
            inputs = self._inputs(samples)
        return self._embed({**inputs, "is_longer": torch.tensor([[len(samples) > 10.01 * RATE]])})

    def _inputs(self, samples: Samples) -> Any:
        return self._processor(audio=samples, sampling_rate=RATE, return_tensors="pt")

    def _embed(self, inputs: Any) -> Vectors:
        with torch.no_grad():
            embedding: Vectors = self._network.get_audio_features(**inputs).pooler_output[0].numpy()
        return embedding


def _hear(embedder: Embedder) -> Hear:
    return lambda path: embedder.embed_audio([decode(path, sample_rate=embedder.sample_rate).samples])[0]


def _compare(
    name: str, paths: list[Path], ours: list[Hear], naive: Hear, targets: tuple[float, float]
) -> Iterator[Result]:
    ways = [*ours, naive]
    for way in ways:
        way(paths[0])
    seconds = [0.0] * len(ways)
    for _ in range(ROUNDS):
        for path in paths:
            for number, way in enumerate(ways):
                seconds[number] += _seconds(way, path)
    *spent, baseline = [total / (ROUNDS * len(paths)) for total in seconds]
    for mode, each, target in zip(("exact", "fast"), spent, targets, strict=True):
        against = f"{NAIVE}: {1 / baseline:.2f} files/s"
        yield Result(f"CLAP, {mode}: {name}, one core", 1 / each, "files/s", against, baseline / each, target)


def _seconds(hear: Hear, path: Path) -> float:
    start = time.process_time()
    hear(path)
    return time.process_time() - start


def _many_sounds(exact: Embedder, fast: Embedder) -> Iterator[Result]:
    """How far many kinds of sounds move, and how many of each one's nearest ones stay the same."""
    sounds = [reference_sound(name).samples for name in reference_names()[:MANY_SOUNDS]]
    slow, quick = exact.embed_audio(sounds), fast.embed_audio(sounds)
    yield _distance("fast", f"exact, {len(sounds)} sounds", quick, slow, 1e-4)
    near = zip(_nearest(slow), _nearest(quick), strict=True)
    shared = float(np.mean([len(set(a) & set(b)) / NEIGHBOURS for a, b in near]))
    name = f"CLAP, fast: the {NEIGHBOURS} nearest of {len(sounds)} sounds that are the same"
    yield Result(name, shared, "", "exact", target=0.99, target_for="at least")


def _distance(mode: str, other: str, found: Vectors, expected: Vectors, bound: float) -> Result:
    """The greatest distance of embeddings that belong together."""
    first, second = found.astype(np.float64), expected.astype(np.float64)
    lengths = np.linalg.norm(first, axis=1) * np.linalg.norm(second, axis=1)
    distance = float((1 - (first * second).sum(axis=1) / lengths).max())
    name = f"CLAP, {mode}: 1 - cosine to {other}"
    return Result(name, distance, "", target=bound, target_for="at most")


def _nearest(vectors: Vectors) -> list[list[int]]:
    likeness = vectors @ vectors.T
    np.fill_diagonal(likeness, -np.inf)
    nearest: list[list[int]] = np.argsort(-likeness, axis=1, kind="stable")[:, :NEIGHBOURS].tolist()
    return nearest


def _first_embedding(spec: EmbedderSpec) -> Iterator[Result]:
    program = [sys.executable, "-c", FIRST_EMBEDDING]
    answers = [subprocess.run(program, input=pickle.dumps(spec), capture_output=True, check=True) for _ in range(3)]
    said = [[float(word) for word in answer.stdout.split()] for answer in answers]
    seconds, megabytes = (float(number) for number in np.median(said, axis=0))
    yield Result("CLAP, first embedding of a fresh process", seconds, "s CPU", target=1.5, target_for="at most")
    yield Result("CLAP, its memory then", megabytes, "MB", target=500, target_for="at most")


def _query(embedder: Embedder) -> Result:
    embedder.embed_text([QUERY])
    start = time.process_time()
    for _ in range(20):
        embedder.embed_text([QUERY])
    milliseconds = (time.process_time() - start) / 20 * 1000
    return Result("CLAP, a query of 12 tokens", milliseconds, "ms", target=30, target_for="at most")


def _write(path: Path, seconds: float) -> Path:
    """Noise that comes and goes, with a tone in it; another one for each length."""
    frames = round(seconds * 44_100)
    at = np.arange(frames)[:, None] / 44_100
    noise = np.random.default_rng(frames).normal(0, 0.1, (frames, 2)) * np.abs(np.sin((1 + seconds % 3) * at))
    tone = 0.3 * np.sin(2 * np.pi * (300 + 500 * (seconds % 7)) * at)
    soundfile.write(path, (noise + tone).clip(-1, 1), 44_100, subtype="PCM_16")
    return path
