"""What the process that has the device can be asked to do, as plain data."""

from dataclasses import dataclass
from typing import Final

from desktop_app.core.vector_index import Vectors

LANE: Final = "sounds"


@dataclass(frozen=True, slots=True)
class LoadDevice:
    """Load the network onto the device; before that, find out whether it pays, where that is not known."""


@dataclass(frozen=True, slots=True)
class HearPrepared:
    """Embed what the front end made of some sounds."""

    sounds: tuple[Vectors, ...]
    """As `ClapFrontEnd` gives it."""
