"""A spectrogram shows which frequencies sound when."""

from pathlib import Path

import numpy as np
import pytest

from desktop_app.engine.decoding.spectrogram import FLOOR_DECIBELS, LOWEST_HERTZ, ROWS, spectrogram, window_frames
from tests import sounds


def row_of(hertz: float, rate: int = sounds.RATE) -> int:
    """The row that a frequency belongs to."""
    return int(ROWS * np.log(hertz / LOWEST_HERTZ) / np.log(rate / 2 / LOWEST_HERTZ))


def sine(hertz: float, seconds: float = 1.0, *, level: float = 1.0) -> sounds.Frames:
    time = np.arange(round(seconds * sounds.RATE)) / sounds.RATE
    return (level * np.sin(2 * np.pi * hertz * time)).astype(np.float32)[:, None]


@pytest.mark.parametrize("hertz", [100, 440, 1000, 4000, 7000])
def test_a_tone_is_a_line_at_its_pitch(tmp_path: Path, hertz: float) -> None:
    path = sounds.make(tmp_path, "wav32f", frames=sine(hertz))
    middle = spectrogram(path, 0, sounds.RATE, 40).decibels[:, 20]
    assert abs(int(middle.argmax()) - row_of(hertz)) <= 4
    assert middle.max() > 245


def test_a_softer_tone_is_darker_by_its_decibels(tmp_path: Path) -> None:
    shades = [
        int(spectrogram(sounds.make(tmp_path, "wav32f", frames=sine(1000, level=level)), 0, 16_000, 10).decibels.max())
        for level in (1.0, 0.1)
    ]
    assert (shades[0] - shades[1]) / 255 * -FLOOR_DECIBELS == pytest.approx(20, abs=1)


def test_what_sounds_later_stands_further_right(tmp_path: Path) -> None:
    frames = np.concatenate([sine(500), sine(4000)])
    shades = spectrogram(sounds.make(tmp_path, "wav32f", frames=frames), 0, len(frames), 100).decibels
    low, high = row_of(500), row_of(4000)
    assert (shades[low - 2 : low + 3, 10:45].max(axis=0) > 200).all()
    assert (shades[low - 2 : low + 3, 55:].max(axis=0) < 128).all()
    assert (shades[high - 2 : high + 3, 55:90].max(axis=0) > 200).all()


def test_a_stretch_shows_the_same_as_that_part_of_the_whole(tmp_path: Path) -> None:
    frames = sounds.noise(4)
    path = sounds.make(tmp_path, "wav32f", frames=frames)
    whole = spectrogram(path, 0, len(frames), 100)
    part = spectrogram(path, len(frames) // 4, len(frames) // 2, 50)
    np.testing.assert_array_equal(part.decibels, whole.decibels[:, 25:75])
    assert (part.start, part.end, part.highest_hertz) == (1.0, 3.0, sounds.RATE / 2)


def test_a_click_is_seen_in_the_column_where_it_is(tmp_path: Path) -> None:
    frames = np.zeros((sounds.RATE, 1), np.float32)
    frames[8_080] = 1.0
    shades = spectrogram(sounds.make(tmp_path, "wav32f", frames=frames), 0, len(frames), 100).decibels
    assert abs(int(shades.sum(axis=0).argmax()) - 50) <= 1


def test_silence_is_nothing_and_columns_never_outnumber_frames(tmp_path: Path) -> None:
    path = sounds.make(tmp_path, "wav32f", frames=np.zeros((100, 2), np.float32))
    found = spectrogram(path, 90, 10, 400).decibels
    assert found.shape == (ROWS, 10)
    assert not found.any()


def test_close_views_use_short_windows_and_wide_ones_long_windows() -> None:
    assert [window_frames(frames) for frames in (0.1, 64, 300, 20_000)] == [256, 256, 2048, 4096]


def test_behind_the_end_of_a_sound_there_is_silence(tmp_path: Path) -> None:
    path = sounds.make(tmp_path, "wav16", frames=sounds.noise(1))
    shades = spectrogram(path, 0, 4 * sounds.RATE, 40).decibels
    assert shades[:, :9].any(axis=0).all()
    assert not shades[:, 20:].any()
