"""Places that files name are read from wherever programs keep them, and nothing in a damaged file does any harm."""

import io
import struct
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

import av
import mutagen.flac
import mutagen.id3
import mutagen.oggvorbis
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from wavinfo import WavInfoReader

from desktop_app.core.metadata import MOST_MARKERS, Field, Marker
from desktop_app.library.metadata.chapters import vorbis_markers
from desktop_app.library.metadata.chunks import Changes, read_layout, rewrite
from desktop_app.library.metadata.markers import (
    ADTL,
    aiff_markers,
    aiff_rate,
    bounded,
    sync_points,
    wave_markers,
    wave_rate,
)
from desktop_app.library.metadata.reading import read_metadata
from tests.sounds import make

RATE = 48_000


def with_chunks(path: Path, *chunks: tuple[bytes, bytes]) -> Path:
    source = io.BytesIO(path.read_bytes())
    with path.open("wb") as target:
        rewrite(source, read_layout(source), target, Changes({}, [], chunks))
    return path


def cue(*frames: int) -> bytes:
    points = [struct.pack("<II4sIII", number, frame, b"data", 0, 0, frame) for number, frame in enumerate(frames, 1)]
    return struct.pack("<I", len(points)) + b"".join(points)


def labels(*entries: tuple[bytes, int, bytes]) -> bytes:
    found = []
    for name, number, text in entries:
        content = struct.pack("<I", number) + text
        found.append(name + struct.pack("<I", len(content)) + content + b"\0" * (len(content) % 2))
    return ADTL + b"".join(found)


def region(frames: int, text: bytes = b"") -> bytes:
    return struct.pack("<I4sHHHH", frames, b"rgn ", 0, 0, 0, 0) + text


def places(path: Path) -> list[tuple[float, str]]:
    return [(marker.start, marker.text) for marker in read_metadata(path).markers]


@pytest.mark.parametrize("kind", ["wav16", "rf64"])
def test_cue_points_of_a_wav_file_with_labels_notes_and_lengths(tmp_path: Path, kind: str) -> None:
    path = make(tmp_path, kind)
    rate = wave_rate(chunk_of(path, b"fmt "))
    entries = labels(
        (b"labl", 1, b"Crow\0"),
        (b"note", 1, b"far away\0"),
        (b"labl", 3, "Grüße".encode("cp1252") + b"\0"),
        (b"ltxt", 2, region(rate // 2, b"wind\0")),
    )
    with_chunks(path, (b"LIST", entries), (b"cue ", cue(rate // 4, 0, rate)))
    found = read_metadata(path)
    assert found.markers == (
        Marker(0.0, "wind", 0.5, "cue"),
        Marker(0.25, "Crow – far away", 0.0, "cue"),
        Marker(1.0, "Grüße", 0.0, "cue"),
    )
    assert found.of(Field.MARKER) == ("wind", "Crow – far away", "Grüße")
    assert dict(found.fields())[Field.MARKER] == found.of(Field.MARKER), "they are searched as any field is"


def sync_point(comment: str, low: object, *, kind: str = "RELATIVE", function: str = "MARKER_GENERIC") -> str:
    texts = {"TYPE": kind, "FUNCTION": function, "COMMENT": comment, "LOW": low, "HIGH": 0, "EVENT_DURATION": 4_000}
    return "<SYNC_POINT>" + "".join(f"<SYNC_POINT_{n}>{t}</SYNC_POINT_{n}>" for n, t in texts.items()) + "</SYNC_POINT>"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_sync_points_of_ixml_are_markers(tmp_path: Path, encoding: str) -> None:
    path = make(tmp_path)
    rate = wave_rate(chunk_of(path, b"fmt "))
    points = [
        sync_point("Tür", rate // 2),
        sync_point("Crow", rate),
        sync_point("", -1, function="SLATE_GENERIC"),
        sync_point("before the button", 480_000, function="PRE_RECORD_SAMPLECOUNT"),
        sync_point("by the clock", 1_242, kind="ABSOLUTE"),
        sync_point("nowhere", "1" * 5_000),
        sync_point("nowhere", "soon"),
    ]
    document = f"<BWFXML><SYNC_POINT_LIST>{''.join(points)}</SYNC_POINT_LIST></BWFXML>".encode(encoding)
    with_chunks(path, (b"iXML", document), (b"cue ", cue(rate)), (b"LIST", labels((b"labl", 1, b"Crow\0"))))
    assert read_metadata(path).markers == (
        Marker(0.5, "Tür", 0.25, "iXML"),
        Marker(1.0, "Crow", 0.0, "cue"),
        Marker((2**32 - 1) / rate, "", 0.25, "iXML"),
    )


def test_a_document_that_cannot_be_read_has_no_sync_points() -> None:
    assert list(sync_points(b"<BWFXML><SYNC_POINT_LIST>", RATE)) == []
    document = f"<BWFXML><SYNC_POINT_LIST>{sync_point('x', 1)}</SYNC_POINT_LIST></BWFXML>".encode()
    assert [marker.text for marker in sync_points(document, RATE)] == ["x"]
    assert list(sync_points(document, 0)) == [], "nobody knows when that is"
    assert list(sync_points(b"", RATE)) == []


def test_another_reader_sees_the_same_cue_points(tmp_path: Path) -> None:
    path = make(tmp_path)
    with_chunks(path, (b"cue ", cue(100, 2_000)), (b"LIST", labels((b"labl", 1, b"One\0"), (b"labl", 2, b"Two\0"))))
    others = WavInfoReader(str(path)).cues
    assert others is not None
    rate = wave_rate(chunk_of(path, b"fmt "))
    assert places(path) == [
        (point.sample_offset / rate, label)
        for point in others.cues
        for label, _note in [others.label_and_note(point.name)]
    ]


def chunk_of(path: Path, name: bytes) -> bytes:
    with path.open("rb") as stream:
        chunk = read_layout(stream).named(name)
        assert chunk is not None
        stream.seek(chunk.start)
        return stream.read(chunk.size)


def test_markers_of_an_aiff_file(tmp_path: Path) -> None:
    path = make(tmp_path, "aiff")
    rate = aiff_rate(chunk_of(path, b"COMM"))
    marks = (
        struct.pack(">H", 2) + struct.pack(">hIB", 7, 0, 4) + b"Rain\0" + struct.pack(">hIB", 9, int(rate), 3) + b"End"
    )
    comments = struct.pack(">HIhH", 1, 0, 7, 5) + b"heavy\0"
    with_chunks(path, (b"MARK", marks), (b"COMT", comments))
    assert read_metadata(path).markers == (
        Marker(0.0, "Rain – heavy", 0.0, "MARK"),
        Marker(1.0, "End", 0.0, "MARK"),
    )


def test_the_rate_of_an_aiff_file_is_read_as_others_read_it(tmp_path: Path) -> None:
    path = make(tmp_path, "aiff")
    with av.open(str(path)) as container:
        assert aiff_rate(chunk_of(path, b"COMM")) == container.streams.audio[0].rate


def test_chapters_of_ogg_and_tracks_of_cue_sheets(tmp_path: Path) -> None:
    path = make(tmp_path, "ogg")
    file = mutagen.oggvorbis.OggVorbis(path)
    file["CHAPTER001"], file["CHAPTER001NAME"] = "00:00:01.500", "Crow"
    file["CHAPTER002"], file["Chapter003"] = "01:00:00", "no time"
    file.save()
    assert places(path) == [(1.5, "Crow"), (3600.0, "")]
    path = make(tmp_path, "flac")
    flac = mutagen.flac.FLAC(path)
    sheet = mutagen.flac.CueSheet(None)
    for number, start in ((1, 0), (2, flac.info.sample_rate // 2), (170, flac.info.sample_rate)):
        sheet.tracks.append(mutagen.flac.CueSheetTrack(number, start))
    flac.cuesheet = sheet
    flac.metadata_blocks.append(sheet)
    flac["CUESHEET"] = (
        'TITLE "All of it"\nFILE "x.flac" WAVE\n  TRACK 01 AUDIO\n    TITLE "Rain"\n'
        "    INDEX 00 00:00:00\n    INDEX 01 00:02:15"
    )
    flac.save()
    assert places(path) == [(0.0, ""), (0.5, ""), (2.2, "Rain")]


@pytest.mark.parametrize("kind", ["mp3", "wav16"])
def test_chapters_of_id3(tmp_path: Path, kind: str) -> None:
    path = make(tmp_path, kind)
    tag = mutagen.id3.ID3()
    title = mutagen.id3.TIT2(encoding=3, text=["Door"])
    tag.add(mutagen.id3.CHAP(element_id="c1", start_time=250, end_time=1_250, sub_frames=[title]))
    if kind == "mp3":
        tag.save(path)
    else:
        content = io.BytesIO()
        tag.save(content)
        with_chunks(path, (b"id3 ", content.getvalue()))
    assert read_metadata(path).markers == (Marker(0.25, "Door", 1.0, "ID3"),)


@pytest.mark.parametrize(
    ("kind", "codec", "source"),
    [("mp4", "aac", "MP4"), ("mp3", "libmp3lame", "ID3"), ("opus", "libopus", "Vorbis comment")],
)
def test_chapters_that_another_program_wrote(tmp_path: Path, kind: str, codec: str, source: str) -> None:
    path = tmp_path / f"sound.{kind}"
    with av.open(str(path), "w", format=kind) as container:
        stream = container.add_stream(codec, rate=RATE)
        titles = enumerate(("Rain", "Crow ☂"))
        container.set_chapters(
            [
                {
                    "id": number,
                    "start": 1_000 * number,
                    "end": 1_000 * (number + 1),
                    "time_base": Fraction(1, 1_000),
                    "metadata": {"title": title},
                }
                for number, title in titles
            ]
        )
        silence = av.AudioFrame.from_ndarray(np.zeros((2, 2 * RATE), np.float32), format="fltp", layout="stereo")
        silence.sample_rate = RATE
        encoder = stream.codec_context
        fitting = av.AudioResampler(encoder.format or "fltp", "stereo", RATE, encoder.frame_size or 1024)
        for frame in [*fitting.resample(silence), *fitting.resample(None), None]:
            container.mux(stream.encode(frame))
    found = read_metadata(path).markers
    assert [(marker.start, marker.text, marker.source) for marker in found] == [
        (0.0, "Rain", source),
        (1.0, "Crow ☂", source),
    ]


def test_a_file_may_hold_any_number_of_markers_and_only_some_are_taken(tmp_path: Path) -> None:
    path = with_chunks(make(tmp_path), (b"cue ", cue(*range(3_000))))
    assert len(places(path)) == MOST_MARKERS


def test_one_long_label_of_very_many_cue_points_is_put_together_once(tmp_path: Path) -> None:
    """Each time anew it would be gigabytes."""
    notes = [(b"note", 1, b"%d " % number + b"x" * 300) for number in range(9_000)]
    points = [struct.pack("<II4sIII", 1, frame, b"data", 0, 0, frame) for frame in range(10_000)]
    path = with_chunks(
        make(tmp_path),
        (b"cue ", struct.pack("<I", len(points)) + b"".join(points)),
        (b"LIST", labels((b"labl", 1, b"Crow\0"), *notes)),
    )
    assert {text[:4] for _, text in places(path)} == {"Crow"}


def test_a_cue_sheet_with_endless_lines_is_read_in_passing() -> None:
    lines = ["TRACK 01 AUDIO", f"TITLE {' ' * 500_000}x", f"INDEX 01 {' ' * 500_000}00:01:00", "INDEX", "", "TITLE"]
    (marker,) = vorbis_markers([("CUESHEET", "\n".join(lines))])
    assert marker == Marker(1.0, "x", 0.0, "CUESHEET")


def test_markers_that_say_the_same_are_one_and_those_nowhere_are_none() -> None:
    found = [Marker(1.0, "b"), Marker(0.5, " a\0"), Marker(1.0, "b"), Marker(float("inf")), Marker(float("nan"))]
    assert bounded(found) == (Marker(0.5, "a"), Marker(1.0, "b"))


@given(content=st.binary(max_size=300), lists=st.lists(st.binary(max_size=200), max_size=3), rate=st.integers(0, 2**32))
@settings(max_examples=200)
def test_no_bytes_stop_the_readers(content: bytes, lists: Sequence[bytes], rate: int) -> None:
    bounded(wave_markers(content, [ADTL + each for each in lists], rate))
    bounded(wave_markers(struct.pack("<I", 2**32 - 1) + content, lists, rate))
    bounded(aiff_markers(content, b"".join(lists), aiff_rate(content)))
    bounded(sync_points(b"<BWFXML><SYNC_POINT_LIST><SYNC_POINT>" + content, rate))
