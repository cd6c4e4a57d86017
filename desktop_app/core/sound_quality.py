"""What is wrong with a recording, as far as it can be measured: a person is warned, and nothing is changed.

The numbers are stored and the warnings follow from them here, so that there is one place for every threshold.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from desktop_app.core.analysis import Analysis

QUALITY: Final = Analysis("quality", 1)
"""Its version is raised when a sound would measure otherwise."""


class SoundWarning(StrEnum):
    """What a search asks for with `warning:`."""

    BAND_LIMITED = "band-limited"
    """Nothing in the upper part of what the sample rate could hold: upsampled, telephone, low bitrate."""
    CLIPPED = "clipped"
    NEAR_SILENT = "near-silent"
    """Hardly anything but silence."""
    LOW_LEVEL = "low-level"
    """There is something to hear, but recorded very low."""
    DC_OFFSET = "dc-offset"
    NOISY = "noisy"
    """A low signal-to-noise ratio."""
    FAKE_STEREO = "fake-stereo"
    """Several channels that all hold the same."""
    DROPOUTS = "dropouts"
    """Samples are missing in the middle of sound."""


@dataclass(frozen=True, slots=True)
class SoundQuality:
    """What was measured of a whole sound, all its channels."""

    sample_rate: int
    """Hz."""
    channels: int
    loudness: float | None
    """Integrated, LUFS (ITU-R BS.1770-5); None where nothing is louder than -70 LUFS."""
    true_peak: float | None
    """dBTP (BS.1770-5 annex 2); None for digital silence."""
    level: float | None
    """RMS of the channel with the highest, dBFS (a full-scale square wave is 0); None for digital silence."""
    bandwidth: float | None
    """Hz above which there is nothing but noise floor; None where that cannot be told."""
    clipped: int
    """Samples that lie in runs at full scale, all channels together."""
    dc_offset: float
    """Mean of the channel where it is furthest from zero, as a share of full scale, signed."""
    signal_to_noise: float | None
    """dB, estimated; None where it cannot be told (a steady sound has no pause to hear its noise in)."""
    active: float
    """The share of the sound's time in which it is above -60 dBFS, 0 to 1."""
    side_level: float | None
    """How far what differs between the channels lies below what they share, dB (0 or negative), None for mono and -inf
    never: identical channels are -200."""
    dropouts: int
    """Gaps of digital silence that begin and end abruptly."""
