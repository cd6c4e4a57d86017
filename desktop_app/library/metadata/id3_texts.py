"""Texts in ID3 tags, which stand in MP3 files and in a chunk of WAV and AIFF files."""

import io
from collections.abc import Collection, Iterator, Sequence
from typing import Any, Final

import mutagen
from mutagen import id3

_UTF_8: Final = 3
_UTF_16: Final = 1
_NAMED: Final = "TXXX:"
"""In front of a name that somebody chose."""


class UnfitTagError(ValueError):
    """A tag that cannot be read, so that nothing of it may be written either; the message is a sentence."""


class Id3Texts:
    """A tag whose texts are read and changed by keys such as `TIT2`, `COMM` or `TXXX:CATID`."""

    def __init__(self, tag: Any = None) -> None:
        """`tag`: of mutagen; None for a new one."""
        self.tag = id3.ID3() if tag is None else tag  # type: ignore[no-untyped-call]
        # Older programs read nothing of a newer version, and all read the older one.
        self.version: Final = 4 if tag is not None and tag.version >= (2, 4, 0) else 3

    @classmethod
    def parsed(cls, content: bytes | None) -> "Id3Texts":
        """The tag in these bytes (None: a new one). Raises UnfitTagError."""
        if content is None:
            return cls()
        try:
            return cls(id3.ID3(io.BytesIO(content)))  # type: ignore[no-untyped-call]
        except (mutagen.MutagenError, ValueError, EOFError) as error:
            raise UnfitTagError("The ID3 tag in this file is damaged.") from error

    def text(self, key: str) -> tuple[str, ...]:
        """The texts under a key."""
        return tuple(str(text) for frame in self._frames(key) for text in frame.text if str(text))

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
        """All frames but those under these keys, each as a text that says everything in it."""
        meant = {frame.HashKey for key in keys for frame in self._frames(key)}
        return {name: repr(frame) for name, frame in self.tag.items() if name not in meant}

    def serialised(self) -> bytes:
        """The bytes of the tag, in the version that it had."""
        file = io.BytesIO()
        self.made_ready().save(file, v2_version=self.version, padding=lambda _: 0)
        return file.getvalue()

    def made_ready(self) -> Any:
        """The tag with only what its version knows, to be saved in that."""
        if self.version == 3:
            self.tag.update_to_v23()
        return self.tag

    def _frames(self, key: str) -> Iterator[Any]:
        kind, _, name = key.partition(":")
        for frame in self.tag.getall(kind):
            # Under a description of their own, programs keep numbers and settings in comments.
            if kind not in ("TXXX", "COMM") or frame.desc.casefold() == name.casefold():
                yield frame
