"""CLAP's front end against transformers' own, whose random choices are pinned to the middle."""

import random
import subprocess
import sys
import weakref
from collections.abc import Callable, Iterator

import numpy as np
import pytest
from numpy.typing import NDArray
from transformers import ClapFeatureExtractor

from desktop_app.core.sound import Samples
from desktop_app.engine.clap.clap_checkpoint import MelParameters
from desktop_app.engine.clap.log_mel import ClapInput, LogMel
from desktop_app.engine.clap.mel_filters import mel_filters
from tests.starter_files import ROOT

RATE = 48_000
LENGTHS = {
    "0.2 s": 9_600,
    "1 s": RATE,
    "9.99 s": 479_520,
    "10 s": 480_000,
    "one sample more": 480_001,
    "last before fusion": 480_479,
    "first with fusion": 480_480,
    "two possible crops": 480_960,
    "12 s": 12 * RATE,
    "35 s": 35 * RATE + 17,
    "65 s": 65 * RATE,
}
AUDIBLE = -60.0
"""dB; below it float32 transforms differ by a few tenths of a dB from the original's float64."""


_WITHOUT_TORCH = """
import sys
import numpy
from desktop_app.engine.clap.clap_checkpoint import MelParameters
from desktop_app.engine.clap.log_mel import LogMel
heard = LogMel(MelParameters(48000, 480000, 1024, 480, 64, 50.0, 14000.0, True))(numpy.ones(600000, numpy.float32))
assert heard.is_longer
assert not {"torch", "transformers", "scipy"} & set(sys.modules)
"""


def parameters(*, fused: bool = True, frequency_min: float = 50.0) -> MelParameters:
    return MelParameters(RATE, 10 * RATE, 1024, 480, 64, frequency_min, 14_000.0, fused)


def extractor(*, fused: bool = True) -> ClapFeatureExtractor:
    return ClapFeatureExtractor(frequency_min=50, truncation="fusion" if fused else "rand_trunc")


def sound(length: int, seed: int = 1) -> Samples:
    """Noise that changes all the way, with a gliding tone, so that every frame is unlike every other."""
    generator = np.random.default_rng(seed)
    time = np.arange(length) / RATE
    level = 0.05 + 0.2 * np.abs(np.sin(0.7 * time + seed))
    tone = np.sin(2 * np.pi * (300 + 40 * time) * time)
    mixed = level * (0.3 * generator.standard_normal(length).clip(-3, 3) + tone)
    return mixed.clip(-1, 1).astype(np.float32)


class Stream:
    """A sound that goes by in blocks of such sizes, then of the last one, and promises a length."""

    def __init__(self, samples: Samples, promised: int | None, *sizes: int) -> None:
        self._samples = samples
        self._sizes = sizes
        self.samples_hint = promised
        self.passes = 0

    def __iter__(self) -> Iterator[Samples]:
        self.passes += 1
        start, number = 0, 0
        while start < len(self._samples):
            size = self._sizes[min(number, len(self._sizes) - 1)]
            yield self._samples[start : start + size].copy()
            start, number = start + size, number + 1


@pytest.fixture
def middle(monkeypatch: pytest.MonkeyPatch) -> None:
    """The extractor's random choices, pinned to the middle."""
    monkeypatch.setattr(np.random, "choice", lambda starts: starts[len(starts) // 2])
    monkeypatch.setattr(np.random, "randint", lambda low, high: (high - 1) // 2)


def published(samples: Samples, *, fused: bool) -> NDArray[np.float32]:
    """The published front end's frames, [channels, 1001, 64]."""
    features = extractor(fused=fused)(samples, sampling_rate=RATE, return_tensors="np")
    frames: NDArray[np.float32] = features["input_features"][0]
    return frames


def assert_same_mel(heard: ClapInput, reference: NDArray[np.float32]) -> None:
    ours = heard.frames
    reference = reference[: len(ours)]
    assert ours.shape == reference.shape
    audible = reference > AUDIBLE
    assert audible.mean() > 0.5
    assert np.abs(ours - reference)[audible].max() < 0.1


@pytest.mark.usefixtures("middle")
@pytest.mark.parametrize("length", LENGTHS.values(), ids=LENGTHS.keys())
def test_a_fused_checkpoint_hears_what_the_published_front_end_hears(length: int) -> None:
    heard = LogMel(parameters())(sound(length))
    assert heard.is_longer == (length >= 480_480)
    assert heard.frames.shape == ((4 if heard.is_longer else 1), 1001, 64)
    assert_same_mel(heard, published(sound(length), fused=True))


@pytest.mark.usefixtures("middle")
@pytest.mark.parametrize("length", [9_600, 480_000, 480_001, 12 * RATE, 35 * RATE + 17])
def test_an_unfused_checkpoint_hears_the_middle(length: int) -> None:
    heard = LogMel(parameters(fused=False))(sound(length))
    assert heard.frames.shape == (1, 1001, 64)
    assert not heard.is_longer
    assert_same_mel(heard, published(sound(length), fused=False))


@pytest.mark.parametrize("fused", [True, False])
def test_filters_are_the_published_ones(fused: bool) -> None:
    published_filters = extractor(fused=fused)
    expected = published_filters.mel_filters if fused else published_filters.mel_filters_slaney
    np.testing.assert_allclose(mel_filters(parameters(fused=fused)), expected, atol=1e-9)


def test_the_lowest_frequency_is_the_checkpoints() -> None:
    samples = sound(RATE)
    from_0, from_50 = (LogMel(parameters(frequency_min=low))(samples).frames for low in (0.0, 50.0))
    assert np.abs(from_0 - from_50).max() > 1.0


def test_no_random_generator_is_touched() -> None:
    def state() -> tuple[object, ...]:
        return (str(np.random.get_state()), random.getstate())

    before = state()
    front_end = LogMel(parameters())
    for length in (RATE, 12 * RATE):
        front_end(sound(length))
    assert state() == before


@pytest.mark.parametrize("length", [RATE, 12 * RATE])
def test_the_same_sound_gives_the_same_bits(length: int) -> None:
    front_end = LogMel(parameters())
    first = front_end(sound(length)).frames
    front_end(sound(30 * RATE, seed=2))
    np.testing.assert_array_equal(first, front_end(sound(length).copy()).frames)


@pytest.mark.parametrize("fused", [True, False])
@pytest.mark.parametrize("length", LENGTHS.values(), ids=LENGTHS.keys())
def test_a_sound_that_goes_by_gives_the_bits_of_the_whole_one(length: int, fused: bool) -> None:
    front_end, samples = LogMel(parameters(fused=fused)), sound(length)
    expected = front_end(samples)
    for sizes in ((1, 0, 100, 511, 513, 70_001), (262_144,), (length,)):
        stream = Stream(samples, length, *sizes)
        heard = front_end.of_stream(stream)
        assert (heard.is_longer, stream.passes) == (expected.is_longer, 1)
        np.testing.assert_array_equal(heard.frames, expected.frames)


@pytest.mark.parametrize("length", [RATE, 12 * RATE, 35 * RATE + 17])
@pytest.mark.parametrize("promised", [None, 0, 1, RATE, 480_480, 12 * RATE - 1, 36 * RATE, 1 << 40])
def test_a_promise_that_is_not_kept_costs_a_pass_and_no_bit(length: int, promised: int | None) -> None:
    front_end, samples = LogMel(parameters()), sound(length)
    stream = Stream(samples, promised, 70_001)
    heard = front_end.of_stream(stream)
    assert stream.passes == (1 if promised == length else 2)
    np.testing.assert_array_equal(heard.frames, front_end(samples).frames)


@pytest.mark.parametrize("fused", [True, False])
@pytest.mark.parametrize("promised", [40 * RATE, 1 << 40])
def test_a_sound_that_goes_by_is_let_go_of(promised: int, fused: bool) -> None:
    samples, alive = sound(40 * RATE), []

    class Watched(Stream):
        def __iter__(self) -> Iterator[Samples]:
            blocks: list[weakref.ref[Samples]] = []
            for block in super().__iter__():
                blocks.append(weakref.ref(block))
                yield block
                del block
                alive.append(sum(each() is not None for each in blocks))

    LogMel(parameters(fused=fused)).of_stream(Watched(samples, promised, RATE))
    assert max(alive) <= 12, "those that hold the ten seconds in the middle, at most"


def test_a_sound_that_goes_by_is_clipped_too() -> None:
    loud = 3 * sound(12 * RATE)
    heard = LogMel(parameters()).of_stream(Stream(loud, len(loud), 50_000))
    np.testing.assert_array_equal(heard.frames, LogMel(parameters())(loud.clip(-1, 1)).frames)


def test_two_sounds_may_go_by_in_turns() -> None:
    """A sound that is heard while another one waits for its next block leaves that one alone."""
    front_end, first, second = LogMel(parameters()), sound(12 * RATE), sound(13 * RATE, seed=2)

    class Interrupted(Stream):
        def __iter__(self) -> Iterator[Samples]:
            for block in super().__iter__():
                yield block
                front_end(second)

    heard = front_end.of_stream(Interrupted(first, len(first), 30_011))
    np.testing.assert_array_equal(heard.frames, front_end(first).frames)


def test_hearing_needs_no_torch() -> None:
    subprocess.run([sys.executable, "-c", _WITHOUT_TORCH], check=True, cwd=ROOT)


def test_samples_over_full_scale_are_clipped_and_left_alone() -> None:
    loud = 3 * sound(RATE)
    kept = loud.copy()
    np.testing.assert_array_equal(LogMel(parameters())(loud).frames, LogMel(parameters())(loud.clip(-1, 1)).frames)
    np.testing.assert_array_equal(loud, kept)


@pytest.mark.parametrize("length", [100, 479, 480])
def test_the_shortest_sounds_are_heard(length: int) -> None:
    """A resampler may give a sample less than the decoder's 10 ms."""
    loud = sound(length) + np.float32(0.1)
    assert_same_mel(LogMel(parameters())(loud), published(loud, fused=True))


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (lambda samples: samples[:0], "empty"),
        (lambda samples: 0 * samples, "silent"),
        (lambda samples: np.where(np.arange(len(samples)) == 5, np.float32("nan"), samples), "not numbers"),
        (lambda samples: np.append(samples, np.float32("inf")), "not numbers"),
        (lambda samples: np.where(np.arange(len(samples)) == 5, np.float32("-inf"), samples), "not numbers"),
    ],
)
def test_what_cannot_be_heard_is_refused(spoil: Callable[[Samples], Samples], reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        LogMel(parameters())(spoil(sound(RATE)))
    spoilt = spoil(sound(RATE))
    with pytest.raises(ValueError, match=reason):
        LogMel(parameters()).of_stream(Stream(spoilt, len(spoilt), 10_000))


@pytest.mark.parametrize("wrong", [np.zeros((100, 2), np.float32), np.zeros(RATE, np.int16), np.zeros(RATE)])
def test_other_arrays_are_refused(wrong: Samples) -> None:
    with pytest.raises(TypeError, match="float32"):
        LogMel(parameters())(wrong)
