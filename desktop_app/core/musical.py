"""What a musician asks of a sound: its tempo, its key or pitch, and whether it is a one-shot or a loop."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from desktop_app.core.analysis import Analysis

MUSIC: Final = Analysis("music", 1)
"""Its version is raised when a sound would measure otherwise."""


class SoundKind(StrEnum):
    """What a search asks for with `kind:`."""

    ONE_SHOT = "one-shot"
    LOOP = "loop"


@dataclass(frozen=True, slots=True)
class Musical:
    """What was found of a sound. Each is None where it could not be told, which is better than a guess."""

    tempo: float | None
    """Beats a minute."""
    key: str | None
    """As it is written in this field: `C`, `F#m`, `Bb` is written `A#`; major without, minor with an `m`."""
    pitch: float | None
    """Fundamental frequency in Hz of a sound of a single note."""
    kind: SoundKind | None
    """None for what is neither: an ambience, a piece of music."""
