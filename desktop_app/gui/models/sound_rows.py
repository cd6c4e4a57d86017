"""Reads what one page of the sound list shows, a query each: the sounds, their tags, their small waveforms, what was
noted of them, what was measured, and what their files say.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Protocol

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication

from desktop_app.core.marks import Marks
from desktop_app.core.measured import Measured
from desktop_app.core.metadata import Metadata
from desktop_app.core.scoring import AppliedTag
from desktop_app.core.sound import AudioFormat, Sound, SoundState
from desktop_app.gui.retelling import retold
from desktop_app.gui.translations import decimal_text
from desktop_app.library.library import Library

Thumbnail = NDArray[np.int8]
"""A small waveform, shape [columns, 2]: lowest and highest sample of each stretch, -127..127."""

TagsOf = Callable[[Sequence[int]], Mapping[int, tuple[AppliedTag, ...]]]


NOT_MEASURED: Final = Measured()
SAYS_NOTHING: Final = Metadata()


@dataclass(frozen=True, slots=True, eq=False)
class SoundRow:
    """All that the list shows of one sound."""

    sound: Sound
    tags: tuple[AppliedTag, ...]
    thumbnail: Thumbnail | None
    marks: Marks = field(default_factory=Marks)
    measured: Measured = NOT_MEASURED
    in_file: Metadata = SAYS_NOTHING
    """What its file says of itself."""


class RowSource(Protocol):
    """Where rows come from."""

    def rows(self, sound_ids: Sequence[int]) -> Sequence[SoundRow]:
        """The rows of these sounds, those left out that are no longer in the library. Never reads audio."""

    def paths(self, sound_ids: Sequence[int]) -> Sequence[Path]:
        """The files of those of these sounds that are there, as far as the library knows, in the order given."""


class LibraryRows:
    """Rows of a real library. Raises LibraryError where the library cannot be read."""

    def __init__(self, library: Library, tags_of: TagsOf) -> None:
        self._library = library
        self._tags_of = tags_of

    def rows(self, sound_ids: Sequence[int]) -> Sequence[SoundRow]:
        """A few queries for the whole page."""
        sounds = self._library.sounds.many(sound_ids)
        tags = self._tags_of([sound.sound_id for sound in sounds])
        contents = sorted({sound.content_id for sound in sounds if sound.content_id is not None})
        thumbnails = self._library.cache.thumbnails(contents)
        marks = self._library.marks.of_content(contents)
        measured = self._library.measured.of(contents)
        in_files = self._library.file_texts.of([sound.sound_id for sound in sounds])
        return [
            SoundRow(
                sound,
                tags.get(sound.sound_id, ()),
                thumbnail_of(thumbnails.get(sound.content_id)) if sound.content_id is not None else None,
                marks.get(sound.content_id or b"", Marks()),
                measured.get(sound.content_id or b"", NOT_MEASURED),
                in_files.get(sound.sound_id, SAYS_NOTHING),
            )
            for sound in sounds
        ]

    def paths(self, sound_ids: Sequence[int]) -> Sequence[Path]:
        """One query for all, and nothing but paths: a hundred thousand are dragged at once."""
        return self._library.sounds.paths_of(sound_ids, present=True)


def thumbnail_of(stored: bytes | None) -> Thumbnail | None:
    """The small waveform from its stored form, int8 pairs; None where there is none or it is cut short."""
    if not stored or len(stored) % 2:
        return None
    return np.frombuffer(stored, dtype=np.int8).reshape(-1, 2)


def length_text(audio: AudioFormat | None) -> str:
    """`0.4 s` below a minute, `1:07` and `1:02:03` above; empty for a sound that was not read yet."""
    if audio is None:
        return ""
    seconds = audio.seconds
    if seconds < 59.95:
        return f"{decimal_text(seconds, 1)} s" if seconds >= 0.095 else f"{seconds * 1000:.0f} ms"
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def format_text(audio: AudioFormat | None) -> str:
    """`WAV 48k/24` or `FLAC 44.1k`, with `mono` never said: container, kilohertz, bits where they are a choice."""
    if audio is None:
        return ""
    rate = f"{audio.sample_rate / 1000:.4g}k"
    return f"{audio.container.upper()} {rate}/{audio.bits}" if audio.bits else f"{audio.container.upper()} {rate}"


def trouble_text(sound: Sound) -> str:
    """The sentence that says why a sound is shown dimmed; empty for a sound in good order."""
    if sound.state is SoundState.MISSING:
        return QCoreApplication.translate(
            "SoundTable", "The file is missing. It comes back by itself when the file does."
        )
    if sound.state is SoundState.OFFLINE:
        return QCoreApplication.translate(
            "SoundTable", "The folder of this sound cannot be reached. Is its drive plugged in?"
        )
    return retold(sound.problem or "")
