"""Whether sounds reach a checkpoint's network as they did when it was trained.

A front end that is not the network's own raises no error: every sound gets an embedding that is somewhat wrong.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict
from types import MappingProxyType
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.sound import Samples
from desktop_app.core.synthesis import reference_sound
from desktop_app.engine.clap.clap_checkpoint import PREPROCESSOR, ClapCheckpoint
from desktop_app.engine.clap.log_mel import LogMel
from desktop_app.engine.embedders.check_line import CheckLine
from desktop_app.engine.embedders.embedder_check_files import published
from desktop_app.engine.embedders.reference_library import import_transformers

AUDIBLE_DB: Final = -60.0
"""Below it, float32 transforms differ by some tenths of a dB from the reference's float64."""
ALLOWED_DB: Final = 0.1

PUBLISHED: Final[Mapping[str, float]] = MappingProxyType(
    {
        "sample_rate": 48_000,
        "clip_samples": 480_000,
        "window": 1024,
        "hop": 480,
        "mel_bins": 64,
        "frequency_min": 50,
        "frequency_max": 14_000,
    }
)
"""The front end's numbers of every CLAP checkpoint that LAION published (their preprocessor_config.json)."""

_LENGTHS_S: Final[Mapping[str, float]] = MappingProxyType(
    {"glass breaking 1": 0.0, "dog bark 2": 2.0, "rain 1": 10.0, "footsteps on gravel 1": 12.3, "church bell 3": 35.0}
)
"""Sounds, and to how many seconds each is repeated: short ones, just as long as the network hears at once, longer."""


def front_end_lines(checkpoint: ClapCheckpoint) -> list[CheckLine]:
    """The front end's numbers, and what it makes of sounds against transformers. Raises OSError, and what
    transformers raises.
    """
    return [_settings(checkpoint), _frames(checkpoint)]


def _settings(checkpoint: ClapCheckpoint) -> CheckLine:
    ours = {name: value for name, value in asdict(checkpoint.mel).items() if name in PUBLISHED}
    other = [
        f"{name} is {value:g} and not {PUBLISHED[name]:g}" for name, value in ours.items() if value != PUBLISHED[name]
    ]
    if not other:
        text = (
            f"It hears {ours['frequency_min']:g} to {ours['frequency_max']:,g} Hz at {ours['sample_rate']:,} Hz, "
            "as all published CLAP checkpoints."
        )
        return CheckLine("front end", "ok", text, ours)
    if published(checkpoint.folder, PREPROCESSOR):
        text = f"It was published with numbers of its own ({'; '.join(other)})."
        return CheckLine("front end", "warning", text, ours)
    text = (
        f"{PREPROCESSOR} is unlike that of all published CLAP checkpoints ({'; '.join(other)}); unless the network "
        "was trained so, correct it or download the checkpoint again."
    )
    return CheckLine("front end", "failed", text, ours)


def _frames(checkpoint: ClapCheckpoint) -> CheckLine:
    transformers = import_transformers()
    extractor = transformers.ClapFeatureExtractor.from_pretrained(checkpoint.folder, local_files_only=True)
    log_mel = LogMel(checkpoint.mel)
    sounds = [_repeated(name, round(seconds * checkpoint.mel.sample_rate)) for name, seconds in _LENGTHS_S.items()]
    difference = max(_difference(log_mel(sound).frames, _reference(extractor, sound, checkpoint)) for sound in sounds)
    details = {"sounds": len(sounds), "greatest_difference_db": difference, "allowed_db": ALLOWED_DB}
    if difference < ALLOWED_DB:
        text = f"{len(sounds)} sounds reach the network as from transformers, to within {difference:.4f} dB."
        return CheckLine("front end", "ok", text, details)
    text = (
        f"Sounds reach the network differently than from transformers, by up to {difference:.2f} dB; "
        "use another checkpoint and tell Earmark's makers."
    )
    return CheckLine("front end", "failed", text, details)


def _repeated(name: str, length: int) -> Samples:
    samples = reference_sound(name).samples
    return samples if length == 0 else np.resize(samples, length)


def _reference(extractor: Any, sound: Samples, checkpoint: ClapCheckpoint) -> NDArray[np.float32]:
    """What transformers makes of a sound, [channels, frames, mel bins]."""
    with _middle():
        features = extractor(sound, sampling_rate=checkpoint.mel.sample_rate, return_tensors="np")
    frames: NDArray[np.float32] = features["input_features"][0]
    return frames


def _difference(ours: NDArray[np.float32], reference: NDArray[np.float32]) -> float:
    """dB at most where the reference is audible; infinite for other shapes. The reference says a short sound four
    times where the network looks at the first only.
    """
    same = reference[: len(ours)]
    if ours.shape != same.shape:
        return float("inf")
    return float(np.abs(ours - same)[same > AUDIBLE_DB].max(initial=0.0))


@contextmanager
def _middle() -> Iterator[None]:
    """Meanwhile numpy's random choices, of which transformers makes its crops, fall on the middle."""
    random: Any = np.random
    choice, randint = random.choice, random.randint
    random.choice = lambda starts: starts[len(starts) // 2]
    random.randint = lambda low, high: (low + high - 1) // 2
    try:
        yield
    finally:
        random.choice, random.randint = choice, randint
