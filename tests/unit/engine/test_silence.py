"""Silence at the ends and long silences inside are left out; a rhythm keeps its pauses."""

import numpy as np
import pytest

from desktop_app.core.sound import Samples
from desktop_app.engine.silence import without_silence

RATE = 1000


def tone(seconds: float) -> Samples:
    return np.sin(np.arange(1, int(seconds * RATE) + 1) * 1.7).astype(np.float32)


def silence(seconds: float, level: float = 0.0) -> Samples:
    return np.full(int(seconds * RATE), level, dtype=np.float32)


def test_silence_at_the_ends_goes_and_the_sound_stays_as_it_is() -> None:
    sound = tone(0.25)
    np.testing.assert_array_equal(
        without_silence(np.concatenate([silence(3), sound, silence(7, level=0.001)]), RATE), sound
    )


def test_of_a_long_silence_a_second_stays() -> None:
    left = without_silence(np.concatenate([tone(1), silence(60), tone(2)]), RATE)
    assert len(left) == 4 * RATE
    np.testing.assert_array_equal(left[:RATE], tone(1))
    np.testing.assert_array_equal(left[-2 * RATE :], tone(2))


def test_a_rhythm_keeps_its_pauses() -> None:
    sound = np.concatenate([tone(0.1), silence(0.9), tone(0.1), silence(0.7), tone(0.05)])
    np.testing.assert_array_equal(without_silence(sound, RATE), sound)


@pytest.mark.parametrize(
    "sound", [silence(0), silence(2), silence(0.001, level=0.3), -tone(0.003), tone(0.6), tone(0.95), tone(5)]
)
def test_what_is_silent_or_nowhere_silent_stays_whole(sound: Samples) -> None:
    np.testing.assert_array_equal(without_silence(sound, RATE), sound)


def test_a_quiet_sound_is_no_silence() -> None:
    sound = np.concatenate([tone(1), tone(3) * np.float32(0.01), tone(1)])
    np.testing.assert_array_equal(without_silence(sound, RATE), sound)
