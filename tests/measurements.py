"""Measurements made by hand: of a recording of which there is nothing to say, with what is given changed."""

from dataclasses import replace
from typing import Any

from desktop_app.core.musical import Musical
from desktop_app.core.sound_quality import SoundQuality

GOOD = SoundQuality(
    sample_rate=48_000,
    channels=2,
    loudness=-18.0,
    true_peak=-3.0,
    level=-20.0,
    bandwidth=20_000.0,
    clipped=0,
    dc_offset=0.0,
    signal_to_noise=60.0,
    active=0.95,
    side_level=-12.0,
    dropouts=0,
)
CLIPPED: dict[str, Any] = {"clipped": 40_000, "true_peak": 1.5}
NARROW: dict[str, Any] = {"bandwidth": 3_400.0}
TWICE_MONO: dict[str, Any] = {"side_level": -200.0}
"""Changes by far enough to be warned of, wherever a threshold lies."""
NOTHING = Musical(tempo=None, key=None, pitch=None, kind=None)


def quality(**changes: Any) -> SoundQuality:
    """A good recording but for these."""
    return replace(GOOD, **changes)


def music(**found: Any) -> Musical:
    """A sound of which only this can be told."""
    return replace(NOTHING, **found)
