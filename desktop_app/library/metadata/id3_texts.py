"""Texts in ID3 tags, which stand in MP3 files and in a chunk of WAV and AIFF files.

A tag is taken as it is, in its own version: brought up to date, as mutagen does unasked, it would lose what a later
version has no frame for. One that holds a frame that would not be written again is refused.
"""

import io
import re
import struct
from collections.abc import Collection, Iterator, Sequence
from typing import Any, Final

import mutagen
from mutagen import id3

from desktop_app.library.metadata.id3_frames import frame_names

_UTF_8: Final = 3
_UTF_16: Final = 1
PARSER_ERRORS: Final = (
    mutagen.MutagenError,
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    MemoryError,
    TypeError,
    ValueError,
    struct.error,
)
"""What mutagen raises over damaged files: errors of its own, and in rare cases whatever comes of trusting them."""
_NUMBERED: Final = re.compile(r"\(|(?:\d+|RX|CR)$")
"""A genre of an older tag: “(17)”, “(17)Rock” or “17”."""


class UnfitTagError(ValueError):
    """A tag that cannot be read, so that nothing of it may be written either; the message is a sentence."""


class Id3Texts:
    """A tag whose texts are read and changed by keys such as `TIT2`, `COMM` or `TXXX:CATID`."""

    def __init__(self, tag: Any = None) -> None:
        """`tag`: of mutagen, not translated into another version; None for a new one."""
        self.tag = id3.ID3() if tag is None else tag  # type: ignore[no-untyped-call]
        # Older programs read nothing of a newer version, and all read the older one.
        self.version: Final = 4 if tag is not None and tag.version >= (2, 4, 0) else 3

    @classmethod
    def parsed(cls, content: bytes | None) -> "Id3Texts":
        """The tag in these bytes (None: a new one). Raises UnfitTagError."""
        if content is None:
            return cls()
        try:
            texts = cls(id3.ID3(io.BytesIO(content), translate=False))  # type: ignore[no-untyped-call]
        except PARSER_ERRORS as error:
            raise UnfitTagError("The ID3 tag in this file is damaged.") from error
        texts.check(content)
        return texts

    def check(self, content: bytes) -> None:
        """Raises UnfitTagError where these bytes, the tag's own, hold a frame that would not be written again."""
        known = [frame.FrameID for frame in self.tag.values()]
        if self.tag.version >= (2, 3, 0):  # those of older tags have names that no newer one can have
            known += [bytes(frame[:4]).decode("latin-1") for frame in self.tag.unknown_frames]
        names = frame_names(content)
        if names is None or any(names.count(name) > known.count(name) for name in set(names)):
            raise UnfitTagError("The ID3 tag in this file holds something damaged or unknown that would be lost.")

    def text(self, key: str) -> tuple[str, ...]:
        """The texts under a key; of genres their names, where an old tag has numbers."""
        return tuple(str(text) for frame in self._frames(key) for text in _readable(frame) if str(text))

    def put(self, key: str, texts: Sequence[str]) -> None:
        """Put texts under a key in place of those that are there; other frames stay as they are."""
        for frame in list(self._frames(key)):
            del self.tag[frame.HashKey]
        if not texts:
            return
        kind, _, name = key.partition(":")
        named = {"desc": name} if kind in ("TXXX", "COMM") else {}
        language = {"lang": "eng"} if kind == "COMM" else {}
        encoding = _UTF_8 if self.version == 4 else _UTF_16
        self.tag.add(getattr(id3, kind)(encoding=encoding, text=list(texts), **named, **language))

    def others(self, keys: Collection[str]) -> dict[str, str]:
        """All frames but those under these keys, each as a text that says everything in it; empty texts left out."""
        meant = {frame.HashKey for key in keys for frame in self._frames(key)}
        return {
            name: repr(frame)
            for name, frame in self.tag.items()
            if name not in meant and not (isinstance(frame, id3.TextFrame) and not str(frame))
        } | {"unknown": repr(sorted(map(bytes, self.tag.unknown_frames)))}

    def serialised(self) -> bytes:
        """The bytes of the tag, in the version that it had. Raises UnfitTagError."""
        file = io.BytesIO()
        try:
            self.save(file, padding=lambda _: 0)
        except PARSER_ERRORS as error:
            raise UnfitTagError("The ID3 tag in this file is damaged.") from error
        return file.getvalue()

    def save(self, file: Any, **options: Any) -> None:
        """Write the tag into a file, in the version that it had. Raises mutagen's errors."""
        # Where frames of version 3 have several texts, whoever wrote them did it so.
        self.tag.save(file, v2_version=self.version, v23_sep=None, **options)

    def _frames(self, key: str) -> Iterator[Any]:
        kind, _, name = key.partition(":")
        for frame in self.tag.getall(kind):
            # Under a description of their own, programs keep numbers and settings in comments.
            if kind not in ("TXXX", "COMM") or frame.desc.casefold() == name.casefold():
                yield frame


def _readable(frame: Any) -> Sequence[Any]:
    is_numbered = frame.FrameID == "TCON" and any(_NUMBERED.match(text) for text in frame.text)
    texts: Sequence[Any] = frame.genres if is_numbered else frame.text
    return texts
