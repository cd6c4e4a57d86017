"""A sound that others are to be like."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Example:
    """A sound of the library or any other file, whole or in part. One of `sound_id` and `path` is given."""

    sound_id: int | None = None
    path: Path | None = None
    start: float | None = None
    """Seconds; None means from the beginning."""
    end: float | None = None
    """Seconds; None means to the end."""
    name: str = ""
    """What the person knows it as."""

    @property
    def is_part(self) -> bool:
        """Whether only a region of the sound is meant."""
        return self.start is not None or self.end is not None
