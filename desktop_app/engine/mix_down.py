"""From the channels of a file to the one channel that Earmark listens to."""

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.sound import Samples


def mix_down(frames: NDArray[np.float32]) -> Samples:
    """The mean of all channels, [n, channels] -> [n]; what is not a number counts as silence."""
    return mix_down_checked(frames)[0]


def mix_down_checked(frames: NDArray[np.float32]) -> tuple[Samples, bool]:
    """The mean of all channels, [n, channels] -> [n], and whether anything in it was not a number.

    Channel is added to channel: twenty times as fast as a mean over the short axis, and without the threads of a matrix
    product, which wait for each other when the computer is busy.
    """
    with np.errstate(invalid="ignore", over="ignore"):
        mono = _sum(frames)
    invalid = not np.isfinite(mono).all()
    if invalid:
        mono = np.nan_to_num(_sum(np.nan_to_num(frames, nan=0.0, posinf=0.0, neginf=0.0)), posinf=0.0, neginf=0.0)
    mono *= np.float32(1.0 / frames.shape[1])
    return mono, invalid


def _sum(frames: NDArray[np.float32]) -> Samples:
    if frames.shape[1] == 1:
        return frames[:, 0].copy()
    total: Samples = frames[:, 0] + frames[:, 1]
    for channel in range(2, frames.shape[1]):
        total += frames[:, channel]
    return total
