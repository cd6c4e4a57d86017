"""All that is measured of a sound in the background: what is wrong with it, and what a musician asks for."""

from dataclasses import dataclass
from typing import Final

from desktop_app.core.analysis import Analysis
from desktop_app.core.measured_terms import MeasuredTerms
from desktop_app.core.musical import MUSIC, Musical
from desktop_app.core.sound_quality import QUALITY, SoundQuality, SoundWarning

JUDGEMENT: Final = 1
"""Raised with every change to what `SoundQuality.warnings` makes of its numbers: stored ones are then judged anew, and
nothing is measured again.
"""


@dataclass(frozen=True, slots=True)
class Measured:
    """What is known of one content; each part is None until it was measured."""

    quality: SoundQuality | None = None
    music: Musical | None = None

    @property
    def warnings(self) -> tuple[SoundWarning, ...]:
        """What to know before using the sound; nothing while its quality is not known."""
        return () if self.quality is None else self.quality.warnings


def analyses_of(terms: MeasuredTerms) -> tuple[Analysis, ...]:
    """What must have been done with a sound before it can be said whether it fits."""
    asked = ((QUALITY, terms.of_quality), (MUSIC, terms.of_music))
    return tuple(analysis for analysis, is_asked in asked if is_asked)
