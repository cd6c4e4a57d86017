"""How the evaluation spoils a sound to see what the embedder still hears: fixed ways, the same in every run.

The noise is pink: like the noise of rooms, wind and preamplifiers it has equal power in each octave, whereas white
noise at the same level would lie almost wholly above the sounds. Its level counts against the root mean square of the
whole sound, so that a hit with a long decay is spoilt more than its peak suggests.
"""

from collections.abc import Callable
from functools import partial

import numpy as np
from corpus.sound import Sound
from corpus.treatments import TELEPHONE_BAND, band, factor, mixed, noise, through_mp3

Degradation = Callable[[Sound], Sound]
"""Mono float32 at 16 kHz in and out, as many samples as before."""

_SEED = 20_480


def with_pink_noise(sound: Sound, ratio: float) -> Sound:
    """Sound to noise at `ratio` dB; the noise is another one for each length, and the same one every time."""
    rng = np.random.default_rng([_SEED, len(sound)])
    return mixed(sound, noise(rng, len(sound), slope=1.0), -ratio)


def over_the_telephone(sound: Sound) -> Sound:
    """Nothing but 300 to 3400 Hz."""
    return band(sound, *TELEPHONE_BAND, order=6)


def quieter(sound: Sound, db: float) -> Sound:
    """The same sound `db` lower."""
    return sound * factor(-db)


DEGRADATIONS: dict[str, Degradation] = {
    "pink noise 20 dB": partial(with_pink_noise, ratio=20.0),
    "pink noise 10 dB": partial(with_pink_noise, ratio=10.0),
    "pink noise 0 dB": partial(with_pink_noise, ratio=0.0),
    "telephone band": over_the_telephone,
    "MP3 48 kbit/s": partial(through_mp3, kilobits=48),
    "-20 dB": partial(quieter, db=20.0),
}
"""By the name under which the model card reports them."""
