"""Leaves out what nobody listens to: the silence around a sound and the long silences in it.

The networks hear silence as a sound of its own, and recorders leave much of it. A short pause belongs to a sound's
rhythm and stays.
"""

from typing import Final

import numpy as np

from desktop_app.core.sound import Samples

_FAINT: Final = 10 ** (-50 / 20)
"""Of the sound's peak; below is silence. The tail of a room dies away to -60 dB by definition (ISO 3382)."""
_FRAMES_A_SECOND: Final = 10
_MARGIN: Final = 5
"""Frames of a silence that stay at either side, so that one of up to a second stays whole."""


def without_silence(sound: Samples, sample_rate: int) -> Samples:
    """A mono sound [n] without the silence at its ends, and with a second of any longer one; all of it if it is silent.

    Takes a few bytes a sample beside the sound itself.
    """
    limit = max(sound.max(initial=0.0), -sound.min(initial=0.0)) * _FAINT
    loud = (sound > limit) | (sound < -limit)
    if not loud.any():
        return sound
    start, end = int(loud.argmax()), len(loud) - int(loud[::-1].argmax())
    size = sample_rate // _FRAMES_A_SECOND
    sounding = np.add.reduceat(loud[start:end], np.arange(0, end - start, size)) > 0
    around = np.ones(2 * _MARGIN + 1)
    if len(sounding) <= len(around):
        return sound[start:end]
    near = np.convolve(sounding, around, mode="same") > 0.5
    return sound[start:end][np.repeat(near, size)[: end - start]]
