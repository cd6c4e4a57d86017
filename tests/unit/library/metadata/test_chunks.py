"""Files of chunks are read without trust, and rewritten so that nothing but what was meant changes."""

import io
import struct
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.engine.decoding.content_id import content_id
from desktop_app.library.metadata.chunks import (
    Changes,
    Layout,
    NotChunkedError,
    UnfitLayoutError,
    content_of,
    differences,
    read_layout,
    rewrite,
)
from tests.sounds import tone, write

NAMES = st.sampled_from([b"bext", b"iXML", b"LIST", b"id3 ", b"cue ", b"smpl", b"JUNK", b"_PMX", b"abcd"])
FMT = struct.pack("<HHIIHH", 1, 1, 8_000, 16_000, 2, 16)
Parts = list[tuple[bytes, bytes]]


def form_of(parts: Parts, form: bytes = b"RIFF", kind: bytes = b"WAVE", order: str = "<") -> bytes:
    body = b"".join(
        name + struct.pack(f"{order}I", len(content)) + content + b"\0" * (len(content) % 2) for name, content in parts
    )
    return form + struct.pack(f"{order}I", 4 + len(body)) + kind + body


def large_form(parts: Parts, data: bytes) -> bytes:
    """An RF64 file whose sizes stand in `ds64` only."""
    ds64 = struct.pack("<QQQI", 0, len(data), len(data) // 2, 0)
    content = bytearray(form_of([(b"ds64", ds64), *parts, (b"data", data)], b"RF64"))
    struct.pack_into("<Q", content, 20, len(content) - 8)
    struct.pack_into("<I", content, 4, 0xFFFFFFFF)
    place = len(content) - len(data) - len(data) % 2 - 4
    struct.pack_into("<I", content, place, 0xFFFFFFFF)
    return bytes(content)


def parts_of(content: bytes) -> Parts:
    stream = io.BytesIO(content)
    return [(chunk.name, content_of(stream, chunk, 1 << 30)) for chunk in read_layout(stream).chunks]


def rewritten(content: bytes, changes: Changes) -> tuple[bytes, Layout]:
    source, target = io.BytesIO(content), io.BytesIO()
    layout = read_layout(source)
    rewrite(source, layout, target, changes)
    return target.getvalue(), layout


@given(
    st.lists(st.tuples(NAMES, st.binary(max_size=30))),
    st.binary(max_size=40),
    st.lists(st.tuples(NAMES, st.binary(max_size=30))),
    st.binary(max_size=9),
)
def test_a_copy_without_changes_is_the_file_again(before: Parts, data: bytes, behind: Parts, tail: bytes) -> None:
    content = form_of([(b"fmt ", FMT), *before, (b"data", data), *behind]) + tail
    assert rewritten(content, Changes({}))[0] == content


def test_bytes_that_make_lengths_even_stay_as_they_are_or_missing() -> None:
    odd = form_of([(b"fmt ", FMT), (b"JUNK", b"123"), (b"data", b"12345")])
    odd = odd.replace(b"123\0", b"123?")
    without = odd[:4] + struct.pack("<I", len(odd) - 9) + odd[8:-1]
    for content in (odd, without, without + b"\0", without + b"behind"):
        assert rewritten(content, Changes({}))[0] == content
        longer = rewritten(content, Changes({}, behind=[(b"iXML", b"1")]))[0]
        assert parts_of(longer)[-1] == (b"iXML", b"1")
        is_odd = read_layout(io.BytesIO(content)).ends_odd
        assert rewritten(longer, Changes({3: None}, ends_odd=is_odd))[0] == content
    last = form_of([(b"fmt ", FMT), (b"data", b"1234"), (b"iXML", b"123")])
    last = last[:4] + struct.pack("<I", len(last) - 9) + last[8:-1]
    changed = rewritten(last, Changes({2: b"12345"}))[0]
    assert len(changed) % 2 == 0
    assert rewritten(changed, Changes({2: b"123"}, ends_odd=True))[0] == last


@given(st.lists(st.tuples(NAMES, st.binary(max_size=30)), min_size=1), st.binary(max_size=41), st.data())
def test_only_what_was_meant_changes(others: Parts, data: bytes, draw: st.DataObject) -> None:
    parts = [(b"fmt ", FMT), *others, (b"data", data)]
    place = draw.draw(st.integers(1, len(others)))
    new = draw.draw(st.none() | st.binary(max_size=50))
    changes = Changes({place: new}, before_data=[(b"bext", b"in front")], behind=[(b"iXML", b"behind")])
    for content in (form_of(parts), large_form(parts[:-1], data)):
        first = content[:4] == b"RF64"
        shifted = Changes({place + first: new}, changes.before_data, changes.behind)
        result, before = rewritten(content, shifted)
        kept = [part for number, part in enumerate(parts[:-1]) if number != place or new is not None]
        expected = [
            (name, new if number == place and new is not None else old) for number, (name, old) in enumerate(kept)
        ]
        found = parts_of(result)[first:]
        assert found == [*expected, (b"bext", b"in front"), (b"data", data), (b"iXML", b"behind")]
        after = read_layout(io.BytesIO(result))
        assert (after.problem, after.end) == ("", len(result))
        names = [chunk.name for chunk in after.chunks]
        meant = frozenset({place + first})
        data_at = names.index(b"data", 1)
        added = {data_at - 1, len(names) - 1} | ({place + first} if new is not None else set())
        assert not list(differences(io.BytesIO(content), before, io.BytesIO(result), after, meant, frozenset(added)))


@pytest.mark.parametrize("place", [0, 1, 2])
def test_what_nobody_meant_to_change_is_found(place: int) -> None:
    parts = [(b"fmt ", FMT), (b"cue ", b"12345"), (b"data", b"sound!")]
    content = form_of(parts)
    parts[place] = (parts[place][0], bytes(reversed(parts[place][1])))
    other = form_of(parts)
    one, two = io.BytesIO(content), io.BytesIO(other)
    found = list(differences(one, read_layout(one), two, read_layout(two), frozenset(), frozenset()))
    assert len(found) == 1
    assert parts[place][0].decode() in found[0]


def test_chunks_in_another_order_or_another_end_are_found() -> None:
    parts = [(b"fmt ", FMT), (b"cue ", b"12345"), (b"data", b"sound!")]
    one, two = io.BytesIO(form_of(parts)), io.BytesIO(form_of([parts[1], parts[0], parts[2]]))
    assert "order" in next(differences(one, read_layout(one), two, read_layout(two), frozenset(), frozenset()))
    two = io.BytesIO(form_of(parts) + b"?")
    assert "behind" in next(differences(one, read_layout(one), two, read_layout(two), frozenset(), frozenset()))


@given(st.binary(max_size=200))
def test_rubble_is_refused_or_has_a_problem_and_never_fails_otherwise(rubble: bytes) -> None:
    for content in (
        rubble,
        b"RIFF" + rubble,
        b"RIFF\xff\xff\xff\xffWAVE" + rubble,
        b"RF64\xff\xff\xff\xffWAVE" + rubble,
    ):
        try:
            layout = read_layout(io.BytesIO(content))
        except NotChunkedError:
            continue
        assert all(chunk.start + chunk.size <= len(content) for chunk in layout.chunks)


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (form_of([(b"fmt ", FMT), (b"data", b"12345678")])[:-3], "cut short"),
        (form_of([(b"fmt ", FMT), (b"d\0ta", b"12345678")]), "follow one another"),
        (b"RF64\xff\xff\xff\xffWAVE" + form_of([(b"fmt ", FMT)])[12:], "how large"),
        (form_of([(b"fmt ", FMT)])[:4] + struct.pack("<I", 30) + form_of([(b"fmt ", FMT)])[8:] + b"xx", "middle"),
    ],
)
def test_a_damaged_file_is_read_as_far_as_it_goes_and_never_rewritten(content: bytes, problem: str) -> None:
    source = io.BytesIO(content)
    layout = read_layout(source)
    assert problem in layout.problem
    assert layout.chunks
    assert layout.chunks[0].name == b"fmt "
    with pytest.raises(UnfitLayoutError, match=problem):
        rewrite(source, layout, io.BytesIO(), Changes({}))


@pytest.mark.parametrize("length", [7, ord(" "), 8])
def test_chunks_behind_a_missing_byte_are_found(length: int) -> None:
    parts = [(b"fmt ", FMT), (b"data", b"1234567"), (b"iXML", b"x" * length), (b"cue ", b"1"), (b"LIST", b"2")]
    body = b"".join(name + struct.pack("<I", len(content)) + content for name, content in parts)
    layout = read_layout(io.BytesIO(b"RIFF" + struct.pack("<I", 4 + len(body)) + b"WAVE" + body))
    assert [(chunk.name, chunk.size) for chunk in layout.chunks] == [(name, len(content)) for name, content in parts]
    assert "follow one another" in layout.problem


def test_what_stands_in_a_form_without_a_size_is_found() -> None:
    parts = [(b"bext", b"12"), (b"fmt ", FMT), (b"data", b"12345678"), (b"iXML", b"xx")]
    content = form_of(parts)
    content = content[:4] + bytes(4) + content[8:]
    assert parts_of(content) == parts
    layout = read_layout(io.BytesIO(content))
    assert "how large" in layout.problem
    assert layout.end == len(content)


def test_a_file_that_would_pass_four_gigabytes_is_refused_before_anything_is_written() -> None:
    source, target = io.BytesIO(form_of([(b"fmt ", FMT)])), io.BytesIO()
    layout = read_layout(source)
    huge = [(b"JUNK", b"\0" * (1 << 28))] * 16
    with pytest.raises(UnfitLayoutError, match="4 GB"):
        rewrite(source, layout, target, Changes({}, behind=huge))
    assert not target.getvalue()


@pytest.mark.parametrize("kind", ["wav16", "wavex", "rf64", "aiff"])
def test_the_sound_of_a_rewritten_file_is_the_same(kind: str, tmp_path: Path) -> None:
    path = write(tmp_path / "sound.wav", tone(0.3), kind=kind)
    other = tmp_path / "other.wav"
    with path.open("rb") as source, other.open("wb") as target:
        rewrite(source, read_layout(source), target, Changes({}, [(b"bext", b"odd" * 7)], [(b"iXML", b"x")]))
    assert content_id(other) == content_id(path)
    with other.open("rb") as stream:
        names = [chunk.name for chunk in read_layout(stream).chunks]
    assert names[-1] == b"iXML"
    assert names.index(b"bext") + 1 == names.index(b"SSND" if kind == "aiff" else b"data")
