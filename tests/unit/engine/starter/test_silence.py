"""Silence at the ends and long silences inside are left out; a rhythm keeps its pauses."""

import numpy as np
import pytest

from desktop_app.core.sound import Samples
from desktop_app.engine.starter.silence import find_sounding

RATE = 1000


def tone(seconds: float) -> Samples:
    return np.sin(np.arange(1, int(seconds * RATE) + 1) * 1.7).astype(np.float32)


def silence(seconds: float, level: float = 0.0) -> Samples:
    return np.full(int(seconds * RATE), level, dtype=np.float32)


def without_silence(sound: Samples, rate: int, *, size: int = 7) -> Samples:
    """What stays of a sound that goes by in small blocks, after a look whether the same stays of the whole one."""
    blocks = np.split(sound, range(size, len(sound), size))
    found, whole = find_sounding(blocks, rate), find_sounding([sound], rate)
    left = np.concatenate(list(found.of(blocks)))
    assert (found.start, found.end, found.samples) == (whole.start, whole.end, len(left))
    np.testing.assert_array_equal(left, np.concatenate(list(whole.of([sound]))))
    return left


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


@pytest.mark.parametrize("size", [1, 99, 100, 101, 4321])
def test_blocks_of_any_size_leave_the_same(size: int) -> None:
    generator = np.random.default_rng(size)
    pieces = [(tone, silence)[number % 2](float(generator.uniform(0.001, 3))) for number in range(25)]
    sound = np.concatenate([silence(2), *pieces, silence(1)])
    assert len(without_silence(sound, RATE, size=size)) < len(sound) - 3 * RATE
