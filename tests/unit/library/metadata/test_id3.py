"""ID3 tags of other programs keep every frame when texts are written beside them, or are left alone."""

import struct
from pathlib import Path

import mutagen
import mutagen.id3
import pytest

from desktop_app.core.metadata import Field
from desktop_app.engine.decoding.content_id import content_id
from desktop_app.library.metadata.chunks import Changes
from desktop_app.library.metadata.id3_frames import frame_names
from desktop_app.library.metadata.replacing import NotWrittenError
from desktop_app.library.metadata.slots import Existing
from desktop_app.library.metadata.writing import plan_writing, write_planned
from tests.sounds import make
from tests.unit.library.metadata.test_reading import with_chunks

WISHES = {Field.KEYWORDS: ["rain"], Field.CATEGORY: ["RAIN"]}


def frame(name: bytes, content: bytes, version: int = 3) -> bytes:
    if version == 2:
        return name + struct.pack(">I", len(content))[1:] + content
    size = seven_bits(len(content)) if version == 4 else struct.pack(">I", len(content))
    return name + size + b"\0\0" + content


def seven_bits(number: int) -> bytes:
    return bytes(number >> shift & 0x7F for shift in (21, 14, 7, 0))


def tag(*frames: bytes, version: int = 3, flags: int = 0, padding: int = 0) -> bytes:
    body = b"".join(frames) + bytes(padding)
    return b"ID3" + bytes([version, 0, flags]) + seven_bits(len(body)) + body


def untagged(path: Path) -> bytes:
    content = path.read_bytes()
    mutagen.id3.delete(path)
    sound = path.read_bytes()
    path.write_bytes(content)
    return sound


def tagged(folder: Path, content: bytes, behind: bytes = b"") -> Path:
    path = make(folder, "mp3")
    path.write_bytes(content + untagged(path) + behind)
    return path


def frames_of(path: Path) -> list[str]:
    names = frame_names(path.read_bytes())
    assert names is not None
    return sorted(names)


def write(path: Path) -> None:
    write_planned(plan_writing(path, WISHES, existing=Existing.KEEP), content_id)


OLD = (
    frame(b"TIT2", b"\0Rain"),
    frame(b"TCON", b"\0(17)"),
    frame(b"TSIZ", b"\x00123"),
    frame(b"TRDA", b"\x004th-7th June"),
    frame(b"RVAD", b"\3\x10\x12\x34\x12\x34"),
    frame(b"TYER", b"\x0099"),
    frame(b"TDAT", b"\x003112"),
    frame(b"TSOP", b"\0Sort by this"),
    frame(b"TPE1", b"\0Ida\0Bo"),
    frame(b"NCON", b"of another program"),
)
KEPT = ["NCON", "RVAD", "TCON", "TDAT", "TIT2", "TPE1", "TRDA", "TSIZ", "TSOP", "TXXX", "TXXX", "TYER"]


def test_frames_that_no_later_version_has_stay(tmp_path: Path) -> None:
    path = tagged(tmp_path, tag(*OLD, padding=100))
    write(path)
    assert frames_of(path) == KEPT
    content = path.read_bytes()
    for text in (b"4th-7th June", b"\x003112", b"\x0099", b"(17)", b"Ida\0Bo", b"of another program"):
        assert text in content


def test_they_stay_in_a_chunk_of_a_wav_file_too(tmp_path: Path) -> None:
    path = with_chunks(make(tmp_path), Changes({}, [], [(b"id3 ", tag(*OLD))]))
    write(path)
    content = path.read_bytes()
    assert sorted(frame_names(content[content.index(b"ID3") :]) or []) == KEPT


@pytest.mark.parametrize(
    "content",
    [
        tag(frame(b"APIC", b"\x07no picture"), frame(b"TIT2", b"\0Rain")),
        tag(frame(b"COMM", b"\0eng\0one"), frame(b"COMM", b"\0eng\0two")),
        tag(frame(b"TIT2", b"\0Rain"), b"no frames at all, but some text"),
        tag(frame(b"TT2", b"\0Rain", 2), frame(b"CRM", b"a\0b\0c", 2), version=2),
        tag(frame(b"TT2", b"\0Rain", 2), frame(b"ZZZ", b"of another program", 2), version=2),
    ],
    ids=["broken", "twice", "no frames", "old", "old and unknown"],
)
def test_a_tag_of_which_something_would_be_lost_is_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tagged(tmp_path, content)
    before = path.read_bytes()
    with pytest.raises(NotWrittenError, match="would be lost"):
        plan_writing(path, WISHES)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("content", "names"),
    [
        (tag(frame(b"TT2", b"\0Rain", 2), frame(b"PIC", b"\0PNG\3x\0data", 2), version=2), ["APIC", "TIT2"]),
        (tag(frame(b"TIT2", b"\3Rain", 4), frame(b"TDRC", b"\x001999", 4), version=4), ["TDRC", "TIT2"]),
        (tag(frame(b"PRIV", b"x\0\xff\xe0").replace(b"\xff", b"\xff\0"), flags=0x80), ["PRIV"]),
        (tag(b"\0\0\0\6\0\0\0\0\0\0", frame(b"TIT2", b"\0Rain"), flags=0x40), ["TIT2"]),
        (tag(frame(b"TIT2", b"\0"), frame(b"TALB", b"\0Set")), ["TALB"]),
        (tag(frame(b"TIT2", b"\0\0"), frame(b"TALB", b"\0Set")), ["TALB"]),
        (tag(frame(b"TIT2", b""), frame(b"TALB", b"\0Set")), ["TALB"]),
        (tag(frame(b"TIT2", b"\0" + b"Rain" * 50), version=4), ["TIT2"]),
    ],
    ids=["2.2", "2.4", "unsynchronised", "extended", "no text", "empty text", "empty", "sizes of 2.3"],
)
def test_tags_of_every_version_are_written(tmp_path: Path, content: bytes, names: list[str]) -> None:
    path = tagged(tmp_path, content)
    write(path)
    assert frames_of(path) == sorted([*names, "TCON", "TXXX", "TXXX"])


@pytest.mark.parametrize(("genre", "shown"), [(b"(17)", "Rock"), (b"17", "Rock"), (b"Two\nlines", "Two\nlines")])
def test_a_genre_is_shown_by_its_name_and_can_be_added_to(tmp_path: Path, genre: bytes, shown: str) -> None:
    path = tagged(tmp_path, tag(frame(b"TCON", b"\0" + genre)))
    [change] = [
        change
        for change in plan_writing(path, {Field.CATEGORY: ["RAIN"]}, existing=Existing.REPLACE).changes
        if change.slot.key == "TCON"
    ]
    assert change.before == (shown,)
    write_planned(plan_writing(path, {Field.CATEGORY: ["RAIN\n(wet)"]}, existing=Existing.REPLACE), content_id)
    assert mutagen.id3.ID3(path, translate=False)["TCON"].text == ["RAIN\n(wet)"]


def test_the_oldest_tag_becomes_a_new_one_that_says_the_same(tmp_path: Path) -> None:
    oldest = b"TAG" + b"Rain".ljust(30, b"\0") + b"Ida".ljust(30, b"\0") + bytes(30) + b"1999" + bytes(30) + b"\xff"
    path = tagged(tmp_path, b"", behind=oldest)
    write(path)
    assert frames_of(path) == ["TCON", "TIT2", "TPE1", "TXXX", "TXXX", "TYER"]
    assert path.read_bytes()[-128:] == oldest


def test_the_oldest_tag_keeps_its_letters(tmp_path: Path) -> None:
    oldest = b"TAG" + "Дождь".encode("cp1251").ljust(30, b"\0") + bytes(95)
    path = tagged(tmp_path, tag(frame(b"TIT2", b"\1" + "Дождь".encode("utf-16"))), behind=oldest)
    write(path)
    assert path.read_bytes()[-128:] == oldest
    assert "TCON" in frames_of(path)
