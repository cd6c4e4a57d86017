"""Waveforms show every channel as it is, mark what clips and only that, and survive the cache."""

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from desktop_app.engine.decoding.peaks import HOP, Peaks, mark_clipping, overview, peaks, to_levels
from desktop_app.engine.decoding.sound_errors import UnreadableSoundError
from tests import sounds


def silence(frames: int = 20_000, channels: int = 1) -> sounds.Frames:
    return np.zeros((frames, channels), dtype=np.float32)


def from_levels(levels: NDArray[np.int8]) -> NDArray[np.float32]:
    """The extremes, -1..1, that levels stand for."""
    return levels.astype(np.float32) / np.float32(126)


def clips(found: Peaks) -> list[tuple[int, int, int]]:
    """Where the peaks say that the sound clips: lane, point and side."""
    return [(int(lane), int(point), int(side)) for lane, point, side in np.argwhere(np.abs(found.levels) == 127)]


def test_every_channel_has_the_extremes_of_every_256_samples(tmp_path: Path) -> None:
    frames = sounds.noise(3, channels=2)
    found = peaks(sounds.make(tmp_path, "wav32f", frames=frames))
    assert (found.hop, found.sample_rate, found.frames) == (HOP, sounds.RATE, len(frames))
    for lane, samples in zip(found.levels, frames.T, strict=True):
        padded = np.pad(samples, (0, -len(samples) % HOP), mode="edge").reshape(-1, HOP)
        expected = np.stack([padded.min(axis=1), padded.max(axis=1)], axis=1)
        np.testing.assert_allclose(from_levels(lane), expected, atol=1 / 126)


def test_peaks_come_back_from_bytes(tmp_path: Path) -> None:
    found = peaks(sounds.make(tmp_path, frames=sounds.noise(2, channels=3)))
    again = Peaks.from_bytes(found.to_bytes())
    assert again is not None
    assert (again.hop, again.sample_rate, again.frames) == (found.hop, found.sample_rate, found.frames)
    np.testing.assert_array_equal(again.levels, found.levels)


@pytest.mark.parametrize("stored", [b"", b"short", b"other" * 20, b"pk01" + bytes(40), b"pk02" + bytes(18)])
def test_bytes_of_another_kind_or_of_an_older_version_are_no_peaks(stored: bytes) -> None:
    assert Peaks.from_bytes(stored) is None


def test_peaks_that_were_cut_short_are_none(tmp_path: Path) -> None:
    assert Peaks.from_bytes(peaks(sounds.make(tmp_path, frames=sounds.noise(2, channels=2))).to_bytes()[:-1]) is None


def test_peaks_of_what_cannot_be_read_raise(tmp_path: Path) -> None:
    with pytest.raises(UnreadableSoundError):
        peaks(sounds.text_file(tmp_path))


def test_a_run_at_full_scale_clips_in_its_channel_and_on_its_side_only(tmp_path: Path) -> None:
    frames = silence(channels=2)
    frames[1000:1003, 0] = 1.0
    frames[9000:9009, 1] = -1.0
    found = peaks(sounds.make(tmp_path, "wav16", frames=frames))
    assert clips(found) == [(0, 1000 // HOP, 1), (1, 9000 // HOP, 0)]


def test_one_sample_at_full_scale_is_only_a_normalised_peak(tmp_path: Path) -> None:
    frames = silence()
    frames[1000:1002] = 1.0
    frames[5000] = -1.0
    assert clips(peaks(sounds.make(tmp_path, "wav16", frames=frames))) == []


def test_one_sample_beyond_full_scale_clips(tmp_path: Path) -> None:
    frames = silence()
    frames[1000] = 1.2
    assert clips(peaks(sounds.make(tmp_path, "wav32f", frames=frames))) == [(0, 1000 // HOP, 1)]


def test_a_run_across_two_blocks_is_one_run() -> None:
    left, right = np.array([0, 0, 1, 1], np.float32), np.array([1, 0, 0], np.float32)
    np.testing.assert_array_equal(mark_clipping(right, left) > 1, [True, False, False])
    np.testing.assert_array_equal(mark_clipping(right, left[:0]) > 1, [False, False, False])


def test_what_is_no_number_is_silence_and_infinity_clips() -> None:
    marked = mark_clipping(np.array([0.1, np.nan, np.inf, -np.inf, 0.2], np.float32), np.empty(0, np.float32))
    np.testing.assert_array_equal(np.abs(marked) > 1, [False, False, True, True, False])
    assert marked[1] == 0


def test_a_sound_that_is_just_audible_is_not_drawn_as_nothing_nor_a_loud_one_as_clipping() -> None:
    levels = to_levels(np.array([[[-0.0001, 0.0001], [-1.0, 1.0], [-1.5, 1.008]]], np.float32))
    np.testing.assert_array_equal(levels, [[[-1, 1], [-126, 126], [-127, 127]]])


def test_the_channels_of_a_sound_with_many_are_one_lane(tmp_path: Path) -> None:
    frames = silence(channels=9)
    frames[300, 8], frames[300, 3] = 0.5, -0.25
    found = peaks(sounds.make(tmp_path, "wav32f", frames=frames))
    assert found.levels.shape[0] == 1
    np.testing.assert_allclose(from_levels(found.levels)[0, 1], [-0.25, 0.5], atol=1 / 126)


def test_an_overview_is_a_coarse_waveform_of_the_whole_sound(tmp_path: Path) -> None:
    rising = np.linspace(0, 0.9, 900_000, dtype=np.float32)[:, None]
    seen = overview(sounds.make(tmp_path, "wav16", frames=rising), len(rising))
    assert seen is not None
    assert seen.levels.shape == (1, 800, 2)
    highest = from_levels(seen.levels)[0, :, 1]
    assert np.abs(highest - np.linspace(0, 0.9, 800)).max() < 0.02
    assert 800 * seen.hop == pytest.approx(len(rising), rel=0.01)


@pytest.mark.parametrize("kind", ["mp3", "ogg", "m4a"])
def test_there_is_no_overview_where_a_decoder_cannot_jump(tmp_path: Path, kind: str) -> None:
    assert overview(sounds.make(tmp_path, kind, frames=sounds.noise(1)), 10_000_000) is None


def test_an_overview_of_a_file_that_is_shorter_than_the_library_thinks_ends_where_it_ends(tmp_path: Path) -> None:
    seen = overview(sounds.make(tmp_path, frames=sounds.noise(30)), 2 * 30 * sounds.RATE)
    assert seen is not None
    assert 390 <= seen.levels.shape[1] <= 401
