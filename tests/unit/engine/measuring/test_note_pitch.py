"""Pitches of single notes, the octave right; and none of chords, glides, drums and noise."""

from collections.abc import Iterator

import numpy as np
import pytest
import soxr

from desktop_app.core.sound import Samples
from desktop_app.engine.measuring.note_pitch import pitch_of
from desktop_app.engine.measuring.onsets import RATE
from tests import scores
from tests.played_music import RATE as PLAYED_RATE
from tests.played_music import sounds


def at_rate(played: Iterator[Samples]) -> Samples:
    return soxr.resample(next(played), PLAYED_RATE, RATE).astype(np.float32)


def cents(found: float | None, expected: float) -> float:
    assert found is not None
    return float(1200 * np.log2(found / expected))


@pytest.mark.parametrize("note", [24, 28, 33, 40, 47, 55, 60, 69, 76, 84, 93, 100])
def test_notes_from_the_lowest_c_of_a_bass_to_the_highest_e_of_a_flute(note: int) -> None:
    played = at_rate(sounds([scores.single(0, note)], None))
    assert abs(cents(pitch_of(played), scores.hertz(note))) < 30


@pytest.mark.parametrize("hertz", [32.7, 55.0, 440.0, 1_000.0, 3_000.0])
def test_a_sine_has_the_pitch_that_it_has(hertz: float) -> None:
    time = np.arange(RATE) / RATE
    wave = (0.5 * np.sin(2 * np.pi * hertz * time) * np.exp(-2 * time)).astype(np.float32)
    assert abs(cents(pitch_of(wave), hertz)) < 30


def test_a_detuned_note_is_told_as_it_is() -> None:
    played = soxr.resample(next(sounds([scores.single(0, 57)], None)), PLAYED_RATE, RATE / 2 ** (35 / 1200))
    assert cents(pitch_of(played.astype(np.float32)), 220.0) == pytest.approx(35, abs=15)


def test_a_short_note_has_one() -> None:
    assert abs(cents(pitch_of(at_rate(sounds([scores.single(0, 64, seconds=0.05)], None))), scores.hertz(64))) < 30


@pytest.mark.parametrize("chord", [(48, 52, 55), (57, 60, 64), (60, 64, 67, 71), (50, 57), (41, 48, 53)])
def test_chords_have_none(chord: tuple[int, ...]) -> None:
    notes = tuple(scores.Note(0, 1, 0, key, 90) for key in chord)
    assert pitch_of(at_rate(sounds([scores.Score(60.0, 1, notes)], None))) is None


def test_a_melody_has_none() -> None:
    notes = tuple(scores.Note(at, 0.9, 0, key, 90) for at, key in enumerate((60, 64, 62, 67)))
    assert pitch_of(at_rate(sounds([scores.Score(120.0, 4, notes)], None))) is None


def test_a_glide_has_none() -> None:
    time = np.arange(2 * RATE) / RATE
    assert pitch_of((0.5 * np.sin(2 * np.pi * 220 * 2**time * time)).astype(np.float32)) is None


@pytest.mark.parametrize("seed", range(3))
def test_noise_has_none(seed: int) -> None:
    assert pitch_of(0.2 * np.random.default_rng(seed).standard_normal(2 * RATE).astype(np.float32)) is None


@pytest.mark.parametrize("count", [0, 1, 400, 20 * RATE])
def test_what_is_too_short_or_too_long_is_not_asked_about(count: int) -> None:
    assert pitch_of(np.ones(count, dtype=np.float32)) is None
