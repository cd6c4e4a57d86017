"""What the engine tells the outside world. Plain data, so any front end can listen.

Events may be sent on any thread.
"""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


@dataclass(frozen=True, slots=True)
class SoundsChanged:
    """Rows of the library were added, moved, changed or went missing: whoever lists sounds should look again."""

    folder_id: int


@dataclass(frozen=True, slots=True)
class ScanProgress:
    """A folder is being looked through; how many sounds there are in all is not known before the end."""

    folder: str
    """Its name."""
    sounds: int
    """Found so far."""


@dataclass(frozen=True, slots=True)
class FolderScanned:
    """A scan of a folder ended; `online` is False when it could not be reached, or held nothing any more."""

    folder_id: int
    path: Path
    sounds: int
    online: bool


@dataclass(frozen=True, slots=True)
class SoundsIndexed:
    """These sounds are safely in the library with their embeddings (committed)."""

    sound_ids: tuple[int, ...]
    remaining: int


@dataclass(frozen=True, slots=True)
class IndexingFailed:
    """This file could not be read; indexing goes on without it."""

    path: Path
    reason: str


@dataclass(frozen=True, slots=True)
class IndexingProgress:
    """How far the present run is: `done` of `total` sounds, at `rate` sounds a second (0 when unknown)."""

    done: int
    total: int
    rate: float


@dataclass(frozen=True, slots=True)
class MomentsProgress:
    """Every sound is heard, and now the moments inside long ones are: `done` of `total`, at `rate` sounds a second (0
    when unknown). What was done is safely in the library.
    """

    done: int
    total: int
    rate: float


@dataclass(frozen=True, slots=True)
class MeasuringProgress:
    """Every sound is heard, and now tempo, key, loudness and the like are measured: `done` of `total` sounds, at `rate`
    sounds a second (0 when unknown). What was done is safely in the library.
    """

    done: int
    total: int
    rate: float


@dataclass(frozen=True, slots=True)
class FileTextsRead:
    """What stands in the files of these sounds was read again, and is safely in the library."""

    sound_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class IndexingPaused:
    """Work rests until it is resumed."""


@dataclass(frozen=True, slots=True)
class IndexingIdle:
    """Nothing is left to do."""


@dataclass(frozen=True, slots=True)
class TagsChanged:
    """Vocabularies, verdicts or the embedder changed: every tag shown may be different now."""


@dataclass(frozen=True, slots=True)
class IndexingStopped:
    """Work rests because something must be mended first; `reason` is a sentence that says what."""

    reason: str


@dataclass(frozen=True, slots=True)
class SuccessorProgress:
    """How far the embedder that is to take over is with hearing the library."""

    embedder: str
    """As a person chose it."""
    progress: IndexingProgress


@dataclass(frozen=True, slots=True)
class SuccessorStopped:
    """The embedder that is to take over cannot go on; the present one serves as before. `reason` is a sentence."""

    embedder: str
    reason: str


@dataclass(frozen=True, slots=True)
class EmbedderChanged:
    """Another embedder serves from now on, because it had heard everything."""

    embedder: str


class Remedy(StrEnum):
    """What a person can have done about the library's own files, while nobody has them open."""

    NONE = ""
    REPAIR = "repair"
    """What can be saved is saved, and the damaged file kept."""
    RESTORE = "restore"
    """The newest backup takes the library's place, which is kept."""


@dataclass(frozen=True, slots=True)
class LibraryNoticed:
    """Something about the library's own files that a person should know, though work goes on; a sentence."""

    sentence: str
    remedy: Remedy = Remedy.NONE


IndexEvent = (
    SoundsChanged
    | ScanProgress
    | FolderScanned
    | SoundsIndexed
    | IndexingFailed
    | IndexingProgress
    | MomentsProgress
    | MeasuringProgress
    | FileTextsRead
    | IndexingPaused
    | IndexingIdle
    | TagsChanged
    | IndexingStopped
    | SuccessorProgress
    | SuccessorStopped
    | EmbedderChanged
    | LibraryNoticed
)
