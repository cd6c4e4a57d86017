"""Texts in files that keep them in one tag: ID3 in MP3, Vorbis comments in FLAC, Ogg and Opus, atoms in MP4."""

import re
import shutil
import struct
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import mutagen
from mutagen.flac import FLAC
from mutagen.mp3 import MP3
from mutagen.mp4 import MP4, AtomDataType, MP4FreeForm
from mutagen.oggopus import OggOpus
from mutagen.oggvorbis import OggVorbis

from desktop_app.library.metadata.file_head import copy_with_head, kept_head
from desktop_app.library.metadata.id3_texts import PARSER_ERRORS, Id3Texts, UnfitTagError
from desktop_app.library.metadata.slots import LISTS, NOT_TEXT, Place, Slot, Texts, is_text, joined, plain

_PLACES: Final = {MP3: Place.ID3, FLAC: Place.VORBIS, OggVorbis: Place.VORBIS, OggOpus: Place.VORBIS, MP4: Place.MP4}
_FREE: Final = "----"
"""How MP4 begins a name that somebody chose."""
_MADE_UP: Final = re.compile(r"unknown\d+|.*\?.*", re.IGNORECASE)
"""What mutagen calls a Vorbis comment that has no name, or one with letters beyond ASCII."""
_HEAD_BYTES: Final = 4_000_000
"""In which Vorbis comments begin, behind a picture at most."""
_OLDEST_BYTES: Final = 128
"""Of an ID3 tag of version 1."""
_LIST_KEYS: Final = frozenset(str(field).upper() for field in LISTS)


class TagTexts:
    """The texts of a file with a tag."""

    def __init__(self, path: Path) -> None:
        """Raises UnfitTagError for a file of another kind or a damaged one, and OSError."""
        self._path = path
        try:
            self._file: Any = mutagen.File(path, options=list(_PLACES))
            if isinstance(self._file, MP3):
                # The oldest tags, of 128 bytes, are written as 2.3.
                self._file = MP3(path, translate=False, v2_version=3)  # type: ignore[no-untyped-call]
        except PARSER_ERRORS as error:
            if isinstance(error.__context__, OSError):
                raise error.__context__ from error
            raise UnfitTagError("The tags of this file are damaged.") from error
        if self._file is None:
            raise UnfitTagError("Earmark writes no tags into files of this kind.")
        self.places: Final = (_PLACES[type(self._file)],)
        if self.places == (Place.VORBIS,) and self._file.tags is not None:
            _check_comments(self._file.tags, path)
        self._id3 = self._id3_of(path) if self.places == (Place.ID3,) else None

    @property
    def problem(self) -> str:
        """Always empty: what is damaged is not opened."""
        return ""

    @property
    def ends_odd(self) -> bool:
        """Always False: only files of chunks can."""
        return False

    def closed(self, slot: Slot) -> str:
        """Why a slot stays as it is, as a sentence: what stands there would not come back. Empty for all others."""
        values = (self._file.tags or {}).get(slot.key, ()) if slot.place is Place.MP4 else ()
        free = [one for one in values if isinstance(one, MP4FreeForm)]
        is_other = any((one.dataformat, one.version) != (AtomDataType.UTF8, 0) for one in free)
        if slot.place is Place.MP4 and slot.key in getattr(self._file.tags, "_failed_atoms", ()):
            is_other = True  # mutagen drops what it could not read for what is new
        return NOT_TEXT if is_other or not is_text(self.text(slot)) else ""

    def text(self, slot: Slot) -> tuple[str, ...]:
        """What stands in a slot."""
        if self._id3 is not None:
            return self._id3.text(slot.key)
        found = (self._file.tags or {}).get(slot.key, ())
        return tuple(bytes(one).decode("utf-8", "replace") if isinstance(one, bytes) else str(one) for one in found)

    def fitted(self, slot: Slot, texts: tuple[str, ...]) -> tuple[str, ...]:
        """What of these texts a slot can hold, as it will be read again."""
        parts = texts if slot.place is Place.VORBIS and slot.key in _LIST_KEYS else (joined(texts),)
        return tuple(text for part in parts if (text := plain(part).strip()))

    def copy(self, draft: Path, texts: Texts) -> None:
        """Write a copy with these texts. Raises UnfitTagError, and OSError."""
        shutil.copyfile(self._path, draft)
        other = TagTexts(draft)
        try:
            other._put(texts)
        except PARSER_ERRORS as error:
            if isinstance(error.__context__, OSError):
                raise error.__context__ from error
            raise UnfitTagError("The tags of this file cannot be written.") from error

    def kept(self, _texts: Texts) -> dict[Place, bytes | None]:
        """The head of FLAC and MP3 files; of others nothing: the texts themselves are put back one by one."""
        head = kept_head(self._path) if isinstance(self._file, MP3 | FLAC) else None
        return {} if head is None else {self.places[0]: head}

    def copy_with(
        self,
        draft: Path,
        kept: Mapping[Place, bytes | None],
        texts: Texts,
        *,
        ends_odd: bool = False,  # noqa: ARG002
    ) -> None:
        """Write a copy with this head, or else these texts. Raises UnfitTagError, and OSError."""
        head = kept.get(self.places[0])
        if head is None or not copy_with_head(self._path, draft, head):
            self.copy(draft, texts)

    def unmeant(self, draft: Path, texts: Texts, *, put_back: bool = False) -> Iterator[str]:  # noqa: ARG002
        """What differs in a copy though nobody meant it to, or is not there though it should be; as sentences."""
        other = TagTexts(draft)
        keys = {slot.key for slot in texts}
        if self._others(keys) != other._others(keys):
            yield "Other tags of the file changed."
        yield from (f"{slot.key} does not say what it should." for slot in texts if other.text(slot) != texts[slot])

    def _id3_of(self, path: Path) -> Id3Texts:
        texts = Id3Texts(self._file.tags)
        with path.open("rb") as stream:
            texts.check(stream.read(texts.tag.size))
        return texts

    def _put(self, texts: Texts) -> None:
        if self._id3 is not None:
            self._put_id3(self._id3, texts)
            return
        if self._file.tags is None:
            self._file.add_tags()
        tags = self._file.tags
        for slot, values in texts.items():
            if not values:
                if slot.key in tags:
                    del tags[slot.key]
            elif slot.key.startswith(_FREE):
                tags[slot.key] = [MP4FreeForm(value.encode()) for value in values]  # type: ignore[no-untyped-call]
            else:
                tags[slot.key] = list(values)
        self._file.save()

    def _put_id3(self, tag: Id3Texts, texts: Texts) -> None:
        for slot, values in texts.items():
            tag.put(slot.key, values)
        oldest = _oldest_tag(self._path)
        tag.save(self._path)
        if oldest:  # made anew it would have question marks for all letters that Latin-1 has not
            with self._path.open("rb+") as stream:
                stream.seek(-len(oldest), 2)
                stream.write(oldest)

    def _others(self, keys: set[str]) -> object:
        """All that is kept beside the texts under these keys, compared as it is."""
        if self._id3 is not None:
            return self._id3.others(keys)
        folded = {key.casefold() for key in keys}
        tags = [(name, repr(value)) for name, value in _items(self._file.tags) if name.casefold() not in folded]
        # FLAC keeps pictures, cue sheets and other programs' data in blocks of their own.
        blocks = [block.write() for block in getattr(self._file, "metadata_blocks", ()) if block.code not in (1, 4)]
        return sorted(tags), blocks


def _items(tags: Any) -> list[tuple[str, Any]]:
    """Name and value; of Vorbis comments each of several by itself."""
    if tags is None:
        return []
    return list(tags.items()) if isinstance(tags, dict) or not isinstance(tags, list) else list(tags)


def _oldest_tag(path: Path) -> bytes:
    """The tag of version 1 at the end of a file; empty where there is none."""
    with path.open("rb") as stream:
        stream.seek(max(0, stream.seek(0, 2) - _OLDEST_BYTES))
        end = stream.read()
    return end if end.startswith(b"TAG") and len(end) == _OLDEST_BYTES else b""


def _check_comments(comments: Any, path: Path) -> None:
    """Raises UnfitTagError where mutagen made up a letter or a name of one, or left one out because of its name."""
    if any("\ufffd" in text or _MADE_UP.fullmatch(name) for name, text in comments):
        raise UnfitTagError("A comment in this file is no text in UTF-8, and would become another one.")
    vendor = comments.vendor.encode()
    with path.open("rb") as stream:
        _, begins, rest = stream.read(_HEAD_BYTES).partition(struct.pack("<I", len(vendor)) + vendor)
    if vendor and begins and struct.unpack("<I", rest[:4].ljust(4, b"\0"))[0] != len(comments):
        raise UnfitTagError("A comment in this file has a name that would not be written again.")
