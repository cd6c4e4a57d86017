"""What stands in front of the sound in FLAC and MP3 files: with it a writing is taken back to the last byte.

Sources: RFC 9639 (FLAC), the informal standards ID3v2.3 and 2.4 (id3.org).
"""

import shutil
import zlib
from pathlib import Path
from typing import BinaryIO, Final

MOST_KEPT: Final = 64_000
"""Of a head that is kept, for journals of ten thousand files are read, too: where pictures make it larger, the texts
are put back one by one."""
_ID3_HEADER: Final = 10
_FOOTER: Final = 0x10
_FLAC: Final = b"fLaC"
_LAST: Final = 0x80
"""Marks the last of a FLAC file's blocks."""


def kept_head(path: Path) -> bytes | None:
    """The head of a file, packed, for most of it is room for later texts; None where it is too large or damaged.

    Raises OSError.
    """
    with path.open("rb") as stream:
        size = _head_size(stream)
        if size is None or size > MOST_KEPT:
            return None
        stream.seek(0)
        return zlib.compress(stream.read(size))


def copy_with_head(path: Path, draft: Path, head: bytes) -> bool:
    """Write a copy with what `kept_head` gave once; False, and nothing, where that cannot be done. Raises OSError."""
    try:
        content = zlib.decompress(head)
    except zlib.error:
        return False
    with path.open("rb") as stream:
        size = _head_size(stream)
        if size is None:
            return False
        stream.seek(size)
        with draft.open("xb") as target:
            target.write(content)
            shutil.copyfileobj(stream, target)
    return True


def _head_size(stream: BinaryIO) -> int | None:
    """Bytes in front of the first frame; 0 for an MP3 file without a tag."""
    length = stream.seek(0, 2)
    size = _id3_size(stream)
    stream.seek(size)
    if stream.read(len(_FLAC)) == _FLAC:
        size += len(_FLAC)
        while True:
            stream.seek(size)
            header = stream.read(4)
            if len(header) < 4:
                return None
            size += 4 + int.from_bytes(header[1:])
            if header[0] & _LAST:
                break
    return size if size <= length else None


def _id3_size(stream: BinaryIO) -> int:
    stream.seek(0)
    header = stream.read(_ID3_HEADER)
    if len(header) < _ID3_HEADER or header[:3] != b"ID3":
        return 0
    size = 0
    for byte in header[6:]:
        size = size << 7 | byte & 0x7F
    return _ID3_HEADER + size + (_ID3_HEADER if header[5] & _FOOTER else 0)
