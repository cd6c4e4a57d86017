"""Texts in files of chunks: `bext`, `INFO`, `iXML` and ID3 in WAV and RF64 files, ID3 in AIFF files."""

from collections.abc import Iterator, Mapping
from pathlib import Path as FilePath
from typing import BinaryIO, Final

from desktop_app.library.metadata.bext import changed_bext, fitting, read_bext, text_bytes
from desktop_app.library.metadata.chunks import Changes, Layout, content_of, differences, read_layout, rewrite
from desktop_app.library.metadata.file_head import MOST_KEPT
from desktop_app.library.metadata.id3_texts import Id3Texts
from desktop_app.library.metadata.info import changed_info, read_info
from desktop_app.library.metadata.ixml import Path, all_beside, changed_ixml, holds_document, is_barred, read_ixml
from desktop_app.library.metadata.slots import NOT_TEXT, Place, Slot, Texts, is_text, joined, plain

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
        self._closed: Final = {place: reason for place in _NAMES if (reason := self._why_closed(place))}

    @property
    def places(self) -> tuple[Place, ...]:
        """Where texts are written."""
        if not self.is_wave:
            return (Place.ID3,)
        return WAV_PLACES if self._found[Place.ID3] is None else (*WAV_PLACES, Place.ID3)

    @property
    def problem(self) -> str:
        """Why the file must not be rewritten, as a sentence; empty for one that is as it should be."""
        return self.layout.problem

    @property
    def ends_odd(self) -> bool:
        """Whether the last chunk lacks the byte that makes its length even."""
        return self.layout.ends_odd

    def closed(self, slot: Slot) -> str:
        """Why a slot stays as it is, as a sentence: what stands there would be lost. Empty for all others.

        In a WAV file there are other places, and one that is damaged is no reason to leave them unwritten.
        """
        reason = self._closed.get(slot.place, "")
        if not reason and slot.place is Place.IXML and is_barred(self._content(slot.place) or b"", _path(slot.key)):
            reason = "Something else stands there in the iXML of this file."
        if not reason and not is_text(self.text(slot)):
            reason = NOT_TEXT
        return reason

    def text(self, slot: Slot) -> tuple[str, ...]:
        """What stands in a slot. Raises ValueError, with a sentence, where its place is damaged."""
        content = self._content(slot.place)
        if content is None:
            return ()
        if slot.place is Place.ID3:
            return Id3Texts.parsed(content).text(slot.key)
        if slot.place is Place.IXML:
            text = _by_capitals(read_ixml(content)).get(_path(slot.key.upper()), "")
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

    def copy_with(
        self, draft: FilePath, kept: Mapping[Place, bytes | None], texts: Texts, *, ends_odd: bool = False
    ) -> None:
        """Write a copy in which these places hold this again (None takes one away), and the others these texts;
        `ends_odd` as it once was.

        Raises ValueError, with a sentence, UnfitLayoutError and OSError.
        """
        others = {slot: values for slot, values in texts.items() if slot.place not in kept}
        replaced = {at: content for place, content in kept.items() if (at := self._found[place]) is not None}
        with draft.open("xb") as target:
            changes = Changes({**self._changes(others).replaced, **replaced}, ends_odd=ends_odd)
            rewrite(self._stream, self.layout, target, changes)

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
            if before is None or (place is Place.IXML and not holds_document(before)):
                continue
            if _rest(place, before, keys) != _rest(place, after or b"", keys):
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

    def _why_closed(self, place: Place) -> str:
        if not self.is_wave or self._found[place] is None:
            return ""
        try:
            _changed(place, self._content(place), {})
        except ValueError as error:
            return str(error)
        return ""

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
            return changed_ixml(content, {_path(key): text for key, text in texts.items()})
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
            return all_beside(content, {_path(key.upper()) for key in keys})
    return Id3Texts.parsed(content).others(keys)


def _path(key: str) -> Path:
    return tuple(key.split("/"))


def _by_capitals(texts: dict[Path, str]) -> dict[Path, str]:
    """Programs disagree about capitals in the names of elements; the first of a name counts, as in `changed_ixml`."""
    return {tuple(name.upper() for name in path): text for path, text in reversed(texts.items())}
