"""From the channels of a file to the one channel that Earmark listens to."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.sound import Samples

_LOUDEST: Final = np.float32(1e10)
"""Full scale is 1, and 2^31 in a file whose whole numbers were written as they were. What is larger was never sound:
it would overflow in a sum or a filter, and be no number after it.
"""


def mix_down(frames: NDArray[np.float32]) -> Samples:
    """The mean of all channels, [n, channels] -> [n]; what cannot be the level of a sound counts as silence."""
    return mix_down_checked(frames)[0]


def mix_down_checked(frames: NDArray[np.float32]) -> tuple[Samples, bool]:
    """The mean of all channels, [n, channels] -> [n], and whether anything in it was no number, or an absurd one.

    Channel is added to channel: twenty times as fast as a mean over the short axis, and without the threads of a matrix
    product, which wait for each other when the computer is busy.
    """
    with np.errstate(invalid="ignore", over="ignore"):
        mono = _sum(frames)
        # False for NaN, too.
        valid = not len(mono) or (mono.max() <= _LOUDEST and mono.min() >= -_LOUDEST)
        if not valid:
            mono = _sum(np.where(np.abs(frames) <= _LOUDEST, frames, np.float32(0.0)))
    mono *= np.float32(1.0 / frames.shape[1])
    return mono, not valid


def _sum(frames: NDArray[np.float32]) -> Samples:
    if frames.shape[1] == 1:
        return frames[:, 0].copy()
    total: Samples = frames[:, 0] + frames[:, 1]
    for channel in range(2, frames.shape[1]):
        total += frames[:, channel]
    return total
