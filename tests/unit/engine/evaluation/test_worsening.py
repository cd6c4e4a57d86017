"""Each kind of worsening does to a sound what its name says, the same each time."""

import tracemalloc
from pathlib import Path

import numpy as np
import pytest

from desktop_app.core.sound import Samples
from desktop_app.engine.evaluation.robustness import LONGEST
from desktop_app.engine.evaluation.worsening import RATE, WORSENINGS, Worsening, seed_of
from desktop_app.engine.processes.in_process_worker import InProcessWorker
from tests import sounds
from tests.library_maker import CountingEmbedder

BY_NAME = {worsening.name: worsening for worsening in WORSENINGS}


@pytest.fixture(scope="module")
def sound() -> Samples:
    """Two seconds of noise under a falling level."""
    noise = np.random.default_rng(3).standard_normal(2 * RATE)
    return (0.2 * noise * np.linspace(1, 0.2, len(noise))).clip(-1, 1).astype(np.float32)


def level(sound: Samples) -> float:
    """dB"""
    return float(10 * np.log10(np.mean(np.square(sound, dtype=np.float64))))


def share_between(sound: Samples, low: float, high: float) -> float:
    power = np.abs(np.fft.rfft(sound)) ** 2
    hertz = np.fft.rfftfreq(len(sound), 1 / RATE)
    return float(power[(hertz >= low) & (hertz <= high)].sum() / power.sum())


@pytest.mark.parametrize("worsening", WORSENINGS, ids=lambda worsening: worsening.name)
def test_what_comes_out_is_a_sound_and_the_same_each_time(worsening: Worsening, sound: Samples) -> None:
    worse = worsening(sound, 7)
    assert worse.dtype == np.float32
    assert np.isfinite(worse).all()
    assert 0.01 < np.abs(worse).max() <= 1
    assert (worsening(sound, 7) == worse).all()
    assert len(worse) != len(sound) or (worse != sound).any()


@pytest.mark.parametrize("decibels", [20, 10, 0])
def test_noise_is_as_strong_as_it_says(decibels: int, sound: Samples) -> None:
    worse = BY_NAME[f"noise at {decibels} dB"](sound, 7)
    # What the sum was turned down by, to stay below full scale, is found from how much of the sound is in it.
    turned = float(worse @ sound / (sound @ sound))
    assert level(sound) - level(worse / turned - sound) == pytest.approx(decibels, abs=0.5)


def test_music_lies_under_it(sound: Samples) -> None:
    worse = BY_NAME["music under it"](sound, 7)
    turned = float(worse @ sound / (sound @ sound))
    assert level(sound) - level(worse / turned - sound) == pytest.approx(10, abs=0.5)


@pytest.mark.parametrize(
    ("name", "low", "high", "least"),
    [
        ("telephone band", 250, 3_800, 0.92),
        ("8 kHz sample rate", 0, 4_000, 0.99),
        ("16 kHz sample rate", 0, 8_000, 0.99),
    ],
)
def test_only_a_band_is_left(name: str, low: float, high: float, least: float, sound: Samples) -> None:
    assert share_between(sound, low, high) < 0.5
    assert share_between(BY_NAME[name](sound, 7), low, high) > least


def test_clipping_flattens_the_peaks(sound: Samples) -> None:
    worse = BY_NAME["clipped"](sound, 7)
    assert 0.01 < np.mean(np.abs(worse) == 1) < 0.9


def test_a_room_rings_on(sound: Samples) -> None:
    worse = BY_NAME["reverberant room"](sound, 7)
    after = worse[len(sound) :]
    assert len(after) == 1.5 * RATE
    assert level(after[: RATE // 10]) - level(after[RATE // 2 : RATE // 2 + RATE // 10]) == pytest.approx(20, abs=3)


def test_a_silent_file_stays_a_sound() -> None:
    silent = np.zeros(RATE, dtype=np.float32)
    assert all(np.isfinite(worsening(silent, 7)).all() for worsening in WORSENINGS)


def test_quieter_and_shorter(sound: Samples) -> None:
    assert level(sound) - level(BY_NAME["10 dB quieter"](sound, 7)) == pytest.approx(10, abs=0.01)
    assert (BY_NAME["the first second only"](sound, 7) == sound[:RATE]).all()


def test_a_low_bit_rate_loses_the_highs(sound: Samples) -> None:
    worse = BY_NAME["MP3 at 48 kbit/s"](sound, 7)
    assert abs(len(worse) - len(sound)) < 0.05 * RATE
    assert share_between(worse, 16_000, 24_000) < 0.2 * share_between(sound, 16_000, 24_000)


def test_what_chance_does_depends_on_the_sound_alone(sound: Samples) -> None:
    assert seed_of(sound) == seed_of(sound.copy())
    assert seed_of(sound) != seed_of(sound[1:])


def test_of_a_long_recording_only_the_beginning_is_decoded(tmp_path: Path) -> None:
    path = sounds.make(tmp_path, "flac", frames=sounds.tone(400.0, rate=8_000), rate=8_000)
    embedder = CountingEmbedder()
    tracemalloc.start()
    try:
        heard = InProcessWorker(embedder).hear_worsened(path, LONGEST)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert list(heard) == ["as they are", *BY_NAME]
    assert most < 16 * LONGEST * RATE * 4, "all of it would be 13 times as much, and more while it is worked on"
