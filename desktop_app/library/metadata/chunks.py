"""WAV, RF64 and AIFF files as what they are: a form with chunks in it, most of them other people's.

A file is read without trust in any of its sizes, and rewritten only as a copy: chunks that nobody meant to change are
taken over byte for byte and in their order. Sources: Microsoft's RIFF specification (1991), EBU Tech 3306 (RF64), ITU-R
BS.2088 (BW64), Apple's AIFF specification 1.3 (1989).
"""

import struct
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import BinaryIO, Final

_HEADER: Final = 8
_FORM_HEADER: Final = 12
_LARGE: Final = 0xFFFFFFFF
"""A size that says: it stands in `ds64`."""
_BLOCK: Final = 1 << 20
_MOST_CHUNKS: Final = 10_000
_BIG_ENDIAN: Final = frozenset({b"FORM"})
_LARGE_FORMS: Final = frozenset({b"RF64", b"BW64"})
_KINDS: Final = {
    b"RIFF": frozenset({b"WAVE"}),
    b"RF64": frozenset({b"WAVE"}),
    b"BW64": frozenset({b"WAVE"}),
    b"FORM": frozenset({b"AIFF", b"AIFC"}),
}


_DO_NOT_FOLLOW: Final = "The file's chunks do not follow one another as they should."


class NotChunkedError(ValueError):
    """This is none of the formats that are made of chunks; the message is a sentence."""


class UnfitLayoutError(ValueError):
    """A file of chunks that must not be rewritten, or cannot be; the message is a sentence."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """One of them, as its header says."""

    name: bytes
    """Four bytes, for example `bext`."""
    start: int
    """Of what is in it, in bytes from the file's beginning."""
    size: int
    """Bytes of what is in it, without the one that makes its length even."""

    @property
    def end(self) -> int:
        """Where what is in it ends, with the byte that makes its length even."""
        return self.start + self.size + self.size % 2


@dataclass(frozen=True, slots=True)
class Layout:
    """Which chunks a file has, and where."""

    form: bytes
    """`RIFF`, `RF64`, `BW64` or `FORM`."""
    kind: bytes
    """`WAVE`, `AIFF` or `AIFC`."""
    chunks: tuple[Chunk, ...]
    end: int
    """Where the form ends; bytes behind it belong to nobody and are kept."""
    problem: str
    """Why the file must not be rewritten, as a sentence; empty for one that is as it should be."""

    @property
    def ends_odd(self) -> bool:
        """Whether the last chunk lacks the byte that makes its length even, as some programs write it."""
        return bool(self.chunks) and self.chunks[-1].end > self.end

    def named(self, name: bytes) -> Chunk | None:
        """The first chunk of this name."""
        return next((chunk for chunk in self.chunks if chunk.name == name), None)


@dataclass(frozen=True, slots=True)
class Changes:
    """What is to become of a file's chunks."""

    replaced: Mapping[int, bytes | None]
    """By place among the chunks: what is in it from now on; None takes it away."""
    before_data: Sequence[tuple[bytes, bytes]] = ()
    """Names and contents of new chunks in front of the sound, where EBU Tech 3285 wants `bext`."""
    behind: Sequence[tuple[bytes, bytes]] = ()
    """The same at the end."""
    ends_odd: bool = False
    """Whether the last chunk is to be without the byte that makes its length even."""


def read_layout(stream: BinaryIO) -> Layout:
    """The chunks of a file that is open for reading; as many of a damaged one as can be found, with a `problem`.

    Raises NotChunkedError, and OSError.
    """
    size = stream.seek(0, 2)
    head = _read(stream, 0, _FORM_HEADER)
    form, kind = head[:4], head[8:12]
    if kind not in _KINDS.get(form, ()):
        raise NotChunkedError("This is no WAV, RF64 or AIFF file.")
    declared = _number(form, head[4:8])
    large = _large_sizes(stream, size) if form in _LARGE_FORMS else {}
    if declared == _LARGE and form in _LARGE_FORMS:
        declared = large.get(b"RIFF", size - _HEADER)
    end = _HEADER + declared if declared else size  # a recorder that lost its power left no size
    chunks, problem = _walk(stream, form, min(end, size), large)
    if end > size:
        problem = problem or "The file is cut short: it holds less than its beginning says."
    if not declared or (form in _LARGE_FORMS and not (chunks and chunks[0].name == b"ds64")):
        problem = problem or "The file does not say how large it is, as a file of this kind must."
    return Layout(form, kind, tuple(chunks), min(end, size), problem)


def content_of(stream: BinaryIO, chunk: Chunk, most: int) -> bytes:
    """What is in a chunk, or its first `most` bytes. Raises OSError."""
    return _read(stream, chunk.start, min(chunk.size, most))


def rewrite(
    source: BinaryIO, layout: Layout, target: BinaryIO, changes: Changes, progress: Callable[[], None] = lambda: None
) -> None:
    """Write a copy of the file with these changes; `progress` is called now and then.

    Raises UnfitLayoutError for a file with a problem, or one that becomes too large for its kind, and OSError.
    """
    if layout.problem:
        raise UnfitLayoutError(layout.problem)
    parts = list(_parts(layout, changes))
    pads = [_length(part) % 2 for part in parts]
    if changes.ends_odd or (layout.ends_odd and parts[-1:] == [layout.chunks[-1]]):
        pads[-1:] = [0]
    length = 4 + sum(_HEADER + _length(part) for part in parts) + sum(pads)
    if length > _LARGE and layout.form not in _LARGE_FORMS:
        raise UnfitLayoutError("With these tags the file would be larger than 4 GB, which this kind of file cannot be.")
    order = _order(layout.form)
    written = _LARGE if layout.form in _LARGE_FORMS else length
    target.write(layout.form + struct.pack(f"{order}I", written) + layout.kind)
    for part, pad in zip(parts, pads, strict=True):
        if isinstance(part, Chunk):
            _copy_chunk(source, part, layout, target, length, progress)
            # What stands there is not always zero.
            target.write(_read(source, part.end - pad, pad) if part.end <= layout.end else b"\0" * pad)
        else:
            name, content = part
            target.write(name + struct.pack(f"{order}I", len(content)) + content + b"\0" * pad)
    source.seek(layout.end)
    _copy(source, target, None, progress)


def differences(
    source: BinaryIO, before: Layout, target: BinaryIO, after: Layout, meant: frozenset[int], added: frozenset[int]
) -> Iterator[str]:
    """What of two files differs though nobody meant it to: in the first, chunks at the places `meant` may be other
    ones, in the second those `added` are new. Each as a sentence.
    """
    kept = [chunk for place, chunk in enumerate(before.chunks) if place not in meant]
    found = [chunk for place, chunk in enumerate(after.chunks) if place not in added]
    if (before.form, before.kind) != (after.form, after.kind):
        yield "It became a file of another kind."
    if [chunk.name for chunk in kept] != [chunk.name for chunk in found]:
        yield "Its chunks are not those that it had, in their order."
        return
    for old, new in zip(kept, found, strict=True):
        # The form's own length stands at the beginning of `ds64`.
        skipped = 8 if old.name == b"ds64" else 0
        if old.size != new.size or not _same(
            source, old.start + skipped, target, new.start + skipped, old.size - skipped
        ):
            yield f"What is in its chunk “{old.name.decode('latin-1')}” changed."
    if not _same_ends(source, before.end, target, after.end):
        yield "What stands behind its last chunk changed."


_Part = Chunk | tuple[bytes, bytes]


def _parts(layout: Layout, changes: Changes) -> Iterator[_Part]:
    in_front = iter(changes.before_data)
    for place, chunk in enumerate(layout.chunks):
        if chunk.name in (b"data", b"SSND"):
            yield from in_front
        if place not in changes.replaced:
            yield chunk
        elif (content := changes.replaced[place]) is not None:
            yield chunk.name, content
    yield from in_front
    yield from changes.behind


def _length(part: _Part) -> int:
    return part.size if isinstance(part, Chunk) else len(part[1])


def _copy_chunk(
    source: BinaryIO, chunk: Chunk, layout: Layout, target: BinaryIO, length: int, progress: Callable[[], None]
) -> None:
    if chunk.name == b"ds64" and layout.form in _LARGE_FORMS:
        content = _read(source, chunk.start, chunk.size)
        target.write(chunk.name + struct.pack("<I", chunk.size) + struct.pack("<Q", length) + content[8:])
    else:
        source.seek(chunk.start - _HEADER)
        target.write(source.read(_HEADER))
        _copy(source, target, chunk.size, progress)


def _copy(source: BinaryIO, target: BinaryIO, length: int | None, progress: Callable[[], None]) -> None:
    """Copy so many bytes, or all that there are. Raises OSError where there are fewer."""
    left = length
    while left is None or left:
        block = source.read(_BLOCK if left is None else min(left, _BLOCK))
        if not block:
            if left:
                raise OSError("the file became shorter while it was read")
            return
        target.write(block)
        progress()
        if left is not None:
            left -= len(block)


def _walk(stream: BinaryIO, form: bytes, end: int, large: Mapping[bytes, int]) -> tuple[list[Chunk], str]:
    """The chunks up to `end`, and what is wrong: with the last one that was looked at, or with any before it."""
    chunks: list[Chunk] = []
    problem = ""
    place = _FORM_HEADER
    while place + _HEADER <= end:
        chunk = _chunk_at(stream, form, place, large)
        if not _fits(chunk, end) and chunks and chunks[-1].size % 2:
            # Some programs leave out the byte that makes a length even.
            closer = _chunk_at(stream, form, place - 1, large)
            if _fits(closer, end):
                chunk, problem = closer, _DO_NOT_FOLLOW
        if not _is_name(chunk.name):
            return chunks, _DO_NOT_FOLLOW
        if not _fits(chunk, end):
            return chunks, "The file is cut short: it holds less than its chunks say."
        if len(chunks) == _MOST_CHUNKS:
            return chunks, "The file has more chunks than any program writes."
        chunks.append(chunk)
        place = chunk.end
    return chunks, problem if place >= end else "The file ends in the middle of a chunk's beginning."


def _chunk_at(stream: BinaryIO, form: bytes, place: int, large: Mapping[bytes, int]) -> Chunk:
    header = _read(stream, place, _HEADER)
    name, size = header[:4], _number(form, header[4:])
    if size == _LARGE and form in _LARGE_FORMS:
        size = large.get(name, size)
    return Chunk(name, place + _HEADER, size)


def _fits(chunk: Chunk, end: int) -> bool:
    return _is_name(chunk.name) and chunk.start + chunk.size <= end


def _large_sizes(stream: BinaryIO, file_size: int) -> dict[bytes, int]:
    """Sizes from `ds64`, the first chunk of a large form: of the form itself (`RIFF`), of `data`, and of its table."""
    header = _read(stream, _FORM_HEADER, _HEADER)
    if header[:4] != b"ds64" or len(header) < _HEADER:
        return {}
    content = _read(stream, _FORM_HEADER + _HEADER, min(_number(b"RF64", header[4:]), file_size, _BLOCK))
    if len(content) < 28:
        return {}
    form, data, _frames, entries = struct.unpack("<QQQI", content[:28])
    sizes = {b"RIFF": form, b"data": data}
    for entry in range(min(entries, (len(content) - 28) // 12)):
        name, size = struct.unpack_from("<4sQ", content, 28 + 12 * entry)
        sizes.setdefault(name, size)
    return sizes


def _is_name(name: bytes) -> bool:
    return len(name) == 4 and all(32 <= byte < 127 for byte in name)


def _order(form: bytes) -> str:
    return ">" if form in _BIG_ENDIAN else "<"


def _number(form: bytes, content: bytes) -> int:
    if len(content) < 4:
        return 0
    number: int = struct.unpack(f"{_order(form)}I", content)[0]
    return number


def _read(stream: BinaryIO, start: int, length: int) -> bytes:
    stream.seek(start)
    return stream.read(length)


def _same(one: BinaryIO, at: int, other: BinaryIO, other_at: int, length: int) -> bool:
    one.seek(at)
    other.seek(other_at)
    while length > 0:
        block = one.read(min(length, _BLOCK))
        if not block or block != other.read(len(block)):
            return False
        length -= len(block)
    return True


def _same_ends(one: BinaryIO, at: int, other: BinaryIO, other_at: int) -> bool:
    length = one.seek(0, 2) - at
    return length == other.seek(0, 2) - other_at and _same(one, at, other, other_at, length)
