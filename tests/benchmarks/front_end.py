"""What comes before the network: log-mel against transformers' extractor, decoding against librosa, memory of a day's
recording.

Both ways take turns, sound by sound, on one core, and the time is the processor's.
"""

import statistics
import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final, TypeVar

import av
import numpy as np
import soundfile
import soxr
from transformers import ClapFeatureExtractor

from desktop_app.core.sound import Samples
from desktop_app.engine.clap.clap_checkpoint import MelParameters
from desktop_app.engine.clap.log_mel import LogMel
from desktop_app.engine.decoding.audio import decode
from desktop_app.engine.decoding.audio_file import BLOCK_FRAMES, AudioFile
from desktop_app.engine.decoding.quick_flac import quick_blocks
from tests.benchmarks.result import Result
from tests.long_sounds import sparse_wav

Subject = TypeVar("Subject")

RATE: Final = 48_000
LENGTHS: Final = {"10 s": (10, 25, 3.0), "5 min": (300, 5, 5.0), "30 min": (1800, 1, 20.0)}
"""Seconds, how often it is measured, and the ratio that was promised."""
FORMATS: Final = {
    "WAV 44.1 kHz, 16 bit": ("wav", "WAV", "PCM_16", 44_100),
    "WAV 48 kHz, 24 bit": ("wav", "WAV", "PCM_24", 48_000),
    "WAV 96 kHz, 24 bit": ("wav", "WAV", "PCM_24", 96_000),
    "FLAC 44.1 kHz": ("flac", "FLAC", "PCM_16", 44_100),
    "MP3 44.1 kHz": ("mp3", "MP3", "MPEG_LAYER_III", 44_100),
}
DECODED_SECONDS: Final = 300
DECODED_TWICE: Final = 2.0
ROUNDS: Final = 5
LONG_HOURS: Final = 6
MEMORY_MB: Final = 150.0

_CHILD: Final = """
import sys, time
from pathlib import Path
from desktop_app.engine.processes.listener import Listener
from tests.long_sounds import FrontEndOnly, peak_memory
def nothing(_seconds=None): pass
listener = Listener(FrontEndOnly, load_seconds=0.0, loading=nothing, loaded=nothing)
listener.embed_text(["what is loaded"], nothing)
before, began = peak_memory(), time.process_time()
listener.hear(Path(sys.argv[1]), nothing)
print((peak_memory() - before) / 1e6, time.process_time() - began)
"""
"""Hears a file by CLAP's front end; tells what memory (MB) and time (s) it took beside what was loaded before."""


def run() -> Iterator[Result]:
    """Log-mel by length, decoding by format, and what six hours of 96 kHz in eight channels add to the process."""
    yield from (_log_mel(name, *how) for name, how in LENGTHS.items())
    with tempfile.TemporaryDirectory() as folder:
        for name, how in FORMATS.items():
            yield from _decoding(Path(folder), name, *how)
        yield from _memory(Path(folder))


def _log_mel(name: str, seconds: int, rounds: int, target: float) -> Result:
    ours = LogMel(MelParameters(RATE, 10 * RATE, 1024, 480, 64, 50.0, 14_000.0, True))
    theirs = ClapFeatureExtractor(frequency_min=50)
    generator = np.random.default_rng(seconds)
    sound = generator.standard_normal(seconds * RATE, dtype=np.float32) * np.float32(0.1)

    def extract(samples: Samples) -> object:
        return theirs(samples, sampling_rate=RATE, return_tensors="np")

    our_time, their_time = _compare(ours, extract, sound, rounds)
    baseline = f"ClapFeatureExtractor: {1e3 * their_time:.0f} ms"
    return Result(f"log-mel of {name}, one core", 1e3 * our_time, "ms", baseline, their_time / our_time, target)


def _decoding(folder: Path, name: str, suffix: str, container: str, encoding: str, rate: int) -> Iterator[Result]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import librosa
    path = _write(folder / f"sound.{suffix}", container, encoding, rate)
    load: Any = librosa.load
    our_time, their_time = _compare(
        lambda file: decode(file, sample_rate=RATE), lambda file: load(file, sr=RATE), path, ROUNDS
    )
    least_time, _ = _compare(_least, _nothing, path, ROUNDS)
    path.unlink()
    title = f"decode, mix and resample 5 min of {name}, and its shape"
    baseline = f"librosa.load: {1e3 * their_time:.0f} ms"
    yield Result(title, 1e3 * our_time, "ms", baseline, their_time / our_time, DECODED_TWICE)
    title = "... its decoder and the resampler alone, whose results nobody looks at"
    yield Result(title, 1e3 * least_time, "ms", "the same", their_time / least_time)


def _least(path: Path) -> None:
    """What cannot be spared: the quickest decoder that gives the same samples, and the resampler both ways share."""
    with AudioFile(path) as file:
        rate, frames = file.sample_rate, 0
        if path.suffix == ".mp3":
            with av.open(str(path)) as container:
                frames = sum(frame.samples for frame in container.decode(audio=0))
        else:
            frames = sum(len(block) for block in quick_blocks(path, file) or file.blocks())
    if rate == RATE:
        return
    resampler = soxr.ResampleStream(rate, RATE, 1, dtype="float32", quality="HQ")
    block = np.full(BLOCK_FRAMES, 0.1, dtype=np.float32)
    for _ in range(frames // BLOCK_FRAMES):
        resampler.resample_chunk(block)


def _nothing(_path: Path) -> None:
    pass


def _memory(folder: Path) -> Iterator[Result]:
    tones = (3.0, 3600.0 * LONG_HOURS / 3, 3600.0 * LONG_HOURS - 2)
    long = sparse_wav(folder / "long.wav", seconds=3600 * LONG_HOURS, rate=96_000, channels=8, tones=tones)
    command = [sys.executable, "-c", _CHILD, str(long)]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    megabytes, seconds = map(float, said.split())
    title = f"{LONG_HOURS} h of 96 kHz in 8 channels ({long.stat().st_size / 1e9:.0f} GB, sparse)"
    yield Result(f"{title}, memory added", megabytes, "MB", target=MEMORY_MB, target_for="at most")
    yield Result(f"{title}, identified and heard", seconds, "s CPU", "the time it lasts", 3600 * LONG_HOURS / seconds)


def _compare(
    ours: Callable[[Subject], object], theirs: Callable[[Subject], object], subject: Subject, rounds: int
) -> tuple[float, float]:
    """Medians of the processor's seconds for each."""
    spent: tuple[list[float], list[float]] = ([], [])
    for _round in range(rounds):
        for way, times in zip((ours, theirs), spent, strict=True):
            began = time.process_time()
            way(subject)
            times.append(time.process_time() - began)
    return statistics.median(spent[0]), statistics.median(spent[1])


def _write(path: Path, container: str, encoding: str, rate: int) -> Path:
    """A gliding tone in noise, stereo."""
    generator = np.random.default_rng(rate)
    with soundfile.SoundFile(path, "w", rate, 2, encoding, format=container) as file:
        for second in range(DECODED_SECONDS):
            moment = (np.arange(rate) + second * rate) / rate
            tone = 0.2 * np.sin(2 * np.pi * (200 + second) * moment)[:, None]
            file.write((tone + 0.05 * generator.standard_normal((rate, 2))).clip(-1, 1))
    return path
