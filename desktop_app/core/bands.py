"""Calibrated scores as words: a percentage would promise more than a network knows."""

from enum import StrEnum

from desktop_app.core.calibration import APPLIES, at_deviations

STRONG_FROM = at_deviations(3)
"""Three quarters of a spread above the point where tags apply, about 0.77: 0.87 of the tags that score so or more are
right. Likeness to an example reads alike: of all pairs among 163 recordings (those of `tests/data` and the
demonstration sounds) 0.75 of the strong ones, and 0.51 of those that are likely or strong, are of the same kind of
thing."""


class Band(StrEnum):
    """How well something fits a sound."""

    STRONG = "strong"
    LIKELY = "likely"
    WEAK = "weak"


def band_of(calibrated: float) -> Band:
    """The band of a calibrated score, 0..1: of a tag, of words, of likeness to an example, or of a blend of them."""
    if calibrated >= STRONG_FROM:
        return Band.STRONG
    return Band.LIKELY if calibrated >= APPLIES else Band.WEAK
