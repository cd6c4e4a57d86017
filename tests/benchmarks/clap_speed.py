"""How many files a second CLAP hears on one core, against what people write who have sounds and transformers.

The network has the published sizes and random weights, which take as long as trained ones. Both ways take turns, file
by file, so that a busy machine slows both; the time is the processor's.
"""

import tempfile
import time
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import soundfile
import torch
import transformers

from desktop_app.engine.audio import decode
from desktop_app.engine.clap import ClapEmbedder
from tests.benchmarks.result import Result
from tests.clap_checkpoint import save_checkpoint

ONE_SHOTS = 12
LONG_FILES = 3
ROUNDS = 3
NAIVE = "librosa.load, ClapProcessor and get_audio_features, one file at a time"


def run() -> list[Result]:
    """Files a second for one-shots (0.2 to 2 s) and for 60 s files, one thread, stereo WAV of 44.1 kHz and 16 bits."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        checkpoint = save_checkpoint(root / "clap", real_size=True)
        ours, naive = _ours(checkpoint), _naive(checkpoint)
        lengths = np.linspace(0.2, 2.0, ONE_SHOTS)
        one_shots = [_write(root / f"shot{number}.wav", seconds) for number, seconds in enumerate(lengths)]
        long_files = [_write(root / f"long{number}.wav", 60.0) for number in range(LONG_FILES)]
        return [
            _compare("CLAP, one-shots, one core", one_shots, ours, naive),
            _compare("CLAP, 60 s files, one core", long_files, ours, naive),
        ]


def _compare(name: str, paths: list[Path], ours: Callable[[Path], object], naive: Callable[[Path], object]) -> Result:
    ours(paths[0])
    naive(paths[0])
    our_seconds = naive_seconds = 0.0
    for _ in range(ROUNDS):
        for path in paths:
            our_seconds += _seconds(ours, path)
            naive_seconds += _seconds(naive, path)
    heard = ROUNDS * len(paths)
    baseline = f"{NAIVE}: {heard / naive_seconds:.2f} files/s"
    return Result(name, heard / our_seconds, "files/s", baseline, naive_seconds / our_seconds)


def _seconds(hear: Callable[[Path], object], path: Path) -> float:
    start = time.process_time()
    hear(path)
    return time.process_time() - start


def _ours(checkpoint: Path) -> Callable[[Path], object]:
    embedder = ClapEmbedder(checkpoint, embedder_id="clap/benchmark", threads=1)

    def hear(path: Path) -> object:
        return embedder.embed_audio([decode(path, sample_rate=embedder.sample_rate).samples])

    return hear


def _naive(checkpoint: Path) -> Callable[[Path], object]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import librosa
    processor: Any = transformers.ClapProcessor.from_pretrained(checkpoint)
    network: Any = transformers.ClapModel.from_pretrained(checkpoint).eval()

    def hear(path: Path) -> object:
        samples, rate = librosa.load(path, sr=48_000)
        with torch.no_grad():
            return network.get_audio_features(**processor(audio=samples, sampling_rate=rate, return_tensors="pt"))

    return hear


def _write(path: Path, seconds: float) -> Path:
    frames = round(seconds * 44_100)
    noise = np.random.default_rng(frames).normal(0, 0.1, (frames, 2)) * np.linspace(1, 0.1, frames)[:, None]
    soundfile.write(path, noise.clip(-1, 1), 44_100, subtype="PCM_16")
    return path
