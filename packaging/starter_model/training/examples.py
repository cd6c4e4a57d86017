"""What the embedder hears of the corpus: the features of every window of every clip, and of changed copies of it.

One file a source in the cache, named after all that it was made from: the clips, the network and how copies are made.
Whatever changes is heard again and nothing else is.
"""

import hashlib
import json
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

import numpy as np
from corpus.audio_cache import Recordings, recordings
from corpus.augmentation import augmented
from corpus.clip import Clip, Source, Split, read_clips
from corpus.effects import EFFECTS, captioned
from corpus.sound import SAMPLE_RATE, Sound
from numpy.typing import NDArray
from safetensors import safe_open
from safetensors.numpy import load_file
from whole_files import save_whole

from desktop_app.engine.starter.projection import window_features
from desktop_app.engine.starter.yamnet import Yamnet

_VERSION = 5
COPIES = 2
"""Changed copies of a clip that is called the same."""
EFFECT_SHARE = 0.35
"""Share of the clips of which there is a copy that an effect gave a caption of its own."""
_LONGEST = 10 * SAMPLE_RATE
"""Samples of a clip of which copies are made."""


@dataclass(frozen=True, slots=True)
class Examples:
    """Windows of sounds, with what each is called; n windows of m clips."""

    features: NDArray[np.float16]
    """[n, 5834]"""
    roots: NDArray[np.float16]
    """[n, 521]: root of the highest score of each class."""
    scores: NDArray[np.float16]
    """[n, 521]: mean score of each class."""
    clip: NDArray[np.int32]
    """[n]: the clip's number in its source."""
    copy: NDArray[np.int32]
    """[n]: 0 for the clip itself, up to COPIES for copies called the same, above for those called otherwise."""
    captions: list[tuple[str, ...]]
    """[n]: what each window is called."""


def hear_corpus(sources: Sequence[Source], network: Path, cache: Path) -> dict[str, Examples]:
    """Examples of each source by name, made on all cores or found in the cache.

    `network` is the folder with YAMNet's graph and weights. Raises what `recordings` raises.
    """
    jobs = [(source, network, cache) for source in sources]
    with ProcessPoolExecutor(os.cpu_count(), mp_context=get_context("spawn")) as pool:
        return dict(zip([source.name for source in sources], pool.map(_hear_source, jobs), strict=True))


def _hear_source(job: tuple[Source, Path, Path]) -> Examples:
    source, network, cache = job
    clips = read_clips(source)
    path = cache / "features" / f"{source.name}-{_digest(source, clips, network)}.safetensors"
    if not path.exists():
        ears = Yamnet((network / "yamnet.onnx").read_bytes(), load_file(network / "yamnet.safetensors"))
        _write(path, _heard(source, clips, recordings(source, clips, cache), ears))
    return _read(path, clips)


@dataclass(frozen=True, slots=True)
class _Window:
    features: NDArray[np.float32]
    roots: NDArray[np.float32]
    scores: NDArray[np.float32]
    clip: int
    copy: int
    effect: str
    """Name of the effect that made the copy, if its captions tell of one."""


def _heard(source: Source, clips: Sequence[Clip], audio: Recordings, ears: Yamnet) -> Iterator[_Window]:
    for number in range(len(clips)):
        for copy, sound, effect in _copies(source, clips, number, audio):
            for window in ears.windows(sound):
                roots = np.sqrt(window.scores.max(axis=0))
                yield _Window(window_features(window), roots, window.scores.mean(axis=0), number, copy, effect)


def _copies(source: Source, clips: Sequence[Clip], number: int, audio: Recordings) -> Iterator[tuple[int, Sound, str]]:
    """The clip, and unless its maker is one to judge by, changed copies of it: (which copy, samples, effect)."""
    clip = clips[number]
    sound = np.array(audio.sound(clip.name))
    yield 0, sound, ""
    if source.role is Split.TEST:
        return
    rng = np.random.default_rng(_seed(clip))
    start = sound[:_LONGEST]
    others = [other for other in clips if other.split is clip.split]
    for copy in range(1, COPIES + 1):
        other = others[int(rng.integers(len(others)))]
        yield copy, augmented(start, rng, np.array(audio.sound(other.name))[:_LONGEST]), ""
    if rng.random() < EFFECT_SHARE:
        effect = EFFECTS[int(rng.integers(len(EFFECTS)))]
        changed = effect.applied(start, rng) if not effect.speech_only or source.family == "speech" else None
        if changed is not None:
            yield COPIES + 1, changed[: 2 * _LONGEST], effect.name


def _captions(clip: Clip, effect: str) -> tuple[str, ...]:
    """What a copy is called: what the clip is, with a word for the effect, another for each caption."""
    if not effect:
        return clip.captions
    rng = np.random.default_rng(_seed(clip))
    (words,) = (known.words for known in EFFECTS if known.name == effect)
    return tuple(captioned(words[int(rng.integers(len(words)))], caption) for caption in clip.captions)


def _seed(clip: Clip) -> list[int]:
    return list(hashlib.sha256(f"{clip.source}|{clip.name}".encode()).digest()[:8])


def _write(path: Path, windows: Iterator[_Window]) -> None:
    heard = list(windows)
    tensors: dict[str, NDArray[np.generic]] = {
        "features": np.stack([window.features for window in heard]).astype(np.float16),
        "roots": np.stack([window.roots for window in heard]).astype(np.float16),
        "scores": np.stack([window.scores for window in heard]).astype(np.float16),
        "clip": np.array([window.clip for window in heard], dtype=np.int32),
        "copy": np.array([window.copy for window in heard], dtype=np.int32),
    }
    save_whole(path, tensors, {"effects": json.dumps([window.effect for window in heard])})


def _read(path: Path, clips: Sequence[Clip]) -> Examples:
    with safe_open(path, framework="numpy") as file:
        effects = json.loads(file.metadata()["effects"])
        tensors = {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118 (it is no mapping)
    captions = [_captions(clips[number], effect) for number, effect in zip(tensors["clip"], effects, strict=True)]
    return Examples(**tensors, captions=captions)


def _digest(source: Source, clips: Sequence[Clip], network: Path) -> str:
    """Of everything that the examples follow from, except the code that copies are made by: see _VERSION."""
    weights = hashlib.sha256((network / "yamnet.safetensors").read_bytes()).hexdigest()
    named = [(clip.name, clip.split) for clip in clips]  # what is mixed into a copy is of the same split
    made_of = [_VERSION, COPIES, EFFECT_SHARE, weights, source.sha256, source.version, source.role, named]
    return hashlib.sha256(json.dumps(made_of).encode()).hexdigest()[:12]
