"""Keys: of chords in every key, in any tuning; and none where there is none."""

from collections.abc import Iterator

import numpy as np
import pytest
import soxr

from desktop_app.core.musical import KEYS
from desktop_app.core.sound import Samples
from desktop_app.engine.measuring.musical_key import find_key, key_of
from desktop_app.engine.measuring.onsets import RATE
from tests import scores
from tests.played_music import RATE as PLAYED_RATE
from tests.played_music import loops, sounds


def at_rate(played: Iterator[Samples], *, cents: float = 0.0) -> Samples:
    """The first that is played, higher by so many cents."""
    return soxr.resample(next(played), PLAYED_RATE, RATE / 2 ** (cents / 1200)).astype(np.float32)


def cadence(key: str, *, drums: bool = False) -> Iterator[Samples]:
    """Tonic, subdominant, dominant, tonic."""
    number = KEYS.index(key)
    score = scores.harmony(
        np.random.default_rng(number), tonic=number % 12, major=number < 12, degrees="1451", style="pulsed"
    )
    if drums:
        score = scores.together(scores.beat(np.random.default_rng(number), pattern="rock", tempo=118.0), score)
    return loops([score], None)


@pytest.mark.parametrize("key", KEYS)
def test_a_cadence_is_in_its_key(key: str) -> None:
    assert key_of(at_rate(cadence(key))) == key


@pytest.mark.parametrize("key", ["C", "F#", "D#m", "Am"])
def test_drums_beside_it_do_not_change_it(key: str) -> None:
    assert key_of(at_rate(cadence(key, drums=True))) == key


@pytest.mark.parametrize("cents", [-40.0, -20.0, 30.0, 45.0])
def test_another_concert_pitch_does_not_change_it(cents: float) -> None:
    assert key_of(at_rate(cadence("Dm"), cents=cents)) == "Dm"


def test_a_semitone_higher_is_the_next_key() -> None:
    assert key_of(at_rate(cadence("Dm"), cents=100.0)) == "D#m"


def test_drums_have_none() -> None:
    for pattern in scores.BEATS:
        score = scores.beat(np.random.default_rng(1), pattern=pattern, tempo=120.0)
        assert key_of(at_rate(loops([score], None))) is None, pattern


@pytest.mark.parametrize("seed", range(3))
def test_noise_has_none(seed: int) -> None:
    noise = np.random.default_rng(seed).standard_normal(10 * RATE).astype(np.float32)
    found = find_key(0.1 * noise)
    assert found is None or found.tuned < 0.1


@pytest.mark.parametrize("note", [45, 60, 74])
def test_a_single_note_is_in_many_keys(note: int) -> None:
    assert key_of(at_rate(sounds([scores.single(0, note, seconds=2.0)], None))) is None


def test_what_is_too_short_has_none() -> None:
    assert find_key(at_rate(cadence("C"))[: RATE // 5]) is None


def test_silence_has_none() -> None:
    assert find_key(np.zeros(RATE, dtype=np.float32)) is None
