"""Reads what stands in an audio file about itself, whoever wrote it. Nothing here ever opens a file for writing."""

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
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

from desktop_app.core.metadata import EmbeddedText, Field, FileProblem, Marker, Metadata
from desktop_app.library.metadata import fields
from desktop_app.library.metadata.bext import decoded, read_bext
from desktop_app.library.metadata.chapters import id3_markers, mp4_markers, sheet_markers, vorbis_markers
from desktop_app.library.metadata.chunks import Layout, NotChunkedError, content_of, read_layout
from desktop_app.library.metadata.id3_texts import PARSER_ERRORS
from desktop_app.library.metadata.info import read_info
from desktop_app.library.metadata.ixml import MOST_BYTES, UnfitDocumentError, readable_ixml
from desktop_app.library.metadata.markers import (
    ADTL,
    aiff_markers,
    aiff_rate,
    bounded,
    plain_text,
    sync_points,
    wave_markers,
    wave_rate,
)

_KINDS: Final = (
    *(MP3, TrueAudio, AAC, FLAC, MP4, ASF),
    *(OggVorbis, OggOpus, OggFLAC, OggSpeex),
    *(APEv2File, MonkeysAudio, Musepack, WavPack),
)
"""All that are not made of chunks: what only begins as those do is none of them."""
_Text = tuple[Field, str]
_MOST_TEXTS: Final = 200
"""Of one file; a thousand copies of a frame are no metadata."""
_MOST_LISTS: Final = 8
"""Of labels, of which a file has one."""
_MOST_ID3_BYTES: Final = 16_000_000
"""Of an ID3 tag in a chunk; pictures make them large."""
_ID3_CHUNKS: Final = frozenset({b"id3 ", b"ID3 "})


@dataclass(frozen=True, slots=True)
class _Part:
    """What one place in a file says."""

    source: str
    texts: Sequence[_Text] = ()
    markers: Sequence[Marker] = ()
    problem: FileProblem | None = None


def read_metadata(path: Path) -> Metadata:
    """All texts and markers of a file; none for a file that has none, or of which no reader knows how it keeps them.

    What is damaged is left out, and of iXML, which may say much, it is told. Raises OSError.
    """
    with path.open("rb") as stream:
        try:
            layout = read_layout(stream)
        except NotChunkedError:
            parts = list(_of_tags(stream))
        else:
            parts = [*_of_chunks(stream, layout), *_markers_of_chunks(stream, layout)]
    texts = (
        EmbeddedText(field, plain_text(text), part.source)
        for part in parts
        for field, text in islice(part.texts, _MOST_TEXTS)
    )
    usable = dict.fromkeys(entry for entry in texts if entry.text)
    problems = dict.fromkeys(part.problem for part in parts if part.problem is not None)
    markers = bounded(marker for part in parts for marker in part.markers)
    return Metadata(tuple(usable)[:_MOST_TEXTS], markers, tuple(problems))


def said_by(path: Path) -> Metadata:
    """What stands in a file; nothing where it cannot be read any more."""
    try:
        return read_metadata(path)
    except OSError:
        return Metadata()


def _of_chunks(stream: BinaryIO, layout: Layout) -> Iterator[_Part]:
    for chunk in layout.chunks:
        name = chunk.name
        if layout.form == b"FORM" and name in fields.AIFF:
            yield _Part("AIFF", [(fields.AIFF[name], decoded(content_of(stream, chunk, MOST_BYTES).rstrip(b"\0")))])
        elif name == b"bext":
            yield _Part("bext", _known(read_bext(content_of(stream, chunk, MOST_BYTES)), fields.BEXT))
        elif name == b"LIST":
            yield _Part("INFO", _known(read_info(content_of(stream, chunk, MOST_BYTES)), fields.INFO))
        elif name == b"iXML":
            yield _of_ixml(content_of(stream, chunk, MOST_BYTES + 1))
        elif name in _ID3_CHUNKS:
            yield from _of_id3_bytes(content_of(stream, chunk, _MOST_ID3_BYTES))


def _known(texts: Mapping[str, str], names: Mapping[str, Field]) -> list[_Text]:
    return [(names[name], text) for name, text in texts.items() if name in names]


def _markers_of_chunks(stream: BinaryIO, layout: Layout) -> Iterator[_Part]:
    def content(name: bytes) -> bytes:
        chunk = layout.named(name)
        return b"" if chunk is None else content_of(stream, chunk, MOST_BYTES)

    if layout.form == b"FORM":
        yield _Part("MARK", markers=list(aiff_markers(content(b"MARK"), content(b"COMT"), aiff_rate(content(b"COMM")))))
        return
    rate = wave_rate(content(b"fmt "))
    cue = content(b"cue ")
    cue_points: list[Marker] = []
    if cue:
        labels = (chunk for chunk in layout.chunks if chunk.name == b"LIST" and content_of(stream, chunk, 4) == ADTL)
        lists = [content_of(stream, chunk, MOST_BYTES) for chunk in islice(labels, _MOST_LISTS)]
        cue_points = list(wave_markers(cue, lists, rate))
        yield _Part("cue", markers=cue_points)
    # Programs write one place into both.
    said = {(marker.start, marker.text) for marker in cue_points}
    points = sync_points(content(b"iXML"), rate)
    yield _Part("iXML", markers=[point for point in points if (point.start, point.text) not in said])


def _of_ixml(content: bytes) -> _Part:
    try:
        texts, is_damaged = readable_ixml(content)
    except UnfitDocumentError:
        return _Part("iXML", problem=FileProblem.UNFIT_IXML)
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
    return _Part("iXML", known, problem=FileProblem.DAMAGED_IXML if is_damaged else None)


def _of_id3_bytes(content: bytes) -> Iterator[_Part]:
    try:
        tag = ID3(io.BytesIO(content))  # type: ignore[no-untyped-call]
    except PARSER_ERRORS:
        return
    yield _Part("ID3", list(_of_id3(tag)), _readable(id3_markers(tag)))


def _of_tags(stream: BinaryIO) -> Iterator[_Part]:
    stream.seek(0)
    try:
        file = mutagen.File(stream, options=_KINDS)
    except PARSER_ERRORS:
        return
    tags: Any = None if file is None else file.tags
    match tags:
        case ID3():
            yield _Part("ID3", list(_of_id3(tags)), _readable(id3_markers(tags)))
        case MP4Tags():
            yield _Part("MP4", list(_of_mp4(tags)))
        case VCFLACDict() | OggVCommentDict() | OggOpusVComment():
            yield _Part("Vorbis comment", list(_of_vorbis(tags)), _readable(vorbis_markers(tags)))
        case APEv2() | ASFTags():
            source = type(tags).__name__.removesuffix("Tags").removesuffix("v2")
            yield _Part(source, list(_of_named(dict(tags).items())))
    if isinstance(file, MP4):
        yield _Part("MP4", markers=_readable(mp4_markers(file.chapters)))
    elif isinstance(file, FLAC):
        yield _Part("CUESHEET", markers=_readable(sheet_markers(file.cuesheet, file.info.sample_rate)))


def _readable(markers: Iterator[Marker]) -> list[Marker]:
    """Those in front of the first that cannot be read: what a damaged tag holds is of any kind."""
    found: list[Marker] = []
    with suppress(*PARSER_ERRORS):
        found.extend(markers)
    return found


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
