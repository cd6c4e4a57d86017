"""Onsets: where something begins, and nowhere else."""

import numpy as np
import pytest

from desktop_app.core.sound import Samples
from desktop_app.engine.measuring.onsets import FRAMES_A_SECOND, RATE, find_onsets


def clicks(at: list[float], *, seconds: float) -> Samples:
    """Short bursts of noise at these seconds."""
    random = np.random.default_rng(0)
    made = np.zeros(round(seconds * RATE), dtype=np.float32)
    burst = 0.5 * random.standard_normal(800) * np.exp(-np.arange(800) / 100)
    for time in at:
        start = round(time * RATE)
        made[start : start + 800] += burst[: len(made) - start].astype(np.float32)
    return made


def test_bursts_are_found_where_they_begin() -> None:
    at = [0.0, 0.31, 0.5, 1.13, 1.7, 1.9]
    found = find_onsets(clicks(at, seconds=2.2))
    assert found.times == pytest.approx(at, abs=0.008)


def test_a_sound_that_begins_at_once_begins_at_its_start() -> None:
    assert find_onsets(clicks([0.0], seconds=0.5)).times == pytest.approx([0.0], abs=0.008)


def test_vibrato_is_one_note_and_not_a_row_of_them() -> None:
    time = np.arange(3 * RATE) / RATE
    phase = 440 * time + 440 * 0.03 / 6 * np.sin(2 * np.pi * 6 * time)  # half a semitone, six times a second
    wave = sum(np.sin(2 * np.pi * n * phase) / n for n in range(1, 9))
    found = find_onsets((0.2 * wave * np.minimum(1, (3 - time) / 0.2)).astype(np.float32))
    strong = found.weights > 0.35 * found.weights.max()
    assert found.times[strong] == pytest.approx([0.0], abs=0.02)


def test_level_does_not_matter() -> None:
    made = clicks([0.1, 0.6, 0.9], seconds=1.2)
    assert find_onsets(made * np.float32(1e-3)).times == pytest.approx(find_onsets(made).times)


@pytest.mark.parametrize("count", [1, 100, 512, 4_000])
def test_silence_of_any_length_has_none(count: int) -> None:
    found = find_onsets(np.zeros(count, dtype=np.float32))
    assert len(found.times) == 0
    assert len(found.strength) == count // 128 + 1
    assert FRAMES_A_SECOND == RATE / 128
