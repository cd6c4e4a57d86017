"""What people said of their sounds, as files: out of a library, and read again from one file or many."""

import os
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from desktop_app.app import Earmark
from desktop_app.cat_id_choice import VOCABULARY
from desktop_app.core.exchange import BEGINNING, format_of
from desktop_app.core.marks import Marks
from desktop_app.core.playlist import read_playlist
from desktop_app.core.said import (
    MOST_BYTES,
    NOTHING_THERE,
    ExchangeError,
    Judged,
    KnownTag,
    Names,
    SaidList,
    SaidOfSound,
)
from desktop_app.core.sound import Sound
from desktop_app.core.tag import Vocabulary, VocabularyError
from desktop_app.core.ucs_name import categories_of
from desktop_app.library.databases.bounded_reading import UnfitFileError, read_at_most, read_beginning
from desktop_app.library.library import Library
from desktop_app.library.watching.relative_paths import readable
from desktop_app.library.watching.scanner import is_sound_name

SIDECAR = ".json"
"""What a sidecar's name has behind that of its sound."""
MOST_SIDECAR_BYTES = 10_000_000
"""Of a file that may be a sidecar; one about a sound has some kilobytes."""
_SOUNDS_AT_ONCE = 512
_PLAYLISTS = (".m3u", ".m3u8")
_BYTE = re.compile("[\udc80-\udcff]")
_WIDE = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
"""How Excel writes what it calls Unicode text, by the first two bytes."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that is to be read and cannot be."""

    file: Path
    why: str
    """A sentence."""


@dataclass(frozen=True, slots=True)
class Lists:
    """What several files say, and which of them say nothing."""

    said: SaidList
    refused: tuple[Refused, ...] = ()


def said_of_sounds(library: Library, sound_ids: Sequence[int]) -> Iterator[SaidOfSound]:
    """All that a person said of these sounds, one by one; sounds of which nothing was said are left out."""
    for start in range(0, len(sound_ids), _SOUNDS_AT_ONCE):
        for said in what_is_said(library, library.sounds.many(sound_ids[start : start + _SOUNDS_AT_ONCE])):
            if said.judged or said.marks or said.collections:
                yield said


def what_is_said(library: Library, sounds: Sequence[Sound]) -> Iterator[SaidOfSound]:
    """The same of each of these sounds, also where it is nothing."""
    contents = [sound.content_id for sound in sounds if sound.content_id is not None]
    judged: dict[bytes, list[Judged]] = defaultdict(list)
    for verdict in library.verdicts.of_content(contents):
        judged[verdict.content_id].append(Judged(verdict.vocabulary_id, verdict.tag_id, verdict.judgement))
    marks = library.marks.of_content(contents)
    collections = library.collections.of_content(contents)
    for sound in sounds:
        content = sound.content_id or b""
        yield SaidOfSound(
            str(sound.path),
            content,
            tuple(sorted(judged[content], key=lambda one: (one.judgement, one.key))),
            marks.get(content, Marks()),
            collections.get(content, ()),
        )


def is_list(name: str) -> bool:
    """Whether a file of this name can be read by `read_said`."""
    return format_of(name) is not None or Path(name).suffix.lower() in _PLAYLISTS


def sidecar_of(sound: Path) -> Path:
    """The file beside a sound that says what was said of it: `name.wav.json`."""
    return sound.with_name(f"{sound.name}{SIDECAR}")


def sound_beside(sidecar: Path) -> Path | None:
    """The sound that a sidecar lies beside; None where the file is none, by its name, or there is no such sound."""
    sound = sidecar.with_name(sidecar.name.removesuffix(SIDECAR))
    return sound if sound != sidecar and sound.suffix and sound.is_file() else None


def sidecars_in(folder: Path) -> Iterator[Path]:
    """The files in a folder and all that is in it which are sidecars by their names, in order; links are not followed.

    Raises OSError for a folder that cannot be looked into.
    """

    def fail(error: OSError) -> None:
        raise error

    for place, folders, names in os.walk(folder, onerror=fail):
        folders.sort()
        for name in sorted(names):
            if _is_sidecar_name(name):
                yield Path(place, name)


def read_lists(places: Sequence[Path]) -> Lists:
    """What files say, and the sidecars in folders, as one list.

    Raises ExchangeError where there is not one among them that can be read; its sentences are one for each.
    """
    read: list[SaidList] = []
    refused: list[Refused] = []
    for place in dict.fromkeys(places):
        try:
            files = list(sidecars_in(place)) if place.is_dir() else [place]
        except OSError as error:
            refused.append(Refused(place, f"{error.filename} cannot be looked into ({error.strerror})."))
            continue
        if not files:
            refused.append(Refused(place, f"There is no sidecar (as name.wav{SIDECAR}) in {place}."))
        for file in files:
            try:
                read.append(read_said(file))
            except ExchangeError as error:
                refused.append(Refused(file, str(error)))
    if not read:
        raise ExchangeError("\n".join(dict.fromkeys(one.why for one in refused)))
    return Lists(_together(read), tuple(refused))


def read_said(file: Path) -> SaidList:
    """What a file lists, by what its name says that it is; a playlist is a collection of its name, and a sidecar is
    about the sound beside it, whatever that was called when it was written.

    Raises ExchangeError, with the file in its sentence.
    """
    if not is_list(file.name):
        raise ExchangeError(f"{file} is none of .json, .csv, .txt, .m3u and .m3u8, as Earmark writes and reads them.")
    form = format_of(file.name)
    try:
        if form is not None:
            form.check(_decoded(read_beginning(file, BEGINNING)))
        text = _decoded(read_at_most(file, MOST_SIDECAR_BYTES if _is_sidecar_name(file.name) else MOST_BYTES))
        said = _of_playlist(text, file) if form is None else form.read(text)
    except ExchangeError as error:
        raise ExchangeError(f"{file}: {error}") from error
    except (OSError, UnfitFileError) as error:
        raise ExchangeError(f"{file} cannot be read ({error}).") from error
    sound = sound_beside(file)
    if sound is not None and len(said.sounds) == 1 and not said.left_out:
        said = replace(said, sounds=(replace(said.sounds[0], path=str(sound)),))
    return replace(
        said,
        sounds=tuple(map(_as_kept, said.sounds)),
        left_out=tuple(replace(one, file=str(file)) for one in said.left_out),
    )


def _is_sidecar_name(name: str) -> bool:
    return name.endswith(SIDECAR) and is_sound_name(name.removesuffix(SIDECAR))


def _of_playlist(text: str, file: Path) -> SaidList:
    """Raises ExchangeError."""
    if not text.strip():
        raise ExchangeError(NOTHING_THERE)
    if "\0" in text:
        raise ExchangeError("This is no playlist, but something else of its name.")
    return SaidList(
        tuple(SaidOfSound(str(path), collections=(file.stem,)) for path in read_playlist(text, file.parent))
    )


def western(text: str) -> str:
    """A text whose bytes that are no UTF-8 are letters: spreadsheets of Windows write tables so."""
    return _BYTE.sub(lambda found: bytes([ord(found[0]) - 0xDC00]).decode("cp1252", "replace"), text)


def names_of_tags(earmark: Earmark) -> Names:
    """What is known of the tags of all vocabularies that can be read."""
    vocabularies = list(_readable(earmark))
    categories = next((categories_of(one) for one in vocabularies if one.vocabulary_id == VOCABULARY), {})
    return {
        (vocabulary.vocabulary_id, tag.tag_id): KnownTag(
            tag.name, categories.get((tag.cat_id or "").casefold()), vocabulary.vocabulary_id == VOCABULARY
        )
        for vocabulary in vocabularies
        for tag in vocabulary.tags
    }


def _readable(earmark: Earmark) -> Iterator[Vocabulary]:
    for entry in earmark.vocabularies.names():
        if entry.problem is None:
            try:
                yield earmark.vocabularies.load(entry.vocabulary_id)
            except VocabularyError:
                continue


def _decoded(data: bytes) -> str:
    """A file's text; bytes that are no text become what they are in names of files."""
    wide = _WIDE.get(data[:2])
    return data[2:].decode(wide, "replace") if wide else data.decode("utf-8", "surrogateescape")


def _as_kept(said: SaidOfSound) -> SaidOfSound:
    """With texts as the library would keep them, so that they are the same when they are read again."""
    return replace(
        said,
        marks=replace(said.marks, note=readable(western(said.marks.note))),
        collections=tuple(readable(western(name)) for name in said.collections),
        words=tuple(readable(western(words)) for words in said.words),
    )


def _together(lists: Sequence[SaidList]) -> SaidList:
    return SaidList(
        tuple(said for one in lists for said in one.sounds),
        tuple(left for one in lists for left in one.left_out),
        tuple(dict.fromkeys(name for one in lists for name in one.unread)),
    )
