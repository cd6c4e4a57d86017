"""Rows made by hand, for tests of what shows sounds without a library."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from desktop_app.core.scoring import AppliedTag, TagSource
from desktop_app.core.sound import AudioFormat, FileStamp, Sound, SoundState
from desktop_app.gui.models.sound_rows import SoundRow, Thumbnail

NAMES = ("Riser", "Rain", "Footsteps", "Door", "Impact", "Kick", "Vocal", "Drone", "Metal")
TAGS = ("riser", "rain", "footsteps", "door", "impact", "kick", "vocal", "drone", "metal", "glass", "ambience")
FORMATS = (("wav", "PCM_24", 48000), ("flac", "PCM_16", 44100), ("aiff", "PCM_24", 96000), ("mp3", "mp3", 44100))


def sound(number: int, *, folder: Path = Path("/sounds"), **changes: object) -> Sound:
    """A present sound of `number` tenths of a second."""
    container, encoding, rate = FORMATS[number % len(FORMATS)]
    values: dict[str, object] = {
        "sound_id": number,
        "folder_id": 1,
        "path": folder / f"{NAMES[number % len(NAMES)]}_{number:06}.{container}",
        "stamp": FileStamp(1000, 1, number),
        "state": SoundState.PRESENT,
        "content_id": number.to_bytes(16, "big"),
        "format": AudioFormat(container, encoding, rate, 2, rate * number // 10),
    }
    return Sound(**(values | changes))  # type: ignore[arg-type]


def tag(name: str, source: TagSource = TagSource.AUTOMATIC, score: float = 0.8, **changes: object) -> AppliedTag:
    """A tag of the vocabulary "everyday"."""
    return AppliedTag("everyday", name.replace(" ", "-"), name, score, source, **changes)  # type: ignore[arg-type]


def thumbnail(number: int) -> Thumbnail:
    """A decaying burst, another for each number."""
    random = np.random.default_rng(number)
    height = random.random(200) * np.exp(-np.arange(200) / random.uniform(20, 90)) * 127
    return np.stack([-height, height], axis=1).astype(np.int8)


class HandMadeRows:
    """A row for every id asked for, but those in `gone`; counts how often it was asked."""

    def __init__(self, changed: dict[int, SoundRow] | None = None, gone: frozenset[int] = frozenset()) -> None:
        self.changed = changed or {}
        self.gone = gone
        self.asked: list[list[int]] = []

    def rows(self, sound_ids: Sequence[int]) -> list[SoundRow]:
        self.asked.append(list(sound_ids))
        return [self.changed.get(n) or self.row(n) for n in sound_ids if n not in self.gone]

    def paths(self, sound_ids: Sequence[int]) -> list[Path]:
        return [row.sound.path for row in self.rows(sound_ids)]

    def row(self, number: int) -> SoundRow:
        sources = tuple(TagSource)
        tags = [
            tag(TAGS[(number * step) % len(TAGS)], sources[(number + step) % 3]) for step in range(1, 1 + number % 5)
        ]
        return SoundRow(sound(number), tuple(dict.fromkeys(tags)), thumbnail(number))
