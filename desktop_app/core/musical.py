"""What a musician asks of a sound: its tempo, its key or pitch, and whether it is a one-shot or a loop."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from desktop_app.core.analysis import Analysis

MUSIC: Final = Analysis("music", 1)
"""Raise its version where the same sound is told differently."""

NOTES: Final = ("C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B")
"""The twelve pitch classes as they are written here."""
KEYS: Final = (*NOTES, *(f"{note}m" for note in NOTES))
"""The 24 keys: major, then minor."""


class SoundKind(StrEnum):
    """What a search asks for with `kind:`."""

    ONE_SHOT = "one-shot"
    LOOP = "loop"


@dataclass(frozen=True, slots=True)
class Musical:
    """What was found of a sound. Each is None where it could not be told, which is better than a guess."""

    tempo: float | None
    """Beats a minute, 60 to 200."""
    key: str | None
    """One of `KEYS`: `C`, `F#m`, `Bb` is written `A#`; major without, minor with an `m`. None beside a pitch."""
    pitch: float | None
    """Fundamental frequency in Hz of a sound of a single note."""
    kind: SoundKind | None
    """None for what is neither: an ambience, a piece of music."""
