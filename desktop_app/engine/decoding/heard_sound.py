"""What is learned by listening to a file, as plain data."""

from dataclasses import dataclass

from desktop_app.core.sound import AudioFormat, FileStamp
from desktop_app.core.vector_index import Vectors


@dataclass(frozen=True, slots=True)
class Identity:
    """What audio a file held when it was looked at."""

    stamp: FileStamp
    content_id: bytes


@dataclass(frozen=True, slots=True)
class HeardSound:
    """Everything that is learned from listening to a file once."""

    stamp: FileStamp
    """Of the file before it was read, so that a file that changed meanwhile is noticed by the next scan."""
    content_id: bytes
    format: AudioFormat
    vector: Vectors
    """The embedding, shape [dimension]."""
    thumbnail: bytes
    """int8 [200, 2]."""
