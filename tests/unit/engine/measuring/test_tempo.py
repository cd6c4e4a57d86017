"""Tempo: exact for loops, near for what begins and ends anywhere, and uncertain for what has none."""

from collections.abc import Iterator

import numpy as np
import pytest
import soxr

from desktop_app.core.sound import Samples
from desktop_app.engine.measuring.onsets import RATE, find_onsets
from desktop_app.engine.measuring.tempo import loop_beat, measured_beat
from tests.played_music import RATE as PLAYED_RATE
from tests.played_music import loops
from tests.scores import BEATS, Score, beat

CERTAIN = 1.7


def played(*scores: Score) -> Iterator[Samples]:
    for samples in loops(scores, None):
        yield soxr.resample(samples, PLAYED_RATE, RATE).astype(np.float32)


@pytest.mark.parametrize("pattern", BEATS)
def test_the_tempo_of_a_loop_follows_from_its_length(pattern: str) -> None:
    score = beat(np.random.default_rng(1), bars=2, pattern=pattern, tempo=124.0)
    (samples,) = played(score)
    found = loop_beat(find_onsets(samples), score.seconds)
    assert found is not None
    assert (found.tempo, found.beats) == (pytest.approx(124.0), 8)
    assert found.certainty > 1.5


@pytest.mark.parametrize("tempo", [92.0, 107.5, 128.0, 141.3, 159.0])
@pytest.mark.parametrize("bars", [1, 2, 4])
def test_loops_of_any_tempo_and_length(tempo: float, bars: int) -> None:
    score = beat(np.random.default_rng(2), bars=bars, pattern="rock", tempo=tempo)
    (samples,) = played(score)
    found = loop_beat(find_onsets(samples), score.seconds)
    assert found is not None
    assert found.tempo == pytest.approx(tempo)


@pytest.mark.parametrize("pattern", ["four on the floor", "rock", "funk", "hip hop", "latin"])
def test_what_is_cut_anywhere_is_measured(pattern: str) -> None:
    score = beat(np.random.default_rng(3), bars=8, pattern=pattern, tempo=117.3)
    (samples,) = played(score)
    part = samples[round(0.37 * RATE) : round(13.1 * RATE)]
    found = measured_beat(find_onsets(part))
    assert found is not None
    assert found.tempo == pytest.approx(117.3, rel=0.005)
    assert found.certainty > CERTAIN


def test_noise_over_it_does_not_hide_it() -> None:
    score = beat(np.random.default_rng(4), bars=4, pattern="techno", tempo=133.0)
    (samples,) = played(score)
    noise = np.random.default_rng(0).standard_normal(len(samples)).astype(np.float32)
    worse = samples + noise * np.float32(samples.std() / noise.std() * 10 ** (-10 / 20))
    found = loop_beat(find_onsets(worse), score.seconds)
    assert found is not None
    assert found.tempo == pytest.approx(133.0)


@pytest.mark.parametrize("seed", range(5))
def test_rain_is_never_certain_of_a_tempo(seed: int) -> None:
    random = np.random.default_rng(seed)
    drops = np.where(random.random(8 * RATE) < 0.002, random.standard_normal(8 * RATE), 0.0)
    rain = np.convolve(drops, np.exp(-np.arange(400) / 60), mode="same").astype(np.float32)
    onsets = find_onsets(rain + 0.01 * random.standard_normal(len(rain)).astype(np.float32))
    measured, looped = measured_beat(onsets), loop_beat(onsets, 8.0)
    assert measured is not None
    assert looped is not None
    assert measured.certainty < CERTAIN
    assert looped.certainty < 1.5


def test_nothing_that_begins_has_no_beat() -> None:
    onsets = find_onsets(np.zeros(3 * RATE, dtype=np.float32))
    assert measured_beat(onsets) is None
    assert loop_beat(onsets, 3.0) is None


def test_a_length_that_no_number_of_beats_fits_is_no_loop() -> None:
    (samples,) = played(beat(np.random.default_rng(5), bars=1, pattern="rock", tempo=120.0))
    assert loop_beat(find_onsets(samples[: RATE // 4]), 0.25) is None
