"""Texts in files of chunks: `bext`, `INFO`, `iXML` and ID3 in WAV and RF64 files, ID3 in AIFF files."""

from collections.abc import Iterator, Mapping
from pathlib import Path as FilePath
from typing import BinaryIO, Final

from desktop_app.library.metadata.bext import changed_bext, fitting, read_bext, text_bytes
from desktop_app.library.metadata.chunks import Changes, Layout, content_of, differences, read_layout, rewrite
from desktop_app.library.metadata.file_head import MOST_KEPT
from desktop_app.library.metadata.id3_texts import Id3Texts
from desktop_app.library.metadata.info import changed_info, read_info
from desktop_app.library.metadata.ixml import Path, changed_ixml, read_ixml
from desktop_app.library.metadata.slots import Place, Slot, Texts, joined, plain

MOST_BYTES: Final = 64_000_000
"""Of a chunk with texts, and perhaps pictures, that is read in order to be changed."""
_NAMES: Final = {Place.BEXT: (b"bext",), Place.INFO: (b"LIST",), Place.IXML: (b"iXML",), Place.ID3: (b"id3 ", b"ID3 ")}
WAV_PLACES: Final = (Place.BEXT, Place.INFO, Place.IXML)
"""Written in every WAV file; ID3 only where there is some already, for many programs do not look for it there."""


class ChunkTexts:
    """The texts of an open file of chunks."""

    def __init__(self, stream: BinaryIO) -> None:
        """Raises NotChunkedError, and OSError."""
        self._stream = stream
        self.layout: Final[Layout] = read_layout(stream)
        self.is_wave: Final = self.layout.kind == b"WAVE"
        self._found: Final = {place: self._find(place) for place in _NAMES}
        self.closed: Final = self._closed()
        """Places that hold something which cannot be written again, and so stay as they are; each with a sentence."""

    @property
    def places(self) -> tuple[Place, ...]:
        """Where texts are written."""
        if not self.is_wave:
            return (Place.ID3,)
        has_id3 = self._found[Place.ID3] is not None and Place.ID3 not in self.closed
        return (*WAV_PLACES, Place.ID3) if has_id3 else WAV_PLACES

    @property
    def problem(self) -> str:
        """Why the file must not be rewritten, as a sentence; empty for one that is as it should be."""
        return self.layout.problem

    def text(self, slot: Slot) -> tuple[str, ...]:
        """What stands in a slot. Raises ValueError, with a sentence, where its place is damaged."""
        content = self._content(slot.place)
        if content is None:
            return ()
        if slot.place is Place.ID3:
            return Id3Texts.parsed(content).text(slot.key)
        if slot.place is Place.IXML:
            text = _by_capitals(read_ixml(content)).get(tuple(slot.key.upper().split("/")), "")
        else:
            text = (read_bext if slot.place is Place.BEXT else read_info)(content).get(slot.key, "")
        return (text,) if text else ()

    def fitted(self, slot: Slot, texts: tuple[str, ...]) -> tuple[str, ...]:
        """What of these texts a slot can hold, as it will be read again."""
        text = plain(joined(texts))
        if slot.place is Place.BEXT:
            text = fitting(text, text_bytes(slot.key)).decode()
        if slot.key.startswith("ASWG/"):  # its schema allows neither in these
            text = text.replace("_", " ").replace("-", " ")
        return (text.strip(),) if text.strip() else ()

    def copy(self, draft: FilePath, texts: Texts) -> None:
        """Write a copy with these texts. Raises ValueError, with a sentence, UnfitLayoutError and OSError."""
        with draft.open("xb") as target:
            rewrite(self._stream, self.layout, target, self._changes(texts))

    def kept(self, texts: Texts) -> dict[Place, bytes | None]:
        """What stands now in each place that these texts change, whole; None where there is no such place.

        Not a large ID3 tag: it holds pictures, and its texts are put back one by one.
        """
        kept = {place: self._content(place) for place in self._of(texts)}
        return {
            place: content
            for place, content in kept.items()
            if place is not Place.ID3 or content is None or len(content) <= MOST_KEPT
        }

    def copy_with(self, draft: FilePath, kept: Mapping[Place, bytes | None], texts: Texts) -> None:
        """Write a copy in which these places hold this again (None takes one away), and the others these texts.

        Raises ValueError, with a sentence, UnfitLayoutError and OSError.
        """
        others = {slot: values for slot, values in texts.items() if slot.place not in kept}
        replaced = {at: content for place, content in kept.items() if (at := self._found[place]) is not None}
        with draft.open("xb") as target:
            rewrite(self._stream, self.layout, target, Changes({**self._changes(others).replaced, **replaced}))

    def unmeant(self, draft: FilePath, texts: Texts, *, put_back: bool = False) -> Iterator[str]:
        """What differs in a copy though nobody meant it to, or is not there though it should be; as sentences.

        With `put_back` the places of these texts are what they were once, and may differ.
        """
        with draft.open("rb") as stream:
            other = ChunkTexts(stream)
            meant = {at for place in self._of(texts) if (at := self._found[place]) is not None}
            added = {at for place in self._of(texts) if (at := other._found[place]) is not None}
            yield from differences(self._stream, self.layout, stream, other.layout, frozenset(meant), frozenset(added))
            yield from (f"{slot.key} does not say what it should." for slot in texts if other.text(slot) != texts[slot])
            if not put_back:
                yield from self._lost(other, texts)

    def _lost(self, other: "ChunkTexts", texts: Texts) -> Iterator[str]:
        """Texts beside the meant ones that are no longer what they were."""
        for place in self._of(texts):
            before, after = self._content(place), other._content(place)
            keys = {slot.key for slot in texts if slot.place is place}
            if before is not None and _rest(place, before, keys) != _rest(place, after or b"", keys):
                yield f"What else is in its {place} changed."

    def _changes(self, texts: Texts) -> Changes:
        replaced: dict[int, bytes | None] = {}
        new: dict[Place, tuple[bytes, bytes]] = {}
        for place in self._of(texts):
            content = _changed(
                place, self._content(place), {s.key: joined(t) for s, t in texts.items() if s.place is place}
            )
            at = self._found[place]
            if at is not None:
                replaced[at] = content
            else:
                new[place] = self._name(place), content
        in_front = [new.pop(Place.BEXT)] if Place.BEXT in new else []
        return Changes(replaced, in_front, list(new.values()))

    def _name(self, place: Place) -> bytes:
        return b"ID3 " if place is Place.ID3 and not self.is_wave else _NAMES[place][0]

    @staticmethod
    def _of(texts: Texts) -> list[Place]:
        return [place for place in _NAMES if any(slot.place is place for slot in texts)]

    def _find(self, place: Place) -> int | None:
        for at, chunk in enumerate(self.layout.chunks):
            is_it = chunk.name in _NAMES[place]
            if is_it and (place is not Place.INFO or content_of(self._stream, chunk, 4) == b"INFO"):
                return at
        return None

    def _closed(self) -> dict[Place, str]:
        """In a WAV file ID3 is one place of several, and no reason to leave the others unwritten."""
        if not self.is_wave or self._found[Place.ID3] is None:
            return {}
        try:
            Id3Texts.parsed(self._content(Place.ID3))
        except ValueError as error:
            return {Place.ID3: f"{error} It stays as it is."}
        return {}

    def _content(self, place: Place) -> bytes | None:
        at = self._found[place]
        if at is None:
            return None
        chunk = self.layout.chunks[at]
        if chunk.size > MOST_BYTES:
            raise ValueError(f"The {place} in this file is larger than any program writes.")
        return content_of(self._stream, chunk, MOST_BYTES)


def _changed(place: Place, content: bytes | None, texts: dict[str, str]) -> bytes:
    match place:
        case Place.BEXT:
            return changed_bext(content, texts)
        case Place.INFO:
            return changed_info(content, texts)
        case Place.IXML:
            return changed_ixml(content, {tuple(key.split("/")): text for key, text in texts.items()})
    tag = Id3Texts.parsed(content)
    for key, text in texts.items():
        tag.put(key, (text,) if text else ())
    return tag.serialised()


def _rest(place: Place, content: bytes, keys: set[str]) -> object:
    """What is in a place beside the texts under these keys."""
    match place:
        case Place.BEXT:
            blank = dict.fromkeys(keys, "")
            return changed_bext(content, blank)
        case Place.INFO:
            return changed_info(content, dict.fromkeys(keys, ""))
        case Place.IXML:
            paths = {tuple(key.upper().split("/")) for key in keys}
            return {path: text for path, text in _by_capitals(read_ixml(content)).items() if path not in paths}
    return Id3Texts.parsed(content).others(keys)


def _by_capitals(texts: dict[Path, str]) -> dict[Path, str]:
    """Programs disagree about capitals in the names of elements."""
    return {tuple(name.upper() for name in path): text for path, text in texts.items()}
