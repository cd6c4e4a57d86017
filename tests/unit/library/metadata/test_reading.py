"""What stands in a file about itself is found, whichever kind of file it is and whoever wrote it."""

import io
import struct
from pathlib import Path

import mutagen.flac
import mutagen.id3
import mutagen.mp4
import mutagen.oggopus
import mutagen.oggvorbis
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from desktop_app.core.metadata import MOST_CHARACTERS, EmbeddedText, Field, FileProblem, Metadata
from desktop_app.library.metadata.bext import changed_bext
from desktop_app.library.metadata.chunks import Changes, read_layout, rewrite
from desktop_app.library.metadata.info import changed_info
from desktop_app.library.metadata.ixml import changed_ixml
from desktop_app.library.metadata.reading import read_metadata
from tests.sounds import ALL_KINDS, broken_files, make


def id3_tag() -> mutagen.id3.ID3:
    tag = mutagen.id3.ID3()
    tag.add(mutagen.id3.TIT2(encoding=3, text="Rain on tin"))
    tag.add(mutagen.id3.COMM(encoding=3, lang="eng", desc="", text="Close, Blech ☂"))
    tag.add(mutagen.id3.COMM(encoding=3, lang="eng", desc="iTunNORM", text=" 0000A1"))
    tag.add(mutagen.id3.TCON(encoding=3, text=["Ambience", "Water"]))
    tag.add(mutagen.id3.TXXX(encoding=3, desc="CatID", text="RAINMetl"))
    tag.add(mutagen.id3.TXXX(encoding=3, desc="my own", text="nobody's"))
    return tag


def id3_bytes() -> bytes:
    file = io.BytesIO()
    id3_tag().save(file)
    return file.getvalue()


FROM_ID3 = {
    Field.TITLE: ("Rain on tin",),
    Field.DESCRIPTION: ("Close, Blech ☂",),
    Field.GENRE: ("Ambience", "Water"),
    Field.CATID: ("RAINMetl",),
}


def with_chunks(path: Path, changes: Changes) -> Path:
    source = io.BytesIO(path.read_bytes())
    with path.open("wb") as target:
        rewrite(source, read_layout(source), target, changes)
    return path


def said(path: Path) -> dict[Field, tuple[str, ...]]:
    return dict(read_metadata(path).fields())


@pytest.mark.parametrize("kind", ["wav16", "wavex", "rf64"])
def test_every_place_of_a_wav_file_is_read_and_named(tmp_path: Path, kind: str) -> None:
    long = "Rain on a tin roof, " * 20
    ixml = {("USER", "Description"): long, ("ASWG", "catId"): "RAINMetl", ("SPEED", "NOTE"): "not ours", ("TAKE",): "3"}
    path = with_chunks(
        make(tmp_path, kind),
        Changes(
            {},
            [(b"bext", changed_bext(None, {"description": long, "originator": "Ida"}))],
            [
                (b"LIST", changed_info(None, {"IKEY": "rain; tin", "ISFT": "a program"})),
                (b"iXML", changed_ixml(None, ixml)),
                (b"id3 ", id3_bytes()),
            ],
        ),
    )
    found = read_metadata(path)
    assert dict(found.fields()) == {
        **FROM_ID3,
        Field.DESCRIPTION: (long.strip(), "Close, Blech ☂"),
        Field.ARTIST: ("Ida",),
        Field.KEYWORDS: ("rain; tin",),
        Field.TAKE: ("3",),
    }
    assert EmbeddedText(Field.ARTIST, "Ida", "bext") in found.texts
    assert {entry.source for entry in found.texts} == {"bext", "INFO", "iXML", "ID3"}


@pytest.mark.parametrize(
    ("ixml", "note", "problems"),
    [
        (changed_ixml(None, {("NOTE",): "x"}), ("x",), ()),
        (changed_ixml(None, {("NOTE",): "x"})[:-4], ("x",), (FileProblem.DAMAGED_IXML,)),
        (b"<!DOCTYPE a><BWFXML/>", (), (FileProblem.UNFIT_IXML,)),
        (b"\0" * 64, (), ()),
        (changed_ixml(None, {("NOTE",): "x" * 4_000_000}), (), (FileProblem.UNFIT_IXML,)),
    ],
)
def test_ixml_that_is_not_all_read_is_told_of(
    tmp_path: Path, ixml: bytes, note: tuple[str, ...], problems: tuple[FileProblem, ...]
) -> None:
    found = read_metadata(with_chunks(make(tmp_path), Changes({}, behind=[(b"iXML", ixml)])))
    assert (found.of(Field.NOTES), found.problems) == (note, problems)
    assert found.was_read


def test_keywords_are_each_by_itself_whatever_parts_them() -> None:
    lists = ("bird; crow, forest", "Crow,wind\nnight ;; ")
    found = Metadata(tuple(EmbeddedText(Field.KEYWORDS, text, "iXML") for text in lists))
    assert found.entries(Field.KEYWORDS) == ("bird", "crow", "forest", "wind", "night")
    assert found.of(Field.KEYWORDS) == tuple(lists), "what the file says stays whole"


def test_aiff_has_its_own_chunks_and_id3(tmp_path: Path) -> None:
    path = with_chunks(
        make(tmp_path, "aiff"),
        Changes({}, behind=[(b"ANNO", b"Gr\xfc\xdfe\0"), (b"AUTH", b"Ida"), (b"ID3 ", id3_bytes())]),
    )
    assert said(path) == {**FROM_ID3, Field.DESCRIPTION: ("Grüße", "Close, Blech ☂"), Field.ARTIST: ("Ida",)}


def test_mp3(tmp_path: Path) -> None:
    path = make(tmp_path, "mp3")
    id3_tag().save(path)
    assert said(path) == FROM_ID3


@pytest.mark.parametrize(
    ("kind", "opened"),
    [
        ("flac", mutagen.flac.FLAC),
        ("ogg", mutagen.oggvorbis.OggVorbis),
        ("opus", mutagen.oggopus.OggOpus),
    ],
)
def test_vorbis_comments(tmp_path: Path, kind: str, opened: type[mutagen.FileType]) -> None:
    path = make(tmp_path, kind)
    file = opened(path)
    file["Title"], file["DESCRIPTION"], file["Keywords"] = "Rain on tin", "Close ☂", ["rain", "tin"]
    file["CATID"], file["replaygain_track_gain"] = "RAINMetl", "-3 dB"
    file.save()
    assert said(path) == {
        Field.TITLE: ("Rain on tin",),
        Field.DESCRIPTION: ("Close ☂",),
        Field.KEYWORDS: ("rain", "tin"),
        Field.CATID: ("RAINMetl",),
    }


@pytest.mark.parametrize("kind", ["m4a", "alac"])
def test_mp4(tmp_path: Path, kind: str) -> None:
    path = make(tmp_path, kind)
    file = mutagen.mp4.MP4(path)
    file["\xa9nam"], file["tmpo"], file["----:com.apple.iTunes:CATID"] = ["Rain"], [120], [b"RAINMetl"]
    file.save()
    assert said(path) == {Field.TITLE: ("Rain",), Field.TEMPO: ("120",), Field.CATID: ("RAINMetl",)}


@pytest.mark.parametrize("kind", ALL_KINDS)
def test_no_kind_of_file_is_changed_by_reading_it(tmp_path: Path, kind: str) -> None:
    path = make(tmp_path, kind)
    before = path.read_bytes(), path.stat().st_mtime_ns
    read_metadata(path)
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before


def test_texts_are_bounded_and_can_be_stored(tmp_path: Path) -> None:
    texts = {"ICMT": "x" * 1_000_000, "INAM": "  a\0b  "}
    path = with_chunks(make(tmp_path), Changes({}, behind=[(b"LIST", changed_info(None, texts))]))
    assert said(path) == {Field.TITLE: ("a b",), Field.DESCRIPTION: ("x" * MOST_CHARACTERS,)}


def test_broken_files_have_no_metadata_or_some(tmp_path: Path) -> None:
    for path in broken_files(tmp_path):
        if path.is_file():
            assert isinstance(read_metadata(path), Metadata)


@given(
    kind=st.sampled_from(["wav", "aiff", "mp3", "flac", "ogg", "m4a", "wma", "wv"]),
    places=st.lists(st.tuples(st.floats(0, 1), st.binary(min_size=1, max_size=8)), min_size=1, max_size=6),
    cut=st.floats(0, 1),
)
@example(kind="wma", places=[(0.101, b"\0\0\1\1")], cut=1.0)  # a kind of attribute that there is not
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_damaged_bytes_never_stop_a_reader(
    tagged_files: dict[str, bytes], tmp_path: Path, kind: str, places: list[tuple[float, bytes]], cut: float
) -> None:
    content = bytearray(tagged_files[kind])
    # Where the tags stand: in the first and the last kilobytes.
    for place, rubble in places:
        start = int(place * 2_000) if place < 0.5 else max(0, len(content) - int(place * 2_000))
        content[start : start + len(rubble)] = rubble
    path = tmp_path / f"damaged.{kind}"
    path.write_bytes(content if cut > 0.5 else content[: int(len(content) * cut * 2)])
    assert isinstance(read_metadata(path), Metadata)


@pytest.fixture(scope="module")
def tagged_files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """A file of each kind, with tags."""
    folder = tmp_path_factory.mktemp("tagged")
    chunks = [
        (b"LIST", changed_info(None, {"INAM": "x"})),
        (b"iXML", changed_ixml(None, {("NOTE",): "y"})),
        (b"cue ", struct.pack("<III4sIII", 1, 1, 9, b"data", 0, 0, 9)),
        (b"LIST", b"adtllabl" + struct.pack("<II", 8, 1) + b"Rai\0"),
    ]
    marks = struct.pack(">HhIB", 1, 1, 9, 4) + b"Rain\0"
    files = {
        "wav": with_chunks(
            make(folder), Changes({}, [(b"bext", changed_bext(None, {}))], [*chunks, (b"id3 ", id3_bytes())])
        ),
        "aiff": with_chunks(make(folder, "aiff"), Changes({}, behind=[(b"MARK", marks), (b"ID3 ", id3_bytes())])),
    }
    for kind in ("mp3", "flac", "ogg", "m4a", "wma", "wv"):
        files[kind] = make(folder, kind)
        file = mutagen.File(files[kind], easy=kind in ("mp3", "m4a"))
        if file.tags is None:
            file.add_tags()
        file["title"] = "Rain"
        file.save()
    return {kind: path.read_bytes() for kind, path in files.items()}
