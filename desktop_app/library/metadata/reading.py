"""Reads what stands in an audio file about itself, whoever wrote it. Nothing here ever opens a file for writing."""

import io
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO, Final

import mutagen
from mutagen.aac import AAC
from mutagen.apev2 import APEv2, APEv2File
from mutagen.asf import ASF, ASFTags
from mutagen.flac import FLAC, VCFLACDict
from mutagen.id3 import ID3
from mutagen.monkeysaudio import MonkeysAudio
from mutagen.mp3 import MP3
from mutagen.mp4 import MP4, MP4Tags
from mutagen.musepack import Musepack
from mutagen.oggflac import OggFLAC
from mutagen.oggopus import OggOpus, OggOpusVComment
from mutagen.oggspeex import OggSpeex
from mutagen.oggvorbis import OggVCommentDict, OggVorbis
from mutagen.trueaudio import TrueAudio
from mutagen.wavpack import WavPack

from desktop_app.core.metadata import MOST_CHARACTERS, EmbeddedText, Field, Metadata
from desktop_app.library.metadata import fields
from desktop_app.library.metadata.bext import decoded, read_bext
from desktop_app.library.metadata.chunks import Layout, NotChunkedError, content_of, read_layout
from desktop_app.library.metadata.id3_texts import PARSER_ERRORS
from desktop_app.library.metadata.info import read_info
from desktop_app.library.metadata.ixml import MOST_BYTES, UnfitDocumentError, read_ixml

_KINDS: Final = (
    *(MP3, TrueAudio, AAC, FLAC, MP4, ASF),
    *(OggVorbis, OggOpus, OggFLAC, OggSpeex),
    *(APEv2File, MonkeysAudio, Musepack, WavPack),
)
"""All that are not made of chunks: what only begins as those do is none of them."""
_Text = tuple[Field, str]
_MOST_TEXTS: Final = 200
"""Of one file; a thousand copies of a frame are no metadata."""
_MOST_ID3_BYTES: Final = 16_000_000
"""Of an ID3 tag in a chunk; pictures make them large."""
_ID3_CHUNKS: Final = frozenset({b"id3 ", b"ID3 "})


def read_metadata(path: Path) -> Metadata:
    """All texts of a file; none for a file that has none, or of which no reader knows how it keeps them.

    What is damaged is left out. Raises OSError.
    """
    with path.open("rb") as stream:
        try:
            layout = read_layout(stream)
        except NotChunkedError:
            found = _of_tags(stream)
        else:
            found = _of_chunks(stream, layout)
        texts = [_entry(field, text, source) for source, entries in found for field, text in entries]
    usable = dict.fromkeys(entry for entry in texts if entry.text)
    return Metadata(tuple(usable)[:_MOST_TEXTS])


def _entry(field: Field, text: str, source: str) -> EmbeddedText:
    # A file may hold halves of characters, which no database can.
    plain = text.replace("\0", " ").encode("utf-8", "replace").decode()
    return EmbeddedText(field, plain.strip()[:MOST_CHARACTERS], source)


_Found = Iterator[tuple[str, list[_Text]]]


def _of_chunks(stream: BinaryIO, layout: Layout) -> _Found:
    for chunk in layout.chunks:
        content = content_of(stream, chunk, _MOST_ID3_BYTES if chunk.name in _ID3_CHUNKS else MOST_BYTES)
        if layout.form == b"FORM" and chunk.name in fields.AIFF:
            yield "AIFF", [(fields.AIFF[chunk.name], decoded(content.rstrip(b"\0")))]
        elif chunk.name == b"bext":
            yield (
                "bext",
                [(fields.BEXT[name], text) for name, text in read_bext(content).items() if name in fields.BEXT],
            )
        elif chunk.name == b"LIST":
            yield (
                "INFO",
                [(fields.INFO[name], text) for name, text in read_info(content).items() if name in fields.INFO],
            )
        elif chunk.name == b"iXML":
            yield "iXML", _of_ixml(content)
        elif chunk.name in _ID3_CHUNKS:
            yield "ID3", _of_id3_bytes(content)


def _of_ixml(content: bytes) -> list[_Text]:
    try:
        texts = read_ixml(content)
    except UnfitDocumentError:
        return []
    aswg = {name.casefold(): field for name, field in fields.ASWG.items()}
    known: list[_Text] = []
    for path, text in texts.items():
        match tuple(name.upper() for name in path):
            case ("USER", name) if name in fields.USER:
                known.append((fields.USER[name], text))
            case ("ASWG", name) if name.casefold() in aswg:
                known.append((aswg[name.casefold()], text))
            case names if names in fields.IXML:
                known.append((fields.IXML[names], text))
    return known


def _of_id3_bytes(content: bytes) -> list[_Text]:
    try:
        return list(_of_id3(ID3(io.BytesIO(content))))  # type: ignore[no-untyped-call]
    except PARSER_ERRORS:
        return []


def _of_tags(stream: BinaryIO) -> _Found:
    stream.seek(0)
    try:
        file = mutagen.File(stream, options=_KINDS)
    except PARSER_ERRORS:
        return
    tags: Any = None if file is None else file.tags
    match tags:
        case ID3():
            yield "ID3", list(_of_id3(tags))
        case MP4Tags():
            yield "MP4", list(_of_mp4(tags))
        case VCFLACDict() | OggVCommentDict() | OggOpusVComment():
            yield "Vorbis comment", list(_of_vorbis(tags))
        case APEv2() | ASFTags():
            yield type(tags).__name__.removesuffix("Tags").removesuffix("v2"), list(_of_named(dict(tags).items()))


def _of_id3(tags: Any) -> Iterator[_Text]:
    for frame in tags.values():
        name = frame.FrameID
        if name == "TXXX" and (field := _by_name(frame.desc)) is not None:
            yield from ((field, str(text)) for text in frame.text)
        elif name == "COMM" and frame.desc:
            continue  # programs keep numbers and settings of their own under a description
        elif name == "WOAF":
            yield Field.URL, frame.url
        elif name in fields.ID3:
            yield from ((fields.ID3[name], str(text)) for text in frame.text)


def _of_vorbis(tags: Iterable[tuple[str, str]]) -> Iterator[_Text]:
    for name, text in tags:
        field = fields.VORBIS.get(name.casefold()) or _by_name(name)
        if field is not None:
            yield field, text


def _of_mp4(tags: Any) -> Iterator[_Text]:
    for name, values in tags.items():
        field = _by_name(name.rpartition(":")[2]) if name.startswith("----:") else fields.MP4.get(name)
        if field is None:
            continue
        for value in values if isinstance(values, list) else [values]:
            yield field, bytes(value).decode("utf-8", "replace") if isinstance(value, bytes) else str(value)


def _of_named(items: Iterable[tuple[str, Any]]) -> Iterator[_Text]:
    for name, value in items:
        field = fields.VORBIS.get(name.rpartition("/")[2].casefold()) or _by_name(name.rpartition("/")[2])
        if field is not None:
            yield from ((field, str(text)) for text in (value if isinstance(value, list) else [value]))


def _by_name(name: str) -> Field | None:
    return fields.BY_NAME.get(name.upper().replace(" ", "").replace("_", ""))
