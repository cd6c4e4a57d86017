"""One channel of many; whatever a file holds, it is a number that a filter can bear."""

import numpy as np
import pytest

from desktop_app.engine.decoding.mix_down import mix_down, mix_down_checked


@pytest.mark.parametrize("channels", [1, 2, 6])
def test_it_is_the_mean_of_the_channels(channels: int) -> None:
    frames = np.random.default_rng(1).uniform(-1, 1, (500, channels)).astype(np.float32)
    mono, invalid = mix_down_checked(frames)
    np.testing.assert_allclose(mono, frames.mean(axis=1), atol=1e-6)
    assert not invalid


def test_no_frames_are_none() -> None:
    assert mix_down_checked(np.empty((0, 2), dtype=np.float32))[0].shape == (0,)


@pytest.mark.parametrize("channels", [1, 2, 6])
@pytest.mark.parametrize("bad", [np.nan, np.inf, -np.inf, 3.4e38, -3.4e38, 1e12])
def test_what_no_sound_can_hold_is_silence(channels: int, bad: float) -> None:
    frames = np.full((100, channels), 0.5, dtype=np.float32)
    frames[40:50] = bad
    mono, invalid = mix_down_checked(frames)
    assert invalid
    np.testing.assert_array_equal(mono[40:50], 0.0)
    np.testing.assert_allclose(mono[:40], 0.5)


def test_channels_that_cancel_out_an_overflow_are_silence() -> None:
    frames = np.array([[3e38, 3e38, -3e38], [0.3, 0.3, 0.3]], dtype=np.float32)
    np.testing.assert_allclose(mix_down(frames), [0.0, 0.3], atol=1e-6)


def test_whole_numbers_written_as_they_were_are_loud_and_not_silence() -> None:
    frames = np.array([[2.0**31], [-(2.0**31)]], dtype=np.float32)
    mono, invalid = mix_down_checked(frames)
    assert not invalid
    np.testing.assert_array_equal(mono, frames[:, 0])
