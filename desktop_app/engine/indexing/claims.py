"""Which contents are being heard, or were heard and are not in the library yet: each is heard once, whoever comes."""

import threading
from enum import Enum, auto


class Claim(Enum):
    """How a content stands."""

    OURS = auto()
    """Nobody had it: whoever asked is to hear it."""
    BEING_HEARD = auto()
    """By another sound of the same content."""
    HEARD = auto()
    """By another sound, whose embedding is about to be stored."""
    NOT_CLAIMED = auto()
    """It is stored, or nobody could hear it."""


class Claims:
    """May be used on any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._hearing: dict[bytes, int] = {}
        """Content -> the sound that is heard for it."""
        self._heard: set[bytes] = set()

    def claim(self, content_id: bytes, sound_id: int) -> Claim:
        """Ask to hear a content; the sound keeps it until it is settled."""
        with self._lock:
            standing = self._standing(content_id)
            if standing is not Claim.NOT_CLAIMED:
                return standing
            self._hearing[content_id] = sound_id
            return Claim.OURS

    def standing(self, content_id: bytes) -> Claim:
        """How a content stands that another sound had; never OURS."""
        with self._lock:
            return self._standing(content_id)

    def settle(self, sound_id: int, heard: bytes | None) -> bytes | None:
        """A sound was dealt with, and this content was heard, if any. The content that it had claimed."""
        with self._lock:
            claimed = next((content for content, holder in self._hearing.items() if holder == sound_id), None)
            if claimed is not None:
                del self._hearing[claimed]
            if heard is not None:
                self._heard.add(heard)
            return claimed

    def stored(self) -> None:
        """All that was heard is in the library now, which is asked from now on."""
        with self._lock:
            self._heard.clear()

    def _standing(self, content_id: bytes) -> Claim:
        if content_id in self._heard:
            return Claim.HEARD
        return Claim.BEING_HEARD if content_id in self._hearing else Claim.NOT_CLAIMED
